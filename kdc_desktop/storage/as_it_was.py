"""The club file as it was at an earlier moment, for who only reads.

Rows keep when they came and since when something holds of them. Temporary views of the same names
lie over the tables, for one snapshot: a row that came later is not there, what began later has not
begun, and a link to a row that is not there leads nowhere. So whatever reads tells of that moment.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    FromClause,
    MetaData,
    Select,
    Table,
    and_,
    case,
    exists,
    func,
    literal_column,
    null,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute

from kdc_desktop.instants import Instant
from kdc_desktop.model import Base
from kdc_desktop.model.journal import JournalChange, JournalEntry
from kdc_desktop.model.values import InstantInUtc
from kdc_desktop.storage import files
from kdc_desktop.storage.values import quoted

Earlier = Callable[["Then", FromClause], ColumnElement[Any]]
"""Makes of a row what one of its columns held then."""


@dataclass(frozen=True)
class Lived:
    """A table whose rows tell when they came; `earlier` are columns that something else tells.

    Of one that is `journaled` the journal tells it: when its rows came, and what `earlier` held.
    """

    entity: type[Base]
    earlier: Mapping[str, Earlier] = field(default_factory=dict)
    journaled: bool = False

    @property
    def table(self) -> Table:
        """Its columns as the model says them."""
        return table_of(self.entity)


@dataclass(frozen=True)
class AsItWas:
    """What a snapshot is to show: these tables as they were at a moment."""

    at: Instant
    tables: Sequence[Lived]

    def lay_over(self, connection: Connection) -> None:
        """Until its transaction ends, which takes the views along, all is read through them."""
        raw = files.raw(connection)
        raw.execute("PRAGMA query_only = OFF")
        try:
            then = Then(self, frozenset(_put_beneath(raw, self.tables)))
            for one in self.tables:
                shown = then.shown(one).compile(
                    dialect=connection.dialect, compile_kwargs={"literal_binds": True}
                )
                raw.execute(f"CREATE TEMP VIEW {quoted(one.table.name)} AS {shown}")
        finally:
            raw.execute("PRAGMA query_only = ON")


def _put_beneath(raw: sqlite3.Connection, tables: Sequence[Lived]) -> Iterator[str]:
    """The tables over which stand-ins lie already: those are moved, and stay until the end."""
    known = {one.table.name for one in tables}
    found = raw.execute("SELECT name, sql FROM sqlite_temp_master WHERE type = 'view'").fetchall()
    for name, words in found:
        if name in known:
            raw.execute(f"DROP VIEW temp.{quoted(name)}")
            at = words.index(" AS ")
            raw.execute(f"CREATE TEMP VIEW {quoted(_beneath(name))}{words[at:]}")
            yield name


def table_of(entity: type[Base]) -> Table:
    """The table of mapped rows."""
    assert isinstance(entity.__table__, Table)
    return entity.__table__


def _beneath(name: str) -> str:
    return f"{name}_beneath"


class Then:
    """Says in SQL what was there at a moment."""

    def __init__(self, wanted: AsItWas, covered: frozenset[str]) -> None:
        self._tables = {one.table.name: one for one in wanted.tables}
        self._covered = covered
        self._at: ColumnElement[Any] = literal_column(f"'{wanted.at.kept()}'")

    def came(self, column: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[bool]:
        """Whether an instant is not later than the moment."""
        return column <= self._at

    def rows(self, entity: type[Base]) -> FromClause:
        """A table as the file has it."""
        table = table_of(entity)
        covered = table.name in self._covered
        return table.to_metadata(
            MetaData(),
            schema="temp" if covered else "main",
            name=_beneath(table.name) if covered else table.name,
        ).alias()

    def shown(self, one: Lived) -> Any:
        """What lies over a table."""
        rows = self.rows(one.entity)
        columns = [self._column(one, rows, column) for column in one.table.columns]
        return select(*columns).where(*self._there(one, rows))

    def in_journal(self, rows: FromClause, name: str, column: str) -> ColumnElement[Any]:
        """What a column held before the first change that came later; as it is where none did."""
        changes = self._changes_since(name, rows)
        first = changes.order_by(JournalChange.id).limit(1)
        held = first.with_only_columns(
            func.json_extract(JournalChange.before, literal_column(f"'$.{column}'"))
        )
        return case((exists(changes), held.scalar_subquery()), else_=rows.c[column])

    def _changes_since(self, name: str, rows: FromClause) -> Select[Any]:
        """The changes of a row that came later and stand."""
        key = literal_column("'{\"id\": '").op("||")(rows.c.id).op("||")(literal_column("'}'"))
        return (
            select(JournalChange.id)
            .join(JournalEntry, JournalEntry.id == JournalChange.entry_id)
            .where(
                JournalChange.table_name == name,
                JournalChange.row_key == key,
                JournalEntry.undone_at.is_(None),
                ~self.came(JournalEntry.at),
            )
            .correlate(rows)
        )

    def _column(self, one: Lived, rows: FromClause, column: Column[Any]) -> ColumnElement[Any]:
        said = rows.c[column.name]
        if column.name in one.earlier:
            return one.earlier[column.name](self, rows).label(column.name)
        if not column.nullable:
            return said.label(column.name)
        if isinstance(column.type, InstantInUtc):
            return case((self.came(said), said), else_=null()).label(column.name)
        if (there := self._leads(column, said)) is not None:
            return case((there, said), else_=null()).label(column.name)
        return said.label(column.name)

    def _there(self, one: Lived, rows: FromClause) -> Iterator[ColumnElement[bool]]:
        """A row came with what it belongs to, and when it says."""
        if one.journaled:
            yield ~exists(
                self._changes_since(one.table.name, rows).where(JournalChange.before.is_(None))
            )
        for column in one.table.columns:
            if column.nullable:
                continue
            if isinstance(column.type, InstantInUtc):
                yield self.came(rows.c[column.name])
            elif (there := self._leads(column, rows.c[column.name])) is not None:
                yield there

    def _leads(self, column: Column[Any], said: ColumnElement[Any]) -> ColumnElement[bool] | None:
        """Whether a link leads to a row that was there; None for what is no link to such rows."""
        for key in column.foreign_keys:
            target = self._tables.get(key.column.table.name)
            if target is not None:
                rows = self.rows(target.entity)
                came = [
                    self.came(rows.c[one.name])
                    for one in target.table.columns
                    if isinstance(one.type, InstantInUtc) and not one.nullable
                ]
                return exists(select(literal_column("1")).where(rows.c.id == said, and_(*came)))
        return None
