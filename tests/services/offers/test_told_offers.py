"""What met in an evening is told by its pages, its end and the workbook; residents by a number."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.domain.kit.editions import Edition
from kdc_desktop.domain.offers.states import OfferEnd, OfferKind
from kdc_desktop.domain.pages.values import PageTable
from kdc_desktop.services.joined.beginning import BEGINNING
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.offers.meeting_needs import match_offer
from kdc_desktop.services.offers.noting import SaidOffer, end_offers, note_all
from kdc_desktop.services.offers.outcome import MATCHES
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.services.offers.sheets import matches, offers
from kdc_desktop.services.pages.happenings import happenings
from kdc_desktop.services.pages.outcome import outcome
from kdc_desktop.services.pages.record import Record
from tests.rooms.consortia_room import Room, make_room

RESIDENT = 4


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    said = [
        SaidOffer(OfferKind.OFFER, "a yard", Holder(made.people[RESIDENT])),
        SaidOffer(OfferKind.NEED, "a place for bikes", Holder(made.people[1])),
    ]
    offer, need = note_all(made.database, said, 1)
    match_offer(made.database, offer, need, 1, "they talk on Monday")
    later = [SaidOffer(OfferKind.NEED, "snow", Holder(None, made.organisations[2]))]
    (snow,) = note_all(made.database, later, None)
    end_offers(made.database, [snow], OfferEnd.NO_LONGER)
    yield made
    made.database.close()


def test_the_end_of_the_evening_and_its_pages_tell_who_can_help_whom(room: Room) -> None:
    (line,) = MATCHES.lines(room.database, 1)
    assert (line.text, line.below) == ("a place for bikes", "Kerttu Salmi can help Eero Salmi")
    with room.database.read() as snapshot:
        record = Record(Source(snapshot, 1, room.database.now()))
        told = [one.sentence for one in happenings(record)]
        tables = [one for one in outcome(record).blocks if isinstance(one, PageTable)]
    assert "Kerttu Salmi can help Eero Salmi: a place for bikes." in told
    found = [table.rows for table in tables if "Who offers it" in table.heads]
    assert found == [(("a place for bikes", "Eero Salmi", "a yard", "Kerttu Salmi"),)]


def test_the_sheets_tell_what_was_said_what_met_and_what_has_ended(room: Room) -> None:
    with room.database.read() as snapshot:
        every = Source(snapshot, None, room.database.now())
        told, met = offers(every), matches(every)
        tonight = offers(Source(snapshot, 1, room.database.now()))
    titles = [str(column.title) for column in told.columns]
    said = [dict(zip(titles, row, strict=True)) for row in told.rows]
    assert [(row["What"], row["Who"], row["Met by"]) for row in said] == [
        ("a yard", "Kerttu Salmi", "Eero Salmi"),
        ("a place for bikes", "Eero Salmi", "Kerttu Salmi"),
        ("snow", "University, Urban lab", ""),
    ]
    assert [row["How it ended"] for row in said] == [None, None, OfferEnd.NO_LONGER]
    assert [row["Said in"] for row in said] == ["Winter evening", "Winter evening", None]
    assert (len(met.rows), len(tonight.rows)) == (1, 2)


def test_who_it_is_shared_with_reads_organisations_and_numbers(room: Room) -> None:
    with room.database.read() as snapshot:
        shared = offers(Source(snapshot, 1, room.database.now(), Edition.SHARE))
    at = [str(column.title) for column in shared.columns].index("Who")
    assert [row[at] for row in shared.rows] == ["Resident 1", "City, Transport"]


def test_a_session_that_begins_from_another_says_what_goes_along(room: Room) -> None:
    told = BEGINNING.told(room.database, 1)
    assert [str(one) for one in told.goes_along] == ["1 offer goes along", "1 need goes along"]
