"""A charter says each thing once, and no page passes over what is open."""

import pytest
from sqlalchemy import select

from kdc_desktop.domain.pages.kinds import BY_KEY
from kdc_desktop.domain.pages.values import Bullets, Heading
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consortium, OpenRole, Reservation
from kdc_desktop.services.pages.making import make_pages
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.reservations import Concern, settle_reservation
from tests.rooms.page_words import words_in


def open_points(room) -> list[str]:
    made = list(make_pages(room.database, BY_KEY["charter"], room.session_id).blocks)
    after = made[made.index(Heading("Open points")) + 1]
    return list(after.items) if isinstance(after, Bullets) else []


def ask(evening, level: int, concern: Concern | None = None) -> None:
    database = evening.room.database
    asked = open_asking(database, evening.consortium_id, evening.room.session_id)
    for place, member_id in enumerate(evening.members):
        said = None if place else concern
        take_position(database, evening.versions[1], member_id, level, concern=said)
    reveal(database, asked)


def test_an_objection_is_one_open_point(evening) -> None:
    points = open_points(evening.room)
    assert [one for one in points if "objection" in one] == [
        "Harbour Mobility, an objection, open: Who pays?"
    ]


def test_many_who_stand_low_are_one_open_point(evening) -> None:
    ask(evening, 2)
    points = open_points(evening.room)
    assert "7 members stand below the agreed level." in points
    assert not any("stands at" in one for one in points)


def test_what_is_addressed_waits_for_its_member(evening) -> None:
    with evening.room.database.read() as snapshot:
        held = snapshot.scalars(select(Reservation.id)).one()
    settle_reservation(evening.room.database, held, ReservationState.ADDRESSED)
    told = "Harbour Mobility, an objection, addressed, and not lifted by its member yet: Who pays?"
    assert told in open_points(evening.room)


@pytest.fixture
def ready(evening):
    """Nothing is missing, but a reservation is open."""
    with evening.room.database.read() as snapshot:
        held = snapshot.scalars(select(Reservation.id)).one()
    settle_reservation(evening.room.database, held, ReservationState.LIFTED)
    ask(evening, 8, Concern("The permit is not ours"))
    with evening.room.database.edit(lazy("All are in")) as edit:
        edit.get_one(Consortium, evening.consortium_id).needed_sectors = ""
        for role in edit.scalars(select(OpenRole)):
            role.filled_by_id = evening.members[0]
    return evening.room


@pytest.mark.parametrize("key", ["outcome", "minutes"])
def test_who_is_ready_with_a_reservation_that_is_open_is_told_so(ready, key) -> None:
    words = words_in(make_pages(ready.database, BY_KEY[key], ready.session_id))
    assert "Nothing is missing; 1 reservation has been open since 03.11.2026." in words, words


def test_a_charter_tells_what_was_said_from_what_is_counted(ready) -> None:
    words = " ".join(words_in(make_pages(ready.database, BY_KEY["charter"], ready.session_id)))
    assert "State: visioning. Nothing is missing, and nobody has said yet" in words
