"""Who comes late is checked in from any screen, and nothing else moves."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import isValid

from kdc_desktop.app import Club
from kdc_desktop.screens.attendance.late_door import LateDoor
from kdc_desktop.services.attendance.door import leave, walk_in
from kdc_desktop.services.attendance.questions import attendances, presence
from tests.gui.test_jobs import wait_until
from tests.gui.window.sample_window import SESSION, look_at, run, settle, trigger
from tests.gui.window.test_looking_elsewhere import look_into_another


def door_of(club: Club) -> LateDoor:
    QTest.keyClick(club.window, Qt.Key.Key_F3)
    found = [one for one in club.window.findChildren(LateDoor) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def typed(door: LateDoor, text: str, *keys: Qt.Key) -> None:
    QTest.keyClicks(door.finder.find_edit, text)
    for key in keys:
        QTest.keyClick(door.finder.find_edit, key)


def here(club: Club) -> int:
    return presence(club.database, SESSION).present


@pytest.mark.parametrize("area", ["home", "people", "consortia", "settings", "session"])
def test_somebody_is_let_in_wherever_one_is(evening: Club, area: str) -> None:
    before = here(evening)
    evening.window.go(area)
    shown, seen = evening.window.screen_shown, settle(evening)
    door = door_of(evening)
    typed(door, "Late Larsson, Harbour Mobility", Qt.Key.Key_Return)
    assert here(evening) == before + 1
    assert not isValid(door) or not door.isVisible()
    told = "Late Larsson · Harbour Mobility is checked in. F3 is for the next."
    assert evening.window.frame.quiet.text == told
    door = door_of(evening)
    typed(door, "Late Larsson", Qt.Key.Key_Return)
    assert door.told.text() == "Late Larsson · Harbour Mobility is here already."
    typed(door, "", Qt.Key.Key_Escape)
    assert not isValid(door) or not door.isVisible()
    assert evening.window.screen_shown is shown
    assert settle(evening) == seen
    assert here(evening) == before + 1


def test_of_namesakes_the_door_asks_which(evening: Club) -> None:
    for house in ("Harbour Mobility", "Metropolia"):
        walk_in(evening.database, SESSION, f"Ursula {house[:3]}, {house}", sector="C")
    for row in attendances(evening.database, SESSION):
        if row.name.startswith("Ursula"):
            leave(evening.database, SESSION, row.person_id)
    before, door = here(evening), door_of(evening)
    typed(door, "ursula", Qt.Key.Key_Return)
    assert door.told.text() == "Several people fit: choose one with the arrow keys."
    assert here(evening) == before
    typed(door, "", Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert here(evening) == before + 1


def test_what_was_half_typed_and_its_caret_are_there_again(evening: Club) -> None:
    run(evening, "poll")
    screen: Any = evening.window.screen_shown
    screen.new_poll()
    edit = screen.pages.plan_page.question_edit
    edit.setFocus()
    QTest.keyClicks(edit, "What first")
    edit.setCursorPosition(4)
    door = door_of(evening)
    typed(door, "Late Larsson", Qt.Key.Key_Return)
    wait_until(lambda: QApplication.focusWidget() is edit)
    assert (edit.text(), edit.cursorPosition()) == ("What first", 4)


def test_a_note_that_is_being_written_stays_open(evening: Club) -> None:
    screen = look_at(evening, "ideas")
    note = next(iter(screen.view.contents.notes))
    screen.view.select([note])
    screen.in_place.edit_selected()
    editor: Any = QApplication.focusWidget()
    QTest.keyClicks(editor, "Half a thought")
    door = door_of(evening)
    typed(door, "Late Larsson", Qt.Key.Key_Return)
    wait_until(lambda: QApplication.focusWidget() is editor)
    assert "Half a thought" in editor.toPlainText()


def test_who_was_amid_an_idea_types_on_in_it_once_somebody_is_let_in(evening: Club) -> None:
    screen, before = look_at(evening, "ideas"), here(evening)
    edit = screen.floats.quick_add.idea_edit
    edit.setFocus()
    QTest.keyClicks(edit, "Half an idea about")
    typed(door_of(evening), "Late Larsson", Qt.Key.Key_Return)
    wait_until(lambda: QApplication.focusWidget() is edit)
    QTest.keyClicks(edit, " parks")
    assert (edit.text(), here(evening)) == ("Half an idea about parks", before + 1)


def test_the_door_stays_as_large_as_it_opened_whoever_is_found(evening: Club) -> None:
    door = door_of(evening)
    opened = door.geometry()
    typed(door, "a")
    wait_until(door.finder.results_card.isVisible)
    assert door.geometry() == opened
    assert door.rect().contains(door.finder.results_card.geometry())


def test_at_check_in_the_field_of_the_screen_is_ready(evening: Club) -> None:
    run(evening, "check_in")
    screen = look_at(evening, "check_in")
    screen.attendance_table.setFocus()
    QTest.keyClick(evening.window, Qt.Key.Key_F3)
    assert evening.window.findChild(LateDoor) is None
    assert screen.finder.find_edit.hasFocus()


def test_without_a_session_it_says_what_to_do(sample: Club) -> None:
    sample.window.walk.session = None
    trigger(sample, "act_late_door")
    assert sample.window.frame.quiet.text == "Open a session first: people are checked in to one."


@pytest.mark.parametrize("at_check_in", [False, True])
def test_the_door_is_of_the_live_session_while_one_looks_into_another(
    evening: Club, at_check_in: bool
) -> None:
    title, before = settle(evening).session, here(evening)
    other = look_into_another(evening)
    if at_check_in:
        evening.window.show_session_screen("check_in", lambda _screen: None)
    door = door_of(evening)
    said = [label.text() for label in door.findChildren(QLabel)]
    assert f"Check somebody in at “{title}”" in said
    typed(door, "Late Larsson, Harbour Mobility", Qt.Key.Key_Return)
    assert here(evening) == before + 1
    assert presence(evening.database, other).present == 0
