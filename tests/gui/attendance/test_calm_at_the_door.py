"""At the door nothing moves under the hand, and many people are not sent away by one slip."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget

from kdc_desktop.domain.people.sectors import UNKNOWN
from kdc_desktop.screens.attendance.door_verbs import ASKED_FROM
from kdc_desktop.screens.attendance.finder import GuestFinder
from kdc_desktop.screens.kit.in_turns import InTurns
from kdc_desktop.services.attendance import door, questions
from kdc_desktop.services.people import people
from tests.gui.attendance.hands import enter, states, type_in
from tests.rooms.guest_list import expect

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def top_of_table(screen) -> int:
    QApplication.processEvents()
    return int(screen.attendance_table.mapTo(screen, QPoint(0, 0)).y())


def test_the_list_stands_still_while_people_are_found_come_in_and_are_taken_back(screen):
    before = top_of_table(screen)
    type_in(screen, "a")
    assert screen.finder.results_card.isVisible()
    assert top_of_table(screen) == before
    screen.find_edit.setText("aino")
    enter(screen)
    assert top_of_table(screen) == before
    screen.findChild(QWidget, "arrival_0").click()
    assert top_of_table(screen) == before


def test_what_is_found_looks_away_with_whoever_goes_on_to_the_list(screen, qtbot):
    type_in(screen, "aino")
    screen.activateWindow()
    qtbot.waitUntil(screen.find_edit.hasFocus)
    screen.attendance_table.setFocus()
    qtbot.waitUntil(screen.finder.results_card.isHidden)
    screen.find_edit.setFocus()
    qtbot.waitUntil(screen.finder.results_card.isVisible)


def test_after_a_check_in_is_taken_back_the_keys_go_to_the_next_at_the_door(screen, qtbot):
    for name in ("aino", "eino"):
        type_in(screen, name)
        enter(screen)
    last = screen.findChild(QWidget, "arrival_0")
    QTest.mouseClick(last, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(last, Qt.MouseButton.LeftButton)
    assert screen.focusWidget() is screen.find_edit
    last.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(last, "l")
    assert screen.focusWidget() is screen.find_edit
    assert screen.find_edit.text() == "l"


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, SHIFT], ids=["found", "as new"])
def test_whoever_was_selected_is_not_who_is_at_the_door_now(screen, held):
    screen.attendance_table.selectAll()
    assert screen.inspector().name_label.text() == "2 people selected"
    type_in(screen, "Bo Ek")
    enter(screen, held)
    assert screen.inspector().name_label.text() == "Nobody selected"


def test_what_escape_took_away_comes_back_with_ctrl_z(screen, database, evening):
    type_in(screen, "aino")
    enter(screen)
    type_in(screen, "eino")
    QTest.keyClick(screen.find_edit, Qt.Key.Key_Escape)
    assert screen.find_edit.text() == ""
    QTest.keyClick(screen.find_edit, Qt.Key.Key_Z, CTRL)
    assert screen.find_edit.text() == "eino"
    assert states(database, evening)["Aino Laine"] == "present"


def in_the_menu(screen, qtbot) -> set[str]:
    screen.attendance_table.setFocus()
    screen.attendance_table.hands._open(None)
    menu = screen.attendance_table.findChild(QMenu, "own_menu")
    names = {one.objectName() for one in menu.actions()}
    menu.close()
    qtbot.waitUntil(lambda: screen.attendance_table.findChild(QMenu, "own_menu") is None)
    return names


def test_the_menu_offers_what_can_be_done_with_those_selected(screen, database, evening, qtbot):
    comes, goes = "act_check_in_the_selected", "act_mark_as_left"
    back, undo = "act_came_back", "act_take_back_check_in"
    screen.activateWindow()
    screen.attendance_table.setFocus()
    qtbot.waitUntil(screen.attendance_table.hasFocus)
    screen.attendance_table.selectAll()
    every = {comes, goes, back, undo}
    assert in_the_menu(screen, qtbot) & every == {comes}
    for row in questions.attendances(database, evening):
        door.check_in(database, evening, row.person_id)
    assert in_the_menu(screen, qtbot) & every == {goes, undo}
    for row in questions.attendances(database, evening):
        door.leave(database, evening, row.person_id)
    assert in_the_menu(screen, qtbot) & every == {comes, back, undo}


@pytest.mark.parametrize("slot", ["mark_left", "take_back"])
def test_many_go_only_when_all_of_them_are_meant(screen, database, evening, qtbot, slot):
    for number in range(ASKED_FROM):
        door.walk_in(database, evening, f"Ea Berg {chr(65 + number)}")
    screen.activateWindow()
    screen.attendance_table.setFocus()
    qtbot.waitUntil(screen.attendance_table.hasFocus)
    screen.attendance_table.selectAll()
    for role, left in (("RejectRole", ASKED_FROM), ("AcceptRole", 0)):
        getattr(screen._admitting, slot)()
        box = screen.findChild(QMessageBox, "door_question")
        assert questions.presence(database, evening).present == ASKED_FROM
        wanted = getattr(QMessageBox.ButtonRole, role)
        next(one for one in box.buttons() if box.buttonRole(one) == wanted).click()
        assert questions.presence(database, evening).present == left
        qtbot.waitUntil(lambda: screen.findChild(QMessageBox, "door_question") is None)


def test_a_screen_that_has_a_least_height_of_its_own_has_it_again(screen, theme, qtbot):
    below = QWidget()
    qtbot.addWidget(below)
    below.setMinimumHeight(90)
    finder = GuestFinder(theme, tuple, InTurns(screen), below)
    finder.float_over(below)
    below.show()
    finder.find_edit.setText("Bo Ek, Zeta")
    assert below.minimumHeight() > 90
    finder.find_edit.clear()
    assert below.minimumHeight() == 90


def test_who_is_looked_for_stays_so_until_it_is_answered_whether_many_go(
    screen, database, evening, qtbot
):
    for number in range(ASKED_FROM):
        door.walk_in(database, evening, f"Ea Berg {chr(65 + number)}")
    type_in(screen, "nobody")
    screen.activateWindow()
    screen.attendance_table.setFocus()
    qtbot.waitUntil(screen.attendance_table.hasFocus)
    screen.attendance_table.selectAll()
    for role, text in (("RejectRole", "nobody"), ("AcceptRole", "")):
        screen._admitting.mark_left()
        assert screen.finder.text == "nobody"
        box = screen.findChild(QMessageBox, "door_question")
        wanted = getattr(QMessageBox.ButtonRole, role)
        next(one for one in box.buttons() if box.buttonRole(one) == wanted).click()
        qtbot.waitUntil(lambda: screen.findChild(QMessageBox, "door_question") is None)
        assert screen.finder.text == text


def test_no_name_of_an_organisation_tells_its_sector(screen, database, evening):
    type_in(screen, "Mea Aho, Oma Oy")
    assert not screen.finder.sector_row.isHidden()
    enter(screen)
    assert questions.attendances(database, evening)[-1].sector == UNKNOWN


def test_namesakes_are_told_apart_where_one_is_taken_back(screen, database, evening):
    expect(database, evening, [people.add_person(database, "Aino Laine")])
    type_in(screen, "aino harbour")
    enter(screen)
    assert screen.findChild(QWidget, "arrival_0").text() == (
        "Aino Laine · Harbour Mobility: take back"
    )
    assert "Aino Laine of Harbour Mobility" in str(database.next_steps()[0].label)


def test_where_a_new_sector_has_no_room_to_be_asked_the_screen_gets_longer(screen, theme, qtbot):
    own = screen.minimumHeight()
    screen.resize(500, 300)
    type_in(screen, "Bo Ek, Zeta")
    card, last = screen.finder.results_card, screen.finder.sector_choice
    QApplication.processEvents()
    wanted = card.geometry().bottom()
    assert wanted > 300
    assert screen.minimumHeight() >= wanted - 1
    assert card.rect().contains(last.mapTo(card, last.rect().bottomRight()))
    enter(screen)
    assert screen.minimumHeight() == own
