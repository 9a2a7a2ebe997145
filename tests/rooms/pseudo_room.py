"""A club whose people write in Cyrillic and digits only, so that our own words are told apart."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from kdc_desktop import paths

WORDS = {
    "organisation": ("name", "notes"),
    "department": ("name",),
    "session": ("title", "place", "goal"),
    "programme": ("name", "goal"),
    "cluster": ("name",),
    "person": ("name", "email", "notes"),
    "stage": ("title", "prompt", "notes"),
    "idea": ("text", "author_text"),
    "poll": ("question",),
    "option": ("title",),
    "winner": ("title",),
    "interest": ("offers", "needs"),
    "consortium": ("name",),
    "open_role": ("title",),
    "commitment": ("what",),
    "vision": ("text", "note"),
    "position": ("reason", "would_move"),
    "reading": ("text",),
    "reservation": ("text", "owner", "answer"),
    "journal_entry": ("label",),
}
NAME = "Имя"
FEW_IDEAS = 60


def make_cyrillic_club(path: Path) -> None:
    """Copy the sample club, live again, and write over whatever people wrote in it."""
    shutil.copyfile(paths.resource("sample", "sample-club.kdc"), path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM journal_change")
        connection.execute(
            "DELETE FROM idea WHERE id > ? AND parent_id IS NULL AND id NOT IN (SELECT parent_id"
            " FROM idea WHERE parent_id > 0 UNION SELECT idea_id FROM winner WHERE idea_id > 0)",
            (FEW_IDEAS,),
        )
        for table, column in _places(connection):
            connection.execute(
                f"""UPDATE "{table}" SET "{column}" = ? || ' ' || id WHERE "{column}" <> ''""",
                (NAME if column == "name" else "Слово",),
            )
        connection.execute("UPDATE session SET status = 'live', closed_at = NULL")


def _places(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    for table, columns in WORDS.items():
        there = {row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')}
        assert set(columns) <= there, f"{table} has no such columns"
        yield from ((table, column) for column in columns)
