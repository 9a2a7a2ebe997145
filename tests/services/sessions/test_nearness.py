"""Which session is next: one that was planned and never held is in nobody's way."""

from datetime import timedelta

import pytest

from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import laptop_zone
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.consortia.worked_on import sessions_to_come, take_up
from kdc_desktop.services.sessions.listing import sessions
from kdc_desktop.services.sessions.upcoming import next_of
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.all_due import due
from tests.rooms.consortium_room import ConsortiumRoom, make_consortium

MISSED, NEXT, LATER = "Missed", "Next", "Later"


@pytest.fixture
def room(tmp_path):
    made = make_consortium(tmp_path / "club.kdc")
    with made.database.edit(lazy("It was held")) as edit:
        held = edit.get_one(Session, made.session_id)
        held.status, held.went_live_at, held.closed_at = SessionStatus.CLOSED, *([made.clock()] * 2)
    made.clock.days(400)
    yield made
    made.database.close()


def plan(room: ConsortiumRoom, **days: int) -> dict[str, int]:
    here = room.clock.time.in_zone(laptop_zone()).replace(tzinfo=None)
    with room.database.edit(lazy("Planned")) as edit:
        planned = [
            Session(title=title, starts_at=here + timedelta(days=ahead))
            for title, ahead in days.items()
        ]
        edit.add_all(planned)
        edit.flush()
        return {one.title: one.id for one in planned}


def asked_in(room: ConsortiumRoom) -> list[int | None]:
    return [one.session_id for one in due(room.database).askings]


def test_the_next_one_is_the_same_in_every_place(room: ConsortiumRoom) -> None:
    save_version(room.database, room.consortium_id, "Every yard shares a bike.")
    ids = plan(room, Missed=-200, Later=30, Next=7)
    for session_id in ids.values():
        take_up(room.database, session_id, room.consortium_id)
    assert [one.title for one in sessions_to_come(room.database)] == [NEXT, LATER, MISSED]
    assert asked_in(room) == [ids[NEXT]]
    coming = next_of(sessions(room.database), room.database.now())
    assert coming is not None
    assert coming.title == NEXT


def test_of_several_that_were_missed_the_last_one_is_offered(room: ConsortiumRoom) -> None:
    save_version(room.database, room.consortium_id, "Every yard shares a bike.")
    ids = plan(room, Missed=-200, Later=-100)
    for session_id in ids.values():
        take_up(room.database, session_id, room.consortium_id)
    assert [one.title for one in sessions_to_come(room.database)] == [LATER, MISSED]
    assert asked_in(room) == [ids[LATER]]


def test_one_that_is_live_stands_before_all(room: ConsortiumRoom) -> None:
    ids = plan(room, Missed=-200, Next=7)
    with room.database.edit(lazy("It is held after all")) as edit:
        found = edit.get_one(Session, ids[MISSED])
        found.status, found.went_live_at = SessionStatus.LIVE, room.clock()
    assert [one.title for one in sessions_to_come(room.database)] == [MISSED, NEXT]
