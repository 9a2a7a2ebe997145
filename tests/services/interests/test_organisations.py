"""What organisations and their departments would join is noted, listed and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.errors import UserError
from kdc_desktop.services.interests.organisations import (
    clear_wishes_of,
    set_wishes_of,
    wishers,
    wishes_of_organisations,
)
from kdc_desktop.services.interests.rows import Wisher
from kdc_desktop.services.people import organisations
from tests.rooms.consortia_room import Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


def test_a_whole_and_its_department_want_each_their_own(room: Room) -> None:
    city = room.organisations[1]
    part = organisations.add_department(room.database, city, "Yards")
    a, b, c = room.winners
    place = (room.database, 1)
    set_wishes_of(*place, Wisher(city), [b, a], MemberRole.FUNDER, " a budget ", "permits")
    set_wishes_of(*place, Wisher(city, part), [c])
    whole, yards = wishes_of_organisations(*place)
    assert (whole.name, whole.choices, whole.role) == ("City, Transport", (b, a), "funder")
    assert (whole.offers, whole.needs, whole.sector) == ("a budget", "permits", "P")
    assert (yards.name, yards.choices) == ("City, Transport, Yards", (c,))


def test_what_is_said_again_takes_the_place_of_what_was_said(room: Room) -> None:
    house = Wisher(room.organisations[0])
    a, b, c = room.winners
    set_wishes_of(room.database, 1, house, [a, b])
    set_wishes_of(room.database, 1, house, [b, a, c])
    (wish,) = wishes_of_organisations(room.database, 1)
    assert wish.choices == (b, a, c)
    room.database.undo()
    (wish,) = wishes_of_organisations(room.database, 1)
    assert wish.choices == (a, b)


def test_what_cannot_be_is_refused(room: Room) -> None:
    house, a = Wisher(room.organisations[0]), room.winners[0]
    for choices, said in (([], "at least one"), ([a, a], "once"), ([999], "not marked")):
        with pytest.raises(UserError, match=said):
            set_wishes_of(room.database, 1, house, choices)
    assert wishes_of_organisations(room.database, 1) == []


def test_it_is_taken_back_of_those_that_are_meant(room: Room) -> None:
    first, second = (Wisher(key) for key in room.organisations[:2])
    for house in (first, second):
        set_wishes_of(room.database, 1, house, room.winners[:2])
    clear_wishes_of(room.database, 1, [first])
    assert [one.wisher for one in wishes_of_organisations(room.database, 1)] == [second]
    assert str(room.database.next_steps()[0].label) == "Removed the interests of 1 organisation"


def test_every_organisation_and_department_may_want_something(room: Room) -> None:
    part = organisations.add_department(room.database, room.organisations[0], "Boats")
    known = wishers(room.database)
    assert known["Harbour Mobility"] == Wisher(room.organisations[0])
    assert known["Harbour Mobility, Boats"] == Wisher(room.organisations[0], part)
    assert len(known) == len(room.organisations) + 1
