"""Values of a club file that the model does not allow: found, and told in words."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Boolean, Column, FromClause, Table
from sqlalchemy.types import TypeEngine

from kdc_desktop.domain.kit.lengths import FIRST_DAY, LAST_DAY
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import Fillable, fillable, listed, nfillable
from kdc_desktop.model import Base
from kdc_desktop.model.base import Word
from kdc_desktop.model.values import (
    Day,
    InstantInUtc,
    Json,
    Letters,
    Measure,
    Moment,
    Term,
    Whole,
    Written,
)
from kdc_desktop.storage.values import ValueRule, in_a_row, quoted, rules_of

TOLD = 20  # rows that are named of each column; more say nothing new
_SHOWN = 60  # characters of a value

_EMPTY = fillable("Row {row} of {table}: {column} is empty, and must not be.")
_DANGLING = fillable("Row {row} of {table} belongs to a row of {target} that does not exist.")
_CIRCLE = fillable("Row {row} of {table} belongs to itself through {column}.")
_NO_WORD = fillable(
    "“{said}” is no word for {column} of {table}, row {row}. A newer KDC Desktop wrote it, "
    "or another program."
)
_NO_NUMBER = fillable("Row {row} of {table}: “{said}” in {column} is not {least} to {most}.")
_NO_KEY = fillable("Row {row} of {table}: “{said}” in {column} is not the number of a row.")
_NO_DATE = fillable(
    "Row {row} of {table}: “{said}” in {column} is no date from {least} to {most} that can be read."
)
_NO_FLAG = fillable("Row {row} of {table}: “{said}” in {column} is neither yes nor no.")
_NO_JSON = fillable("Row {row} of {table}: {column} cannot be read; it begins “{said}”.")
_NO_TEXT = fillable(
    "Row {row} of {table}: {column} is no text of at most {most} characters that can be shown; "
    "it begins “{said}”."
)
_MORE = nfillable(
    "{count} more row of {table} is like that in {column}.",
    "{count} more rows of {table} are like that in {column}.",
)
_OF_KINDS: tuple[tuple[type[TypeEngine[Any]], Fillable], ...] = (
    (Word, _NO_WORD),
    (Letters, _NO_WORD),
    (Term, _NO_WORD),
    (Json, _NO_JSON),
    (Written, _NO_TEXT),
    (Whole, _NO_NUMBER),
    (Measure, _NO_NUMBER),
    (InstantInUtc, _NO_DATE),
    (Moment, _NO_DATE),
    (Day, _NO_DATE),
    (Boolean, _NO_FLAG),
)


@dataclass(frozen=True)
class Fault:
    """One value that is not allowed: where, of which kind, and the beginning of what it says."""

    table: Table
    column: Column[Any]
    key: tuple[Any, ...]  # of the row
    kind: str  # as SQLite's typeof() says it
    said: str

    @property
    def told_key(self) -> str:
        """The row by its key, as it is told."""
        return listed(legible(str(part).encode()) for part in self.key)

    @property
    def is_link(self) -> bool:
        """Whether it is about what the row belongs to."""
        return bool(self.column.foreign_keys)

    @property
    def sentence(self) -> str:
        """What is wrong, in words."""
        limits = self.column.type
        least, most = getattr(limits, "least", ""), getattr(limits, "most", "")
        if isinstance(limits, Moment | Day | InstantInUtc):
            least, most = FIRST_DAY, LAST_DAY
        elif isinstance(limits, Written):
            most = limits.longest
        target = next((key.column.table.name for key in self.column.foreign_keys), "")
        return str(
            self._words().filled(
                row=str(self.told_key),
                table=self.table.name,
                column=self.column.name,
                said=self.said,
                least=str(least),
                most=str(most),
                target=target,
            )
        )

    def _words(self) -> Fillable:
        if self.kind == "circle":
            return _CIRCLE
        if self.kind == "null":
            return _EMPTY
        if self.column.foreign_keys and self.kind == "integer":
            return _DANGLING
        for known, words in _OF_KINDS:
            if isinstance(self.column.type, known):
                return words
        return _NO_KEY


def has_columns(connection: sqlite3.Connection, table: FromClause) -> bool:
    """Whether a table of a file has all columns that it has by now."""
    told = connection.execute(f"PRAGMA main.table_info({quoted(str(table))})")
    return set(table.c.keys()) <= {name for _number, name, *_more in told}


def tables_of(connection: sqlite3.Connection) -> Iterator[tuple[Table, tuple[ValueRule, ...]]]:
    """The tables that are in a file, with the rules of those columns that it has."""
    for table in Base.metadata.sorted_tables:
        told = connection.execute(f"PRAGMA main.table_info({quoted(table.name)})").fetchall()
        there = {name for _number, name, *_more in told}
        rules = tuple(rule for rule in rules_of(table) if rule.column.name in there)
        if rules:
            yield table, rules


def is_faulty(connection: sqlite3.Connection, table: Table, rules: tuple[ValueRule, ...]) -> bool:
    """Whether any value of a table is not allowed; the fast question."""
    found = connection.execute(
        f"SELECT 1 FROM {_named(table)} WHERE NOT ({' AND '.join(each.sound for each in rules)}) "  # noqa: S608 - names of the model
        "LIMIT 1"
    ).fetchone()
    return found is not None or any(circles(connection, table, rule) for rule in rules)


def is_broken(connection: sqlite3.Connection, table: Table, rule: ValueRule) -> bool:
    """Whether any value of a column is not allowed by its rule."""
    asked = f"SELECT 1 FROM {_named(table)} WHERE NOT {rule.sound} LIMIT 1"  # noqa: S608 - names of the model
    return connection.execute(asked).fetchone() is not None


def faults_in(
    connection: sqlite3.Connection, table: Table, rules: tuple[ValueRule, ...]
) -> Iterator[Fault]:
    """Every value of a table that is not allowed."""
    for rule in rules:
        yield from broken(connection, table, rule)
        yield from circles(connection, table, rule)


def told(connection: sqlite3.Connection) -> Iterator[str]:
    """A sentence for each value of a file that is not allowed; of many, for the first of them."""
    for table, rules in tables_of(connection):
        if not is_faulty(connection, table, rules):
            continue
        for rule in rules:
            faults = (*broken(connection, table, rule), *circles(connection, table, rule))
            yield from (fault.sentence for fault in faults[:TOLD])
            if len(faults) > TOLD:
                more = _MORE.having(table=table.name, column=rule.column.name)
                yield str(more.filled(count=len(faults) - TOLD))


def broken(connection: sqlite3.Connection, table: Table, rule: ValueRule) -> Iterator[Fault]:
    """Every value of a column that its rule does not allow."""
    keys = in_a_row(_key_of(key) for key in table.primary_key)
    name = f"o.{quoted(rule.column.name)}"
    for kind, said, *row in connection.execute(
        f"SELECT typeof({name}), substr(CAST({name} AS BLOB), 1, {4 * _SHOWN}), {keys} "  # noqa: S608 - names of the model
        f"FROM {_named(table)} WHERE NOT {rule.sound}"
    ):
        yield Fault(table, rule.column, tuple(row), kind, legible(said))


def circles(connection: sqlite3.Connection, table: Table, rule: ValueRule) -> list[Fault]:
    """Rows that come back to themselves when one follows a link within their table."""
    column = rule.column
    if not any(key.column.table is table for key in column.foreign_keys):
        return []
    (key,) = table.primary_key.columns
    pairs = connection.execute(
        f"SELECT {quoted(key.name)}, {rule.name} FROM {_named(table)} "  # noqa: S608 - names of the model
        f"WHERE typeof({rule.name}) = 'integer'"
    )
    parents = dict(pairs.fetchall())
    return [Fault(table, column, (row,), "circle", str(parents[row])) for row in incircles(parents)]


def incircles(parents: dict[int, int]) -> list[int]:
    """Of each circle of links, the highest row."""
    found, done = [], set[int]()
    for start in parents:
        walked: dict[int, None] = {}
        row: int | None = start
        while row is not None and row not in done and row not in walked:
            walked[row] = None
            row = parents.get(row)
        if row is not None and row in walked:
            circle = list(walked)[list(walked).index(row) :]
            found.append(max(circle))
        done.update(walked)
    return found


def _named(table: Table) -> str:
    return f"main.{quoted(table.name)} AS o"


def _key_of(column: Column[Any]) -> str:
    """A key that SQLite can hand over, whatever it is."""
    name = f"o.{quoted(column.name)}"
    return f"CASE WHEN typeof({name}) = 'text' THEN CAST({name} AS BLOB) ELSE {name} END"


def legible(raw: bytes | None) -> str:
    """The beginning of what stands in a file, to be shown."""
    said = (raw or b"").decode(errors="replace")
    return shortened("".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in said))
