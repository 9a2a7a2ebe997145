"""Rows of an edit that are written many at a time: past the mapped objects, into the journal.

What mapped objects still have to write is written before. Those of the same rows follow: they say
what was written, and those of rows that went are let go.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, ColumnDefault, Table, insert, inspect
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import attributes

from kdc_desktop.model import Base
from kdc_desktop.storage import images, links
from kdc_desktop.storage.fast import Quick, value
from kdc_desktop.storage.images import Image
from kdc_desktop.storage.recorder import Pair, RecordedSession


def add_rows(
    session: RecordedSession, entity: type[Base], rows: Sequence[Mapping[str, Any]]
) -> list[Any]:
    """See `Edit.add_rows`."""
    session.flush()
    table = _table(entity)
    unsaid, key = _unsaid(table), images.key_of(table).name
    added = [{**unsaid, **row} for row in rows]
    assert all(len(image) == len(unsaid) for image in added), f"{table.name} lacks such a column"
    for name in (name for name, default in unsaid.items() if default is not None):
        for image in added:
            if image[name] is None:  # as in an object, which is told nothing by it
                image[name] = unsaid[name]
    images.add_rows(session, table, [image for image in added if image[key] is not None])
    _add_to_number(session, table, [image for image in added if image[key] is None])
    new = {image[key]: (None, image) for image in added}
    session.recorder.note(table, new, _sessions(table, added))
    return list(new)


def _add_to_number(session: RecordedSession, table: Table, added: Sequence[Image]) -> None:
    """Add rows that get their keys here: numbers in a row, because nobody else is writing."""
    if not added:
        return
    key = images.key_of(table).name
    names = tuple(name for name in _unsaid(table) if name != key)
    first, *between = added[:-1] or added
    number = _numbering(table, names).scalar(session, **_only(first, names))
    images.add_alike(session, table, between, names)
    if len(added) > 1:
        last = _numbering(table, names).scalar(session, **_only(added[-1], names))
        assert last == number + len(added) - 1, f"somebody else was adding to {table.name}"
    for image in added:
        image[key] = number
        number += 1


def change_rows(
    session: RecordedSession, entity: type[Base], values: Mapping[Any, Mapping[str, Any]]
) -> int:
    """See `Edit.change_rows`."""
    session.flush()
    table = _table(entity)
    names = _in_order(table, {name for wanted in values.values() for name in wanted})
    changed: dict[Any, Pair] = {}
    sessions: set[int | None] = set()
    for key, of_session, *row in _there(session, table, values, [_session_in(table), *names]):
        wanted = values[key]
        before, after = {}, {}
        for name, old in zip(names, row, strict=True):
            if name in wanted and wanted[name] != old:
                before[name], after[name] = old, wanted[name]
        if after:
            changed[key] = (before, after)
            sessions.add(after.get(_session_in(table), of_session))
    afters = {key: after for key, (_, after) in changed.items() if after is not None}
    images.change_rows(session, table, afters)
    session.recorder.note(
        table, changed, sessions if links.session_column(table) is not None else ()
    )
    for key, entity_there in _loaded(session, entity, afters):
        attributes.instance_dict(entity_there).update(afters[key])
    return len(changed)


def remove_rows(session: RecordedSession, entity: type[Base], keys: Collection[Any]) -> None:
    """See `Edit.remove_rows`."""
    session.flush()
    table = _table(entity)
    names = table.c.keys()
    rows = {
        row[0]: dict(zip(names, row[1:], strict=True))
        for row in _there(session, table, keys, names)
    }
    gone = {key: (row, None) for key, row in rows.items()}
    images.delete_rows(session, table, list(gone))
    session.recorder.note(table, gone, _sessions(table, rows.values()))
    for _, entity_there in list(_loaded(session, entity, gone)):
        session.expunge(entity_there)


def _there(
    session: RecordedSession, table: Table, keys: Collection[Any], names: Sequence[str]
) -> list[tuple[Any, ...]]:
    """Key and these columns of the rows, by their keys."""
    found = sorted(images.read(session, table, keys, tuple(names)), key=itemgetter(0))
    if len(found) < len(set(keys)):
        raise NoResultFound(table.name)
    return found


def _session_in(table: Table) -> str:
    """The column that says the session of a row; the key, where none does."""
    column = links.session_column(table)
    return images.key_of(table).name if column is None else column.name


def _sessions(table: Table, rows: Iterable[Image]) -> set[int | None]:
    column = links.session_column(table)
    return set() if column is None else {row[column.name] for row in rows}


def _loaded(
    session: RecordedSession, entity: type[Base], keys: Iterable[Any]
) -> Iterator[tuple[Any, Base]]:
    """What the edit holds already of these rows, as objects."""
    mapper, held = inspect(entity), session.identity_map
    for key in keys if held else ():
        found = held.get(mapper.identity_key_from_primary_key((key,)))
        if found is not None:
            yield key, found


def _in_order(table: Table, named: set[str]) -> list[str]:
    names = [column.name for column in table.c if column.name in named]
    assert len(names) == len(named), f"{table.name} lacks such a column"
    assert images.key_of(table).name not in named, "a row keeps its key"
    return names


def _only(image: Mapping[str, Any], names: Iterable[str]) -> Image:
    return {name: image[name] for name in names}


def _table(entity: type[Base]) -> Table:
    found = entity.__table__
    assert isinstance(found, Table)
    return found


@cache
def _unsaid(table: Table) -> Image:
    """What a new row says in columns that it is not told."""
    return {column.name: _default(column) for column in table.c}


def _default(column: Column[Any]) -> Any:
    if column.default is None:
        return None
    assert isinstance(column.default, ColumnDefault)
    assert column.default.is_scalar, f"{column} would have to be asked each time"
    return column.default.arg


@cache
def _numbering(table: Table, names: tuple[str, ...]) -> Quick:
    told = insert(table).values({name: value(name) for name in names})
    return Quick(told.returning(images.key_of(table)))
