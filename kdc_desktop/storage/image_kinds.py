"""What images of rows hold, by the columns of their table."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Column, Table

from kdc_desktop.instants import Instant, instant_from
from kdc_desktop.model.base import Word


@cache
def kinds(table: Table) -> dict[str, set[type]]:
    """What JSON has for the values of each column."""
    return {column.name: {type(None), *_IN_JSON[_python_type(column)]} for column in table.c}


def _python_type(column: Column[Any]) -> type:
    kind = column.type.python_type
    return next((known for known in _IN_JSON if issubclass(kind, known)), str)


_IN_JSON: dict[type, set[type]] = {
    bool: {bool, int},
    int: {int},
    float: {int, float},
    str: {str},
    date: {str},
}


@cache
def readers(table: Table) -> dict[str, Callable[[str], Any]]:
    """The columns that hold dates and instants, each with what it makes of text."""
    kinds = {column.name: column.type.python_type for column in table.c}
    dates = {name: kind.fromisoformat for name, kind in kinds.items() if issubclass(kind, date)}
    return dates | {name: instant_from for name, kind in kinds.items() if kind is Instant}


@cache
def words(table: Table) -> dict[str, frozenset[str | None]]:
    """The columns that hold words of enums, each with these, and with nothing."""
    kinds = {column.name: column.type for column in table.c}
    words = {name: kind.words for name, kind in kinds.items() if isinstance(kind, Word)}
    return {name: frozenset({*some, None}) for name, some in words.items()}
