"""Signs of life of a consortium, in one line each."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.instants import day_of, laptop_zone
from kdc_desktop.services.consortia.signs import (
    SignRow,
    remove_sign_of_life,
    signs_of,
    write_sign_of_life,
)
from tests.rooms.consortium_room import ConsortiumRoom, make_consortium


@pytest.fixture
def bikes(tmp_path: Path) -> Iterator[ConsortiumRoom]:
    made = make_consortium(tmp_path / "club.kdc")
    yield made
    made.database.close()


def heard(room: ConsortiumRoom) -> list[SignRow]:
    with room.database.read() as snapshot:
        return signs_of(snapshot, [room.consortium_id])[room.consortium_id]


def test_the_last_sign_of_life_stands_first(bikes: ConsortiumRoom) -> None:
    today = day_of(bikes.clock(), laptop_zone())
    write_sign_of_life(bikes.database, bikes.consortium_id, "  Two yards\nride ", " Aino ")
    earlier = today - timedelta(days=9)
    write_sign_of_life(bikes.database, bikes.consortium_id, "One yard rides", day=earlier)
    bikes.clock.days(90)
    write_sign_of_life(bikes.database, bikes.consortium_id, "Five yards ride")
    assert [(row.text, row.said_by, row.day) for row in heard(bikes)] == [
        ("Five yards ride", "", today + timedelta(days=90)),
        ("Two yards ride", "Aino", today),
        ("One yard rides", "", earlier),
    ]


@pytest.mark.parametrize("text", ["", " ", "x" * 501])
def test_a_sign_of_life_is_one_line_that_says_something(bikes: ConsortiumRoom, text: str) -> None:
    with pytest.raises(UserError):
        write_sign_of_life(bikes.database, bikes.consortium_id, text)
    assert heard(bikes) == []


def test_nothing_is_heard_tomorrow(bikes: ConsortiumRoom) -> None:
    tomorrow = day_of(bikes.clock(), laptop_zone()) + timedelta(days=1)
    with pytest.raises(UserError, match="still to come"):
        write_sign_of_life(bikes.database, bikes.consortium_id, "It rides", day=tomorrow)


def test_a_sign_that_was_removed_comes_back(bikes: ConsortiumRoom) -> None:
    key = write_sign_of_life(bikes.database, bikes.consortium_id, "It rides")
    before = heard(bikes)
    remove_sign_of_life(bikes.database, key)
    assert heard(bikes) == []
    assert str(bikes.database.undo().label) == "Removed a sign of life: It rides"
    assert heard(bikes) == before
