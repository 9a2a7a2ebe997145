"""Two rows of People are merged, after a look at what becomes of what."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.reasons import why_not
from kdc_desktop.screens.people.lists import Listed
from kdc_desktop.screens.people.merge_dialog import MergeDialog
from kdc_desktop.screens.people.people_screen import PeopleScreen
from kdc_desktop.services.people import organisations, people, questions
from tests.gui.ways import trigger
from tests.rooms.two_of_one import call

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(club: Club, qtbot: QtBot) -> PeopleScreen:
    organisations.add_organisation(club.database, "Harbour Mobility", "C")
    organisations.add_organisation(club.database, "Harbor Mobility Ltd", "C")
    people.add_person(club.database, "Jane Roe", notes="Comes by bike")
    people.add_person(club.database, "Jane Doe", email="doe@x.example", organisation_id=1)
    club.window.show()
    club.window.go("people")
    shown = club.window.screen_shown
    assert isinstance(shown, PeopleScreen)
    shown.people_table.setFocus()
    return shown


def dialog_of(screen: PeopleScreen) -> MergeDialog:
    opened = screen.findChild(MergeDialog)
    assert opened is not None
    return opened


def told(dialog: MergeDialog) -> list[str]:
    at = dialog.told_column
    labels = [at.itemAt(place).widget() for place in range(at.count())]
    return [label.text() for label in labels if isinstance(label, QLabel)]


def names(club: Club) -> list[str]:
    return [row.name for row in questions.people(club.database, lambda *_of: {})]


def test_two_people_are_merged_by_keys_and_one_undo_takes_it_back(
    club: Club, screen: PeopleScreen, qtbot: QtBot
) -> None:
    qtbot.keyClick(screen.people_table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(screen.people_table, Qt.Key.Key_M, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = dialog_of(screen)
    assert (dialog.gone_label.text(), dialog.stays_label.text()) == ("Jane Roe", "Jane Doe")
    assert told(dialog) == [
        "Noted: Also known as Jane Roe.\nComes by bike",
        "One undo takes all of it back.",
    ]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert names(club) == ["Jane Doe"]
    QApplication.processEvents()
    assert [row.name for row in screen.people_table.selected_rows()] == ["Jane Doe"]
    assert "Also known as Jane Roe." in screen._inspector.person.about_label.text()
    club.database.undo()
    assert names(club) == ["Jane Doe", "Jane Roe"]


def test_who_stays_is_turned_around(club: Club, screen: PeopleScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(screen.people_table, Qt.Key.Key_A, CTRL)
    screen._inspector.several.merge_button.click()
    dialog = dialog_of(screen)
    dialog.swap_button.click()
    assert (dialog.gone_label.text(), dialog.stays_label.text()) == ("Jane Doe", "Jane Roe")
    assert told(dialog)[:2] == [
        "Known from then on: doe@x.example.",
        "Jane Roe speaks for Harbour Mobility.",
    ]
    dialog.merge_button.click()
    assert names(club) == ["Jane Roe"]


def test_between_two_sectors_somebody_chooses(club: Club, screen: PeopleScreen) -> None:
    call(club.database, 2, sector="A")
    screen.show_kind(Listed.ORGANISATIONS)
    screen.organisations_table.selectAll()
    trigger(screen, "merge_rows")
    dialog = dialog_of(screen)
    assert (dialog.gone_label.text(), dialog.stays_label.text()) == (
        *("Harbor Mobility Ltd", "Harbour Mobility"),
    )
    dialog.merge_button.click()
    assert dialog.problem_label.text() == (
        "They count in different sectors: Companies, Academia. Choose one."
    )
    dialog.sector_combo.setCurrentIndex(1)
    dialog.merge_button.click()
    (row,) = questions.organisations(club.database)
    assert (row.name, row.sector) == ("Harbour Mobility", "A")


def test_why_nothing_can_be_merged_is_told(club: Club, screen: PeopleScreen) -> None:
    action = screen.findChild(type(screen.actions()[0]), "act_merge_rows")
    assert action is not None
    screen.people_table.clearSelection()
    assert why_not(action) == (
        "Select the two people who are one first: click the second with Ctrl."
    )
    screen.show_kind(Listed.ORGANISATIONS)
    assert why_not(action) == "Select two organisations first: click the second with Ctrl."


def test_what_is_in_the_way_is_told_before(club: Club, screen: PeopleScreen) -> None:
    screen.people_table.selectAll()
    trigger(screen, "merge_rows")
    dialog = dialog_of(screen)
    people.change_person(club.database, 1, name="Jane Roe", email="", notes="x" * 19_990)
    dialog.merge_button.click()
    assert dialog.problem_label.text().startswith("The notes of both are too long")
    dialog.reject()
    assert names(club) == ["Jane Doe", "Jane Roe"]
