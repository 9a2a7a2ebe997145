"""A club whose people write in Cyrillic and digits only, so that our own words are told apart."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from kdc_desktop import paths
from tests.rooms.made_once import made_once

WORDS = {
    "organisation": ("name", "notes"),
    "department": ("name",),
    "session": ("title", "place", "goal"),
    "programme": ("name", "goal", "unit"),
    "cluster": ("name",),
    "person": ("name", "email", "notes"),
    "stage": ("title", "prompt", "notes"),
    "idea": ("text", "author_text", "details", "tags", "link"),
    "poll": ("question",),
    "option": ("title",),
    "winner": ("title",),
    "interest": ("offers", "needs"),
    "consortium": ("name", "about", "contacts_said_by"),
    "consortium_step": ("said_by", "note"),
    "leaving": ("why",),
    "role_step": ("said_by",),
    "sign_of_life": ("text", "said_by"),
    "open_role": ("title",),
    "commitment": ("what",),
    "vision": ("text", "note", "who", "change", "so_that", "by_when", "how_known"),
    "stake": ("text",),
    "reservation_step": ("note",),
    "position": ("reason", "would_move"),
    "reading": ("text",),
    "reservation": ("text", "owner", "answer"),
    "gain": ("said_by", "note"),
    "obstacle": ("text", "next_step"),
    "obstacle_step": ("said_by", "note"),
    "offer": ("text",),
    "offer_match": ("note",),
    "seating_round": ("title",),
    "seating_table": ("topic",),
}
NEWER = {"gain", "obstacle", "obstacle_step", "offer", "offer_match"} | {
    *("seating_round", "seating_table"),
}
"""Tables that the club of one evening has once it is opened, and empty."""
NAME = "Имя"
FEW_IDEAS = 60
ONE_EVENING = Path(__file__).parents[1] / "data" / "clubs" / "one_evening" / "club.kdc"
"""A rehearsed evening, the first of a club: what a test does there is told apart at once."""


def make_cyrillic_club(path: Path) -> None:
    """The sample club, live again, with whatever people wrote in it written over."""
    made_once(path, "Cyrillic", _make_cyrillic_club)


def make_small_sample(path: Path) -> None:
    """A club of one evening with few ideas; what was done in it is not undone any more."""
    made_once(path, "a small sample", _make_small_sample)


def _make_small_sample(path: Path) -> None:
    few_ideas(ONE_EVENING, path)


def make_full_club(path: Path) -> None:
    """The sample with few of its ideas and its first evening live again: rows in most tables."""
    made_once(path, "a full club", _make_full_club)


def _make_full_club(path: Path) -> None:
    few_ideas(paths.resource("sample", "sample-club.kdc"), path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE session SET status = 'live', closed_at = NULL WHERE id = 1")


def few_ideas(club: Path, path: Path) -> None:
    """A copy of a club with few of its ideas, in which nothing can be undone."""
    shutil.copyfile(club, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM journal_change")
        connection.execute(
            "DELETE FROM idea WHERE id > ? AND parent_id IS NULL AND id NOT IN (SELECT parent_id"
            " FROM idea WHERE parent_id > 0 UNION SELECT idea_id FROM winner WHERE idea_id > 0)",
            (FEW_IDEAS,),
        )


def _make_cyrillic_club(path: Path) -> None:
    make_small_sample(path)
    in_cyrillic(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE session SET status = 'live', closed_at = NULL WHERE id = 1")


def in_cyrillic(path: Path) -> None:
    """Write over whatever people wrote in a club."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for table, column in places_of_words(connection):
            connection.execute(
                f"""UPDATE "{table}" SET "{column}" = ? || ' ' || id WHERE "{column}" <> ''""",
                (NAME if column == "name" else "Слово",),
            )
        _write_over_labels(connection)


def _write_over_labels(connection: sqlite3.Connection) -> None:
    labels = connection.execute("SELECT arguments, id FROM journal_entry").fetchall()
    connection.executemany(
        "UPDATE journal_entry SET arguments = ? WHERE id = ?",
        [(json.dumps(_in_cyrillic(json.loads(arguments))), key) for arguments, key in labels],
    )


def _in_cyrillic(stored: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a label with what people wrote in it written over."""

    def value(kept: Any) -> Any:
        if isinstance(kept, dict):
            return _in_cyrillic(kept)
        return "Слово" if isinstance(kept, str) else kept

    values = {name: value(kept) for name, kept in stored.get("values", {}).items()}
    return {**stored, "values": values}


def places_of_words(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Each table and column in which people write."""
    for table, columns in WORDS.items():
        there = {row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')}
        if not there and table in NEWER:
            continue
        assert set(columns) <= there, f"{table} has no such columns"
        yield from ((table, column) for column in columns)
