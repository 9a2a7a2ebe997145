"""An offer and a need of which somebody said that they do not fit: told to nobody as a match."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.offers.states import FitState, OfferKind
from kdc_desktop.errors import UserError
from kdc_desktop.model import OfferMatch
from kdc_desktop.services.consortia.suggestions import problem_of
from kdc_desktop.services.interests.wishes import set_interests
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.joined.offers import ROLES
from kdc_desktop.services.offers.history import history_of
from kdc_desktop.services.offers.meeting_needs import (
    match_offer,
    say_they_do_not_fit,
    say_they_may_fit,
)
from kdc_desktop.services.offers.noting import SaidOffer, note_all, remove_offers
from kdc_desktop.services.offers.questions import matched, open_offers, unfit_pairs
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.services.offers.wall import offer_wall
from kdc_desktop.services.seating.before import known_of
from kdc_desktop.services.seating.questions import seating
from kdc_desktop.services.sessions import planning
from tests.rooms.consortia_room import Room, make_room
from tests.rooms.empty_club import plan_evening
from tests.storage.places import dump

OFFER, NEED = OfferKind.OFFER, OfferKind.NEED


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


def note(room: Room, kind: OfferKind, text: str, at: int, session: int | None = 1) -> int:
    said = SaidOffer(kind, text, Holder(room.people[at]))
    (key,) = note_all(room.database, [said], session)
    return key


def yard(room: Room) -> tuple[int, int]:
    """An offer of the first, and a need of the second that says the same words."""
    return note(room, OFFER, "a yard for bikes", 0), note(room, NEED, "bikes want a yard", 1)


def on_wall(room: Room) -> list[tuple[int, int, bool]]:
    wall = offer_wall(room.database, 1, ROLES).look_for_fits()
    return [(one.offer.id, one.need.id, one.match is not None) for one in wall.pairs]


def at_tables(room: Room) -> set[tuple[int, int]]:
    whole = seating(room.database, 1, None)
    with room.database.read() as snapshot:
        return {*known_of(snapshot, (), whole.present).together}


def in_suggestions(room: Room) -> list[tuple[int, ...]]:
    problem = problem_of(room.database, 1, CONSORTIUM_TRAILS)
    return [(*one.ones, *one.others) for one in problem.bonds.meetings]


def test_neither_the_wall_nor_tables_nor_suggestions_bring_them_together(room: Room) -> None:
    one, other = room.people[:2]
    for person_id in (one, other):
        set_interests(room.database, 1, person_id, room.winners[:1])
    offer, need = yard(room)
    assert on_wall(room) == [(offer, need, False)]
    assert (at_tables(room), in_suggestions(room)) == ({(one, other)}, [(one, other)])
    before = dump(room.database.path)
    say_they_do_not_fit(room.database, offer, need, 1)
    assert (on_wall(room), at_tables(room), in_suggestions(room)) == ([], set(), [])
    room.database.undo()
    assert dump(room.database.path) == before
    assert on_wall(room) == [(offer, need, False)]


def test_what_was_said_beside_wishes_in_the_same_words_does_not_fit_either(room: Room) -> None:
    one, other = room.people[:2]
    role, wishes = MemberRole.PARTNER, room.winners[:1]
    set_interests(room.database, 1, one, wishes, role, "a yard for bikes", "")
    set_interests(room.database, 1, other, wishes, role, "", "Bikes want a yard")
    assert in_suggestions(room) == [(one, other)]
    offer, need = yard(room)
    say_they_do_not_fit(room.database, offer, need, 1)
    assert in_suggestions(room) == []
    note(room, OFFER, "a large yard for bikes", 0)
    assert in_suggestions(room) == [(one, other)]


def test_two_that_had_met_are_parted_by_it_and_meet_when_somebody_says_so(room: Room) -> None:
    offer, need = yard(room)
    match_offer(room.database, offer, need, 1, "on Monday")
    say_they_do_not_fit(room.database, offer, need, 1)
    with room.database.read() as snapshot:
        assert matched(snapshot) == ()
        assert unfit_pairs(snapshot) == {(offer, need)}
    (said,) = history_of(room.database, Holder(room.people[0]))
    assert said.met == ()
    match_offer(room.database, offer, need, 1)
    assert on_wall(room) == [(offer, need, True)]
    with room.database.read() as snapshot:
        (row,) = snapshot.scalars(select(OfferMatch))
        assert (row.state, row.note) == (FitState.AGREED, "")


def test_it_is_said_once_and_taken_back_once(room: Room) -> None:
    offer, need = yard(room)
    with pytest.raises(UserError, match="Nobody has said"):
        say_they_may_fit(room.database, offer, need)
    with pytest.raises(UserError, match="one offer and one need"):
        say_they_do_not_fit(room.database, need, offer, 1)
    say_they_do_not_fit(room.database, offer, need, 1)
    with pytest.raises(UserError, match="said before"):
        say_they_do_not_fit(room.database, offer, need, 1)
    say_they_may_fit(room.database, offer, need)
    assert on_wall(room) == [(offer, need, False)]
    remove_offers(room.database, [offer])
    assert on_wall(room) == []


def test_what_was_said_in_an_evening_in_the_trash_holds_no_longer(room: Room) -> None:
    evening = plan_evening(room.database)
    offer, need = note(room, OFFER, "a yard for bikes", 0, evening), note(room, NEED, "a yard", 1)
    say_they_do_not_fit(room.database, offer, need, evening)
    planning.trash_sessions(room.database, [evening])
    with room.database.read() as snapshot:
        assert [row.id for row in open_offers(snapshot)] == [need]
        assert unfit_pairs(snapshot) == set()
    room.database.undo()
    assert on_wall(room) == []
    with room.database.read() as snapshot:
        assert unfit_pairs(snapshot) == {(offer, need)}
