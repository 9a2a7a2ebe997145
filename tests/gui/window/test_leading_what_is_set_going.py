"""An undo leads the eye to what a club sets going: obstacles, gains, offers, wishes and tables."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from kdc_desktop.app import Club
from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.model import (
    Base,
    Gain,
    KeptApart,
    Obstacle,
    ObstacleStep,
    Offer,
    OfferMatch,
    OrganisationInterest,
    Seat,
    SeatingRound,
    SeatingTable,
)
from kdc_desktop.services.gains.noting import GainSaid, note_gain
from kdc_desktop.services.interests.organisations import set_wishes_of
from kdc_desktop.services.interests.rows import Wisher
from kdc_desktop.services.obstacles.noting import NewObstacle, note_obstacle
from kdc_desktop.services.offers.meeting_needs import match_offer
from kdc_desktop.services.offers.noting import SaidOffer, note_all
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.services.people.apart import keep_apart
from kdc_desktop.services.seating.keeping import keep_plan
from kdc_desktop.services.seating.planning import Wish, plan_rounds
from kdc_desktop.storage import Database
from tests.gui.window.sample_window import (
    SESSION,
    change,
    keys_of,
    look_at,
    redo,
    undo,
)

CONSORTIUM, WINNER, NORTH = 1, 1, Wisher(1, None)
AINO, EERO = 1, 2


@pytest.fixture
def club(sample: Club) -> Club:
    return sample


def both_said(database: Database) -> list[int]:
    said = [
        SaidOffer(OfferKind.OFFER, "A trailer", Holder(AINO)),
        SaidOffer(OfferKind.NEED, "Something to carry wood", Holder(EERO)),
    ]
    return note_all(database, said, SESSION)


def matched(database: Database) -> None:
    offer, need = both_said(database)
    match_offer(database, offer, need, SESSION)


def held_back(database: Database) -> None:
    said = NewObstacle(ObstacleKind.FUNDING, "Who pays for the shed?")
    note_obstacle(database, CONSORTIUM, said)


def gives_back(database: Database) -> None:
    note_gain(database, CONSORTIUM, GainWay.MEASURED, GainSaid(5, 100, None))


def seated(database: Database) -> None:
    keep_plan(database, SESSION, None, plan_rounds(database, SESSION, None, Wish(rounds=2)))


def wished(database: Database) -> None:
    set_wishes_of(database, SESSION, NORTH, [WINNER])


def kept_apart(database: Database) -> None:
    keep_apart(database, AINO, EERO, "They are married.")


def listed(screen: Any) -> list[int]:
    return keys_of(screen.people_table if hasattr(screen, "people_table") else screen.table)


def offered_and_needed(screen: Any) -> list[int]:
    tables = screen.offers_table, screen.needs_table
    return [row.key.id for table in tables for row in table.selected_rows()]


def wishers(screen: Any) -> list[Wisher]:
    return [row.wisher for row in screen.table.selected_rows()]


def focused(screen: Any) -> tuple[int, int]:
    """The round that is shown, and who has the focus there."""
    assert screen.columns.hasFocus()
    (person_id,) = screen.columns.card.person_ids
    return screen.planned.round.id, person_id


def seats_at(database: Database, *conditions: Any) -> list[tuple[int, int]]:
    with database.read() as snapshot:
        seats = select(Seat.round_id, Seat.person_id).where(*conditions)
        return [(row[0], row[1]) for row in snapshot.execute(seats)]


@pytest.mark.parametrize(
    ("begin", "entity", "name", "wanted", "screen_name", "pointed_at", "these"),
    [
        (gives_back, Gain, "note", "Asked all", "club_screen", listed, [CONSORTIUM]),
        (held_back, Obstacle, "text", "Who pays?", "obstacles_screen", listed, [1]),
        (held_back, ObstacleStep, "note", "Twice", "obstacles_screen", listed, [1]),
        (kept_apart, KeptApart, "why", "", "people_screen", listed, [AINO, EERO]),
        (both_said, Offer, "text", "Boots", "offers_screen", offered_and_needed, [2]),
        (matched, OfferMatch, "note", "Soon", "offers_screen", offered_and_needed, [1, 2]),
        (wished, OrganisationInterest, "needs", "A yard", "interests_screen", wishers, [NORTH]),
    ],
)
def test_undo_and_redo_mark_what_a_club_sets_going(
    club: Club,
    begin: Callable[[Database], None],
    entity: type[Base],
    name: str,
    wanted: str,
    screen_name: str,
    pointed_at: Callable[[Any], Any],
    these: list[Any],
) -> None:
    begin(club.database)
    change(club.database, entity, name, wanted)
    for step in (undo, redo):
        look_at(club, "vision")
        screen = step(club)
        assert screen.objectName() == screen_name
        assert pointed_at(screen) == these


def test_undo_and_redo_go_to_the_round_and_whoever_sits_there(club: Club) -> None:
    seated(club.database)
    changes: tuple[tuple[type[Base], str, Any, Any], ...] = (
        (Seat, "pinned", True, Seat.id),
        (SeatingTable, "topic", "Trams", Seat.table_id),
        (SeatingRound, "title", "Once more", Seat.round_id),
    )
    for entity, name, wanted, column in changes:
        key = change(club.database, entity, name, wanted)
        for step in (undo, redo):
            look_at(club, "vision")
            screen = step(club)
            assert screen.objectName() == "tables_screen"
            assert focused(screen) in seats_at(club.database, column == key)
            screen.show_round_with({1})
