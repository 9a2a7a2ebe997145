"""Undo and redo out of the journal: put the images back, newest edit first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, func, select, update

from kdc_desktop.errors import UserError
from kdc_desktop.model import Base, JournalChange, JournalEntry
from kdc_desktop.storage import images
from kdc_desktop.storage.images import Image


@dataclass(frozen=True)
class Step:
    """An undo or redo that was done."""

    label: str
    touched: dict[str, set[Any]]


@dataclass(frozen=True)
class _Change:
    table: Table
    row_key: Image
    found: Image | None  # what must be there now
    wanted: Image | None  # what will be there


def undo(connection: Connection, now: datetime) -> Step:
    """Put back what the newest undoable edit changed."""
    entry = connection.execute(_undoable().limit(1)).first()
    if entry is None:
        raise UserError("There is nothing to undo.")
    changes = [
        _Change(table, row_key, after, before)
        for table, row_key, before, after in reversed(_changes(connection, entry.id))
    ]
    return _take(connection, entry, changes, now, "undone")


def redo(connection: Connection, _now: datetime) -> Step:
    """Do again the edit that was undone last."""
    entry = connection.execute(_redoable().limit(1)).first()
    if entry is None:
        raise UserError("There is nothing to redo.")
    changes = [
        _Change(table, row_key, before, after)
        for table, row_key, before, after in _changes(connection, entry.id)
    ]
    return _take(connection, entry, changes, None, "done again")


def next_steps(connection: Connection) -> tuple[str | None, str | None]:
    """The labels of the next undo and the next redo."""
    undoable = connection.execute(_undoable().limit(1)).first()
    redoable = connection.execute(_redoable().limit(1)).first()
    return (
        None if undoable is None else str(undoable.label),
        None if redoable is None else str(redoable.label),
    )


def _undoable() -> Select[int, str]:
    return (
        select(JournalEntry.id, JournalEntry.label)
        .where(JournalEntry.undoable, JournalEntry.undone_at.is_(None))
        .order_by(JournalEntry.id.desc())
    )


def _redoable() -> Select[int, str]:
    newest_done = (
        select(func.coalesce(func.max(JournalEntry.id), 0))
        .where(JournalEntry.undone_at.is_(None), JournalEntry.undoable)
        .scalar_subquery()
    )
    return (
        select(JournalEntry.id, JournalEntry.label)
        .where(JournalEntry.undone_at.is_not(None), JournalEntry.id > newest_done)
        .order_by(JournalEntry.id)
    )


def _changes(
    connection: Connection, entry_id: int
) -> list[tuple[Table, Image, Image | None, Image | None]]:
    rows = connection.execute(
        select(JournalChange.__table__)
        .where(JournalChange.entry_id == entry_id)
        .order_by(JournalChange.id)
    )
    unpacked = []
    for row in rows:
        table = Base.metadata.tables[row.table_name]
        row_key = images.load(table, row.row_key)
        assert row_key is not None
        unpacked.append(
            (table, row_key, images.load(table, row.before), images.load(table, row.after))
        )
    return unpacked


def _take(
    connection: Connection,
    entry: Row[int, str],
    changes: Sequence[_Change],
    undone_at: datetime | None,
    word: str,
) -> Step:
    refusal = f"“{entry.label}” cannot be {word}, because what it changed has changed again since."
    for change in changes:
        if not _as_found(images.stored(connection, change.table, change.row_key), change.found):
            raise UserError(refusal)
    touched: dict[str, set[Any]] = {}
    # Rows go first, so that what is put back finds its unique places free.
    for change in sorted(changes, key=lambda change: change.wanted is not None):
        images.put(connection, change.table, change.row_key, change.wanted)
        touched.setdefault(change.table.name, set()).add(next(iter(change.row_key.values())))
    connection.execute(
        update(JournalEntry).where(JournalEntry.id == entry.id).values(undone_at=undone_at)
    )
    return Step(entry.label, touched)


def _as_found(row: Image | None, image: Image | None) -> bool:
    if row is None or image is None:
        return row is None and image is None
    return all(row[name] == value for name, value in image.items())
