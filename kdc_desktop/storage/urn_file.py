"""What lies in the file of an urn, and how it is opened and written: see `urn`."""

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from kdc_desktop.storage import files

APPLICATION_ID = int.from_bytes(b"KDCU", "big")
TABLES = (
    "CREATE TABLE owner (path TEXT NOT NULL, place TEXT NOT NULL)",
    "CREATE TABLE entry (key INTEGER PRIMARY KEY, word TEXT NOT NULL)",
    # Chance tells equal ones apart: nothing counts the rows as they come in.
    "CREATE TABLE slip (content TEXT, twin BLOB, PRIMARY KEY (content, twin)) WITHOUT ROWID",
)
_FOLDED_AT = 250  # pages of log: a room of a hundred papers
_ROOM = "CREATE TABLE IF NOT EXISTS room AS SELECT zeroblob(524288) AS empty"  # 128 pages


def connect(path: Path) -> sqlite3.Connection:
    """A connection to one that there is.

    Raises:
        sqlite3.Error: it is damaged, or no urn.
    """
    connection = raw(path)
    try:
        sign = connection.execute("PRAGMA application_id").fetchone()
        owners = connection.execute("SELECT count(path) FROM owner").fetchone()
        if (*sign, *owners) != (APPLICATION_ID, 1):
            raise sqlite3.DatabaseError("no urn")  # untranslated: told as damaged
    except BaseException:
        connection.close()
        raise
    return connection


def raw(path: Path) -> sqlite3.Connection:
    """A connection to a file that may hold nothing yet."""
    connection = files.connect(path)
    connection.isolation_level = None
    for pragma in ("synchronous = FULL", "secure_delete = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written within, on disk, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # also after a commit that was refused
            connection.execute("ROLLBACK")
        raise


def put(
    connection: sqlite3.Connection, entries: Mapping[int, str], contents: Sequence[str]
) -> None:
    """Write entries and slips, in an order that tells nothing."""
    slips = [(content, os.urandom(8)) for content in sorted(contents)]
    connection.executemany("INSERT INTO entry VALUES (?, ?)", sorted(entries.items()))
    connection.executemany("INSERT INTO slip VALUES (?, ?)", slips)


def make_room(connection: sqlite3.Connection) -> None:
    """Have a log that is as long as it will be: a disk takes twice the time to make one longer.

    What is written and wiped here fills it, and is folded then: from there on it is written over.
    """
    connection.execute(f"PRAGMA wal_autocheckpoint = {_FOLDED_AT}")
    connection.execute(_ROOM)
    connection.execute("DROP TABLE room")
