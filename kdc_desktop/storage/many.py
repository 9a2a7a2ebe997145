"""Rows of an edit that are written many at a time: past the mapped objects, into the journal.

What mapped objects still have to write is written before. Those of the same rows follow: they say
what was written, and those of rows that went are let go.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Table, insert, inspect
from sqlalchemy.orm import attributes

from kdc_desktop.model import Base
from kdc_desktop.storage import images, links
from kdc_desktop.storage.fast import Quick, value
from kdc_desktop.storage.gone import GoneError
from kdc_desktop.storage.images import Image
from kdc_desktop.storage.new_rows import NewRows, table_of
from kdc_desktop.storage.recorder import Pair, RecordedSession


def add_rows(
    session: RecordedSession, entity: type[Base], rows: Sequence[Mapping[str, Any]] | NewRows
) -> list[Any]:
    """See `Edit.add_rows`."""
    session.flush()
    added = rows if isinstance(rows, NewRows) else NewRows(entity, rows)
    table, key = added.table, images.key_of(added.table).name
    images.add_rows(session, table, [image for image in added.images if image[key] is not None])
    _add_to_number(session, added, [image for image in added.images if image[key] is None])
    new = {image[key]: (None, image) for image in added.images}
    session.recorder.note(table, new, _sessions(table, added.images), added.told())
    return list(new)


def _add_to_number(session: RecordedSession, rows: NewRows, added: Sequence[Image]) -> None:
    """Add rows that get their keys here: numbers in a row, because nobody else is writing."""
    if not added:
        return
    table, key = rows.table, images.key_of(rows.table).name
    columns = rows.columns(added)
    numbering = _numbering(table, tuple(columns))
    number = numbering.scalar(session, **_only(added[0], columns))
    if len(added) > 1:
        between = {name: said[1:-1] for name, said in columns.items()}
        images.add_columns(session, table, between)
        last = numbering.scalar(session, **_only(added[-1], columns))
        assert last == number + len(added) - 1, f"somebody else was adding to {table.name}"
    for image in added:
        image[key] = number
        number += 1


def change_rows(
    session: RecordedSession, entity: type[Base], values: Mapping[Any, Mapping[str, Any]]
) -> int:
    """See `Edit.change_rows`."""
    session.flush()
    if not values:
        return 0
    table = table_of(entity)
    names = _in_order(table, {name for wanted in values.values() for name in wanted})
    changed: dict[Any, Pair] = {}
    sessions: set[int | None] = set()
    session_in = _session_in(table)
    for key, of_session, *row in _there(session, entity, values, [session_in, *names]):
        wanted = values[key]
        before, after = {}, {}
        for name, old in zip(names, row, strict=True):
            if name in wanted and wanted[name] != old:
                before[name], after[name] = old, wanted[name]
        if after:
            changed[key] = (before, after)
            sessions.add(after.get(session_in, of_session))
    afters = {key: after for key, (_, after) in changed.items() if after is not None}
    images.change_rows(session, table, afters)
    session.recorder.note(
        table, changed, sessions if links.session_column(table) is not None else ()
    )
    for key, entity_there in _loaded(session, entity, afters):
        attributes.instance_dict(entity_there).update(afters[key])
    return len(changed)


def remove_rows(session: RecordedSession, entity: type[Base], keys: Collection[Any]) -> int:
    """See `Edit.remove_rows`."""
    session.flush()
    if not keys:
        return 0
    table = table_of(entity)
    names = table.c.keys()
    rows = {
        row[0]: dict(zip(names, row[1:], strict=True))
        for row in _there(session, entity, keys, names)
    }
    gone = {key: (row, None) for key, row in rows.items()}
    images.delete_rows(session, table, list(gone))
    session.recorder.note(table, gone, _sessions(table, rows.values()))
    for _, entity_there in list(_loaded(session, entity, gone)):
        session.expunge(entity_there)
    return len(gone)


def _there(
    session: RecordedSession, entity: type[Base], keys: Collection[Any], names: Sequence[str]
) -> list[tuple[Any, ...]]:
    """Key and these columns of the rows, by their keys."""
    rows = images.read(session, table_of(entity), keys, tuple(names))
    found = sorted(rows, key=itemgetter(0))
    if len(found) < len(set(keys)):
        raise GoneError(entity)
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


@cache
def _numbering(table: Table, names: tuple[str, ...]) -> Quick:
    told = insert(table).values({name: value(name) for name in names})
    return Quick(told.returning(images.key_of(table)))
