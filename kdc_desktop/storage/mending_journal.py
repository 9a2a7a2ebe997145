"""Mend the journal of a club file: what cannot be undone any more is only told."""

import sqlite3
from collections.abc import Iterator

from kdc_desktop.i18n import _
from kdc_desktop.storage import labels
from kdc_desktop.storage.checking import unreadable_lines
from kdc_desktop.storage.value_functions import text_within


def mend_journal(target: sqlite3.Connection) -> list[str]:
    """Word what can be worded, and let entries go from undo that can only be undone in part."""
    return [*_labels(target), *_lines(target)]


def _labels(target: sqlite3.Connection) -> Iterator[str]:
    kept = target.execute(
        "SELECT id, CAST(label AS BLOB), CAST(arguments AS BLOB) FROM journal_entry"
    ).fetchall()
    for number, message, arguments in kept:
        if not labels.is_sound(message, arguments):
            words = text_within(message, 1000, 0)
            target.execute(
                "UPDATE journal_entry SET label = ?, arguments = NULL WHERE id = ?", (words, number)
            )
            yield _("What entry {entry} of the journal did is told as it stood.", entry=str(number))


def _lines(target: sqlite3.Connection) -> Iterator[str]:
    for entry in sorted({entry for _line, entry in unreadable_lines(target)}):
        target.execute("DELETE FROM journal_change WHERE entry_id = ?", (entry,))
        target.execute("UPDATE journal_entry SET undoable = 0 WHERE id = ?", (entry,))
        yield _("Entry {entry} of the journal can no longer be undone.", entry=str(entry))
