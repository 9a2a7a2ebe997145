"""Which columns lead to a person or a session, read from the model: storage knows no noun."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Column, Table

from kdc_desktop.model import Base
from kdc_desktop.model.base import PERSON_ROWS, SESSION_ROWS
from kdc_desktop.storage.images import key_of


@cache
def person_table() -> Table:
    """The table whose rows stand for people."""
    return _marked(PERSON_ROWS)


@cache
def session_table() -> Table:
    """The table whose rows stand for sessions."""
    return _marked(SESSION_ROWS)


def _marked(mark: Mapping[str, Any]) -> Table:
    (found,) = (each for each in Base.metadata.sorted_tables if mark.items() <= each.info.items())
    return found


def links_to(target: Table) -> list[Column[Any]]:
    """Every column whose foreign key leads to a table."""
    return [
        column
        for table in Base.metadata.sorted_tables
        for column in table.c
        if any(key.column.table is target for key in column.foreign_keys)
    ]


@cache
def session_column(table: Table) -> Column[Any] | None:
    """The column of a row that says which session it belongs to, when the row says it itself."""
    if table is session_table():
        return key_of(table)
    return next((column for column in links_to(session_table()) if column.table is table), None)


@cache
def parent_column(table: Table) -> Column[Any] | None:
    """The column that leads a row towards its session: the first that is always set and does.

    Where rows may come from outside any session, it is the one that says in which they were born.

    None for what belongs to the club and to no session.
    """
    own = session_column(table)
    if own is not None and (not own.nullable or "born_there" in own.info):
        return own
    for column in table.c:
        for link in column.foreign_keys:
            above = link.column.table
            if not column.nullable and above is not table and parent_column(above) is not None:
                return column
    return None
