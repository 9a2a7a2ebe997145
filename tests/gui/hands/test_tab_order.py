"""Tab goes through every form as one reads it: from the top down, and from left to right."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from tests.gui.test_reach import MOST_PARTS, _is_inner
from tests.gui.walks import PLACES, go
from tests.gui.ways_of_years import OF_YEARS

HERE = [place for place in PLACES if not any(word in place for word in ("kiosk", "slide", "start"))]
POPUPS = ("window/", "board/colours", "consortia/open_roles", "consortia/role")
ELSEWHERE = ("slide", "kiosk", "readings")
"""In the room; and the readings scroll apart from what stands above them."""
IN_YEARS = [place for place in OF_YEARS if not any(word in place for word in ELSEWHERE)]
MOST_STOPS = 80


def _walk(form: QWidget) -> list[QWidget]:
    """Where Tab leads in a form, from its first field on."""
    seen: list[QWidget] = []
    focused = QApplication.focusWidget()
    while focused is not None and focused not in seen and len(seen) < MOST_STOPS:
        if form.isAncestorOf(focused):
            seen.append(focused)
        elif seen:
            break
        for _part in range(MOST_PARTS):  # a board has notes: Tab walks through them first
            QTest.keyClick(focused, Qt.Key.Key_Tab)
            if QApplication.focusWidget() is not focused:
                break
        else:
            break
        focused = QApplication.focusWidget()
    return seen


def _place(widget: QWidget, form: QWidget) -> QRect:
    return QRect(widget.mapTo(form, QPoint(0, 0)), widget.size())


def _takes_tab(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    return bool(takes and widget.isVisible() and widget.isEnabled() and not _is_inner(widget))


def _is_read_before(first: QRect, second: QRect) -> bool:
    """Whether it is above in one column, or left of it in one line."""
    in_column = first.left() < second.right() and second.left() < first.right()
    in_line = first.top() < second.bottom() and second.top() < first.bottom()
    if in_column and not in_line:
        return first.bottom() <= second.top()
    return in_line and not in_column and first.right() <= second.left()


@pytest.mark.parametrize("place", [place for place in HERE if not place.startswith(POPUPS)])
def test_tab_follows_the_order_of_reading(club: Club, qtbot: QtBot, place: str) -> None:
    assert _out_of_order(go(club, qtbot, place)) == []


@pytest.mark.parametrize("place", IN_YEARS)
def test_so_it_does_in_a_club_of_years(years: Club, qtbot: QtBot, place: str) -> None:
    assert _out_of_order(OF_YEARS[place](years, qtbot)) == []


def _out_of_order(shown: list[QWidget]) -> list[str]:
    found = []
    for form in shown:
        QCoreApplication.processEvents()
        form.window().activateWindow()
        takes = [one for one in form.findChildren(QWidget) if _takes_tab(one)]
        if not takes:
            continue
        min(takes, key=lambda one: _place(one, form).topLeft().toTuple()[::-1]).setFocus()
        stops = _walk(form)
        assert stops != []
        for earlier, later in pairwise(stops):
            if _is_read_before(_place(later, form), _place(earlier, form)):
                found.append(f"{earlier.objectName()} before {later.objectName()}")
    return found


def test_what_is_made_later_has_its_place_too(club: Club, qtbot: QtBot) -> None:
    go(club, qtbot, "people/people")
    screen = club.window.screen_shown
    row = screen.layout()
    assert row is not None
    made = QPushButton("Made at last, read first", screen)
    row.insertWidget(0, made)  # type: ignore[attr-defined]
    QCoreApplication.processEvents()
    made.setFocus()
    assert QTest.qWaitForWindowActive(club.window)
    QTest.keyClick(made, Qt.Key.Key_Tab)
    after = QApplication.focusWidget()
    assert after is not None
    assert screen.isAncestorOf(after)
    QTest.keyClick(after, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is made
