"""For every column of a club file, values that it must not hold, and how they get into one."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Boolean, Column, Table

from kdc_desktop.model import Base
from kdc_desktop.model.base import Word
from kdc_desktop.model.values import (
    Day,
    InstantInUtc,
    Letters,
    Measure,
    Moment,
    Own,
    Term,
    Whole,
    Written,
)

NO_TEXT = "CAST(x'41ff42' AS TEXT)"  # bytes that are no UTF-8
HALF = "CAST(x'41eda0bd42' AS TEXT)"  # half of a character
ZERO = "CAST(x'41004200' AS TEXT)"
BLOB = "x'00ff10'"
_TIMES = (
    "garbage",
    "0001-01-01 00:00:00.000000",
    "99999-01-01 00:00:00.000000",
    "",
    "2026-13-01",
    "2026-02-31 10:00:00.000000",
    "2026-11-03T18:00",
    "1900-01-01 10:00:00",
    "12",
)


_TIMES_AS_SQL = (*(f"'{said}'" for said in _TIMES), NO_TEXT, BLOB, "5", "20261103")
_NUMBERS = ("'abc'", "''", BLOB, "1e15", "9e999", "-9e999", "-1e15", NO_TEXT)
_OF_KINDS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (Own, (NO_TEXT, BLOB, "'{broken'", "''", "'[' || hex(zeroblob(9)) || ','")),
    (Word | Letters | Term, ("'zzz'", "' '", "7", BLOB, NO_TEXT)),
    (Written, (NO_TEXT, HALF, ZERO, BLOB, "'a' || char(7)", "char(127)")),
    (Whole | Measure, _NUMBERS),
    (Moment | Day | InstantInUtc, _TIMES_AS_SQL),
    (Boolean, ("2", "-1", "'yes'", BLOB, "0.5")),
)


def wrong_for(column: Column[Any]) -> Iterator[str]:
    """Values, as SQL, that the column must not hold."""
    if not column.nullable:
        yield "NULL"
    if column.foreign_keys:
        yield from ("987654321", "'abc'", "1.5", "-1", BLOB, "9e999")
        return
    for kind, values in _OF_KINDS:
        if isinstance(column.type, kind):
            yield from values[:2] if column.name == "label" else values  # any text is one
            break
    else:
        yield from ("'abc'", "1.5", BLOB, "9e999", NO_TEXT)
    if isinstance(column.type, Whole):
        yield from ("1.5", str(column.type.least - 1), str(column.type.most + 1))
    if type(column.type) is Written and column.type.longest < 1_000_000:
        yield f"substr(hex(zeroblob({column.type.longest})), 1, {column.type.longest + 1})"


def columns() -> Iterator[tuple[Table, Column[Any]]]:
    """Every column but those that number the rows, which SQLite holds to whole numbers."""
    for table in Base.metadata.sorted_tables:
        for column in table.c:
            if not (column.primary_key and len(table.primary_key.columns) == 1) or isinstance(
                column.type, Written
            ):
                yield table, column


def let_all_be_empty(connection: sqlite3.Connection) -> None:
    """From now on this connection writes NULL where the schema forbids it."""
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_master SET sql = replace(replace(sql, ' NOT NULL', ''), "
        "'id INTEGER PRIMARY', 'id INTEGER NOT NULL PRIMARY') "
        "WHERE sql NOT LIKE '%WITHOUT ROWID' AND type = 'table'"
    )
    connection.execute("PRAGMA writable_schema = RESET")


def put_wrong(connection: sqlite3.Connection, table: str, column: str, said: str) -> int:
    """Write a value, as SQL, into one row; how many rows took it."""
    which = f"(SELECT min(k) FROM (SELECT rowid AS k FROM {table}))"
    try:
        done = connection.execute(f'UPDATE "{table}" SET "{column}" = {said} WHERE rowid = {which}')
    except sqlite3.OperationalError:  # a table without rowids
        if said == "NULL":
            return 0  # no key of it can be
        done = connection.execute(f'UPDATE OR IGNORE "{table}" SET "{column}" = {said}')
    except sqlite3.IntegrityError:  # another row has it
        return 0
    return done.rowcount
