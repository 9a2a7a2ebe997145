"""A line that counts says how many rows were really changed, whatever was done before."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.services.sessions import agenda, planning, questions
from kdc_desktop.services.visions import since
from kdc_desktop.storage import Database
from tests.storage.test_undo import CALM, SEEDS, a_club, play
from tests.storage.verbs import VERBS

Image = dict[str, Any]


class Row(NamedTuple):
    """One row that an edit has changed."""

    table: str
    key: str
    before: Image
    after: Image

    def differs(self, table: str, column: str) -> bool:
        """Whether this column of this table is not as it was."""
        return self.table == table and self.before.get(column) != self.after.get(column)


def of(table: str) -> Callable[[list[Row]], int]:
    return lambda rows: sum(row.table == table for row in rows)


def with_another(table: str, column: str) -> Callable[[list[Row]], int]:
    return lambda rows: sum(row.differs(table, column) for row in rows)


def added(table: str) -> Callable[[list[Row]], int]:
    return lambda rows: sum(row.table == table and not row.before for row in rows)


def different(table: str, *columns: str) -> Callable[[list[Row]], int]:
    """How many of whom these columns tell rows of a table have come or gone for."""
    return lambda rows: len(
        {
            tuple((row.after or row.before)[name] for name in columns)
            for row in rows
            if row.table == table
        }
    )


def merged(rows: list[Row]) -> int:
    """The ideas that lie in a stack now, the one on top included."""
    stacks = {row.after["parent_id"] for row in rows if row.differs("idea", "parent_id")}
    own = [row for row in rows if row.differs("idea", "parent_id")]
    return len(own) + len(stacks - {json.loads(row.key)["id"] for row in own})


def unmerged(rows: list[Row]) -> int:
    return len({row.before["parent_id"] for row in rows if row.differs("idea", "parent_id")})


def placed(rows: list[Row]) -> int:
    return sum(row.differs("delegate", "member_id") and bool(row.after) for row in rows)


def arrivals(rows: list[Row]) -> int:
    """Who has a seat by now; where that is nobody, how many seats are free."""
    new = [row for row in rows if not row.before]
    return different("seat", "person_id")(new) or of("seat")(rows)


def told_or_left_out(rows: list[Row]) -> int:
    (row,) = rows
    images = row.before, row.after
    before, after = (set(json.loads(one["value"]) if one else ()) for one in images)
    return len(before ^ after)


REALLY: dict[str, Callable[[list[Row]], int]] = {
    "move_ideas": of("idea"),
    "take_back_check_in": of("attendance"),
    "colour_ideas": with_another("idea", "colour"),
    "trash_ideas": with_another("idea", "trashed_at"),
    "restore_ideas": with_another("idea", "trashed_at"),
    "send_to_cluster": with_another("idea", "cluster_id"),
    "merge_ideas": merged,
    "unmerge_ideas": unmerged,
    "take_out_of_merge": with_another("idea", "parent_id"),
    "bring_to_front": of("idea"),
    "check_in_many": with_another("attendance", "state"),
    "leave_many": with_another("attendance", "state"),
    "set_attendance_role": of("attendance"),
    "set_may_vote": with_another("attendance", "may_vote"),
    "assign_badges": with_another("attendance", "badge"),
    "add_winner": of("winner"),
    "add_winning_cluster": of("winner"),
    "unmark_winners": of("winner"),
    "clear_interests": different("interest", "person_id"),
    "clear_wishes_of": different("organisation_interest", "organisation_id", "department_id"),
    "take_over_proposals": different("interest", "person_id"),
    "apply_suggestion": placed,
    "set_pinned": with_another("delegate", "pinned"),
    "make_consortia": of("consortium"),
    "confirm_consortia": with_another("consortium", "confirmed_at"),
    "set_wanted": of("consortium"),
    "take_up_several": added("taken_up"),
    "join_several": added("member"),
    "tell_of": told_or_left_out,
    "add_stages": added("stage"),
    "remove_stages": lambda rows: sum(row.table == "stage" and not row.after for row in rows),
    "trash_sessions": with_another("session", "trashed_at"),
    "trash_and_keep": with_another("session", "trashed_at"),
    "choose_sector": of("organisation"),
    "note_all": added("offer"),
    "end_offers": of("offer"),
    "bring_offers_back": of("offer"),
    "remove_offers": of("offer"),
    "unmatch_offers": of("offer_match"),
    "keep_plan": lambda rows: different("seat", "person_id")([r for r in rows if not r.before]),
    "remove_rounds": of("seating_round"),
    "take_from_table": of("seat"),
    "pin_at_table": with_another("seat", "pinned"),
    "tick_met": with_another("seating_table", "met_at"),
    "seat_arrivals": arrivals,
    "put_on_board": added("idea"),
    "mark_winners": of("winner"),
    "move_to_board": of("idea"),
}
"""By verb, how many rows its count stands for; a verb that counts anew is added here."""
LEADS_TO: dict[str, tuple[str, ...]] = {
    "take_over_proposals": (
        *("create_poll", "open_poll", *("cast_paper",) * 12),
        *("close_poll", "reveal_poll", "mark_winners", "clear_interests"),
    ),
    "mark_winners": ("create_poll", "open_poll", "close_poll", "reveal_poll"),
    "unmark_winners": ("add_winner", "remove_consortium"),
    "restore_ideas": ("trash_ideas",),
    "unmerge_ideas": ("merge_ideas",) * 2,
    "take_out_of_merge": ("merge_ideas",),
    "check_in_many": ("add_person",),
    "clear_interests": ("set_interests",) * 3,
    "apply_suggestion": ("add_person", "check_in", "set_interests"),
    "make_consortia": ("add_winner",) * 2,
    "confirm_consortia": (*("add_winner",) * 2, "make_consortia", *("move_delegate",) * 3),
    "set_wanted": ("add_winner", "make_consortia"),
    "trash_sessions": ("plan_session",) * 2,
    "trash_and_keep": ("plan_session",) * 2,
    "choose_sector": ("add_organisation",) * 2,
    "clear_wishes_of": ("add_organisation", "set_wishes_of"),
    "end_offers": ("note_all",),
    "bring_offers_back": ("note_all", "end_offers"),
    "remove_offers": ("note_all",),
    "unmatch_offers": (*("note_all",) * 2, *("match_offer",) * 3),
    "remove_rounds": ("keep_plan",),
    "take_from_table": ("keep_plan",),
    "pin_at_table": ("keep_plan",),
    "tick_met": ("keep_plan",),
    "seat_arrivals": ("keep_plan", "take_from_table"),
    "put_on_board": ("keep_plan",),
    "move_to_board": ("add_board",),
    "take_up_several": ("add_project",),
    "tell_of": ("add_project",),
}
"""By verb, what has to be done first for it to have something to do."""
ONE_BY_ONE = ("add_winner", "add_winning_cluster")
STEPS = st.lists(st.tuples(st.sampled_from([*VERBS, *REALLY, *REALLY]), SEEDS), max_size=40)


def entries(database: Database, after: int) -> list[tuple[int, int | None, list[Row]]]:
    """The entries since one: id, what they count if they do, and the rows they changed."""
    with closing(sqlite3.connect(database.path)) as club:
        found = club.execute(
            "SELECT id, arguments FROM journal_entry WHERE id > ? ORDER BY id", (after,)
        ).fetchall()
        lines = club.execute(
            "SELECT entry_id, table_name, row_key, before, after FROM journal_change"
            " WHERE entry_id > ?",
            (after,),
        ).fetchall()
    rows: dict[int, list[Row]] = {}
    for entry_id, table, key, before, now in lines:
        row = Row(table, key, json.loads(before or "{}"), json.loads(now or "{}"))
        rows.setdefault(entry_id, []).append(row)
    return [
        (key, json.loads(said or "{}").get("values", {}).get("count"), rows.get(key, []))
        for key, said in found
    ]


@pytest.mark.parametrize("name", REALLY)
def test_each_that_counts_tells_what_it_has_changed(name: str) -> None:
    """More than one at last, but where one verb is one thing."""
    with a_club() as again:
        database, told = again(), set()
        for seed in range(60):
            for at, first in enumerate(LEADS_TO.get(name, ())):
                play(database, first, seed + 1000 * at)
            last = max(key for key, *_ in entries(database, 0))
            play(database, name, seed)
            for _key, count, rows in entries(database, last):
                told.add(count)
                assert count in (None, REALLY[name](rows))
            if told & set(range(2, 99)):
                break
        assert told & set(range(1 if name in ONE_BY_ONE else 2, 99)), told


@CALM
@given(STEPS)
def test_what_is_counted_is_what_was_changed(steps: list[tuple[str, int]]) -> None:
    with a_club() as again:
        database = again()
        last = max((key for key, *_ in entries(database, 0)), default=0)
        for name, seed in steps:
            play(database, name, seed)
            for key, count, rows in entries(database, last):
                last = key
                if count is not None:
                    assert (name, count) == (name, REALLY[name](rows))


def counted(verb: Callable[[Database], object]) -> int | None:
    with a_club() as again:
        database = again()
        begin_more(database)
        last = max(key for key, *_ in entries(database, 0))
        verb(database)
        ((_key, count, _rows),) = entries(database, last)
        return count


def begin_more(database: Database) -> None:
    """Three sessions, one in the trash, and a project beside the consortium."""
    for name, seed in (("plan_session", 1), ("plan_session", 2), ("add_project", 1)):
        play(database, name, seed)
    planning.trash_sessions(database, [2])
    since.tell_of(database, 1, [1], told=False)


def test_what_is_so_already_is_not_counted() -> None:
    assert counted(lambda db: planning.trash_sessions(db, [2, 3])) == 1
    assert counted(lambda db: since.tell_of(db, 1, [1, 2], told=False)) == 1
    assert counted(lambda db: since.tell_of(db, 1, [1, 2], told=True)) == 1


def test_stages_that_stay_where_they_are_did_not_move() -> None:
    def first_and_third(database: Database) -> None:
        own = [stage.id for stage in questions.stages(database, 1)]
        agenda.move_stages(database, [own[0], own[2]], -1)

    assert counted(first_and_third) == 1
