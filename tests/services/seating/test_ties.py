"""What a meeting is: one table of a round that met, or one consortium of an evening."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from kdc_desktop.domain.seating.ties import Met
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model import PersonMerge, Seat, Session
from kdc_desktop.services.people.forgetting import replace_by_pseudonym
from kdc_desktop.services.seating.ties import met
from kdc_desktop.storage import Database
from tests.rooms.meeting_room import FIRST_EVENING, MeetingRoom


@pytest.fixture
def room(database: Database) -> MeetingRoom:
    return MeetingRoom(database)


def pairs(room: MeetingRoom, sessions: set[int] | None = None, before: Instant | None = None):
    with room.database.read() as snapshot:
        return met(snapshot, sessions, before)


def times(room: MeetingRoom) -> dict[tuple[int, int], int]:
    return {pair: one.times for pair, one in pairs(room).items()}


def test_those_at_one_table_of_a_round_that_met_have_met(room: MeetingRoom):
    evening = room.evening()
    room.table(evening, 1, 2, 3)
    room.table(evening, 4, 5)
    assert times(room) == {(1, 2): 1, (1, 3): 1, (2, 3): 1, (4, 5): 1}


def test_a_round_that_is_only_planned_is_no_meeting(room: MeetingRoom):
    room.table(room.evening(), 1, 2, has_met=False)
    assert times(room) == {}


def test_who_did_not_come_to_the_table_met_nobody_there(room: MeetingRoom):
    table = room.table(room.evening(), 1, 2, 3)
    with room.database.edit(lazy("Stayed away")) as edit:
        away = select(Seat).where(Seat.table_id == table, Seat.person_id == 3)
        edit.scalars(away).one().came = False
    assert times(room) == {(1, 2): 1}


def test_being_in_the_same_room_is_no_meeting(room: MeetingRoom):
    room.evening(came=range(1, 9))
    assert times(room) == {}


def test_those_placed_in_one_consortium_of_an_evening_have_met(room: MeetingRoom):
    evening = room.evening()
    room.consortium(evening, 1, 2)
    room.consortium(evening, 3, 4, 5)
    assert times(room) == {(1, 2): 1, (3, 4): 1, (3, 5): 1, (4, 5): 1}


def test_each_evening_of_a_consortium_counts_with_those_who_speak_in_it(room: MeetingRoom):
    first, second = room.evening(), room.evening()
    one = room.consortium(first, 1, 2, 3)
    room.speak(second, one, 1, 2)
    assert times(room) == {(1, 2): 2, (1, 3): 1, (2, 3): 1}


def test_a_placement_in_an_evening_to_come_is_no_meeting(room: MeetingRoom):
    room.consortium(room.evening(status=SessionStatus.PLANNED), 1, 2)
    assert times(room) == {}


def test_who_was_placed_and_never_came_has_met_nobody(room: MeetingRoom):
    evening = room.evening(came=(1, 2), missing=(3,))
    room.consortium(evening, 1, 2, 3)
    assert times(room) == {(1, 2): 1}


def test_where_nobody_was_checked_in_all_who_were_placed_have_met(room: MeetingRoom):
    evening = room.evening(came=(), missing=(1, 2, 3))
    room.consortium(evening, 1, 2, 3)
    assert len(times(room)) == 3


def test_it_is_known_when_and_where_they_met_first_and_last(room: MeetingRoom):
    first, second = room.evening(), room.evening()
    room.table(first, 1, 2)
    room.consortium(second, 1, 2)
    later = FIRST_EVENING + timedelta(days=30)
    assert pairs(room) == {(1, 2): Met(2, FIRST_EVENING, later, first, second)}


def test_only_some_sessions_or_what_was_before_are_asked_for(room: MeetingRoom):
    first, second = room.evening(), room.evening()
    room.table(first, 1, 2)
    room.table(second, 2, 3)
    assert list(pairs(room, {second})) == [(2, 3)]
    assert list(pairs(room, None, FIRST_EVENING + timedelta(days=30))) == [(1, 2)]
    assert pairs(room, set()) == {}


def test_a_session_in_the_trash_does_not_count(room: MeetingRoom):
    evening = room.evening()
    room.table(evening, 1, 2)
    room.consortium(evening, 3, 4)
    with room.database.edit(lazy("Trashed")) as edit:
        edit.get_one(Session, evening).trashed_at = FIRST_EVENING
    assert pairs(room) == {}
    assert pairs(room, {evening}) == {}


def test_who_is_known_twice_is_one_person(room: MeetingRoom):
    evening = room.evening()
    room.table(evening, 1, 2, 3)
    with room.database.edit(lazy("Merged")) as edit:
        edit.add(PersonMerge(person_id=2, into_id=1, at=FIRST_EVENING))
    assert times(room) == {(1, 3): 1}


def test_who_is_forgotten_keeps_their_ties(room: MeetingRoom):
    room.table(room.evening(), 1, 2)
    replace_by_pseudonym(room.database, 2)
    assert times(room) == {(1, 2): 1}
