"""The list at the door under the keys: nobody comes or goes whom nobody has chosen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen
from kdc_desktop.screens.attendance.last_arrivals import LastArrivals
from kdc_desktop.services.attendance import door, questions
from kdc_desktop.services.people import people
from kdc_desktop.services.sessions.planning import plan_session
from kdc_desktop.services.sessions.templates import templates
from tests.rooms.board_room import STARTS

NAMES = ("Aino Laine", "Björn Mäkinen", "Fatima Hassan", "Olga Müller")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(club: Club, qtbot: QtBot) -> CheckInScreen:
    session_id = plan_session(club.database, "Autumn", STARTS, templates()[0])
    for name in NAMES:
        person_id = people.add_person(club.database, name, notes="Comes often")
        door.check_in(club.database, session_id, person_id)
    club.window.show()
    club.window.open_session(session_id)
    made = club.window.show_session_screen("check_in")
    assert isinstance(made, CheckInScreen)
    club.window.activateWindow()
    return made


def here(screen: CheckInScreen) -> int:
    return questions.presence(screen._database, screen._session_id).present


def everybody_goes_back(screen: CheckInScreen, qtbot: QtBot) -> None:
    screen.attendance_table.setFocus()
    qtbot.waitUntil(screen.attendance_table.hasFocus)
    screen.attendance_table.selectAll()
    screen._admitting.take_back()
    qtbot.waitUntil(lambda: here(screen) == 0)


def test_letters_typed_in_the_list_look_for_somebody(screen, qtbot):
    everybody_goes_back(screen, qtbot)
    screen.attendance_table.selectRow(1)
    screen.attendance_table.setFocus()
    qtbot.keyClicks(screen.attendance_table, "f")
    qtbot.waitUntil(screen.find_edit.hasFocus)
    qtbot.keyClicks(screen.find_edit, "at")
    qtbot.keyClick(screen.find_edit, Qt.Key.Key_Return)
    rows = screen.attendance_table.filter.rows.rows
    assert [row.name for row in rows if row.arrived_at is not None] == ["Fatima Hassan"]


def test_enter_lets_in_all_that_are_selected(screen, qtbot):
    everybody_goes_back(screen, qtbot)
    qtbot.keyClick(screen.attendance_table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(screen.attendance_table, Qt.Key.Key_Return)
    assert here(screen) == len(NAMES)


def test_a_double_click_takes_back_one_check_in(screen, qtbot):
    button = screen.findChild(LastArrivals).buttons[0]
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    at = button.mapTo(screen.window(), QPoint(5, button.height() // 2))
    under = QApplication.widgetAt(screen.window().mapToGlobal(at)) or button
    qtbot.mouseDClick(under, Qt.MouseButton.LeftButton)
    assert here(screen) == len(NAMES) - 1


def test_tab_goes_from_the_name_to_the_sector_that_is_asked(screen, qtbot):
    screen.find_edit.setFocus()
    qtbot.waitUntil(screen.find_edit.hasFocus)
    qtbot.keyClicks(screen.find_edit, "Bo Ek, Zeta")
    qtbot.keyClick(screen.find_edit, Qt.Key.Key_Tab)
    assert screen.finder.sector_choice.isAncestorOf(QApplication.focusWidget())
