"""Writes what an edit did into the journal."""

from datetime import datetime

from kdc_desktop.storage import files
from kdc_desktop.storage.recorder import RecordedSession

# Plain SQL: every edit runs these three, and compiling them costs as much as the edit itself.
_END_OF_REDO = "UPDATE journal_entry SET undoable = 0 WHERE undoable = 1 AND undone_at IS NOT NULL"
_ENTRY = "INSERT INTO journal_entry (session_id, label, at, undoable) VALUES (?, ?, ?, ?)"
_CHANGE = (
    "INSERT INTO journal_change (entry_id, table_name, row_key, before, after) "
    "VALUES (?, ?, ?, ?, ?)"
)


def write_entry(session: RecordedSession, label: str, at: datetime, undoable: bool) -> None:
    """One entry for the edit, with a line for each row that is not as it was.

    An undoable edit ends the redo: what was undone cannot be done again after it.
    """
    changes = list(session.recorder.changes())
    if changes:
        raw = files.raw(session.connection())
        if undoable:
            raw.execute(_END_OF_REDO)
        stamp = at.isoformat(" ", "microseconds")
        entry = raw.execute(_ENTRY, (session.recorder.session_id, label, stamp, undoable))
        raw.executemany(_CHANGE, [(entry.lastrowid, *change) for change in changes])
    for finish in session.recorder.finishing:
        finish(session.connection())
