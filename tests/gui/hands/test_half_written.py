"""A text that is left half-written keeps the keys: what is typed on is no command of the board."""

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.window.typing_on import PAUSE
from tests.gui.hands.pressing import NONE, press
from tests.gui.ways import look_at, trigger

TYPED = " library sopt 12"


def _board(club: Club) -> Any:
    look_at(club, "cluster")
    screen: Any = club.window.screen_shown
    trigger(screen, "select_all_ideas")
    screen.view.setFocus()
    return screen


def _line(club: Club, text: str) -> QLineEdit:
    screen = _board(club)
    press("n", text)
    edit: QLineEdit = screen.floats.quick_add.idea_edit
    assert edit.text() == text
    return edit


def _leave(club: Club) -> None:
    """Somebody comes late, and Escape is pressed once too often."""
    press(Qt.Key.Key_F3)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    for _twice in range(2):
        there = QApplication.focusWidget()
        assert there is not None
        QTest.keyClick(there, Qt.Key.Key_Escape)
        QCoreApplication.processEvents()
    assert club.window.focusWidget() is club.window.screen_shown.view  # type: ignore[attr-defined]


def test_what_is_typed_on_goes_back_into_it(club: Club, qtbot: QtBot) -> None:
    edit, after = _line(club, "Tool"), club.database.next_steps()
    _leave(club)
    qtbot.wait(int(PAUSE * 1000) + 50)
    press(TYPED)
    assert edit.text() == f"Tool{TYPED}"
    assert edit.hasFocus()
    assert club.database.next_steps() == after


@pytest.mark.parametrize("held", [NONE, Qt.KeyboardModifier.ShiftModifier])
def test_escape_right_after_somebody_was_let_in_was_for_the_box(
    club: Club, held: Qt.KeyboardModifier
) -> None:
    edit = _line(club, "Tool")
    press(Qt.Key.Key_F3, "Late Larsson")
    press(Qt.Key.Key_Return, held=held)
    after = club.database.next_steps()
    assert QApplication.activePopupWidget() is None
    press(Qt.Key.Key_Escape, TYPED)
    assert edit.text() == f"Tool{TYPED}"
    assert club.database.next_steps() == after
    press(Qt.Key.Key_Escape)
    assert not edit.hasFocus()


def test_a_name_typed_in_a_box_over_it_does_not_make_it_forgotten(club: Club, qtbot: QtBot) -> None:
    edit, after = _line(club, "Tool"), club.database.next_steps()
    press(Qt.Key.Key_F3, "Late", Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert not edit.hasFocus()
    qtbot.wait(int(PAUSE * 1000) + 50)
    press(TYPED)
    assert edit.text() == f"Tool{TYPED}"
    assert club.database.next_steps() == after


def test_a_key_that_moves_is_a_command_and_so_is_what_follows(club: Club, qtbot: QtBot) -> None:
    edit = _line(club, "Tool")
    press(Qt.Key.Key_Escape)
    qtbot.wait(int(PAUSE * 1000) + 50)
    press(Qt.Key.Key_Right)
    press("s")
    assert edit.text() == "Tool"
    assert club.window.screen_shown.view.hasFocus()  # type: ignore[attr-defined]


def test_a_click_elsewhere_leaves_it_for_good(club: Club, qtbot: QtBot) -> None:
    edit, steps = _line(club, "Tool"), club.database.next_steps()
    press(Qt.Key.Key_Escape)
    view: Any = club.window.screen_shown.view  # type: ignore[attr-defined]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton)
    qtbot.wait(int(PAUSE * 1000) + 50)
    press("s")
    assert edit.text() == "Tool"
    assert club.database.next_steps() != steps


def test_letters_right_after_an_empty_line_was_left_do_nothing(club: Club, qtbot: QtBot) -> None:
    _line(club, "")
    after = club.database.next_steps()
    press(Qt.Key.Key_Escape, "sopt 12")
    assert club.database.next_steps() == after
