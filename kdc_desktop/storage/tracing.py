"""What a step is about: the rows that it changed, and the rows above them up to their session."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, bindparam, select

from kdc_desktop.model import Base, JournalChange, JournalEntry
from kdc_desktop.storage import images
from kdc_desktop.storage.images import Image
from kdc_desktop.storage.links import parent_column, session_column
from kdc_desktop.storage.transactions import Snapshot

_Found = dict[Table, dict[Any, Image]]

MOST_TRACED = 500
"""Of how many rows is told: who looks for one of them looks no further."""

_SESSION = select(JournalEntry.session_id).where(JournalEntry.id == bindparam("entry"))
_CHANGES = (
    select(
        JournalChange.table_name, JournalChange.row_key, JournalChange.before, JournalChange.after
    )
    .where(JournalChange.entry_id == bindparam("entry"))
    .order_by(JournalChange.id)
    .limit(MOST_TRACED)
)


@dataclass(frozen=True)
class Trace:
    """Rows by table and key, as they are now, or as they were where they are gone.

    `columns` are those that were changed, by table; `gone` are the tables whose changed rows are
    not all there now.
    """

    session_id: int | None
    rows: Mapping[str, Mapping[Any, Image]]
    columns: Mapping[str, set[str]]
    gone: Set[str]


def trace_of(snapshot: Snapshot, entry_id: int) -> Trace:
    """The first rows of an entry of the journal, and what they belong to."""
    known: dict[str, dict[Any, Image]] = defaultdict(dict)
    session_id = snapshot.scalar(_SESSION, {"entry": entry_id})
    found = _changed(snapshot, entry_id)
    columns = {table.name: set().union(*rows.values()) for table, rows in found.items()}
    gone: set[str] = set()
    while found:
        above: _Found = defaultdict(dict)
        for table, told in found.items():
            there = images.stored(snapshot.connection(), table, told)
            rows = {key: there.get(key, row) for key, row in told.items()}
            known[table.name] |= rows
            gone |= {table.name} if len(there) < len(told) else set()
            own = session_column(table)
            if own is not None:
                session_id = session_id or next(iter(rows.values())).get(own.name)
            if own is None or parent_column(table) is not own:
                _look_above(table, rows, above)
        found = _without(known, above)
    return Trace(session_id, known, columns, gone & columns.keys())


def _changed(snapshot: Snapshot, entry_id: int) -> _Found:
    """The rows of an entry as its images tell of them."""
    lines = snapshot.execute(_CHANGES, {"entry": entry_id}).all()
    row_keys, before, after = (_told([line[side] for line in lines]) for side in (1, 2, 3))
    found: _Found = defaultdict(dict)
    for (table_name, *_), row_key, was, became in zip(lines, row_keys, before, after, strict=True):
        table = Base.metadata.tables[table_name]
        found[table][row_key[images.key_of(table).name]] = was | became
    return found


def _told(texts: Iterable[str | None]) -> list[Image]:
    """Images in one go, which takes a third of the time; empty ones where there are none."""
    found: list[Image] = json.loads(f"[{','.join(text or '{}' for text in texts)}]")
    return found


def _look_above(table: Table, rows: Mapping[Any, Image], above: _Found) -> None:
    """Note which rows these belong to."""
    parent = parent_column(table)
    if parent is not None:
        (link,) = parent.foreign_keys
        keys = {row.get(parent.name) for row in rows.values()} - {None}
        above[link.column.table] |= {key: {} for key in keys}


def _without(known: Mapping[str, Mapping[Any, Image]], above: _Found) -> _Found:
    """What is not known yet."""
    new = {
        table: {key: row for key, row in rows.items() if key not in known.get(table.name, ())}
        for table, rows in above.items()
    }
    return {table: rows for table, rows in new.items() if rows}
