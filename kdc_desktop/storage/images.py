"""Images of rows as JSON, and how rows are read and put back many at a time."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Delete,
    Select,
    Table,
    UniqueConstraint,
    bindparam,
    select,
)
from sqlalchemy.orm import InstanceState, Mapper
from sqlalchemy.orm.base import NEVER_SET, NO_VALUE

from kdc_desktop.model.base import Word

Image = dict[str, Any]
_UNKNOWN = (NEVER_SET, NO_VALUE)
_AT_ONCE = 500  # SQLite takes at least 999 parameters


def current_image(connection: Callable[[], Connection], state: InstanceState[Any]) -> Image:
    """Every column of a mapped object as the flush that just ended has written it."""
    if state.expired_attributes:
        return _written(connection, state)
    return {name: state.dict.get(name) for name in _names(state.mapper)}


def committed_image(connection: Callable[[], Connection], state: InstanceState[Any]) -> Image:
    """Every column of a mapped object as the database has it before the flush."""
    known = {**state.dict, **state.committed_state}
    image = {name: known.get(name) for name in _names(state.mapper)}
    if state.expired_attributes or any(value in _UNKNOWN for value in image.values()):
        return _written(connection, state)
    return image


@cache
def _names(mapper: Mapper[Any]) -> tuple[str, ...]:
    return tuple(attribute.key for attribute in mapper.column_attrs)


def _written(connection: Callable[[], Connection], state: InstanceState[Any]) -> Image:
    table = state.mapper.local_table
    assert isinstance(table, Table)
    (key,) = state.mapper.primary_key_from_instance(state.obj())
    return stored(connection(), table, [key])[key]


def dump(image: Mapping[str, Any]) -> str:
    """An image as JSON; dates become ISO text."""
    return _ENCODER.encode(image)


def load(table: Table, text: str | None) -> Image | None:
    """An image from JSON, with the column types of its table."""
    if text is None:
        return None
    image: Image = json.loads(text)
    for name, kind in _dates(table).items():
        if isinstance(image.get(name), str):
            image[name] = kind.fromisoformat(image[name])
    if not all(name in table.c for name in image):
        raise KeyError(f"{table.name} has no such columns: {', '.join(image)}")
    for name, words in _words(table).items():
        if image.get(name) is not None and image[name] not in words:
            raise KeyError(f"{table.name}.{name} knows no word {image[name]}")
    return image


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in the journal")


_ENCODER = json.JSONEncoder(ensure_ascii=False, default=_plain)


@cache
def _dates(table: Table) -> dict[str, type[date]]:
    kinds = {column.name: column.type.python_type for column in table.c}
    return {name: kind for name, kind in kinds.items() if issubclass(kind, date)}


@cache
def _words(table: Table) -> dict[str, frozenset[str]]:
    kinds = {column.name: column.type for column in table.c}
    return {name: frozenset(kind.words) for name, kind in kinds.items() if isinstance(kind, Word)}


def key_of(table: Table) -> Column[Any]:
    """The one column that names a row; every journaled table has just one."""
    (column,) = table.primary_key.columns
    return column


def stored(
    connection: Connection, table: Table, keys: Iterable[Any], names: Sequence[str] = ()
) -> dict[Any, Image]:
    """The rows as they are in the database now, by key; those that do not exist are missing.

    With `names`, these columns of them.
    """
    names = tuple(names or table.c.keys())
    found: dict[Any, Image] = {}
    for some in _portions(list(keys)):
        for key, *values in connection.execute(_selecting(table, names), {"kdc_keys": some}):
            found[key] = dict(zip(names, values, strict=True))
    return found


def delete_rows(connection: Connection, table: Table, keys: Sequence[Any]) -> None:
    """Delete the rows of these keys."""
    for some in _portions(keys):
        connection.execute(_deleting(table), {"kdc_keys": some})


def put(
    connection: Connection,
    table: Table,
    there: Mapping[Any, Image],
    wanted: Mapping[Any, Image | None],
) -> None:
    """Make rows look like their images: insert, update the image's columns, or delete (None).

    `there` are the rows as they are stored. Rows go first, and in a table with unique places so
    do those that change, so that what is put back finds its place free.
    """
    leaving = [key for key, image in wanted.items() if image is None and key in there]
    coming = {key: image for key, image in wanted.items() if image is not None and key not in there}
    changing = {key: image for key, image in wanted.items() if image is not None and key in there}
    if any(isinstance(constraint, UniqueConstraint) for constraint in table.constraints):
        leaving += changing
        coming |= {key: {**there[key], **image} for key, image in changing.items()}
        changing = {}
    delete_rows(connection, table, leaving)
    for names, rows in _alike(coming).items():
        connection.execute(table.insert(), [{name: row[name] for name in names} for row in rows])
    update = table.update().where(key_of(table) == bindparam("kdc_key"))
    for names, rows in _alike(changing, "kdc_key").items():
        values: dict[str, Any] = {name: bindparam(name) for name in names if name != "kdc_key"}
        connection.execute(update.values(values), rows)


@cache
def _selecting(table: Table, names: tuple[str, ...]) -> Select[Any]:
    key = key_of(table)
    wanted = select(key.label("kdc_key"), *(table.c[name] for name in names))
    return wanted.where(key.in_(bindparam("kdc_keys", expanding=True)))


@cache
def _deleting(table: Table) -> Delete:
    return table.delete().where(key_of(table).in_(bindparam("kdc_keys", expanding=True)))


def _alike(images: Mapping[Any, Image], key: str | None = None) -> dict[tuple[str, ...], list[Any]]:
    """Images with the same columns together, each with its key under the name `key`."""
    alike = defaultdict(list)
    for row_key, image in images.items():
        row = image if key is None else {**image, key: row_key}
        alike[tuple(row)].append(row)
    return alike


def _portions(keys: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]
