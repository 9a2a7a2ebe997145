"""Rows of tables that have no journal, such as ballot papers, written past the mapped objects."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Table, insert

from kdc_desktop.model import Base
from kdc_desktop.storage.fast import Quick, value
from kdc_desktop.storage.transactions import Edit


def insert_rows(edit: Edit, entity: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows to a table without a journal; all of them name the same columns."""
    if rows:
        insert_columns(edit, entity, {name: [row[name] for row in rows] for name in rows[0]})


def insert_columns(edit: Edit, entity: type[Base], columns: Mapping[str, Sequence[Any]]) -> None:
    """The same for many rows, told by column: in the order in which they come."""
    if next(iter(columns.values())):
        _insert(_unjournaled(entity), tuple(columns)).write_many(edit, columns)


@cache
def _insert(into: Table, names: tuple[str, ...]) -> Quick:
    return Quick(insert(into).values({name: value(name) for name in names}))


def _unjournaled(entity: type[Base]) -> Table:
    found = entity.__table__
    assert isinstance(found, Table)
    assert not found.info.get("journal", True), f"{found.name} is written through mapped objects"
    return found
