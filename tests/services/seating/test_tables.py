"""Tables of an evening: seated, moved by hand, late arrivals, met, and what came of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.domain.seating.problem import Matters
from kdc_desktop.domain.seating.states import RoundKind, SeatRole
from kdc_desktop.errors import UserError
from kdc_desktop.model import Cluster, Idea, SeatingRound
from kdc_desktop.services.board.clusters import merge_clusters, remove_cluster
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.services.joined.sessions import SESSIONS
from kdc_desktop.services.seating.keeping import keep_plan, remove_rounds
from kdc_desktop.services.seating.late import seat_arrivals
from kdc_desktop.services.seating.meeting import set_came, tick_met
from kdc_desktop.services.seating.moving import (
    LONGEST_TOPIC,
    move_to_table,
    name_topic,
    set_host,
    set_pinned,
    swap_seats,
    take_from_table,
)
from kdc_desktop.services.seating.planning import TableTopic, Wish, plan_rounds
from kdc_desktop.services.seating.questions import seating
from kdc_desktop.services.seating.results import put_on_board
from kdc_desktop.services.seating.rows import RoundRow, TableRow
from kdc_desktop.services.sessions.agenda import remove_stages
from tests.rooms.tables_room import TablesRoom, make_tables_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[TablesRoom]:
    made = make_tables_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


def ids_at(table: TableRow) -> list[int]:
    return [seat.person.person_id for seat in table.seats]


def everybody(round_: RoundRow) -> list[int]:
    return sorted(key for table in round_.tables for key in ids_at(table))


def test_everybody_in_the_room_gets_a_seat_and_undo_takes_it_back(room: TablesRoom) -> None:
    room.seat()
    (round_,) = room.rounds
    assert [len(table.seats) for table in round_.tables] == [5, 5, 5, 5]
    assert everybody(round_) == sorted(room.people)
    assert [table.letter for table in round_.tables] == ["A", "B", "C", "D"]
    room.database.undo()
    assert room.rounds == ()


def test_nobody_is_seated_in_an_empty_room(room: TablesRoom) -> None:
    for person_id in room.people:
        room.leaves(person_id)
    with pytest.raises(UserError, match="Nobody is here yet"):
        plan_rounds(room.database, 1, room.stage_id, Wish())


def test_several_rounds_are_made_at_once_without_a_pair_twice(room: TablesRoom) -> None:
    plan = plan_rounds(room.database, 1, room.stage_id, Wish(RoundKind.SPEED, 2, 5))
    assert plan.report.again.reached == 0
    keep_plan(room.database, 1, room.stage_id, plan)
    assert [len(one.tables) for one in room.rounds] == [10] * 5


def test_another_seating_replaces_rounds_that_have_not_begun(room: TablesRoom) -> None:
    room.seat(rounds=2)
    first, _second = room.rounds
    tick_met(room.database, [table.id for table in first.tables])
    plan = plan_rounds(room.database, 1, room.stage_id, Wish(seats=5, rounds=2, seed=7))
    keep_plan(room.database, 1, room.stage_id, plan)
    assert [one.id == first.id for one in room.rounds] == [True, False, False]
    met = {frozenset(pair) for table in first.tables for pair in _pairs(table)}
    again = [pair for one in room.rounds[1:] for table in one.tables for pair in _pairs(table)]
    assert sum(frozenset(pair) in met for pair in again) == plan.report.known.reached


def _pairs(table: TableRow) -> list[tuple[int, int]]:
    ids = ids_at(table)
    return [(one, other) for at, one in enumerate(ids) for other in ids[at + 1 :]]


def test_hosts_and_who_is_pinned_stay_when_others_are_seated_anew(room: TablesRoom) -> None:
    room.seat(rounds=2)
    first = room.rounds[0]
    host, pinned = ids_at(first.tables[1])[0], ids_at(first.tables[2])[1]
    set_host(room.database, first.id, host, True)
    set_pinned(room.database, first.id, [pinned], True)
    name_topic(room.database, first.tables[0].id, "Yard bikes")
    plan = plan_rounds(room.database, 1, room.stage_id, Wish(seats=5, rounds=2, seed=9))
    keep_plan(room.database, 1, room.stage_id, plan)
    for round_ in room.rounds:
        assert host in ids_at(round_.tables[1])
        assert round_.tables[0].topic == "Yard bikes"
    assert pinned in ids_at(room.rounds[0].tables[2])


def test_topics_get_a_table_each(room: TablesRoom) -> None:
    wish = Wish(RoundKind.TOPICS, topics=(TableTopic("Yard bikes"), TableTopic("One ticket")))
    keep_plan(room.database, 1, room.stage_id, plan_rounds(room.database, 1, room.stage_id, wish))
    assert [(one.topic, len(one.seats)) for one in room.rounds[0].tables] == [
        ("Yard bikes", 10),
        ("One ticket", 10),
    ]


def test_people_move_and_swap_seats_by_hand(room: TablesRoom) -> None:
    room.seat()
    round_ = room.rounds[0]
    one, other = ids_at(round_.tables[0])[0], ids_at(round_.tables[1])[0]
    swap_seats(room.database, round_.id, one, other)
    assert other in ids_at(room.rounds[0].tables[0])
    assert one in ids_at(room.rounds[0].tables[1])
    move_to_table(room.database, round_.id, one, round_.tables[3].id)
    assert ids_at(room.rounds[0].tables[3])[-1] == one
    take_from_table(room.database, round_.id, [one])
    seen = seating(room.database, 1, room.stage_id)
    assert [person.person_id for person in seen.unseated(seen.rounds[0])] == [one]
    move_to_table(room.database, round_.id, one, round_.tables[0].id)
    assert one in ids_at(room.rounds[0].tables[0])


def test_who_comes_late_sits_where_fewest_are_and_nobody_else_moves(room: TablesRoom) -> None:
    room.seat(rounds=2)
    before = [[ids_at(table) for table in one.tables] for one in room.rounds]
    gone = ids_at(room.rounds[0].tables[2])[0]
    room.leaves(gone)
    late = room.comes("Late Guest")
    seat_arrivals(room.database, 1, room.stage_id, Matters())
    for number, one in enumerate(room.rounds):
        for at, table in enumerate(one.tables):
            stayed = [key for key in before[number][at] if key != gone]
            assert [key for key in ids_at(table) if key != late] == stayed
        assert [len(table.seats) for table in one.tables] == [5, 5, 5, 5]
    room.database.undo()
    assert gone in everybody(room.rounds[0])


def test_only_seats_of_who_left_are_freed_where_nobody_came(room: TablesRoom) -> None:
    room.seat()
    room.leaves(room.people[3])
    seat_arrivals(room.database, 1, room.stage_id, Matters())
    assert room.people[3] not in everybody(room.rounds[0])
    undo, _redo = room.database.next_steps()
    assert undo is not None
    assert str(undo.label) == "Freed 1 seat"


def test_a_table_that_has_met_knows_who_did_not_come(room: TablesRoom) -> None:
    room.seat()
    table = room.rounds[0].tables[0]
    gone, late = ids_at(table)[:2]
    room.leaves(gone)
    tick_met(room.database, [table.id])
    now = room.rounds[0].tables[0]
    assert now.met_at == room.database.now()
    assert [seat.came for seat in now.seats] == [False, True, True, True, True]
    set_came(room.database, now.seats[1].id, False)
    assert late not in [seat.person.person_id for seat in room.rounds[0].tables[0].here]
    tick_met(room.database, [table.id], met=False)
    again = room.rounds[0].tables[0]
    assert (again.met_at, [seat.came for seat in again.seats]) == (None, [True] * 5)


def test_what_a_table_worked_out_lies_on_the_board_under_its_table(room: TablesRoom) -> None:
    room.seat()
    table = room.rounds[0].tables[1]
    name_topic(room.database, table.id, "Yard bikes")
    put_on_board(room.database, table.id, ["Share the yards", "", "Ask the caretakers"])
    put_on_board(room.database, table.id, ["Begin with ten"])
    with room.database.read() as snapshot:
        (cluster_id,) = {one.cluster_id for one in room.rounds[0].tables} - {None}
        assert snapshot.get_one(Cluster, cluster_id).name == "Table B · Yard bikes"
        ideas = snapshot.scalars(select(Idea).where(Idea.cluster_id == cluster_id))
        assert [(one.text, one.author_text) for one in ideas] == [
            ("Share the yards", "Table B"),
            ("Ask the caretakers", "Table B"),
            ("Begin with ten", "Table B"),
        ]
    with pytest.raises(UserError, match="Write what the table worked out first"):
        put_on_board(room.database, table.id, ["  "])


def test_the_same_table_of_another_round_has_a_cluster_of_its_own(room: TablesRoom) -> None:
    room.seat(rounds=2)
    for number in (0, 1):
        put_on_board(room.database, room.rounds[number].tables[0].id, ["An idea"])
    with room.database.read() as snapshot:
        ids = [one.tables[0].cluster_id for one in room.rounds]
        names = [snapshot.get_one(Cluster, key).name for key in ids]
    assert names == ["Table A", "Table A (2)"]


def test_the_cluster_of_a_table_is_merged_and_removed_like_any_other(room: TablesRoom) -> None:
    room.seat()
    for number in (0, 1):
        put_on_board(room.database, room.rounds[0].tables[number].id, ["An idea"])
    first, second = (room.rounds[0].tables[at].cluster_id for at in (0, 1))
    assert first is not None
    assert second is not None
    merge_clusters(room.database, first, second, BOARD.cluster_trails)
    assert [table.cluster_id for table in room.rounds[0].tables[:2]] == [second, second]
    remove_cluster(room.database, second, BOARD.cluster_trails)
    assert [table.cluster_id for table in room.rounds[0].tables[:2]] == [None, None]
    room.database.undo()
    room.database.undo()
    assert [table.cluster_id for table in room.rounds[0].tables[:2]] == [first, second]


def test_a_topic_is_short_enough_to_be_read_from_afar(room: TablesRoom) -> None:
    room.seat()
    with pytest.raises(UserError, match="Shorten the topic"):
        name_topic(room.database, room.rounds[0].tables[0].id, "x" * (LONGEST_TOPIC + 1))


def test_rounds_go_with_their_stage_until_a_table_has_met(room: TablesRoom) -> None:
    room.seat(rounds=2)
    tick_met(room.database, [room.rounds[0].tables[0].id])
    with pytest.raises(UserError, match="Tables met in"):
        remove_stages(room.database, [room.stage_id], SESSIONS.stage_checks)
    room.database.undo()
    remove_stages(room.database, [room.stage_id], SESSIONS.stage_checks)
    with room.database.read() as snapshot:
        assert list(snapshot.scalars(select(SeatingRound.id))) == []


def test_rounds_are_removed_and_undone(room: TablesRoom) -> None:
    room.seat(rounds=3)
    remove_rounds(room.database, 1, room.stage_id)
    assert room.rounds == ()
    room.database.undo()
    assert len(room.rounds) == 3


def test_in_a_round_of_one_two_four_neighbours_are_not_of_one_organisation(
    room: TablesRoom,
) -> None:
    room.seat(RoundKind.ONE_TWO_FOUR, 4)
    for table in room.rounds[0].tables:
        whom = [seat.person.organisation for seat in table.seats]
        assert [one and one == other for one, other in zip(whom[::2], whom[1::2], strict=True)] in (
            [False, False],
            ["", False],
            [False, ""],
            ["", ""],
        )


def test_an_observer_of_a_large_company_is_told_as_one(room: TablesRoom) -> None:
    from kdc_desktop.domain.people.states import OrganisationSize
    from kdc_desktop.i18n import lazy
    from kdc_desktop.model import Organisation

    with room.database.edit(lazy("Sizes")) as edit:
        first, second = list(edit.scalars(select(Organisation)))[:2]
        first.size, second.size = OrganisationSize.START_UP, OrganisationSize.LARGE
    room.seat()
    for table in room.rounds[0].tables:
        sizes = {seat.person.size for seat in table.seats}
        observers = [seat for seat in table.seats if seat.role is SeatRole.OBSERVER]
        wanted = sizes >= {OrganisationSize.START_UP, OrganisationSize.LARGE}
        assert len(observers) == wanted
