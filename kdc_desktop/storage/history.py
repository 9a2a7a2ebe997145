"""Undo and redo out of the journal: put the images back, newest edit first."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, select

from kdc_desktop.errors import UserError
from kdc_desktop.model import Base, JournalChange
from kdc_desktop.storage import images
from kdc_desktop.storage.images import Image
from kdc_desktop.storage.next_steps import REDOABLE, UNDOABLE


@dataclass(frozen=True)
class Step:
    """An undo or redo that was done."""

    label: str
    touched: dict[str, set[Any]]


@dataclass(frozen=True)
class _Change:
    before: Image | None
    after: Image | None


_Changes = dict[Table, dict[Any, _Change]]


def undo(connection: Connection, now: datetime) -> Step:
    """Put back what the newest undoable edit changed."""
    entry = connection.exec_driver_sql(UNDOABLE).first()
    if entry is None:
        raise UserError("There is nothing to undo.")
    changes = {
        table: {key: _Change(change.after, change.before) for key, change in rows.items()}
        for table, rows in _changes(connection, entry, "undone").items()
    }
    return _take(connection, entry, changes, now, "undone")


def redo(connection: Connection, _now: datetime) -> Step:
    """Do again the edit that was undone last."""
    entry = connection.exec_driver_sql(REDOABLE).first()
    if entry is None:
        raise UserError("There is nothing to redo.")
    return _take(connection, entry, _changes(connection, entry, "done again"), None, "done again")


_MARK = "UPDATE journal_entry SET undone_at = ? WHERE id = ?"
_CHANGES = (
    select(JournalChange.__table__)
    .where(JournalChange.entry_id == bindparam("entry"))
    .order_by(JournalChange.id)
)


def _changes(connection: Connection, entry: Row[Any], word: str) -> _Changes:
    unpacked: _Changes = defaultdict(dict)
    try:
        for row in connection.execute(_CHANGES, {"entry": entry.id}):
            table = Base.metadata.tables[row.table_name]
            key = images.load(table, row.row_key)
            assert key is not None
            unpacked[table][key[images.key_of(table).name]] = _Change(
                images.load(table, row.before), images.load(table, row.after)
            )
    except KeyError as error:
        raise UserError(
            f"“{entry.label}” cannot be {word}, because an older KDC Desktop did it."
        ) from error
    return unpacked


def _take(
    connection: Connection,
    entry: Row[Any],
    changes: _Changes,
    undone_at: datetime | None,
    word: str,
) -> Step:
    """Turn each `before` into its `after`, or refuse when a row is not as `before` says."""
    there = {table: images.stored(connection, table, rows) for table, rows in changes.items()}
    for table, rows in changes.items():
        if not all(_as_found(there[table].get(key), change.before) for key, change in rows.items()):
            raise UserError(
                f"“{entry.label}” cannot be {word}, because what it changed has changed again "
                "since."
            )
    for table, rows in changes.items():
        wanted = {key: change.after for key, change in rows.items()}
        images.put(connection, table, there[table], wanted)
    stamp = None if undone_at is None else undone_at.isoformat(" ", "microseconds")
    connection.exec_driver_sql(_MARK, (stamp, entry.id))
    return Step(entry.label, {table.name: set(rows) for table, rows in changes.items()})


def _as_found(row: Image | None, image: Image | None) -> bool:
    if row is None or image is None:
        return row is None and image is None
    return all(row[name] == value for name, value in image.items())
