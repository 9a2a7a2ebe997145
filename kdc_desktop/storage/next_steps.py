"""Which edit undo would take back, and which redo would do again."""

import sqlite3

UNDOABLE = (
    "SELECT id, label FROM journal_entry WHERE undoable = 1 AND undone_at IS NULL "
    "ORDER BY id DESC LIMIT 1"
)
REDOABLE = (
    "SELECT id, label FROM journal_entry WHERE undoable = 1 AND undone_at IS NOT NULL "
    "ORDER BY id LIMIT 1"
)


def next_steps(connection: sqlite3.Connection) -> tuple[str | None, str | None]:
    """The labels of the next undo and the next redo."""
    undoable = connection.execute(UNDOABLE).fetchone()
    redoable = connection.execute(REDOABLE).fetchone()
    return (
        None if undoable is None else str(undoable[1]),
        None if redoable is None else str(redoable[1]),
    )
