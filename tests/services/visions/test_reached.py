"""How far the goal is reached: what is measured lights the face, and what is new is told apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Session
from kdc_desktop.services.consortia.projects import NewProject, add_project
from kdc_desktop.services.consortia.steps import say_state
from kdc_desktop.services.gains.noting import GainSaid, note_gain
from kdc_desktop.services.joined.home import HOME
from kdc_desktop.services.sessions.goal import face_of
from kdc_desktop.services.sessions.programme import programme, set_programme
from tests.rooms.consortium_room import ConsortiumRoom, make_consortium


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ConsortiumRoom]:
    made = make_consortium(tmp_path / "club.kdc")
    set_programme(made.database, goal="An hour", target=60, unit="minutes a day", people=100)
    yield made
    made.database.close()


def close_evening(room: ConsortiumRoom) -> None:
    with room.database.edit(lazy("Closed")) as edit:
        session = edit.get_one(Session, room.session_id)
        session.status, session.closed_at = SessionStatus.CLOSED, room.clock.time


def test_what_was_measured_since_the_last_evening_is_told_apart(room: ConsortiumRoom) -> None:
    database, key = room.database, room.consortium_id
    note_gain(database, key, GainWay.MEASURED, GainSaid(10, 90, 5, 20))
    room.clock.days(1)
    close_evening(room)
    room.clock.days(1)
    note_gain(database, key, GainWay.MEASURED, GainSaid(15, 100))
    reached = HOME.told(database, [], None).reached
    assert reached is not None
    assert (reached.measured.value, reached.before, reached.more) == (1500, 900, 600)
    face = face_of(programme(database), reached)
    assert face is not None
    assert (face.each, face.share, face.gained) == (15, 0.25, 0.1)


def test_a_guess_lights_nothing_and_a_target_for_nobody_counted_is_only_said(
    room: ConsortiumRoom,
) -> None:
    database = room.database
    note_gain(database, room.consortium_id, GainWay.GUESSED, GainSaid(10, 90))
    assert face_of(programme(database), HOME.told(database, [], None).reached) is None
    note_gain(database, room.consortium_id, GainWay.MEASURED, GainSaid(10, 90))
    assert face_of(programme(database), HOME.told(database, [], None).reached) is not None
    set_programme(database, goal="An hour", target=60, unit="minutes a day")
    assert face_of(programme(database), HOME.told(database, [], None).reached) is None


def test_what_has_been_stopped_since_lit_the_face_then(room: ConsortiumRoom) -> None:
    database = room.database
    note_gain(database, room.consortium_id, GainWay.MEASURED, GainSaid(10, 90))
    room.clock.days(1)
    close_evening(room)
    room.clock.days(1)
    other = add_project(database, NewProject("Another"))
    note_gain(database, other, GainWay.MEASURED, GainSaid(10, 90))
    say_state(database, room.consortium_id, ConsortiumState.STOPPED)
    reached = HOME.told(database, [], None).reached
    assert reached is not None
    assert (reached.measured.value, reached.before, reached.more) == (900, 900, 0)
