"""Who has met is known also where it is ticked once people have left."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Stage
from kdc_desktop.services.attendance.door import come_back, leave
from kdc_desktop.services.seating.meeting import tick_met
from kdc_desktop.services.seating.ties import met
from kdc_desktop.storage import open_database
from tests.rooms.consortia_room import EVENING
from tests.rooms.tables_room import TablesRoom, make_tables_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[TablesRoom]:
    made = make_tables_room(tmp_path / "club.kdc", people=8)
    made.database.close()
    minutes = count(1)
    database = open_database(
        tmp_path / "club.kdc", lambda: EVENING + timedelta(minutes=next(minutes))
    )
    yield replace(made, database=database)
    database.close()


def ticked(room: TablesRoom, number: int = 0) -> int:
    """Tick a round as met; how many have met in all then."""
    tick_met(room.database, [table.id for table in room.rounds[number].tables])
    with room.database.read() as snapshot:
        return len({one for pair in met(snapshot) for one in pair})


def test_a_round_that_is_ticked_once_all_have_left_has_met(room: TablesRoom) -> None:
    room.seat(seats=4)
    for person_id in room.people:
        leave(room.database, 1, person_id)
    assert ticked(room) == 8


def test_who_left_in_the_round_before_has_met_nobody_in_the_next(room: TablesRoom) -> None:
    room.seat(seats=8, rounds=2)
    first = room.rounds[0]
    leave(room.database, 1, room.people[0])
    assert ticked(room) == 8
    ticked(room, 1)
    (table,) = room.rounds[1].tables
    came = {seat.person.person_id: seat.came for seat in table.seats}
    assert came == {key: key != room.people[0] for key in room.people}
    assert first.id != room.rounds[1].id


def test_who_left_and_came_back_was_there(room: TablesRoom) -> None:
    leave(room.database, 1, room.people[0])
    come_back(room.database, 1, room.people[0])
    room.seat(seats=8)
    leave(room.database, 1, room.people[0])
    assert ticked(room) == 8


def test_who_came_only_once_the_stage_was_over_has_met_nobody_in_it(room: TablesRoom) -> None:
    gone = room.people[0]
    room.seat(seats=8)
    leave(room.database, 1, gone)
    with room.database.edit(lazy("Over")) as edit:
        stage = edit.get_one(Stage, room.stage_id)
        stage.started_at = stage.ended_at = room.database.now()
    come_back(room.database, 1, gone)
    assert ticked(room) == 7


def test_where_nobody_was_in_the_room_nothing_is_ticked(room: TablesRoom) -> None:
    room.seat(seats=8)
    for person_id in room.people:
        room.leaves(person_id)
    with pytest.raises(UserError, match="check in who was"):
        ticked(room)
