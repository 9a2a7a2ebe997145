"""People and organisations are renamed, removed, cut, pasted and dropped by hand."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.people.import_dialog import PeopleImportDialog
from kdc_desktop.screens.people.lists import Listed
from kdc_desktop.screens.people.people_screen import PeopleScreen
from kdc_desktop.services.attendance import door
from kdc_desktop.services.people import organisations, people, questions
from kdc_desktop.services.sessions.planning import plan_session
from kdc_desktop.services.sessions.templates import templates
from tests.rooms.board_room import STARTS

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(club: Club, qtbot: QtBot) -> PeopleScreen:
    organisations.add_organisation(club.database, "Harbour Mobility", "C")
    for name in ("Aino Laine", "Eero Salmi", "Maija Virta"):
        people.add_person(club.database, name)
    club.window.show()
    club.window.go("people")
    shown = club.window.screen_shown
    assert isinstance(shown, PeopleScreen)
    club.window.activateWindow()
    shown.people_table.setFocus()
    qtbot.waitUntil(shown.people_table.hasFocus)
    return shown


def names(club: Club) -> list[str]:
    return sorted(row.name for row in questions.people(club.database, lambda *_of: {}))


def is_shown(dialog: PeopleImportDialog) -> bool:
    return dialog.preview is not None


def typed(qtbot: QtBot, text: str) -> None:
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_f2_renames_a_person_and_an_organisation(
    club: Club, screen: PeopleScreen, qtbot: QtBot
) -> None:
    screen.people_table.select_key(1)
    qtbot.keyClick(screen.people_table, Qt.Key.Key_F2)
    typed(qtbot, "Aino Laine-Salmi")
    qtbot.waitUntil(lambda: "Aino Laine-Salmi" in names(club))
    screen.show_kind(Listed.ORGANISATIONS)
    screen.organisations_table.select_key(1)
    screen.organisations_table.setFocus()
    qtbot.keyClick(screen.organisations_table, Qt.Key.Key_F2)
    typed(qtbot, "Harbour")
    qtbot.waitUntil(
        lambda: [one.name for one in questions.organisations(club.database)] == ["Harbour"]
    )


def test_several_people_are_removed_in_one_step_and_who_was_here_stays(
    club: Club, screen: PeopleScreen, qtbot: QtBot
) -> None:
    session_id = plan_session(club.database, "Autumn", STARTS, templates()[0])
    door.check_in(club.database, session_id, 2)
    problems: list[str] = []
    screen.problem.connect(problems.append)
    qtbot.keyClick(screen.people_table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(screen.people_table, Qt.Key.Key_Delete)
    assert names(club) == ["Eero Salmi"]
    assert problems == ["1 of them is part of a session's record and stays."]
    club.database.undo()
    assert names(club) == ["Aino Laine", "Eero Salmi", "Maija Virta"]


def test_lines_come_in_after_a_look_at_every_row(
    club: Club, screen: PeopleScreen, qtbot: QtBot
) -> None:
    for field in (screen.people_table, screen.add_edit):
        field.setFocus()
        QGuiApplication.clipboard().setText("Bo Ek, Harbour Mobility\nAino Laine\n")
        qtbot.keyClick(field, Qt.Key.Key_V, CTRL)
        QGuiApplication.clipboard().clear()
        dialog = screen.findChild(PeopleImportDialog)
        assert dialog is not None
        qtbot.waitUntil(partial(is_shown, dialog))
        assert dialog.preview is not None
        assert dialog.preview.counts.sentence == "1 new, 0 changed, 1 same, 0 problems"
        kept = dialog.preview.path
        assert kept.is_file()
        dialog.reject()
        assert not kept.parent.exists(), "nothing of what was copied stays on the disk"
        qtbot.waitUntil(lambda: screen.findChild(PeopleImportDialog) is None)


def test_enter_on_a_person_goes_to_the_name(screen: PeopleScreen, qtbot: QtBot) -> None:
    screen.people_table.select_key(3)
    qtbot.keyClick(screen.people_table, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Maija Virta"
