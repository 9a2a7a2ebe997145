"""The order in which one reads what stands in a window; Tab goes through it in the same order."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QWidget,
)

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox)
"""What is inside of them is their own."""


def let_tab_follow(window: QWidget) -> None:
    """Let Tab go through what can be seen of a window now, in the order of reading.

    Widgets are in the chain of Qt in the order in which they were made, whatever their place; some
    are made while the window is open. So it is put in order when somebody presses Tab.
    """
    for before, after in pairwise(_with_those_that_hand_on(window)):
        QWidget.setTabOrder(before, after)


def _with_those_that_hand_on(window: QWidget) -> Iterator[QWidget]:
    """The stops, each behind what hands the focus on to it: Qt goes from there to the stop."""
    handing = [one for one in window.findChildren(QWidget) if _hands_on(one)]
    for stop in stops_in_order(window):
        yield from (one for one in handing if _last(one) is stop)
        yield stop


def _hands_on(widget: QWidget) -> bool:
    to = widget.focusProxy()
    return to is not None and widget.isAncestorOf(to) and not isinstance(widget, _WHOLE)


def _last(widget: QWidget) -> QWidget:
    to = widget.focusProxy()
    return widget if to is None else _last(to)


def stops_in_order(form: QWidget) -> Iterator[QWidget]:
    """Where Tab stops in a form: from the top down and from left to right, group by group."""
    for child in _in_order(form):
        if child.isHidden() or child.isWindow():
            continue
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None:
            yield child
        if not isinstance(child, _WHOLE):
            yield from stops_in_order(child)


def _in_order(form: QWidget) -> list[QWidget]:
    """The widgets right inside of a form: as they are laid out, then those that lie over them."""
    layout = form.layout()
    laid = [] if layout is None else list(_laid_out(layout))
    known = set(laid)
    loose = [each for each in form.children() if isinstance(each, QWidget) and each not in known]
    return laid + _by_place(loose)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        places = sorted(places, key=lambda at: _cell(layout, at))  # type: ignore[assignment]
    for at in places:
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inside = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inside is not None:
            yield from _laid_out(inside)


def _cell(grid: QGridLayout, at: int) -> tuple[int, int]:
    """Row and column; what is rarely written says itself behind which row it is read."""
    row, column = grid.getItemPosition(at)[:2]  # type: ignore[index]
    item = grid.itemAt(at)
    widget = None if item is None else item.widget()
    said = None if widget is None else widget.property("readInRow")
    return (row if said is None else int(said), column)


def _by_place(widgets: Iterable[QWidget]) -> list[QWidget]:
    """Line by line; what overlaps by half its height stands in one line."""
    lines: list[list[QWidget]] = []
    for widget in sorted(widgets, key=lambda one: one.geometry().center().y()):
        line = lines[-1] if lines else []
        if line and _in_line(line[0].geometry(), widget.geometry()):
            line.append(widget)
        else:
            lines.append([widget])
    return [one for line in lines for one in sorted(line, key=lambda one: one.geometry().left())]


def _in_line(first: QRect, second: QRect) -> bool:
    shared = min(first.bottom(), second.bottom()) - max(first.top(), second.top())
    return 2 * shared > min(first.height(), second.height())
