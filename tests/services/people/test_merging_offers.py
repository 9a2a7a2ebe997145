"""What becomes of what two who are one offer and need."""

from typing import Any

from kdc_desktop.domain.offers.states import FitState, OfferKind
from kdc_desktop.model import (
    Offer,
    OfferMatch,
)
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import people
from kdc_desktop.services.people.merging import merge_organisations, preview_of_organisations
from kdc_desktop.storage import Database
from tests.rooms.empty_club import EVENING
from tests.rooms.known_twice import merge, preview, two
from tests.rooms.merged_rows import put, rows_of, two_organisations
from tests.storage.places import dump


def test_offers_come_along_and_nobody_has_to_talk_to_themself(database: Database) -> None:
    gone, stays = two(database)
    bo = people.add_person(database, "Bo")
    now = {"created_at": EVENING}
    van, room, lift = put(
        database,
        Offer(kind=OfferKind.OFFER, text="A van", person_id=gone, **now),
        Offer(kind=OfferKind.NEED, text="A room", person_id=bo, **now),
        Offer(kind=OfferKind.NEED, text="A lift", person_id=stays, **now),
    )
    put(
        database,
        OfferMatch(offer_id=van, need_id=room, at=EVENING),
        OfferMatch(offer_id=van, need_id=lift, at=EVENING),
    )
    told = preview(database, gone, stays).told
    assert "1 offer or need comes along." in told
    assert "1 match between the two goes: nobody has to talk to themselves." in told
    merge(database, gone, stays)
    assert rows_of(database, Offer, "person_id") == [(stays,), (bo,), (stays,)]
    assert rows_of(database, OfferMatch, "offer_id", "need_id") == [(van, room)]


def test_what_both_have_offered_in_the_same_words_stays_once_with_all_it_met(
    database: Database,
) -> None:
    gone, stays = two(database)
    bo, cy = people.add_person(database, "Bo"), people.add_person(database, "Cy")
    legal = {"kind": OfferKind.OFFER, "created_at": EVENING}
    sought = {"kind": OfferKind.NEED, "text": "A lawyer", "created_at": EVENING}
    mine, theirs, ended, room, lift = put(
        database,
        Offer(text="Legal advice", person_id=stays, **legal),
        Offer(text="legal  advice", person_id=gone, **legal),
        Offer(text="Legal advice", person_id=gone, ended_at=EVENING, **legal),
        Offer(person_id=bo, **sought),
        Offer(person_id=cy, **sought),
    )
    put(
        database,
        OfferMatch(offer_id=mine, need_id=room, at=EVENING, state=FitState.NO_FIT),
        OfferMatch(offer_id=theirs, need_id=room, at=EVENING),
        OfferMatch(offer_id=theirs, need_id=lift, at=EVENING),
    )
    before = dump(database.path)
    told = preview(database, gone, stays).told
    assert "1 that both have said in the same words stays once." in told
    merge(database, gone, stays)
    assert rows_of(database, Offer, "id", "person_id") == [
        (mine, stays),
        (ended, stays),
        (room, bo),
        (lift, cy),
    ]
    assert sorted(rows_of(database, OfferMatch, "offer_id", "need_id", "state")) == [
        (mine, room, FitState.AGREED),
        (mine, lift, FitState.AGREED),
    ]
    database.undo()
    assert dump(database.path) == before


def test_organisations_that_are_one_offer_once_and_two_departments_twice(
    database: Database,
) -> None:
    gone, stays, parts = two_organisations(database)
    said = {"kind": OfferKind.OFFER, "text": "A van", "created_at": EVENING}
    places = [
        (gone, None),
        (stays, None),
        (gone, parts["Roads"]),
        (stays, parts["roads"]),
        (gone, parts["Water"]),
    ]
    keys = put(
        database,
        *(Offer(organisation_id=of, department_id=part, **said) for of, part in places),
    )
    merge_organisations(database, gone, stays, PEOPLE.organisation_merges)
    assert rows_of(database, Offer, "id", "organisation_id", "department_id") == [
        (keys[0], stays, None),
        (keys[2], stays, parts["roads"]),
        (keys[4], stays, parts["Water"]),
    ]


def test_departments_that_stay_two_go_on_talking(database: Database) -> None:
    gone, stays, parts = two_organisations(database)
    now = {"created_at": EVENING}
    offers = [
        Offer(kind=OfferKind.OFFER, text="A", organisation_id=gone, department_id=at, **now)
        for at in (None, parts["Roads"], parts["Water"])
    ]
    needs = [
        Offer(kind=OfferKind.NEED, text="B", organisation_id=stays, department_id=at, **now)
        for at in (None, parts["roads"])
    ]
    given, sought = put(database, *offers), put(database, *needs)
    put(
        database,
        *(
            OfferMatch(offer_id=offer, need_id=need, at=EVENING)
            for offer in given
            for need in sought
        ),
    )
    told = preview_of_organisations(database, gone, stays, PEOPLE.organisation_merges).told
    assert "2 matches between the two go: nobody has to talk to themselves." in told
    merge_organisations(database, gone, stays, PEOPLE.organisation_merges)
    left = {(given.index(one), sought.index(other)) for one, other in matches(database)}
    assert left == {(0, 1), (1, 0), (2, 0), (2, 1)}
    assert rows_of(database, Offer, "organisation_id", "department_id") == [
        (stays, None),
        (stays, parts["roads"]),
        (stays, parts["Water"]),
        (stays, None),
        (stays, parts["roads"]),
    ]


def matches(database: Database) -> list[Any]:
    return rows_of(database, OfferMatch, "offer_id", "need_id")
