"""Undo and redo out of the journal: put the images back, newest edit first."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, select, update

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Fillable, Text, fillable, lazy
from kdc_desktop.model import Base, JournalChange, JournalEntry
from kdc_desktop.model.journal import LABEL_AS_KEPT
from kdc_desktop.storage import images
from kdc_desktop.storage.images import Image
from kdc_desktop.storage.journal import CAN_BE_REDONE, CAN_BE_UNDONE
from kdc_desktop.storage.next_steps import Step, step_of


@dataclass(frozen=True)
class Taken:
    """A step that was taken back or done again, and the keys of the rows it changed, by table."""

    step: Step
    touched: dict[str, set[Any]]


@dataclass(frozen=True)
class _Refusals:
    """Why a step cannot be taken, for one of the two ways."""

    nothing: Text
    older: Fillable
    changed: Fillable


_UNDO = _Refusals(
    lazy("There is nothing to undo."),
    fillable("“{what}” cannot be undone, because an older KDC Desktop did it."),
    fillable("“{what}” cannot be undone, because what it changed has changed again since."),
)
_REDO = _Refusals(
    lazy("There is nothing to redo."),
    fillable("“{what}” cannot be done again, because an older KDC Desktop did it."),
    fillable("“{what}” cannot be done again, because what it changed has changed again since."),
)


@dataclass(frozen=True)
class _Change:
    before: Image | None
    after: Image | None


_Changes = dict[Table, dict[Any, _Change]]


def undo(connection: Connection, now: datetime) -> Taken:
    """Put back what the newest undoable edit changed."""
    step = _next(connection, _UNDOABLE, _UNDO)
    changes = {
        table: {key: _Change(change.after, change.before) for key, change in rows.items()}
        for table, rows in _changes(connection, step, _UNDO).items()
    }
    return _take(connection, step, changes, now, _UNDO)


def redo(connection: Connection, _now: datetime) -> Taken:
    """Do again the edit that was undone last."""
    step = _next(connection, _REDOABLE, _REDO)
    return _take(connection, step, _changes(connection, step, _REDO), None, _REDO)


# The same as in `next_steps`, which reads them before SQLAlchemy is loaded.
_STEP = select(JournalEntry.id, *LABEL_AS_KEPT).limit(1)
_UNDOABLE = _STEP.where(CAN_BE_UNDONE).order_by(JournalEntry.id.desc())
_REDOABLE = _STEP.where(CAN_BE_REDONE).order_by(JournalEntry.id)


def _next(
    connection: Connection, which: Select[int, bytes, bytes | None], refusals: _Refusals
) -> Step:
    row = connection.execute(which).first()
    step = step_of(None if row is None else (row.id, row.label, row.arguments))
    if step is None:
        raise UserError(str(refusals.nothing))
    return step


_MARK = (
    update(JournalEntry)
    .where(JournalEntry.id == bindparam("entry"))
    .values(undone_at=bindparam("when"))
)
_CHANGES = (
    select(JournalChange.__table__)
    .where(JournalChange.entry_id == bindparam("entry"))
    .order_by(JournalChange.id)
)


def _changes(connection: Connection, step: Step, refusals: _Refusals) -> _Changes:
    unpacked: _Changes = defaultdict(dict)
    try:
        for row in connection.execute(_CHANGES, {"entry": step.entry_id}):
            table = Base.metadata.tables[row.table_name]
            key = images.load(table, row.row_key)
            assert key is not None
            unpacked[table][key[images.key_of(table).name]] = _Change(
                images.load(table, row.before), images.load(table, row.after)
            )
    except KeyError as error:
        raise UserError(str(refusals.older.filled(what=step.label))) from error
    return unpacked


def _take(
    connection: Connection,
    step: Step,
    changes: _Changes,
    undone_at: datetime | None,
    refusals: _Refusals,
) -> Taken:
    """Turn each `before` into its `after`, or refuse when a row is not as `before` says."""
    there = {table: images.stored(connection, table, rows) for table, rows in changes.items()}
    for table, rows in changes.items():
        if not all(_as_found(there[table].get(key), change.before) for key, change in rows.items()):
            raise UserError(str(refusals.changed.filled(what=step.label)))
    for table, rows in changes.items():
        wanted = {key: change.after for key, change in rows.items()}
        images.put(connection, table, there[table], wanted)
    connection.execute(_MARK, {"entry": step.entry_id, "when": undone_at})
    return Taken(step, {table.name: set(rows) for table, rows in changes.items()})


def _as_found(row: Image | None, image: Image | None) -> bool:
    if row is None or image is None:
        return row is None and image is None
    return all(row[name] == value for name, value in image.items())
