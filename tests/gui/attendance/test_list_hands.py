"""Lines that are pasted at the door, and people taken off the list by hand."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen
from kdc_desktop.screens.people.import_dialog import PeopleImportDialog
from kdc_desktop.services.attendance import questions
from kdc_desktop.services.sessions.planning import plan_session
from kdc_desktop.services.sessions.templates import templates
from tests.rooms.board_room import STARTS

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_copied_list_comes_onto_the_list_and_several_go_off_again(
    club: Club, qtbot: QtBot
) -> None:
    session_id = plan_session(club.database, "Autumn", STARTS, templates()[0])
    club.window.show()
    club.window.open_session(session_id)
    screen = club.window.show_session_screen("check_in")
    assert isinstance(screen, CheckInScreen)
    club.window.activateWindow()
    screen.find_edit.setFocus()
    qtbot.waitUntil(screen.find_edit.hasFocus)
    QGuiApplication.clipboard().setText("Aino Laine, Harbour Mobility\nEero Salmi\n")
    qtbot.keyClick(screen.find_edit, Qt.Key.Key_V, CTRL)
    QGuiApplication.clipboard().clear()
    dialog = screen.findChild(PeopleImportDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.import_button.isEnabled)
    dialog.run_import()
    qtbot.waitUntil(lambda: screen.attendance_table.model().rowCount() == 2)
    club.window.activateWindow()
    screen.attendance_table.setFocus()
    qtbot.waitUntil(screen.attendance_table.hasFocus)
    qtbot.keyClick(screen.attendance_table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(screen.attendance_table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: questions.presence(club.database, session_id).registered == 0)
