"""Verbs that work with offers and needs, wishes of organisations, who is kept apart, and tables."""

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.offers.states import FitState, OfferEnd, OfferKind
from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.domain.seating.problem import Matters
from kdc_desktop.model import (
    Department,
    Offer,
    OfferMatch,
    OpenRole,
    Organisation,
    Person,
    Seat,
    SeatingRound,
    SeatingTable,
    Winner,
)
from kdc_desktop.services.consortia.filling import fill_with_person
from kdc_desktop.services.interests import organisations as interest_organisations
from kdc_desktop.services.interests.proposals import take_over_proposals
from kdc_desktop.services.interests.rows import Wisher
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.offers import meeting_needs, noting
from kdc_desktop.services.offers.noting import SaidOffer
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.services.people import apart, capacities
from kdc_desktop.services.seating import keeping, late, meeting, moving, results
from kdc_desktop.services.seating.planning import Wish, plan_rounds
from kdc_desktop.storage import Database
from tests.storage.draw import Draw, Verb


def holder(draw: Draw) -> Holder:
    """A person, or an organisation."""
    if draw.one_of(True, False):
        return Holder(draw.id(Person))
    return Holder(organisation_id=draw.id(Organisation))


def note_all(database: Database, draw: Draw) -> object:
    kinds = draw.one_of(*OfferKind), draw.one_of(*OfferKind)
    said = [SaidOffer(kind, draw.text(), holder(draw)) for kind in kinds]
    return noting.note_all(database, said, draw.one_of(None, draw.session()))


def match_offer(database: Database, draw: Draw) -> object:
    offer = draw.id(Offer, Offer.kind == OfferKind.OFFER)
    need = draw.id(Offer, Offer.kind == OfferKind.NEED)
    return meeting_needs.match_offer(database, offer, need, None, draw.text())


def say_they_do_not_fit(database: Database, draw: Draw) -> None:
    offer = draw.id(Offer, Offer.kind == OfferKind.OFFER)
    need = draw.id(Offer, Offer.kind == OfferKind.NEED)
    meeting_needs.say_they_do_not_fit(database, offer, need, draw.one_of(None, draw.session()))


def say_they_may_fit(database: Database, draw: Draw) -> None:
    key = draw.id(OfferMatch, OfferMatch.state == FitState.NO_FIT)
    with database.read() as snapshot:
        said = snapshot.get_one(OfferMatch, key)
        pair = said.offer_id, said.need_id
    meeting_needs.say_they_may_fit(database, *pair)


def answer_need(database: Database, draw: Draw) -> object:
    need = draw.id(Offer, Offer.kind == OfferKind.NEED)
    return meeting_needs.answer_need(database, need, Holder(draw.id(Person)), None)


def set_wishes_of(database: Database, draw: Draw) -> None:
    session, wisher = draw.session(), Wisher(draw.id(Organisation))
    choices = draw.ids(Winner, 3, Winner.session_id == session)
    role = draw.one_of(*MemberRole)
    interest_organisations.set_wishes_of(database, session, wisher, choices, role, draw.text())


def keep_plan(database: Database, draw: Draw) -> None:
    session = draw.session()
    plan = plan_rounds(database, session, None, Wish(seats=3, rounds=draw.one_of(1, 2)))
    keeping.keep_plan(database, session, None, plan)


def at_tables(draw: Draw, most: int = 3) -> tuple[int, list[int]]:
    """A round, and some who have a seat in it."""
    round_id = draw.id(SeatingRound)
    seats = draw.ids(Seat, most, Seat.round_id == round_id)
    with draw.database.read() as snapshot:
        return round_id, [snapshot.get_one(Seat, seat).person_id for seat in seats]


def at_table(draw: Draw) -> tuple[int, int]:
    """A round, and somebody who has a seat in it."""
    round_id, (person_id,) = at_tables(draw, 1)
    return round_id, person_id


def move_to_table(database: Database, draw: Draw) -> None:
    round_id, person_id = at_table(draw)
    table = draw.id(SeatingTable, SeatingTable.round_id == round_id)
    moving.move_to_table(database, round_id, person_id, table)


def swap_seats(database: Database, draw: Draw) -> None:
    round_id, one = at_table(draw)
    with database.read() as snapshot:
        seat = draw.id(Seat, Seat.round_id == round_id, Seat.person_id != one)
        other = snapshot.get_one(Seat, seat).person_id
    moving.swap_seats(database, round_id, one, other)


def set_host(database: Database, draw: Draw) -> None:
    moving.set_host(database, *at_table(draw), draw.one_of(True, False))


WITH_GOING: dict[str, Verb] = {
    "note_all": note_all,
    "change_offer": lambda db, d: noting.change_offer(db, d.id(Offer), d.text()),
    "end_offers": lambda db, d: noting.end_offers(db, d.ids(Offer), d.one_of(*OfferEnd)),
    "bring_offers_back": lambda db, d: noting.bring_back(db, d.ids(Offer)),
    "remove_offers": lambda db, d: noting.remove_offers(db, d.ids(Offer, 2)),
    "match_offer": match_offer,
    "unmatch_offers": lambda db, d: meeting_needs.unmatch_offers(db, d.ids(OfferMatch)),
    "say_they_do_not_fit": say_they_do_not_fit,
    "say_they_may_fit": say_they_may_fit,
    "answer_need": answer_need,
    "fill_with_person": lambda db, d: fill_with_person(
        db, d.session(), d.id(OpenRole), d.id(Person), CONSORTIUM_TRAILS
    ),
    "keep_apart": lambda db, d: apart.keep_apart(db, d.id(Person), d.id(Person), d.text()),
    "keep_apart_no_longer": lambda db, d: apart.keep_apart_no_longer(
        db, d.id(Person), d.id(Person)
    ),
    "say_size": lambda db, d: capacities.say_size(
        db, d.id(Organisation), d.one_of(None, *OrganisationSize)
    ),
    "limit_groups": lambda db, d: capacities.limit_groups(
        db, d.id(Organisation), d.one_of(None, 0, 1, 3)
    ),
    "limit_groups_of_department": lambda db, d: capacities.limit_groups_of_department(
        db, d.id(Department), d.one_of(None, 0, 1, 3)
    ),
    "set_wishes_of": set_wishes_of,
    "clear_wishes_of": lambda db, d: interest_organisations.clear_wishes_of(
        db, d.session(), [Wisher(key) for key in d.ids(Organisation)]
    ),
    "take_over_proposals": lambda db, d: take_over_proposals(db, d.session()),
    "keep_plan": keep_plan,
    "remove_rounds": lambda db, d: keeping.remove_rounds(db, d.session(), None),
    "move_to_table": move_to_table,
    "swap_seats": swap_seats,
    "take_from_table": lambda db, d: moving.take_from_table(db, *at_tables(d)),
    "pin_at_table": lambda db, d: moving.set_pinned(db, *at_tables(d), d.one_of(True, False)),
    "set_host": set_host,
    "name_topic": lambda db, d: moving.name_topic(db, d.id(SeatingTable), d.text()),
    "tick_met": lambda db, d: meeting.tick_met(db, d.ids(SeatingTable), d.one_of(True, False)),
    "set_came": lambda db, d: meeting.set_came(db, d.id(Seat), d.one_of(True, False)),
    "seat_arrivals": lambda db, d: late.seat_arrivals(db, d.session(), None, Matters()),
    "put_on_board": lambda db, d: results.put_on_board(
        db, d.id(SeatingTable), [d.text(), d.text()]
    ),
}
