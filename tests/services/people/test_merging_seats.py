"""Whoever is merged has one seat in a round, and who sat with whom stays on record."""

from collections.abc import Sequence
from itertools import product

import pytest

from kdc_desktop.domain.seating.states import RoundKind
from kdc_desktop.errors import UserError
from kdc_desktop.model import (
    KeptApart,
    Person,
    Seat,
    SeatingRound,
    SeatingTable,
)
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import forgetting
from kdc_desktop.services.people.apart import keep_apart
from kdc_desktop.storage import Database
from tests.rooms.empty_club import EVENING, plan_evening
from tests.rooms.known_twice import merge, preview, two
from tests.rooms.merged_rows import put, rows_of


def test_who_is_removed_is_kept_apart_from_nobody(database: Database) -> None:
    gone, other = two(database)
    keep_apart(database, gone, other, "They shouted.")
    forgetting.remove_person(database, gone, PEOPLE)
    assert rows_of(database, KeptApart, "id") == []
    database.undo()
    assert len(rows_of(database, KeptApart, "id")) == 1


def seated(database: Database, *tables: tuple[int, bool], met: Sequence[bool] = ()) -> int:
    """A round with a table for each of these people, and whether they came.

    `met` says which tables have met, where it is not all of them.
    """
    session = plan_evening(database)
    (at,) = put(
        database,
        SeatingRound(
            session_id=session, kind=RoundKind.TOPICS, place_in_order=1, seats=4, made_at=EVENING
        ),
    )
    for place, (person, came) in enumerate(tables):
        met_at = EVENING if not met or met[place] else None
        (table,) = put(database, SeatingTable(round_id=at, place_in_order=place, met_at=met_at))
        put(
            database,
            Seat(round_id=at, table_id=table, person_id=person, place_in_order=0, came=came),
        )
    return session


@pytest.mark.parametrize(("came", "left"), [(False, 0), (True, 1)])
def test_of_two_seats_in_one_round_the_one_stays_where_somebody_came(
    database: Database, came: bool, left: int
) -> None:
    gone, stays = two(database)
    seated(database, (gone, True), (stays, came))
    seated(database, (gone, True))
    tables = [at for (at,) in rows_of(database, Seat, "table_id")]
    assert any("Both sit at tables" in one for one in preview(database, gone, stays).told)
    merge(database, gone, stays)
    assert rows_of(database, Seat, "person_id", "table_id") == [
        (stays, tables[left]),
        (stays, tables[2]),
    ]


WAYS = tuple(product((False, True), repeat=2))


@pytest.mark.parametrize(("gone_sat", "stays_sat"), list(product(WAYS, repeat=2)))
def test_no_merge_takes_a_seat_at_a_table_that_met_for_one_at_a_table_that_did_not(
    database: Database, gone_sat: tuple[bool, bool], stays_sat: tuple[bool, bool]
) -> None:
    gone, stays = two(database)
    both = gone_sat, stays_sat
    people = ((who, came) for who, (_met, came) in zip((gone, stays), both, strict=True))
    seated(database, *people, met=[met for met, _came in both])
    sat = [at for at, way in enumerate(both) if all(way)]
    tables = [at for (at,) in rows_of(database, Seat, "table_id")]
    merge(database, gone, stays)
    ((left,),) = rows_of(database, Seat, "table_id")
    assert tables.index(left) in (sat or [0, 1])


def test_who_sat_at_a_table_that_met_is_on_record_and_who_was_only_planned_is_not(
    database: Database,
) -> None:
    came, stayed_away = two(database)
    seated(database, (came, True), (stayed_away, False))
    with pytest.raises(UserError, match="a seat at 1 table"):
        forgetting.remove_person(database, came, PEOPLE)
    forgetting.remove_person(database, stayed_away, PEOPLE)
    assert rows_of(database, Person, "id") == [(came,)]
    assert rows_of(database, Seat, "person_id") == [(came,)]
