"""Tells whether a workbook was written from this club file, so that its ids mean the same here."""

from sqlalchemy import select

from kdc_desktop.instants import Instant
from kdc_desktop.model import JournalEntry
from kdc_desktop.storage import Snapshot

_ENTRIES = select(JournalEntry.id, JournalEntry.at)


def origin_of(snapshot: Snapshot) -> str:
    """The mark of this file and of what was done in it last; "" where nothing was.

    As with two versions of one club, it is the journal by which a file is known: who knows the last
    entry has had every row that was there then, and ids are never used again.
    """
    last = snapshot.execute(_ENTRIES.order_by(JournalEntry.id.desc()).limit(1)).first()
    return "" if last is None else _mark(*last)


def is_from_here(snapshot: Snapshot, origin: str) -> bool:
    """Whether this file, or an earlier state of it, was what a workbook with this mark shows."""
    number = origin.split(":")[1] if origin.count(":") > 1 else ""
    if not number.isdecimal() or len(number) > 15:
        return False
    entry = snapshot.execute(_ENTRIES.where(JournalEntry.id == int(number))).first()
    return entry is not None and _mark(*entry) == origin


def _mark(number: int, at: Instant) -> str:
    return f"kdc-club:{number}:{at.kept()}"  # untranslated: for programs
