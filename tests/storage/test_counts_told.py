"""A line that counts says how many rows were really changed, whatever was done before."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

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


def merged(rows: list[Row]) -> int:
    """The ideas that lie in a stack now, the one on top included."""
    stacks = {row.after["parent_id"] for row in rows if row.differs("idea", "parent_id")}
    own = [row for row in rows if row.differs("idea", "parent_id")]
    return len(own) + len(stacks - {json.loads(row.key)["id"] for row in own})


def unmerged(rows: list[Row]) -> int:
    return len({row.before["parent_id"] for row in rows if row.differs("idea", "parent_id")})


def placed(rows: list[Row]) -> int:
    return sum(row.differs("delegate", "member_id") and bool(row.after) for row in rows)


def wishers(rows: list[Row]) -> int:
    return len({row.before["person_id"] for row in rows if row.table == "interest"})


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
    "register": of("attendance"),
    "set_attendance_role": of("attendance"),
    "set_may_vote": with_another("attendance", "may_vote"),
    "assign_badges": with_another("attendance", "badge"),
    "add_winner": of("winner"),
    "add_winning_cluster": of("winner"),
    "unmark_winners": of("winner"),
    "clear_interests": wishers,
    "apply_suggestion": placed,
    "set_pinned": with_another("delegate", "pinned"),
    "make_consortia": of("consortium"),
    "confirm_consortia": with_another("consortium", "confirmed_at"),
    "set_wanted": of("consortium"),
    "add_stages": lambda rows: sum(row.table == "stage" and not row.before for row in rows),
    "trash_sessions": of("session"),
}
"""By verb, how many rows its count stands for; a verb that counts anew is added here."""
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
