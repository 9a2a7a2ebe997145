"""Undo and redo out of the journal: put the images back, newest edit first."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, select, update

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text
from kdc_desktop.instants import Instant
from kdc_desktop.model import Base, JournalChange, JournalEntry
from kdc_desktop.model.journal import LABEL_AS_KEPT
from kdc_desktop.storage import images
from kdc_desktop.storage.acting import current_actor
from kdc_desktop.storage.came_between import came_between
from kdc_desktop.storage.fast import Quick, value
from kdc_desktop.storage.images import Image
from kdc_desktop.storage.journal import CAN_BE_REDONE, CAN_BE_UNDONE, FROM_THEM, of
from kdc_desktop.storage.kept_rows import KeptRows
from kdc_desktop.storage.new_rows import complete
from kdc_desktop.storage.next_steps import Step, step_of
from kdc_desktop.storage.refusals import REDO, UNDO, OvertakenError, Refusals, told_of


@dataclass(frozen=True)
class Taken:
    """A step that was taken back or done again, and the keys of the rows it changed, by table.

    `in_the_way` is what to say where rows of others turn out to need those that it took away.
    """

    step: Step
    touched: dict[str, set[Any]]
    in_the_way: Text


_Images = dict[Any, Image | None]
_Sides = tuple[_Images, _Images]
"""What rows of a table are to be now, and what they become, by their keys."""


def undo(connection: Connection, now: Instant, wanted: Step | None) -> Taken:
    """Put back what one edit of the current actor changed, by default the newest that can be."""
    step = _next(connection, _UNDOABLE, UNDO, wanted)
    changes = _changes(connection, step, UNDO)
    turned = {table: (after, before) for table, (before, after) in changes.items()}
    return _take(connection, step, turned, now, UNDO)


def redo(connection: Connection, _now: Instant, wanted: Step | None) -> Taken:
    """Do again an edit of the current actor, by default the one that was undone last."""
    step = _next(connection, _REDOABLE, REDO, wanted)
    changes = _changes(connection, step, REDO)
    between = came_between(connection, step, changes)
    if between is not None:
        raise OvertakenError(told_of(step, between, REDO), step)
    return _take(connection, step, changes, None, REDO)


_ENTRY = update(JournalEntry).where(JournalEntry.id == bindparam("entry"))
_PASS_OVER = _ENTRY.values(undoable=False)
_MARK = _ENTRY.values(undone_at=bindparam("when"))


def pass_over(connection: Connection, step: Step) -> None:
    """Let a step stay as it is from now on, so that the next one is not kept up by it for ever."""
    connection.execute(_PASS_OVER, {"entry": step.entry_id})


# The same as in `next_steps`, which reads them before SQLAlchemy is loaded.
_STEP = select(JournalEntry.id, *LABEL_AS_KEPT).where(FROM_THEM).limit(1)
_UNDOABLE = _STEP.where(CAN_BE_UNDONE).order_by(JournalEntry.id.desc())
_REDOABLE = _STEP.where(CAN_BE_REDONE).order_by(JournalEntry.id)


def own_step_after(connection: Connection, step: Step) -> Step | None:
    """The newest edit of the current actor that is to be undone before this one."""
    newer = _UNDOABLE.where(JournalEntry.id > step.entry_id)
    row = connection.execute(newer, of(current_actor())).first()
    return step_of(None if row is None else (row.id, row.label, row.arguments))


def _next(
    connection: Connection,
    which: Select[int, bytes, bytes | None],
    refusals: Refusals,
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


_CHANGES = Quick(
    select(
        JournalChange.table_name, JournalChange.row_key, JournalChange.before, JournalChange.after
    )
    .where(JournalChange.entry_id == value("entry"))
    .order_by(JournalChange.id)
)


def _changes(connection: Connection, step: Step, refusals: Refusals) -> dict[Table, _Sides]:
    lines = defaultdict(list)
    for name, *line in _CHANGES.rows(connection, entry=step.entry_id):
        lines[name].append(line)
    try:
        return {_journaled(name): _sides(_journaled(name), some) for name, some in lines.items()}
    except KeyError as error:
        raise OvertakenError(refusals.older.filled(what=step.label), step) from error
    except (images.UnreadableImageError, TypeError) as error:
        raise OvertakenError(refusals.unreadable.filled(what=step.label), step) from error


def _journaled(name: str) -> Table:
    table = Base.metadata.tables[name]
    if not table.info.get("journal", True):
        raise KeyError(name)
    return table


def _sides(table: Table, lines: Sequence[Sequence[str]]) -> _Sides:
    name = images.key_of(table).name
    row_keys, before, after = (images.load_all(table, side) for side in zip(*lines, strict=True))
    keys = [row_key[name] for row_key in row_keys if row_key is not None]
    complete(table, zip(before, after, strict=True))
    return dict(zip(keys, before, strict=True)), dict(zip(keys, after, strict=True))


def _take(
    connection: Connection,
    step: Step,
    changes: Mapping[Table, _Sides],
    undone_at: Instant | None,
    refusals: Refusals,
) -> Taken:
    """Turn each image into the other, or refuse when a row is not as the first says."""
    in_the_way = refusals.in_the_way.filled(what=step.label)
    try:
        there = {table: _there(connection, table, now) for table, (now, _) in changes.items()}
        for table, (now, _) in changes.items():
            _refuse_what_differs(connection, step, (table, there[table], now), refusals)
        kept = KeptRows(connection, {table: now for table, (now, _) in changes.items()})
        for table, (_, then) in changes.items():
            images.put(connection, table, there[table], then)
        if kept.hides_what_was_seen():
            raise OvertakenError(refusals.seen.filled(what=step.label), step)
        if not kept.are_left():
            raise OvertakenError(in_the_way, step)
    except (ValueError, TypeError, OverflowError, sqlite3.InterfaceError) as error:
        # Of a type that the column does not hold: only another program can have written that.
        raise OvertakenError(refusals.unreadable.filled(what=step.label), step) from error
    except sqlite3.IntegrityError as error:
        raise OvertakenError(in_the_way, step) from error
    connection.execute(_MARK, {"entry": step.entry_id, "when": undone_at})
    touched = {table.name: set(now) for table, (now, _) in changes.items()}
    return Taken(step, touched, in_the_way)


def _there(connection: Connection, table: Table, now: _Images) -> dict[Any, Image]:
    """What has to be known of the rows as they are stored."""
    names = set().union(*(image for image in now.values() if image is not None))
    if images.has_places(table) or not names:
        return images.stored(connection, table, now)
    return images.stored(connection, table, now, sorted(names))


def _refuse_what_differs(
    connection: Connection,
    step: Step,
    rows: tuple[Table, Mapping[Any, Image], _Images],
    refusals: Refusals,
) -> None:
    table, there, now = rows
    for key, image in now.items():
        row = there.get(key)
        if row != image and (differs := _differing(row, image)):
            why = _why(connection, step, (table, key), differs, refusals)
            raise OvertakenError(why, step)


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
    connection: Connection, step: Step, place: tuple[Table, Any], differs: set[str], why: Refusals
) -> Text:
    """Why a step cannot be taken that finds a row not as it left it, with who came between."""
    table, key = place
    (row_key,) = images.dump_all([{images.key_of(table).name: key}])
    row = {"table_name": str(table.name), "row_key": row_key}
    for later in connection.execute(_LATER, {**row, "entry": step.entry_id}):
        if not differs.isdisjoint(_changed_by(table, later.after) or differs):
            return told_of(step, later, why)
    return why.changed.filled(what=step.label)


def _changed_by(table: Table, after: str | None) -> Image | None:
    """What a change has written; None where it changed everything, as what cannot be read may."""
    try:
        return images.load_all(table, [after])[0]
    except (KeyError, images.UnreadableImageError):
        return None


def _differing(row: Image | None, image: Image | None) -> set[str]:
    """The columns in which a row is not as its image: all of them where only one is there."""
    if row is None or image is None:
        return set(row or image or ())
    return {name for name, value in image.items() if row[name] != value}
