"""Whose offer meets whose need in a suggestion: people's, organisations', and never one's own."""

from pathlib import Path
from time import process_time

import pytest

from kdc_desktop.domain.consortia.bonds import Meeting
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person
from kdc_desktop.services.consortia.suggestions import problem_of
from kdc_desktop.services.interests.organisations import set_wishes_of
from kdc_desktop.services.interests.rows import Wisher
from kdc_desktop.services.interests.wishes import set_interests
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.offers.noting import SaidOffer, note_all
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.services.people import organisations
from tests.rooms.consortia_room import Room
from tests.rooms.large_house import make_large_house
from tests.rooms.one_suggestion import suggest

LAB = "Rooftop greenhouse laboratory"


def meetings(room: Room) -> tuple[Meeting, ...]:
    return problem_of(room.database, room.session_id, CONSORTIUM_TRAILS).bonds.meetings


def pairs(room: Room) -> list[tuple[list[int], list[int]]]:
    return [(sorted(one.ones), sorted(one.others)) for one in meetings(room)]


def of_house(room: Room, organisation: int) -> list[int]:
    problem = problem_of(room.database, room.session_id, CONSORTIUM_TRAILS)
    key = room.organisations[organisation]
    return sorted(one.person_id for one in problem.candidates if one.organisation_id == key)


def say(room: Room, kind: OfferKind, holder: Holder, text: str = LAB) -> None:
    note_all(room.database, [SaidOffer(kind, text, holder)], room.session_id)


def put_into(room: Room, person_id: int, department_id: int) -> None:
    with room.database.edit(lazy("Moved")) as edit:
        edit.get_one(Person, person_id).department_id = department_id


def test_an_offer_of_an_organisation_is_one_and_whoever_of_it_is_there_brings_it(
    room: Room,
) -> None:
    say(room, OfferKind.OFFER, Holder(None, room.organisations[0]))
    say(room, OfferKind.NEED, Holder(room.people[1]))
    assert pairs(room) == [(of_house(room, 0), [room.people[1]])]


def test_an_organisation_meets_neither_its_own_need_nor_that_of_its_people(room: Room) -> None:
    house = room.organisations[0]
    part = organisations.add_department(room.database, house, "Yards")
    put_into(room, of_house(room, 0)[0], part)
    holders = Holder(None, house), Holder(None, house, part), *map(Holder, of_house(room, 0))
    say(room, OfferKind.OFFER, Holder(None, house))
    for holder in holders:
        say(room, OfferKind.NEED, holder)
    assert pairs(room) == []


@pytest.mark.parametrize("beside_wishes", [True, False])
def test_what_an_organisation_says_beside_what_it_wants_counts_too(
    room: Room, beside_wishes: bool
) -> None:
    house = Wisher(room.organisations[0])
    offers, needs = (LAB, "") if beside_wishes else ("", LAB)
    set_wishes_of(
        room.database, room.session_id, house, room.winners[:1], offers=offers, needs=needs
    )
    other = OfferKind.NEED if beside_wishes else OfferKind.OFFER
    say(room, other, Holder(room.people[1]))
    found = [of_house(room, 0), [room.people[1]]]
    assert pairs(room) == [tuple(found if beside_wishes else found[::-1])]


def test_the_same_said_on_the_wall_and_beside_wishes_is_one(room: Room) -> None:
    one, other = room.people[0], room.people[1]
    set_interests(room.database, room.session_id, one, room.winners[:1], offers=LAB)
    say(room, OfferKind.OFFER, Holder(one), LAB.upper())
    say(room, OfferKind.NEED, Holder(other))
    assert pairs(room) == [([one], [other])]


def test_one_of_an_organisation_sits_with_who_needs_what_it_offers(room: Room) -> None:
    """It is met once: the rest of its people may sit elsewhere."""
    needs, people = room.people[1], of_house(room, 0)
    both = room.winners[:2]
    for at, key in enumerate([needs, *people]):
        set_interests(room.database, room.session_id, key, both if at else both[:1])
    say(room, OfferKind.OFFER, Holder(None, room.organisations[0]))
    say(room, OfferKind.NEED, Holder(needs))
    problem = problem_of(room.database, room.session_id, CONSORTIUM_TRAILS)
    placed = suggest(problem).placed
    assert placed[needs] in {placed[key] for key in people}


def test_what_an_organisation_of_many_offers_is_looked_at_once(tmp_path: Path) -> None:
    few, many = (
        make_large_house(tmp_path / "few.kdc", 20),
        make_large_house(tmp_path / "many.kdc", 300),
    )
    took = []
    for room in (few, many):
        meetings(room)
        begun = process_time()
        assert len(meetings(room)) == 1  # the two organisations, by the best of what they said
        took.append(process_time() - begun)
        room.database.close()
    assert took[1] < 1  # a tenth on a laptop; it took half a minute where each said it all
