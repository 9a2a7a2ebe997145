"""The sample club with a hostile text in every place that people write in."""

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from kdc_desktop import paths
from kdc_desktop.model import Base
from kdc_desktop.model.values import Written
from tests.rooms.made_once import made_once

TAGS = "<b>R&D</b><img src=x>"
TEXTS = (
    TAGS,
    "&amp; &lt;i&gt; Tom & Jerry &copy",
    "%s %n {0} {name} {} %(x)s ${y}",
    "=cmd|' /C calc'!A0",
    "long " * 8_000,
    "W" * 3_000,
    "👩‍👩‍👧‍👦🏳️‍🌈 \u200d\u200b👍🏽",
    "Z" + "\u0301\u0323\u0330" * 60 + "algo",
    "مرحبا بالعالم שלום",
    "\u202egnp.exe\u202c \u2066x\u2069 \u200f",
    "bell\x07 escape\x1b[31m tab\t form\x0c delete\x7f",
    "one\ntwo\r\nthree\u2028four\u2029five",
    "   \t ",
    "../../etc/passwd?*:|<>",
    "</td></table><script>alert(1)</script>",
)
NO_WORDS = {"setting": {"name"}, "session": {"template", "zone"}, "poll_urn": {"key"}}
"""Texts by which the program knows things, and which nobody writes."""


def words() -> dict[str, list[str]]:
    """In which columns of which tables people write, whatever comes to be added."""
    tables = [table for table in Base.metadata.sorted_tables if "id" in table.c]
    return {"journal_entry": ["label"]} | {
        table.name: texts
        for table in tables
        if not table.name.startswith("journal")
        and (
            texts := [
                column.name
                for column in table.c
                if type(column.type) is Written and column.name not in NO_WORDS.get(table.name, ())
            ]
        )
    }


def make_hostile_club(path: Path, texts: Sequence[str] = TEXTS) -> None:
    """Copy the sample club and write the texts in turn into every place for words.

    The session is live again; of the ideas few are left.
    """
    made_once(path, ("hostile", *texts), lambda fresh: _make_hostile_club(fresh, texts))


def _make_hostile_club(path: Path, texts: Sequence[str]) -> None:
    shutil.copyfile(paths.resource("sample", "sample-club.kdc"), path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM journal_change")
        connection.execute(
            "DELETE FROM idea WHERE id > 60 AND parent_id IS NULL AND id NOT IN (SELECT parent_id"
            " FROM idea WHERE parent_id > 0 UNION SELECT idea_id FROM winner WHERE idea_id > 0)"
        )
        for table, columns in words().items():
            for column in columns:
                for (key,) in connection.execute(f'SELECT id FROM "{table}"').fetchall():
                    connection.execute(
                        f'UPDATE "{table}" SET "{column}" = ? WHERE id = ?',
                        (texts[key % len(texts)], key),
                    )
        connection.execute("UPDATE session SET status = 'live', closed_at = NULL WHERE id = 1")
