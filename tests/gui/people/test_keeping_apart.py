"""Two rows of People are kept apart, and why is seen in their panels only."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.reasons import why_not
from kdc_desktop.screens.people.apart_dialog import ApartDialog
from kdc_desktop.screens.people.lists import Listed
from kdc_desktop.screens.people.people_screen import PeopleScreen
from kdc_desktop.services.people import apart, people

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def screen(club: Club) -> PeopleScreen:
    people.add_person(club.database, "Ann Lee")
    people.add_person(club.database, "Bo Berg")
    club.window.show()
    club.window.go("people")
    shown = club.window.screen_shown
    assert isinstance(shown, PeopleScreen)
    shown.people_table.setFocus()
    return shown


def asked(screen: PeopleScreen, qtbot: QtBot) -> ApartDialog:
    qtbot.keyClick(screen.people_table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(screen.people_table, Qt.Key.Key_K, CTRL | SHIFT)
    return next(one for one in screen.findChildren(ApartDialog) if one.isVisible())


def test_two_are_kept_apart_by_keys_and_their_panels_say_so(
    club: Club, screen: PeopleScreen, qtbot: QtBot
) -> None:
    dialog = asked(screen, qtbot)
    assert dialog.headline.text() == "Ann Lee and Bo Berg"
    assert dialog.again_button.isHidden()
    qtbot.keyClicks(dialog.why_edit, "an old quarrel")
    qtbot.keyClick(dialog.why_edit, Qt.Key.Key_Return)
    assert apart.why_apart(club.database, 1, 2) == "an old quarrel"
    screen.people_table.select_key(1)
    QApplication.processEvents()
    said = screen._inspector.person.about_label.text()
    assert said.endswith("Is kept apart from Bo Berg (an old quarrel).")
    club.database.undo()
    QApplication.processEvents()
    assert "apart" not in screen._inspector.person.about_label.text()


def test_they_may_be_together_again(club: Club, screen: PeopleScreen, qtbot: QtBot) -> None:
    apart.keep_apart(club.database, 1, 2, "an old quarrel")
    screen.people_table.selectAll()
    screen._inspector.several.apart_button.click()
    dialog = screen.findChild(ApartDialog)
    assert dialog is not None
    assert dialog.why_edit.text() == "an old quarrel"
    qtbot.mouseClick(dialog.again_button, Qt.MouseButton.LeftButton)
    assert apart.why_apart(club.database, 1, 2) is None


def test_a_reason_that_is_too_long_is_told_and_stays(
    club: Club, screen: PeopleScreen, qtbot: QtBot
) -> None:
    dialog = asked(screen, qtbot)
    dialog.why_edit.setText("x" * 2_000)
    dialog.keep_button.click()
    assert dialog.isVisible()
    assert dialog.problem_label.text().startswith("Shorten the reason")
    assert apart.why_apart(club.database, 1, 2) is None


def test_it_takes_two_people(screen: PeopleScreen) -> None:
    action = screen.findChild(type(screen.actions()[0]), "act_keep_apart")
    assert action is not None
    screen.people_table.clearSelection()
    assert why_not(action) == "Select two people first: click the second with Ctrl."
    screen.show_kind(Listed.ORGANISATIONS)
    screen.organisations_table.selectAll()
    assert why_not(action) == "Select two people first: click the second with Ctrl."
