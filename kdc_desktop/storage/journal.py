"""Writes what an edit did into the journal."""

from datetime import datetime

from kdc_desktop.i18n import Text
from kdc_desktop.storage import files
from kdc_desktop.storage.recorder import RecordedSession

# Plain SQL: every edit runs these three, and compiling them costs as much as the edit itself.
_END_OF_REDO = "UPDATE journal_entry SET undoable = 0 WHERE undoable = 1 AND undone_at IS NOT NULL"
_ENTRY = (
    "INSERT INTO journal_entry (session_id, label, arguments, at, undoable) VALUES (?, ?, ?, ?, ?)"
)
_CHANGE = (
    "INSERT INTO journal_change (entry_id, table_name, row_key, before, after) "
    "VALUES (?, ?, ?, ?, ?)"
)
# What a lasting edit has changed again can never be undone: undo steps over it.
_SEAL = (
    "UPDATE journal_entry SET undoable = 0 WHERE undoable = 1 AND undone_at IS NULL AND id IN "
    "(SELECT entry_id FROM journal_change WHERE table_name = ? AND row_key = ?)"
)


def write_entry(session: RecordedSession, label: Text, at: datetime, undoable: bool) -> None:
    """One entry for the edit, with a line for each row that is not as it was.

    An undoable edit ends the redo: what was undone cannot be done again after it. One that is
    not undoable seals the edits before it that touched the same rows, so that undo goes on with
    older ones instead of refusing for ever.
    """
    changes = list(session.recorder.changes())
    if changes:
        raw = files.raw(session.connection())
        if undoable:
            raw.execute(_END_OF_REDO)
        elif not session.recorder.finishing:  # who finishes mends the older images instead
            raw.executemany(_SEAL, [change[:2] for change in changes])
        stamp = at.isoformat(" ", "microseconds")
        said = (label.message, label.to_json())
        entry = raw.execute(_ENTRY, (session.recorder.session_id, *said, stamp, undoable))
        raw.executemany(_CHANGE, [(entry.lastrowid, *change) for change in changes])
        session.recorder.entry_id = entry.lastrowid
    for finish in session.recorder.finishing:
        finish(session.connection())
