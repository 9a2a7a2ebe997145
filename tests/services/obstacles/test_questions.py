"""What holds consortia back, as lists are told it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.domain.kit.ages import AgeBand
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Obstacle
from kdc_desktop.services.consortia.clubwide import all_consortia
from kdc_desktop.services.joined.consortia import BUY_IN, HELD_UP
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.obstacles.questions import obstacles_of
from kdc_desktop.services.obstacles.rows import ObstacleRow
from tests.rooms.consortium_room import EVENING, ConsortiumRoom, make_consortium


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ConsortiumRoom]:
    made = make_consortium(tmp_path / "club.kdc")
    yield made
    made.database.close()


def raised(room: ConsortiumRoom, text: str, **more: object) -> int:
    with room.database.edit(lazy("Raised an obstacle")) as edit:
        kept = {"kind": ObstacleKind.PERMIT, "raised_at": room.database.now(), **more}
        made = Obstacle(consortium_id=room.consortium_id, text=text, **kept)
        edit.add(made)
        edit.flush()
        return made.id


def open_ones(room: ConsortiumRoom) -> tuple[ObstacleRow, ...]:
    with room.database.read() as snapshot:
        asked = snapshot, [room.consortium_id], room.database.now(), club_zone(snapshot)
        return obstacles_of(*asked).get(room.consortium_id, ())


def test_the_oldest_obstacle_comes_first_with_its_age_in_days(room):
    raised(room, "The harbour has to allow the shelters")
    room.clock.days(31)
    raised(room, "Nobody pays for the locks", kind=ObstacleKind.FUNDING)
    told = [(row.text, row.kind, row.age_days) for row in open_ones(room)]
    assert told == [
        ("The harbour has to allow the shelters", ObstacleKind.PERMIT, 31),
        ("Nobody pays for the locks", ObstacleKind.FUNDING, 0),
    ]


def test_the_list_of_the_club_tells_how_many_there_are_and_of_the_oldest(room):
    raised(room, "The harbour has to allow the shelters")
    room.clock.days(90)
    raised(room, "Nobody pays for the locks")
    raised(room, "It was too far away", solved_at=EVENING)
    (row,) = all_consortia(room.database, BUY_IN, HELD_UP)
    held = row.held_up
    assert held is not None
    assert (held.open, held.age_days, held.band) == (2, 90, AgeBand.VERY_OLD)
    assert (str(held.kind), held.text) == ("Permit", "The harbour has to allow the shelters")


def test_nothing_holds_back_a_consortium_without_obstacles(room):
    (row,) = all_consortia(room.database, BUY_IN, HELD_UP)
    assert row.held_up is None
