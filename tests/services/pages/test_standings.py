"""Outcome and minutes say who agrees, who does not, and why, to somebody who was not there."""

import pytest
from sqlalchemy import select

from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consortium, Organisation, Reservation
from kdc_desktop.services.visions.reservations import settle_reservation
from tests.rooms.page_words import words_in

BOTH = pytest.mark.parametrize("key", ["outcome", "minutes"])


@BOTH
def test_everybody_stands_somewhere_in_words_and_who_is_below_is_marked(document, key):
    words = words_in(document(key))
    assert "6 “Support with reservations”: University, Urban lab" in words
    assert (
        "2 “Serious disagreement”, below the agreed level: Harbour Mobility; Eero Salmi"
        not in words
    )
    below = [one for one in words if "below the agreed level" in one]
    assert "2 “Serious disagreement”, below the agreed level: Harbour Mobility" in below
    assert not any("City, Transport" in one for one in words if one.startswith("8 “"))


@BOTH
def test_the_scale_says_both_ends_and_where_agreement_begins(document, key):
    assert (
        "The scale, “Gradients of agreement”, goes from 1 “Veto” to 8 “Whole-hearted endorsement”. "
        "The agreed level is 5 “Abstain”: whoever stands there or above goes along."
    ) in words_in(document(key))


@BOTH
def test_an_open_reservation_says_whose_it_is_and_a_settled_one_is_not_told(room, document, key):
    told = "Harbour Mobility, an objection: Who pays?"
    assert told in words_in(document(key))
    with room.database.read() as snapshot:
        held = snapshot.scalars(select(Reservation.id)).one()
    settle_reservation(room.database, held, ReservationState.LIFTED)
    assert told not in words_in(document(key))


@BOTH
def test_a_member_whose_sector_is_not_known_may_be_the_one_that_is_missing(evening, document, key):
    with evening.room.database.edit(lazy("Nobody knows")) as edit:
        named = edit.scalars(
            select(Organisation).where(Organisation.name == "University, Urban lab")
        ).one()
        named.sector = "?"
        edit.get_one(Consortium, evening.consortium_id).needed_sectors = "A"
    words = words_in(document(key))
    assert "Nobody from academia is in." in words
    assert (
        "The sector of University, Urban lab is not known; it may be one that is missing."
    ) in words
