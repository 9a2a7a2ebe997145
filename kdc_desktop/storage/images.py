"""Images of rows as JSON, and how to put them back."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, select
from sqlalchemy.orm import InstanceState

Image = dict[str, Any]


def current_image(state: InstanceState[Any]) -> Image:
    """Every column of a mapped object as it is now."""
    return {attr.key: state.dict.get(attr.key) for attr in state.mapper.column_attrs}


def committed_image(state: InstanceState[Any]) -> Image:
    """Every column of a mapped object as the database last had it."""
    return {
        attr.key: state.committed_state.get(attr.key, state.dict[attr.key])
        for attr in state.mapper.column_attrs
    }


def dump(image: Mapping[str, Any]) -> str:
    """An image as JSON; dates become ISO text."""
    return json.dumps(image, ensure_ascii=False, default=_plain)


def load(table: Table, text: str | None) -> Image | None:
    """An image from JSON, with the column types of its table."""
    if text is None:
        return None
    return {name: _typed(table.c[name], value) for name, value in json.loads(text).items()}


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in the journal")


def _typed(column: Column[Any], value: Any) -> Any:
    if isinstance(value, str) and column.type.python_type in (datetime, date):
        return column.type.python_type.fromisoformat(value)
    return value


def stored(connection: Connection, table: Table, row_key: Image) -> Image | None:
    """The row as it is in the database now, or None."""
    row = connection.execute(select(table).where(_is(table, row_key))).mappings().first()
    return None if row is None else dict(row)


def put(connection: Connection, table: Table, row_key: Image, wanted: Image | None) -> None:
    """Make the row look like the image: insert, update the image's columns, or delete."""
    if wanted is None:
        connection.execute(table.delete().where(_is(table, row_key)))
    elif stored(connection, table, row_key) is None:
        connection.execute(table.insert().values(**wanted))
    else:
        connection.execute(table.update().where(_is(table, row_key)).values(**wanted))


def _is(table: Table, row_key: Image) -> ColumnElement[bool]:
    return and_(*(table.c[name] == value for name, value in row_key.items()))
