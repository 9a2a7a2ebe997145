"""Finds texts that have less room than they need: fields, boxes, tabs, headings, cells, titles.

An elided text counts as cut unless enough of it is seen and all of it stands in a tip.
"""

import re
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QToolTip,
    QWidget,
)

from kdc_desktop import paths
from tests.gui.texts_seen import cut_texts

MEASURED = 40  # rows
SEEN = 12
"""So many letters of an elided text are enough to know it again."""
WORD = 8  # letters


def without_room(root: QWidget) -> list[str]:
    """Every text in a tree of widgets that cannot be read, with its place."""
    found = cut_texts(root)
    for widget in shown_in(root):
        name = f"{type(widget).__name__} {widget.objectName()}"
        found += [f"{name}: {text}" for text in _cut_in(widget)]
        found += [f"{name}, elided: {text}" for text in _elided_in(widget)]
    return found


def shown_in(root: QWidget) -> list[QWidget]:
    """The widgets of a window that are not hidden."""
    return [
        widget
        for widget in (root, *root.findChildren(QWidget))
        if widget is root or (widget.isVisibleTo(root) and widget.window() is root.window())
    ]


def is_elided(text: str) -> bool:
    """Whether a text was shortened; a caption that leads to a dialog ends in dots of its own."""
    text = " ".join(text.replace("&", "").split())
    own = text in _dotted() or text.count("⟦") == text.count("⟧") > 0
    return text.endswith("…") and not own


@cache
def _dotted() -> frozenset[str]:
    """The texts of the program that end in dots."""
    words = paths.resource("translations", "kdc-desktop.pot").read_text(encoding="utf-8")
    return frozenset(text.replace("&", "") for text in re.findall(r'msgid "(.+…)"', words))


def told_at(widget: QWidget, at: QPoint) -> str:
    """The tip that somebody gets who points there."""
    QToolTip.hideText()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    told = QToolTip.text()
    QToolTip.hideText()
    return told


def can_be_known(shown: str, told: str, letters: int = SEEN) -> bool:
    """Whether a shortened text is seen far enough, in so many letters, and told in full."""
    start = shown.rstrip("…").strip()
    if len(start) < letters:
        return False
    document = QTextDocument()
    document.setHtml(told)
    said = document.toPlainText().replace("\u200b", "")  # where a tip may go on in a line
    return all(word in said for word in re.findall(r"\w+", start)[:-1] or [start[:SEEN]])


def _cut_in(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QComboBox) and not widget.isEditable():
        yield from _too_wide(widget, widget.currentText(), _edit_field(widget))
    elif isinstance(widget, QAbstractSpinBox):
        line = widget.lineEdit()
        yield from _too_wide(widget, line.text(), line.contentsRect().width())
    elif isinstance(widget, QLineEdit) and not _is_part(widget) and not widget.text():
        yield from _too_wide(widget, widget.placeholderText(), _line(widget))
    elif isinstance(widget, QCheckBox | QLabel):
        yield from [widget.text()] if _is_squeezed(widget) else []
    elif isinstance(widget, QGroupBox) and widget.title():
        yield from _too_wide(widget, widget.title(), widget.width())
    else:
        yield from _cut_in_rows(widget)


def _is_squeezed(label: QCheckBox | QLabel) -> bool:
    """Whether its box is lower than its words, or a sentence stands there with a word a line."""
    if isinstance(label, QCheckBox):
        return label.height() < label.heightForWidth(label.width())
    metrics, width = label.fontMetrics(), label.contentsRect().width()
    if not label.wordWrap() or width > WORD * metrics.averageCharWidth():
        return False
    wrapped = metrics.boundingRect(0, 0, width, 0, Qt.TextFlag.TextWordWrap, label.text())
    return wrapped.height() > 4 * metrics.lineSpacing()


