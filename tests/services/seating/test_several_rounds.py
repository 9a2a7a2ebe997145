"""What rounds of one evening know of each other."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from kdc_desktop.domain.seating.problem import Matters
from kdc_desktop.services.seating.keeping import keep_plan
from kdc_desktop.services.seating.late import seat_arrivals
from kdc_desktop.services.seating.meeting import tick_met
from kdc_desktop.services.seating.planning import Wish, plan_rounds
from kdc_desktop.services.seating.rows import RoundRow, TableRow
from tests.rooms.tables_room import TablesRoom, make_tables_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[TablesRoom]:
    made = make_tables_room(tmp_path / "club.kdc", people=20, organisations=20)
    yield made
    made.database.close()


def ids_at(table: TableRow) -> list[int]:
    return [seat.person.person_id for seat in table.seats]


def pairs_in(round_: RoundRow) -> list[frozenset[int]]:
    return [frozenset(two) for table in round_.tables for two in combinations(ids_at(table), 2)]


def test_who_comes_late_meets_others_in_each_round_as_far_as_there_are_others(
    room: TablesRoom,
) -> None:
    room.seat(rounds=4)
    late = room.comes("Late Guest")
    before = [[ids_at(table) for table in one.tables] for one in room.rounds]
    seat_arrivals(room.database, 1, room.stage_id, Matters(met=False))
    beside: Counter[int] = Counter()
    for number, one in enumerate(room.rounds):
        table = one.table_of(late)
        assert table is not None
        had = sum(beside[key] for key in ids_at(table) if key != late)
        assert had == min(sum(beside[key] for key in keys) for keys in before[number])
        beside.update(key for key in ids_at(table) if key != late)


@pytest.mark.parametrize("matters", [Matters(), Matters(met=False)])
def test_nobody_gets_the_neighbours_of_the_round_before_again(
    room: TablesRoom, matters: Matters
) -> None:
    wish = Wish(seats=5, matters=matters)
    keep_plan(room.database, 1, room.stage_id, plan_rounds(room.database, 1, room.stage_id, wish))
    tick_met(room.database, [table.id for table in room.rounds[0].tables])
    second = plan_rounds(room.database, 1, room.stage_id, wish)
    had = pairs_in(room.rounds[0])
    again = sum(two in had for two in pairs_in(second.rounds[0]))
    assert (len(had), again) == (40, 4)  # five sit at each of four tables: two of a table meet
