"""Which edit undo would take back, and which redo would do again."""

import sqlite3
from dataclasses import dataclass

from kdc_desktop.i18n import Text

_UNDOABLE = (
    "SELECT id, label, arguments FROM journal_entry "
    "WHERE undoable = 1 AND undone_at IS NULL ORDER BY id DESC LIMIT 1"
)
_REDOABLE = (
    "SELECT id, label, arguments FROM journal_entry "
    "WHERE undoable = 1 AND undone_at IS NOT NULL ORDER BY id LIMIT 1"
)


@dataclass(frozen=True)
class Step:
    """An edit that undo takes back or redo does again; edits with one label are told apart."""

    entry_id: int
    label: Text


def step_of(row: tuple[int, str, str | None] | None) -> Step | None:
    """The step that a row with id, label and arguments tells of."""
    if row is None:
        return None
    entry_id, label, arguments = row
    return Step(entry_id, Text.from_json(label, arguments))


def next_steps(connection: sqlite3.Connection) -> tuple[Step | None, Step | None]:
    """The next undo and the next redo."""
    undoable = connection.execute(_UNDOABLE).fetchone()
    redoable = connection.execute(_REDOABLE).fetchone()
    return step_of(undoable), step_of(redoable)
