"""What was said in an evening that lies in the trash lies there with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.errors import UserError
from kdc_desktop.services.offers.meeting_needs import match_offer
from kdc_desktop.services.offers.noting import SaidOffer, note_all
from kdc_desktop.services.offers.questions import matched, open_offers
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.services.offers.still_open import still_offered
from kdc_desktop.services.sessions import planning
from kdc_desktop.storage import Database
from tests.rooms.consortia_room import Room, make_room
from tests.rooms.empty_club import plan_evening
from tests.storage.places import dump

OFFER, NEED = OfferKind.OFFER, OfferKind.NEED


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


def note(room: Room, kind: OfferKind, text: str, session_id: int | None) -> int:
    who = Holder(room.people[0] if kind is OFFER else room.people[1])
    (key,) = note_all(room.database, [SaidOffer(kind, text, who)], session_id)
    return key


def said(database: Database) -> list[str]:
    with database.read() as snapshot:
        return [row.text for row in open_offers(snapshot)]


def matches(database: Database) -> list[tuple[int, int]]:
    with database.read() as snapshot:
        return [(row.offer_id, row.need_id) for row in matched(snapshot)]


def test_it_is_neither_on_the_wall_nor_counted_and_comes_back_with_its_evening(room: Room) -> None:
    evening = plan_evening(room.database)
    offered, needed = note(room, OFFER, "A van", evening), note(room, NEED, "A lift", evening)
    note(room, OFFER, "A hall", None)
    match_offer(room.database, offered, needed, evening)
    before = dump(room.database.path)
    planning.trash_sessions(room.database, [evening])
    assert said(room.database) == ["A hall"]
    assert matches(room.database) == []
    with room.database.read() as snapshot:
        assert [str(text) for text in still_offered(snapshot)] == ["1 offer goes along"]
    room.database.undo()
    assert dump(room.database.path) == before
    assert said(room.database) == ["A van", "A lift", "A hall"]
    assert matches(room.database) == [(offered, needed)]


def test_what_has_met_something_in_another_evening_lives_on(room: Room) -> None:
    evening = plan_evening(room.database)
    offered, needed = note(room, OFFER, "A van", evening), note(room, NEED, "A lift", None)
    match_offer(room.database, offered, needed, room.session_id)
    planning.trash_sessions(room.database, [evening])
    assert said(room.database) == ["A van", "A lift"]
    assert matches(room.database) == [(offered, needed)]


def test_what_lies_in_the_trash_can_be_said_and_matched_again(room: Room) -> None:
    evening = plan_evening(room.database)
    offered, needed = note(room, OFFER, "A van", None), note(room, NEED, "A lift", None)
    note(room, OFFER, "A hall", evening)
    match_offer(room.database, offered, needed, evening)
    with pytest.raises(UserError, match="meets the need already"):
        match_offer(room.database, offered, needed, room.session_id)
    planning.trash_sessions(room.database, [evening])
    note(room, OFFER, "A hall", room.session_id)
    match_offer(room.database, offered, needed, room.session_id)
    assert said(room.database) == ["A van", "A lift", "A hall"]
    assert matches(room.database) == [(offered, needed)]
