"""Reads what can be seen and heard of a widget, and finds what nobody translated or has no room."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QKeySequence, QPainter, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from kdc_desktop.audience.polls.kiosk.fitted import FittedLabel
from kdc_desktop.screens.kit.widgets import KeyCap

ROWS = 60
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
# The pseudo-language has no letter of ASCII, and people here write in Cyrillic and digits.
_TAG = re.compile(r"</?\w[^<>]*>")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_NO_WORDS = re.compile(
    r"\bKDC Desktop\b"
    r"|(?:\b(?:Ctrl|Alt|Shift|Meta)[+ ])+\S+"
    r"|\bF\d+\b|\b(?:Backspace|Del|Delete|Enter|Esc|Escape|PgDown|PgUp|Return|Space|Tab)\b"
    r"|\S*[/\\]\S*(?: backups\b)?"  # a path
    r"|\S+\.(?:kdc|xlsx|csv|tsv|txt|ods|xls)\b|\(\*[^()]*\)"  # files
)


def words(text: str) -> list[str]:
    """The Latin words of a text that are no name of a key, a file or the program."""
    if _TAG.search(text):
        document = QTextDocument()
        document.setHtml(text)
        text = document.toPlainText()
    return _LATIN.findall(_NO_WORDS.sub(" ", text.replace("&", "")))


def plain_texts(root: QWidget) -> list[str]:
    """The texts of a widget tree that are not in the pseudo-language, each with its place."""
    found = {
        f"{type(widget).__name__} {widget.objectName()}, {what}: {text}"
        for widget in _seen(root)
        for what, text in _texts(widget)
        if words(text)
    }
    return sorted(found)


def cut_texts(root: QWidget) -> list[str]:
    """The labels and buttons whose text has less room than it needs, each with its place.

    An elided text may be read in its tooltip.
    """
    return [
        f"{type(widget).__name__} {widget.objectName()}: {shown}"
        for widget in _seen(root)
        if (shown := _cut(widget)) and shown not in widget.toolTip()
    ]


class Painted:
    """Everything that was painted as text by the program itself since it was made."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: list[str] = []
        draw = QPainter.drawText

        def drawn(painter: QPainter, *arguments: object) -> object:
            self.texts += [part for part in arguments if isinstance(part, str)]
            return draw(painter, *arguments)  # type: ignore[call-overload]

        monkeypatch.setattr(QPainter, "drawText", drawn)

    def plain(self) -> list[str]:
        """The painted texts that are not in the pseudo-language."""
        return sorted({text for text in self.texts if words(text) and not _keys(text)})


def _keys(text: str) -> bool:
    """Names of keys, which Qt translates: “Ctrl K”."""
    written = text.replace(" ", "+")
    return QKeySequence(written).toString() == written


def _seen(root: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in (root, *root.findChildren(QWidget))
        if widget is root or (widget.isVisibleTo(root) and widget.window() is root.window())
    ]


def _texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(widget, KeyCap):
        return  # names of keys, which Qt translates
    yield "title", widget.windowTitle()
    yield "tooltip", widget.toolTip()
    yield "status tip", widget.statusTip()
    yield "accessible name", widget.accessibleName()
    yield "accessible description", widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield "text", widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield "placeholder", widget.placeholderText()
    if isinstance(widget, QGroupBox | QMenu):
        yield "title", widget.title()
    if isinstance(widget, QAbstractSpinBox):
        yield "special value", widget.specialValueText()
    if isinstance(widget, QSpinBox):
        yield "prefix and suffix", f"{widget.prefix()} {widget.suffix()}"
    yield from _items(widget)
    for action in widget.actions():
        name = action.objectName()
        yield f"action {name}", action.text()
        yield f"tooltip of action {name}", action.toolTip()
        yield f"status tip of action {name}", action.statusTip()


def _items(widget: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(widget, QTabBar):
        for at in range(widget.count()):
            yield "tab", f"{widget.tabText(at)} {widget.tabToolTip(at)}"
    if isinstance(widget, QComboBox) and widget.objectName() != "language_combo":
        for at in range(widget.count()):
            yield "item", widget.itemText(at)
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        model = widget.model()
        if model is not None:
            yield from _cells(model)
            yield from _headers(model)


def _cells(model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    for row in range(min(ROWS, model.rowCount())):
        for column in range(_columns(model)):
            for role in ROLES:
                found = model.index(row, column, QModelIndex()).data(role)
                if isinstance(found, str):
                    yield f"cell of column {column}", found


def _headers(model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    for column in range(_columns(model)):
        for role in ROLES:
            found = model.headerData(column, Qt.Orientation.Horizontal, role)
            if isinstance(found, str):
                yield f"header of column {column}", found


def _columns(model: QAbstractItemModel) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()


def _cut(widget: QWidget) -> str:
    """The text of a label or button that does not fit into it; empty if it does."""
    if isinstance(widget, QLabel):
        return widget.text() if widget.text() and not _fits(widget) else ""
    if not isinstance(widget, QAbstractButton) or not widget.text():
        return ""
    only_icon = Qt.ToolButtonStyle.ToolButtonIconOnly
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() == only_icon:
        return ""
    wanted = widget.minimumSizeHint() if widget.minimumSizeHint().isValid() else widget.sizeHint()
    return "" if _within(wanted.width(), widget.width()) else widget.text()


def _fits(label: QLabel) -> bool:
    inside = label.contentsRect()
    if isinstance(label, FittedLabel):  # shrinks before it cuts
        return label._fitted(inside.width(), inside.height()).whole
    buddy: QWidget | None = label.buddy()
    flags = 0 if buddy is None else int(Qt.TextFlag.TextShowMnemonic)
    if label.wordWrap():
        flags |= int(Qt.TextFlag.TextWordWrap)
    room = QRect(0, 0, inside.width() if label.wordWrap() else 10_000, 10_000)
    wanted = label.fontMetrics().boundingRect(room, flags, label.text())
    return _within(wanted.width(), inside.width()) and _within(wanted.height(), inside.height())


def _within(wanted: int, given: int) -> bool:
    return wanted <= given + 1  # fonts are measured in fractions
