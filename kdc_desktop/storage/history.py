"""Undo and redo out of the journal: put the images back, newest edit first."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, select, update

from kdc_desktop.domain.kit.actors import Actor, ActorKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Fillable, Text, fillable, lazy, plazy
from kdc_desktop.model import Base, JournalChange, JournalEntry
from kdc_desktop.model.journal import LABEL_AS_KEPT
from kdc_desktop.storage import images
from kdc_desktop.storage.acting import current_actor
from kdc_desktop.storage.images import Image
from kdc_desktop.storage.journal import CAN_BE_REDONE, CAN_BE_UNDONE, FROM_THEM, of
from kdc_desktop.storage.labels import label_of
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
    no_more: Fillable
    older: Fillable
    changed: Fillable
    overtaken: Fillable


_UNDO = _Refusals(
    lazy("There is nothing to undo."),
    fillable("“{what}” cannot be undone any more, because of what was done since."),
    fillable("“{what}” cannot be undone, because an older KDC Desktop did it."),
    fillable("“{what}” cannot be undone, because what it changed has changed again since."),
    fillable(
        "“{what}” stays, because {who} has changed the same since: “{later}”. Undo once more to go "
        "on with the step before it."
    ),
)
_REDO = _Refusals(
    lazy("There is nothing to redo."),
    fillable("“{what}” cannot be done again any more, because of what was done since."),
    fillable("“{what}” cannot be done again, because an older KDC Desktop did it."),
    fillable("“{what}” cannot be done again, because what it changed has changed again since."),
    fillable(
        "“{what}” stays undone, because {who} has changed the same since: “{later}”. Redo once "
        "more to go on with the step after it."
    ),
)
_WHO = {
    ActorKind.FACILITATOR: plazy("who has changed something", "the facilitator"),
    ActorKind.HELPER: plazy("who has changed something", "a helper"),
    ActorKind.PARTICIPANT: plazy("who has changed something", "a participant"),
    ActorKind.LAPTOP: plazy("who has changed something", "another laptop"),
}


class OvertakenError(UserError):
    """A step cannot be taken, because what it changed has changed since."""

    def __init__(self, sentence: Text, step: Step) -> None:
        super().__init__(str(sentence))
        self.step = step


@dataclass(frozen=True)
class _Change:
    before: Image | None
    after: Image | None


_Changes = dict[Table, dict[Any, _Change]]


def undo(connection: Connection, now: datetime, wanted: Step | None) -> Taken:
    """Put back what one edit of the current actor changed, by default the newest that can be."""
    step = _next(connection, _UNDOABLE, _UNDO, wanted)
    changes = {
        table: {key: _Change(change.after, change.before) for key, change in rows.items()}
        for table, rows in _changes(connection, step, _UNDO).items()
    }
    return _take(connection, step, changes, now, _UNDO)


def redo(connection: Connection, _now: datetime, wanted: Step | None) -> Taken:
    """Do again an edit of the current actor, by default the one that was undone last."""
    step = _next(connection, _REDOABLE, _REDO, wanted)
    return _take(connection, step, _changes(connection, step, _REDO), None, _REDO)


_PASS_OVER = (
    update(JournalEntry).where(JournalEntry.id == bindparam("entry")).values(undoable=False)
)


def pass_over(connection: Connection, step: Step) -> None:
    """Let a step stay as it is from now on, so that the next one is not kept up by it for ever."""
    connection.execute(_PASS_OVER, {"entry": step.entry_id})


# The same as in `next_steps`, which reads them before SQLAlchemy is loaded.
_STEP = select(JournalEntry.id, *LABEL_AS_KEPT).where(FROM_THEM).limit(1)
_UNDOABLE = _STEP.where(CAN_BE_UNDONE).order_by(JournalEntry.id.desc())
_REDOABLE = _STEP.where(CAN_BE_REDONE).order_by(JournalEntry.id)


def _next(
    connection: Connection,
    which: Select[int, bytes, bytes | None],
    refusals: _Refusals,
    wanted: Step | None,
) -> Step:
    if wanted is not None:
        which = which.where(JournalEntry.id == wanted.entry_id)
    row = connection.execute(which, of(current_actor())).first()
    step = step_of(None if row is None else (row.id, row.label, row.arguments))
    if step is None and wanted is not None:
        raise UserError(str(refusals.no_more.filled(what=wanted.label)))
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
        for key, change in rows.items():
            differs = _differing(there[table].get(key), change.before)
            if differs:
                why = _why(connection, step, (table, key), differs, refusals)
                raise OvertakenError(why, step)
    for table, rows in changes.items():
        wanted = {key: change.after for key, change in rows.items()}
        images.put(connection, table, there[table], wanted)
    connection.execute(_MARK, {"entry": step.entry_id, "when": undone_at})
    return Taken(step, {table.name: set(rows) for table, rows in changes.items()})


_LATER = (
    select(JournalEntry.actor, JournalEntry.actor_key, JournalChange.after, *LABEL_AS_KEPT)
    .join(JournalChange, JournalChange.entry_id == JournalEntry.id)
    .where(
        JournalChange.table_name == bindparam("table_name"),
        JournalChange.row_key == bindparam("row_key"),
        JournalEntry.id > bindparam("entry"),
        JournalEntry.undone_at.is_(None),
    )
    .order_by(JournalEntry.id.desc())
)


def _why(
    connection: Connection, step: Step, place: tuple[Table, Any], differs: set[str], why: _Refusals
) -> Text:
    """Why a step cannot be taken that finds a row not as it left it, with who came between."""
    table, key = place
    (row_key,) = images.dump_all([{images.key_of(table).name: key}])
    row = {"table_name": str(table.name), "row_key": row_key}
    me = current_actor()
    for later in connection.execute(_LATER, {**row, "entry": step.entry_id}):
        if differs.isdisjoint(images.load(table, later.after) or differs):
            continue
        if Actor(later.actor, later.actor_key) == me:
            break
        label = label_of(later.label, later.arguments)
        return why.overtaken.filled(what=step.label, who=_WHO[later.actor], later=label)
    return why.changed.filled(what=step.label)


def _differing(row: Image | None, image: Image | None) -> set[str]:
    """The columns in which a row is not as its image: all of them where only one is there."""
    if row is None or image is None:
        return set(row or image or ())
    return {name for name, value in image.items() if row[name] != value}
