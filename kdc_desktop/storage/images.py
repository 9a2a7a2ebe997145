"""Images of rows as JSON, and how rows are read and put back many at a time."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain, zip_longest
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

from kdc_desktop.instants import Instant
from kdc_desktop.storage import image_kinds
from kdc_desktop.storage.fast import Listener, Quick, value

Image = dict[str, Any]
_PLAIN = {str, int, float, bool, type(None)}  # what JSON tells apart, and a column holds
_UNKNOWN = (NEVER_SET, NO_VALUE)
_MANY = 20  # from here on, what rows have in common is worth looking for
_COUNTS = (1, 20, 500)  # SQLite takes at least 999 parameters
_PLACES = [f"kdc_keys_{number}" for number in range(1, _COUNTS[-1] + 1)]


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


def dump_all(images: Sequence[Mapping[str, Any]]) -> list[str]:
    """Images as JSON; dates become ISO text."""
    if len(images) < _MANY:
        # Lines end only between values, and begin with a quotation mark but where an image begins.
        told = _ENCODER.encode(images)[1:-1]
        return told.replace("\n{", "\0{").replace("\n", ", ").split("\0") if told else []
    named = list(map(tuple, images))
    alike: dict[tuple[str, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for names, image in zip(named, images, strict=True):
        alike[names].append(image)
    told_of = {names: iter(_dump_alike(names, some)) for names, some in alike.items()}
    return [next(told_of[names]) for names in named]


def _dump_alike(names: Sequence[str], images: Sequence[Mapping[str, Any]]) -> list[str]:
    """Images with the same columns, by column: a third of the time of one by one."""
    told = {name: dump_column([image[name] for image in images]) for name in names}
    return dump_columns(told, len(images))


def dump_values(name: str, values: Sequence[Any]) -> list[str]:
    """Images that say this column alone, as JSON."""
    return dump_columns({name: dump_column(values)}, len(values)) if values else []


def dump_columns(told: Mapping[str, Sequence[str]], count: int) -> list[str]:
    """So many images as JSON, from what their columns say as JSON; see `dump_column`."""
    said: list[str] = []
    various: list[Sequence[str]] = []
    for name, words in told.items():
        alone = len(words) == 1
        word = words[0] if alone else ""
        said.append(f"{json.dumps(name)}: {word}".replace("%", "%%"))  # untranslated: JSON
        if not alone:
            said[-1] += "%s"
            various.append(words)
    pattern = f"{{{', '.join(said)}}}"  # untranslated: JSON
    if not various:
        return [pattern % ()] * count
    return [pattern % row for row in zip(*various, strict=True)]


def dump_column(values: Sequence[Any]) -> list[str]:
    """Each value as JSON; one for all where all are the same."""
    first = values[0]
    kinds = set(map(type, values))
    if kinds != {float} and len(kinds) == 1 and values.count(first) == len(values):
        return [_ENCODER.encode(first)]
    return _ENCODER.encode(values)[1:-1].split("\n")


class UnreadableImageError(ValueError):
    """What stands in a file where an image of a row should."""


def load_all(table: Table, texts: Sequence[str | None]) -> list[Image | None]:
    """Images from JSON, with the column types of their table: in one go, as in `dump_all`.

    Raises:
        KeyError: they name columns or words that there are none of.
        UnreadableImageError: this program cannot have written them.
    """
    told = [text for text in texts if text is not None]
    try:
        found = json.loads(f"[{','.join(told)}]")
        if len(found) != len(told) or not all(type(image) is dict for image in found):
            raise UnreadableImageError(table.name)  # as whatever else is wrong
        _make_typed(table, found)
    except (ValueError, TypeError, RecursionError) as error:
        raise UnreadableImageError(table.name) from error
    unpacked = iter(found)
    return [None if text is None else next(unpacked) for text in texts]


def _make_typed(table: Table, told: Sequence[Image]) -> None:
    names = set().union(*told)
    if not names <= set(table.c.keys()):
        raise KeyError(f"{table.name} has no such columns: {', '.join(names)}")
    if not set(map(type, chain.from_iterable(image.values() for image in told))) <= _PLAIN:
        raise UnreadableImageError(table.name)
    for name, kinds in image_kinds.kinds(table).items():
        if not {type(image[name]) for image in told if name in image} <= kinds:
            raise UnreadableImageError(f"{table.name}.{name}")
    for name in names & image_kinds.readers(table).keys():
        read = image_kinds.readers(table)[name]
        for image in told:
            if image.get(name) is not None:
                image[name] = read(image[name])
    for name in names & image_kinds.words(table).keys():
        said = {image[name] for image in told if name in image}
        if not said <= image_kinds.words(table)[name]:
            raise KeyError(f"{table.name}.{name} knows not all of the words {said}")


def _plain(value: object) -> str:
    if isinstance(value, Instant):
        return value.kept()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in the journal")


_ENCODER = json.JSONEncoder(ensure_ascii=False, default=_plain, separators=("\n", ": "))


def key_of(table: Table) -> Column[Any]:
    """The one column that names a row; every journaled table has just one."""
    (column,) = table.primary_key.columns
    return column


def stored(
    place: Listener, table: Table, keys: Iterable[Any], names: Sequence[str] = ()
) -> dict[Any, Image]:
    """The rows as they are in the database now, by key; those that do not exist are missing.

    With `names`, these columns of them.
    """
    names = tuple(names or table.c.keys())
    rows = read(place, table, keys, names)
    return {key: dict(zip(names, values, strict=True)) for key, *values in rows}


def read(
    place: Listener, table: Table, keys: Iterable[Any], names: tuple[str, ...]
) -> Iterator[tuple[Any, ...]]:
    """The key and these columns of each of the rows that exist."""
    for some in _portions(list(keys)):
        yield from _selecting(table, names, len(some)).rows(place, **some)


def delete_rows(place: Listener, table: Table, keys: Sequence[Any]) -> None:
    """Delete the rows of these keys."""
    for some in _portions(keys):
        _deleting(table, len(some)).write(place, some)


def put(
    place: Listener,
    table: Table,
    there: Mapping[Any, Image],
    wanted: Mapping[Any, Image | None],
) -> None:
    """Make rows look like their images: insert, update the image's columns, or delete (None).

    `there` are the rows as they are stored, whole where the table `has_places`. Rows go first, and
    there those that change as well, so that what is put back finds its place free.
    """
    leaving = [key for key, image in wanted.items() if image is None and key in there]
    coming = {key: image for key, image in wanted.items() if image is not None and key not in there}
    changing = {key: image for key, image in wanted.items() if image is not None and key in there}
    if has_places(table):
        leaving += changing
        coming |= {key: {**there[key], **image} for key, image in changing.items()}
        changing = {}
    delete_rows(place, table, leaving)
    add_rows(place, table, list(coming.values()))
    change_rows(place, table, changing)


def add_rows(place: Listener, table: Table, rows: Sequence[Image]) -> None:
    """Insert rows, each with the columns that it names."""
    alike = defaultdict(list)
    for row in rows:
        alike[tuple(row)].append(row)
    for names, some in alike.items():
        add_columns(place, table, {name: [row[name] for row in some] for name in names})


def add_columns(place: Listener, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """Insert rows, told by column."""
    _inserting(table, tuple(columns)).write_many(place, columns)


def change_rows(place: Listener, table: Table, rows: Mapping[Any, Image]) -> None:
    """Give rows, by their keys, the values that they name."""
    alike = defaultdict(list)
    for key, row in rows.items():
        alike[tuple(row)].append(key)
    for names, keys in alike.items():
        columns = {name: [rows[key][name] for key in keys] for name in names}
        _updating(table, names).write_many(place, {**columns, "kdc_key": keys})


@cache
def has_places(table: Table) -> bool:
    """Whether some of what a row says may be said by no other."""
    return any(isinstance(constraint, UniqueConstraint) for constraint in table.constraints)


@cache
def _inserting(table: Table, names: tuple[str, ...]) -> Quick:
    return Quick(table.insert().values({name: value(name) for name in names}))


@cache
def _updating(table: Table, names: tuple[str, ...]) -> Quick:
    which = key_of(table) == value("kdc_key")
    return Quick(table.update().where(which).values({name: value(name) for name in names}))


@cache
def _selecting(table: Table, names: tuple[str, ...], count: int) -> Quick:
    key = key_of(table).label("kdc_key")
    return Quick(select(key, *(table.c[name] for name in names)).where(_is_one_of(table, count)))


@cache
def _deleting(table: Table, count: int) -> Quick:
    return Quick(table.delete().where(_is_one_of(table, count)))


def _is_one_of(table: Table, count: int) -> ColumnElement[bool]:
    # SQLAlchemy makes the places of it, as `_PLACES` names them.
    return key_of(table).in_(bindparam("kdc_keys", [None] * count, expanding=True))


def _portions(keys: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """The keys by the names of their places, so many at a time as there is a statement for.

    A portion that is not full says its last key again: there are few statements, each made once.
    """
    for start in range(0, len(keys), _COUNTS[-1]):
        some = keys[start : start + _COUNTS[-1]]
        count = next(count for count in _COUNTS if count >= len(some))
        yield dict(zip_longest(_PLACES[:count], some, fillvalue=some[-1]))
