"""What says for a moment what was done lies over the screen: nothing below a hand moves for it."""

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kdc_desktop.app import Club
from tests.gui.walks import WAYS

SCREENS = [
    *("sessions/home", "sessions/all", "people/person", "club/settings", "attendance/check_in"),
    *("consortia/card", "consortia/club", "visions/since", "visions/vision", "polls/draft"),
    *("polls/revealed", "interests/asked", "board/notes", "sessions/agenda"),
]


def settle() -> None:
    for _again in range(6):
        QCoreApplication.processEvents()


def places(club: Club) -> dict[int, QRect]:
    """Where everything is that can be seen, and how large."""
    frame = club.window.frame
    parts = (frame.shown(), frame._inspector)
    return {
        id(one): QRect(one.mapTo(frame, QPoint()), one.size())
        for part in parts
        for one in part.findChildren(QWidget)
        if one.isVisible() and one is not frame._guests.widget()  # what scrolls may be longer
    }


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
@pytest.mark.parametrize("screen", SCREENS)
def test_what_is_said_for_a_moment_moves_nothing(
    evening: Club, qtbot: Any, screen: str, size: tuple[int, int]
) -> None:
    evening.window.resize(*size)
    WAYS[screen](evening, qtbot)
    evening.window.frame.quiet.clear()
    settle()
    before = places(evening)
    for words in (
        "Done",
        "Something longer was done, which takes two lines or three of them. " * 2,
    ):
        evening.window.frame.say(words)
        settle()
        assert places(evening) == before
    evening.window.frame.quiet.clear()
    settle()
    assert places(evening) == before


def test_nothing_moves_at_home_before_a_session_is_open(at_home: Club) -> None:
    at_home.window.resize(1280, 720)
    home: Any = at_home.window.screen_shown
    home.get_told()
    settle()
    for scrolled in (0, 10_000):
        bar = home.page.verticalScrollBar()
        bar.setValue(scrolled)
        settle()
        before = places(at_home)
        at_home.window.frame.say("Done")
        settle()
        assert places(at_home) == before
        at_home.window.frame.quiet.clear()
        settle()
        assert places(at_home) == before


def test_one_scrolls_to_what_lies_below_it_and_nothing_jumps_back(at_home: Club) -> None:
    frame = at_home.window.frame
    at_home.window.go("settings")
    frame.say("Done")
    settle()
    bar = frame.centre.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    before = places(at_home)
    frame.quiet.clear()
    settle()
    assert places(at_home) == before
    bar.setValue(0)
    settle()
    assert frame.centre.below._left == 0


def test_what_gets_the_keys_comes_out_from_below_it(at_home: Club) -> None:
    window, frame = at_home.window, at_home.window.frame
    window.go("settings")
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    frame.say("Done")
    settle()
    covered = frame.quiet.geometry()
    for _each in range(60):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        settle()
        held = QApplication.focusWidget()
        if held is None or not frame.shown().isAncestorOf(held):
            continue
        inside = QRect(held.mapTo(frame, QPoint()), held.size())
        if held.height() < covered.height():
            assert not inside.intersects(covered), held.objectName()


def test_a_list_that_gets_the_keys_while_something_is_said_stays_where_it_is(at_home: Club) -> None:
    window, frame = at_home.window, at_home.window.frame
    window.resize(1440, 900)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    home: Any = window.screen_shown
    home.get_told()
    frame.say("Done")
    settle()
    home.page.past.all_button.click()
    settle()
    assert home.table.hasFocus()
    assert home.club_label.mapTo(frame, QPoint()).y() > 0
    frame.quiet.clear()
    settle()
    assert frame.centre.verticalScrollBar().value() == 0