def _cut_in_rows(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QTabBar):
        tabs = range(widget.count())
        yield from (widget.tabText(at) for at in tabs if _beyond(widget, widget.tabRect(at)))
    elif isinstance(widget, QTableView):
        yield from _headings(widget)
        yield from _cells(widget)
    elif isinstance(widget, QListView) and widget.model() is not None:
        yield from _lines(widget)


def _is_part(line: QLineEdit) -> bool:
    return isinstance(line.parentWidget(), QAbstractSpinBox | QComboBox)


def _beyond(widget: QWidget, place: QRect) -> bool:
    return not widget.rect().contains(place)


def _elided_in(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton) and is_elided(text := widget.text()):
        told = widget.toolTip()
        if not can_be_known(text.lstrip("⟦"), told):
            yield text


def _too_wide(widget: QWidget, text: str, room: int) -> Iterator[str]:
    metrics = widget.fontMetrics()
    if metrics.horizontalAdvance(text) > room + 1:
        kept = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        if not can_be_known(kept, told_at(widget, widget.rect().center())):
            yield text


def _edit_field(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    icon = 0 if box.itemIcon(box.currentIndex()).isNull() else box.iconSize().width() + 4
    return room.width() - icon


def _line(line: QLineEdit) -> int:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    part = QStyle.SubElement.SE_LineEditContents
    margins = line.textMargins()
    room = line.style().subElementRect(part, option, line).width()
    return room - margins.left() - margins.right() - 4


def _headings(table: QTableView) -> Iterator[str]:
    header = table.horizontalHeader()
    if header.isHidden():
        return
    for at in range(header.count()):
        text = str(header.model().headerData(at, Qt.Orientation.Horizontal) or "")
        if not header.isSectionHidden(at) and text:
            wanted = _section(header, at)
            if wanted > header.sectionSize(at) + 1:
                yield f"heading {text}: {wanted} in {header.sectionSize(at)}"


def _section(header: QHeaderView, at: int) -> int:
    scale = QApplication.font().pixelSize() / 14
    font = QFont(QApplication.font())
    font.setPixelSize(round(12 * scale))  # as style.qss dresses the titles
    font.setWeight(QFont.Weight.DemiBold)
    text = str(header.model().headerData(at, Qt.Orientation.Horizontal))
    return QFontMetrics(font).horizontalAdvance(text) + 2 * round(11 * scale)


def _cells(table: QTableView) -> Iterator[str]:
    model = table.model()
    for row in range(0 if model is None else min(MEASURED, model.rowCount())):
        for column in range(model.columnCount()):
            index = model.index(row, column, QModelIndex())
            place = table.visualRect(index)
            if not table.isColumnHidden(column) and _all_seen(table, place):
                yield from _cell(table, index, place)


def _all_seen(rows: QAbstractItemView, place: QRect) -> bool:
    return place.top() >= 0 and place.bottom() <= rows.viewport().height()


def _cell(rows: QAbstractItemView, index: QModelIndex, place: QRect) -> Iterator[str]:
    text = index.data(Qt.ItemDataRole.DisplayRole)
    seen = place & rows.viewport().rect()
    if not isinstance(text, str) or not text or seen.isEmpty():
        return
    option = QStyleOptionViewItem()
    rows.initViewItemOption(option)
    option.rect = place
    wanted = rows.itemDelegateForIndex(index).sizeHint(option, index).width()
    given = seen.width() if isinstance(rows, QListView) else place.width()
    if wanted > given + 1:
        text = " ".join(text.split())
        around = wanted - rows.fontMetrics().horizontalAdvance(text)
        room = max(0, given - around)
        kept = rows.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        if not can_be_known(kept, told_at(rows.viewport(), seen.center())):
            yield f"cell {index.row()}, {index.column()}: {text}"


def _lines(lines: QListView) -> Iterator[str]:
    model = lines.model()
    for row in range(min(MEASURED, model.rowCount())):
        index = model.index(row, lines.modelColumn(), QModelIndex())
        place = lines.visualRect(index)
        if _all_seen(lines, place) and not lines.wordWrap():
            yield from _cell(lines, index, place)
