"""Silent mode is never a riddle: the window says that cards are blank, and how that ends."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.services.board.questions import is_silent
from tests.gui.hands.pressing import press
from tests.gui.ways import SESSION, look_at, trigger


@pytest.fixture
def board(club: Club, qtbot: QtBot) -> Any:
    look_at(club, "cluster")
    screen: Any = club.window.screen_shown
    screen.view.setFocus()
    trigger(screen, "silent_mode")
    qtbot.waitUntil(screen.floats.silent_label.isVisible)
    return screen


def test_a_letter_that_begins_it_says_what_the_room_sees_and_what_ends_it(
    club: Club, board: Any, qtbot: QtBot
) -> None:
    press("s")
    qtbot.waitUntil(board.floats.silent_label.isHidden)
    press("s")
    qtbot.waitUntil(board.floats.silent_label.isVisible)
    qtbot.wait(50)  # what undo would take back is told after it
    told = "The cards are blank for the room now. S shows them again, as does the label."
    assert club.window.frame.quiet.text == told


def test_a_click_on_its_label_ends_it_as_the_tip_says(club: Club, board: Any, qtbot: QtBot) -> None:
    label = board.floats.silent_label
    assert label.toolTip() == "A click here, or S, shows the cards again."
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    assert not is_silent(club.database, SESSION)
    qtbot.waitUntil(label.isHidden)
