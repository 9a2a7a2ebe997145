"""Which edit undo would take back, and which redo would do again: one of whoever asks."""

import sqlite3
from typing import NamedTuple

from kdc_desktop.i18n import Text
from kdc_desktop.storage.acting import current_actor
from kdc_desktop.storage.labels import label_of

_ENTRY = "SELECT id, CAST(label AS BLOB), CAST(arguments AS BLOB) FROM journal_entry "
_THEIRS = f"{_ENTRY}WHERE actor = ? AND actor_key IS ? AND undoable = 1 "
_UNDOABLE = f"{_THEIRS}AND undone_at IS NULL ORDER BY id DESC LIMIT 1"
_REDOABLE = f"{_THEIRS}AND undone_at IS NOT NULL ORDER BY id LIMIT 1"
_TABLES = "SELECT DISTINCT table_name FROM journal_change WHERE entry_id = ?"
_ROWS = "SELECT count(*) FROM journal_change WHERE entry_id = ?"


class Step(NamedTuple):
    """An edit that undo takes back or redo does again; edits with one label are told apart."""

    entry_id: int
    label: Text


def step_of(row: tuple[int, bytes | None, bytes | None] | None) -> Step | None:
    """The step that a row with id, label and arguments tells of; see `label_of`."""
    if row is None:
        return None
    entry_id, message, arguments = row
    return Step(entry_id, label_of(message, arguments))


def next_steps(connection: sqlite3.Connection) -> tuple[Step | None, Step | None]:
    """The next undo and the next redo of the `current_actor`."""
    actor = current_actor()
    undoable = connection.execute(_UNDOABLE, (actor.kind, actor.key)).fetchone()
    redoable = connection.execute(_REDOABLE, (actor.kind, actor.key)).fetchone()
    return step_of(undoable), step_of(redoable)


def tables_of(connection: sqlite3.Connection, step: Step) -> set[str]:
    """The names of the tables that a step has changed."""
    return {name for (name,) in connection.execute(_TABLES, (step.entry_id,))}


def rows_of(connection: sqlite3.Connection, step: Step) -> int:
    """How many rows a step has changed."""
    (rows,) = connection.execute(_ROWS, (step.entry_id,)).fetchone()
    return int(rows)
