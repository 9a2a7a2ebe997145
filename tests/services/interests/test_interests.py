"""Interests: who would join the work on which winner. On a real file."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kdc_desktop.domain.attendance.states import AttendanceRole, AttendanceState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Attendance
from kdc_desktop.services.interests.questions import (
    interest_counts,
    interests,
    interests_now,
    people_to_ask,
)
from kdc_desktop.services.interests.rows import InterestRow
from kdc_desktop.services.interests.wishes import clear_interests, set_interests
from tests.rooms.consortia_room import Room, make_room
from tests.rooms.statements import queries_of


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


def given(room: Room) -> dict[int, InterestRow]:
    return {row.person_id: row for row in interests(room.database, room.session_id)}


def test_what_is_said_later_replaces_what_was_said(room: Room) -> None:
    a, b, c = room.winners
    person = room.people[0]
    set_interests(room.database, 1, person, [a, b, c], MemberRole.FUNDER, "money", "a yard")
    set_interests(room.database, 1, person, [c, a], MemberRole.LEAD, " a  shed ")
    row = given(room)[person]
    assert (row.choices, row.role, row.offers, row.needs) == ((c, a), MemberRole.LEAD, "a shed", "")
    assert (row.organisation, row.sector, row.present) == ("Harbour Mobility", "C", True)


def test_one_undo_brings_back_what_was_said(room: Room) -> None:
    a, b, c = room.winners
    set_interests(room.database, 1, room.people[0], [a, b])
    before = given(room)
    set_interests(room.database, 1, room.people[0], [b, c], MemberRole.LEAD)
    assert str(room.database.undo().label) == "Noted what Aino Salmi would join"
    assert given(room) == before
    clear_interests(room.database, 1, [room.people[0]])
    assert given(room) == {}
    room.database.undo()
    assert given(room) == before


@pytest.mark.parametrize("choices", [[], [1, 1], [1, 2, 3, 4], [99]])
def test_what_cannot_be_is_said_and_changes_nothing(room: Room, choices: list[int]) -> None:
    with pytest.raises(UserError):
        set_interests(room.database, 1, room.people[0], choices, MemberRole.LEAD)
    assert given(room) == {}


def test_wishes_are_counted_by_choice_and_by_sector(room: Room) -> None:
    a, b, c = room.winners
    set_interests(room.database, 1, room.people[0], [a, b])
    set_interests(room.database, 1, room.people[1], [a])
    set_interests(room.database, 1, room.people[4], [b, a, c])
    first, second, third = interest_counts(room.database, 1)
    assert (first.by_choice, first.by_sector) == ((2, 1, 0), {"C": 1, "P": 1, "R": 1})
    assert (second.people, third.people, third.title) == (2, 1, "Five-day pilot permits")


def test_those_present_without_an_interest_are_asked_first(room: Room) -> None:
    set_interests(room.database, 1, room.people[0], [room.winners[0]])
    with room.database.edit(lazy("Somebody left, somebody helps")) as edit:
        edit.get_one(Attendance, 2).state = AttendanceState.LEFT
        edit.get_one(Attendance, 3).role = AttendanceRole.STAFF
    asked = people_to_ask(room.database, 1)
    assert len(asked) == 19
    assert [row.name for row in asked[-2:]] == ["Aino Salmi", "Eero Salmi"]


def test_interests_that_changed_are_read_with_as_many_queries_for_many_as_for_one(
    room: Room,
) -> None:
    for person in room.people[:6]:
        set_interests(room.database, 1, person, room.winners[:2])
    all_of_them = given(room)
    ids = [key for person in room.people[:5] for key in all_of_them[person].ids]
    nobody = room.people[7]
    some = {person: all_of_them[person] for person in room.people[:6]}
    asked = partial(interests_now, room.database, 1)
    assert asked(ids, [room.people[5], nobody]) == {**some, nobody: None}
    few = queries_of(partial(asked, ids[:1], []))
    assert few
    assert len(queries_of(partial(asked, ids, [room.people[5], nobody]))) == len(few)
