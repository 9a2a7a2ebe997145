"""Rows of tables that have no journal, such as ballot papers, written past the mapped objects."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, MetaData, Table, insert, select
from sqlalchemy.orm import InstrumentedAttribute

from kdc_desktop.model import Base
from kdc_desktop.storage.fast import Quick, value
from kdc_desktop.storage.transactions import Edit


def insert_rows(edit: Edit, entity: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows to a table without a journal; all of them name the same columns."""
    if rows:
        names = tuple(rows[0])
        columns = {name: [row[name] for row in rows] for name in names}
        _insert(_unjournaled(entity), names).write_many(edit, columns)


@cache
def _insert(into: Table, names: tuple[str, ...]) -> Quick:
    return Quick(insert(into).values({name: value(name) for name in names}))


def rewrite_in_order(
    edit: Edit, entity: type[Base], which: ColumnElement[bool], order: InstrumentedAttribute[Any]
) -> None:
    """Take rows of a table without a journal out and put them back in another order.

    The pages of a file keep rows as they came in. After this, only `order` can be read from them.
    """
    rows = _unjournaled(entity)
    connection = edit.connection()
    names = [column.name for column in rows.columns]
    columns = [Column(column.name, column.type) for column in rows.columns]
    aside = Table("rows_aside", MetaData(), *columns, prefixes=["TEMPORARY"])
    aside.create(connection)
    connection.execute(aside.insert().from_select(names, select(rows).where(which)))
    connection.execute(rows.delete().where(which))
    in_order = select(aside).order_by(aside.columns[order.key])
    connection.execute(rows.insert().from_select(names, in_order))
    aside.drop(connection)


def _unjournaled(entity: type[Base]) -> Table:
    found = entity.__table__
    assert isinstance(found, Table)
    assert not found.info.get("journal", True), f"{found.name} is written through mapped objects"
    return found
