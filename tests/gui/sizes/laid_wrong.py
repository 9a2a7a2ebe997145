"""Finds widgets that lie over each other or outside of their place, and what scrolls sideways."""

from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from kdc_desktop.screens.kit.quiet_line import QuietLine
from kdc_desktop.screens.kit.rows import RowTable
from tests.gui.sizes.no_room import shown_in

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)


def laid_wrong(root: QWidget) -> list[str]:
    """What lies over something else, beyond its parent, or needs a scroll bar across."""
    return [*_over_each_other(root), *_outside(root), *_sideways(root)]


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName() or text[:30]}"


def _seen_part(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget is seen in its window: what scroll areas hide of it is left out."""
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        place &= QRect(above.mapTo(window, QPoint()), above.size())
        above = above.parentWidget()
    return place & window.rect()


def _over_each_other(root: QWidget) -> list[str]:
    window = root.window()
    leaves = [
        widget
        for widget in shown_in(root)
        if isinstance(widget, CONTROLS) and not _inner(widget) and widget.size().height() > 1
    ]
    seen = [(widget, _seen_part(widget, window)) for widget in leaves]
    placed = [(widget, part) for widget, part in seen if part.width() > 2 and part.height() > 2]
    return [
        f"{_name(one)} and {_name(other)} overlap"
        for (one, here), (other, there) in combinations(placed, 2)
        if here.adjusted(1, 1, -1, -1).intersects(there.adjusted(1, 1, -1, -1))
        and not one.isAncestorOf(other)
        and not other.isAncestorOf(one)
        and not (_passes(one) or _passes(other))
    ]


def _passes(widget: QWidget) -> bool:
    """A part of what says for a moment what was done: below it one scrolls, and it is left free."""
    above = widget.parentWidget()
    return isinstance(above, QuietLine)


def _inner(widget: QWidget) -> bool:
    """A part of a compound control."""
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(
            above, (QAbstractSpinBox, QComboBox, QAbstractItemView, QLineEdit, QAbstractButton)
        ):
            return True
        above = above.parentWidget()
    return False


def _outside(root: QWidget) -> list[str]:
    found = []
    for widget in shown_in(root):
        above = widget.parentWidget()
        if widget is root or above is None or widget.isWindow() or _inner(widget):
            continue
        if widget.size().isEmpty():
            continue
        scrolled = isinstance(above.parentWidget(), QAbstractScrollArea)
        if scrolled or isinstance(above, QAbstractScrollArea):
            continue
        if not above.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
            found.append(f"{_name(widget)} beyond {_name(above)}")
    return found


def _sideways(root: QWidget) -> list[str]:
    """Screens and lists; a table may once its columns are as narrow as they can be read."""
    return [
        f"{_name(area)} scrolls sideways"
        for area in shown_in(root)
        if isinstance(area, QScrollArea | QAbstractItemView)
        and area.horizontalScrollBar().maximum() > 0
        and not (isinstance(area, RowTable) and not area.horizontalHeader().stretchLastSection())
    ]
