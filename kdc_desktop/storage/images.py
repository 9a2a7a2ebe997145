"""Images of rows as JSON, and how rows are read and put back many at a time."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import zip_longest
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    UniqueConstraint,
    bindparam,
    select,
)
from sqlalchemy.orm import InstanceState, Mapper
from sqlalchemy.orm.base import NEVER_SET, NO_VALUE

from kdc_desktop.model.base import Word
from kdc_desktop.storage.fast import Quick, value

Image = dict[str, Any]
_UNKNOWN = (NEVER_SET, NO_VALUE)
_COUNTS = (1, 20, 500)  # SQLite takes at least 999 parameters
_PLACES = [f"kdc_key_{number}" for number in range(_COUNTS[-1])]


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


def dump_all(images: Iterable[Mapping[str, Any]]) -> list[str]:
    """Images as JSON; dates become ISO text. All in one go, which takes a third of the time."""
    # Lines end only between values, and begin with a quotation mark but where an image begins.
    told = _ENCODER.encode(list(images))[1:-1]
    return told.replace("\n{", "\0{").replace("\n", ", ").split("\0") if told else []


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


_ENCODER = json.JSONEncoder(ensure_ascii=False, default=_plain, separators=("\n", ": "))


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
    return {
        key: dict(zip(names, values, strict=True))
        for some in _portions(list(keys))
        for key, *values in _selecting(table, names, len(some)).rows(connection, **some)
    }


def delete_rows(connection: Connection, table: Table, keys: Sequence[Any]) -> None:
    """Delete the rows of these keys."""
    for some in _portions(keys):
        _deleting(table, len(some)).write(connection, [some])


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
def _selecting(table: Table, names: tuple[str, ...], count: int) -> Quick:
    key = key_of(table).label("kdc_key")
    return Quick(select(key, *(table.c[name] for name in names)).where(_is_one_of(table, count)))


@cache
def _deleting(table: Table, count: int) -> Quick:
    return Quick(table.delete().where(_is_one_of(table, count)))


def _is_one_of(table: Table, count: int) -> ColumnElement[bool]:
    return key_of(table).in_([value(name) for name in _PLACES[:count]])


def _alike(images: Mapping[Any, Image], key: str | None = None) -> dict[tuple[str, ...], list[Any]]:
    """Images with the same columns together, each with its key under the name `key`."""
    alike = defaultdict(list)
    for row_key, image in images.items():
        row = image if key is None else {**image, key: row_key}
        alike[tuple(row)].append(row)
    return alike


def _portions(keys: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """The keys by the names of their places, so many at a time as there is a statement for.

    A portion that is not full says its last key again: there are few statements, each made once.
    """
    for start in range(0, len(keys), _COUNTS[-1]):
        some = keys[start : start + _COUNTS[-1]]
        count = next(count for count in _COUNTS if count >= len(some))
        yield dict(zip_longest(_PLACES[:count], some, fillvalue=some[-1]))
