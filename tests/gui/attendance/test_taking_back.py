"""A mistaken check-in is taken back whenever it is noticed, and never where somebody has voted."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.services.attendance import door, questions
from kdc_desktop.services.attendance.guests import guests
from kdc_desktop.services.attendance.joins import PresenceTrail
from kdc_desktop.services.attendance.taking_back import take_back_check_in
from kdc_desktop.services.people import organisations as people_organisations
from kdc_desktop.services.people import people
from kdc_desktop.services.people.questions import organisations
from tests.gui.attendance.hands import enter, states, type_in
from tests.rooms.empty_club import plan_evening
from tests.rooms.guest_list import expect
from tests.rooms.statements import queries_of


def rows(database, evening):
    return {row.name: row for row in questions.attendances(database, evening)}


def checked_in(screen, *names):
    for name in names:
        type_in(screen, name)
        enter(screen)


def test_the_last_who_came_in_are_seen_and_taken_back_with_a_click(screen, database, evening):
    checked_in(screen, "aino", "eino")
    buttons = [one for one in screen.findChildren(QPushButton) if one.isVisible()]
    names = [one.text() for one in buttons if one.objectName().startswith("arrival")]
    assert names == ["Eino Öhman: take back", "Aino Laine: take back"]
    last = screen.findChild(QPushButton, "arrival_0")
    QTest.mouseClick(last, Qt.MouseButton.LeftButton)
    assert states(database, evening) == {"Aino Laine": "present", "Eino Öhman": "registered"}
    assert rows(database, evening)["Eino Öhman"].arrived_at is None
    assert last.text() == "Aino Laine: take back"


def test_it_is_taken_back_from_the_list_much_later_and_undone(screen, database, evening):
    checked_in(screen, "aino", "eino")
    for name in ("Bo Ek", "Ada Ek", "Ida Ek", "Ole Ek"):
        door.walk_in(database, evening, name)
    screen.attendance_table.select_key(rows(database, evening)["Aino Laine"].id)
    button = screen.inspector().take_back_button
    assert button.text() == "Take back the check-in"
    button.click()
    assert states(database, evening)["Aino Laine"] == "registered"
    database.undo()
    assert states(database, evening)["Aino Laine"] == "present"


def test_a_mistyped_name_is_asked_for_once_more_and_taken_back_whole(
    screen, database, evening, qtbot
):
    type_in(screen, "kim")
    with qtbot.waitSignal(screen.said) as told:
        enter(screen)
    assert "press Enter again" in told.args[0]
    assert "kim" not in states(database, evening)
    enter(screen)
    assert states(database, evening)["kim"] == "present"
    QTest.mouseClick(screen.findChild(QPushButton, "arrival_0"), Qt.MouseButton.LeftButton)
    assert "kim" not in states(database, evening)
    assert "kim" not in [one.name for one in guests(database)]
    database.undo()
    assert states(database, evening)["kim"] == "present"


def club_organisations(database):
    return [row.name for row in organisations(database)]


def test_a_mistyped_organisation_goes_with_its_walk_in_and_the_step_says_who_walked_in(
    database, evening
):
    before = club_organisations(database)
    bo = door.walk_in(database, evening, "Mistyped Nmae, Hrabour Mobilty")
    take_back_check_in(database, evening, [bo], ())
    assert club_organisations(database) == before
    assert (
        str(database.next_steps()[0].label)
        == "Took back that Mistyped Nmae walked in, and removed them"
    )
    database.undo()
    assert "Hrabour Mobilty" in club_organisations(database)
    assert states(database, evening)["Mistyped Nmae"] == "present"
    database.undo()  # of the check-in itself
    assert club_organisations(database) == before


def test_an_organisation_goes_with_the_last_of_those_who_came_in_with_it(database, evening):
    for first, last in ((0, 1), (1, 0)):
        came = [door.walk_in(database, evening, f"{name} Ek, Zeta") for name in ("Bo", "Ada")]
        take_back_check_in(database, evening, [came[first]], ())
        assert "Zeta" in club_organisations(database)
        take_back_check_in(database, evening, [came[last]], ())
        assert "Zeta" not in club_organisations(database)
        database.undo()
        assert "Zeta" in club_organisations(database)
        database.redo()


def test_an_organisation_stays_that_no_walk_in_brought_along(database, evening):
    people_organisations.add_organisation(database, "Zeta", "C")
    bo = door.walk_in(database, evening, "Bo Ek, Zeta")
    take_back_check_in(database, evening, [bo], ())
    assert "Bo Ek" not in states(database, evening)
    assert "Zeta" in club_organisations(database)


def test_a_walk_in_who_was_corrected_since_stays(database, evening):
    bo = door.walk_in(database, evening, "Bo Ek")
    people.change_person(database, bo, name="Bo Ek", email="", notes="", organisation_name="Zeta")
    take_back_check_in(database, evening, [bo], ())
    assert states(database, evening)["Bo Ek"] == "registered"


def test_many_are_taken_back_with_as_many_questions_as_two(database, evening):
    asked = []
    for number in (2, 40):
        called = [f"Guest {number} {at}, Zeta" for at in range(number)]
        came = [door.walk_in(database, evening, name) for name in called]
        take_back = partial(take_back_check_in, database, evening, came, ())
        asked.append(len(queries_of(take_back)))
    assert asked[0] == asked[1]
    assert str(database.next_steps()[0].label).endswith("and removed those who had walked in")


def test_a_walk_in_who_is_named_elsewhere_is_expected_when_taken_back(database, evening):
    bo = door.walk_in(database, evening, "Bo Ek")
    expect(database, plan_evening(database), [bo])
    take_back_check_in(database, evening, [bo], ())
    assert states(database, evening)["Bo Ek"] == "registered"


def test_who_came_back_by_mistake_has_left_again(database, evening):
    aino = rows(database, evening)["Aino Laine"].person_id
    door.check_in(database, evening, aino)
    door.leave(database, evening, aino)
    door.come_back(database, evening, aino)
    take_back_check_in(database, evening, [aino], ())
    assert states(database, evening)["Aino Laine"] == "left"
    take_back_check_in(database, evening, [aino], ())
    assert states(database, evening)["Aino Laine"] == "registered"


def test_of_whoever_has_voted_the_check_in_stays_and_a_sentence_says_why(database, evening):
    aino = rows(database, evening)["Aino Laine"].person_id
    door.check_in(database, evening, aino)
    trail = PresenceTrail(
        lambda _snapshot, _session, keys: {next(iter(keys)): lazy("Aino has voted.")}
    )
    with pytest.raises(UserError, match="Aino has voted"):
        take_back_check_in(database, evening, [aino], (trail,))
    assert states(database, evening)["Aino Laine"] == "present"


def test_nobody_to_take_back_is_said(screen, qtbot):
    with qtbot.waitSignal(screen.problem) as told:
        screen.findChild(QAction, "act_take_back_check_in").trigger()
    assert told.args == ["Select somebody who was checked in first."]
