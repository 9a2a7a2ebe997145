"""What images of rows hold, by the columns of their table."""

from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Column, Table

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
def dates(table: Table) -> dict[str, type[date]]:
    """The columns that hold dates, each with what it makes of them."""
    kinds = {column.name: column.type.python_type for column in table.c}
    return {name: kind for name, kind in kinds.items() if issubclass(kind, date)}


@cache
def words(table: Table) -> dict[str, frozenset[str | None]]:
    """The columns that hold words of enums, each with these, and with nothing."""
    kinds = {column.name: column.type for column in table.c}
    words = {name: kind.words for name, kind in kinds.items() if isinstance(kind, Word)}
    return {name: frozenset({*some, None}) for name, some in words.items()}
