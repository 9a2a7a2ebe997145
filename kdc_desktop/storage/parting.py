"""Where the ways of two club files parted, out of their journals, and what each has touched since.

Both give the next number to what they add, so numbers meet twice: what is of one number is of one
thing only where it was there before they parted.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from kdc_desktop.i18n import Text
from kdc_desktop.instants import Instant
from kdc_desktop.model import JournalChange, JournalEntry
from kdc_desktop.model.journal import LABEL_AS_KEPT
from kdc_desktop.storage.labels import label_of
from kdc_desktop.storage.transactions import Snapshot

_ENTRIES = select(
    JournalEntry.id,
    JournalEntry.at,
    JournalEntry.session_id,
    JournalEntry.actor,
    JournalEntry.actor_key,
    JournalEntry.way,
    *LABEL_AS_KEPT,
    JournalEntry.undone_at,
).order_by(JournalEntry.id.desc())
_LINES = select(
    JournalChange.entry_id,
    JournalChange.table_name,
    JournalChange.row_key,
    JournalChange.before,
    JournalChange.after,
).order_by(JournalChange.id)

Touched = Mapping[str, Mapping[Any, bool]]
"""By table and key which rows a file has touched, and whether they are new since."""


@dataclass(frozen=True)
class Parting:
    """The last thing that both files know to have been done, and what each has touched since."""

    label: Text
    at: Instant
    here: Touched
    there: Touched


def parting_of(here: Snapshot, there: Snapshot) -> Parting | None:
    """Where two files parted; None where they have nothing in common: they are of two clubs."""
    own, other = _entries(here), _entries(there)
    for number in own:  # the newest first
        alike = number in other and own[number][:-1] == other[number][:-1]
        if alike and _lines_of(here, number) == _lines_of(there, number):
            _number, at, *_rest, message, arguments, _undone_at = own[number]
            turned = _turned(own, other, number, at)
            return Parting(
                label_of(message, arguments),
                at,
                _touched(here, number, turned[0]),
                _touched(there, number, turned[1]),
            )
    return None


def _entries(snapshot: Snapshot) -> dict[int, tuple[Any, ...]]:
    return {row[0]: tuple(row) for row in snapshot.connection().execute(_ENTRIES)}


def _lines_of(snapshot: Snapshot, number: int) -> list[tuple[Any, ...]]:
    lines = _LINES.where(JournalChange.entry_id == number)
    return [tuple(row) for row in snapshot.connection().execute(lines)]


def _turned(
    own: Mapping[int, tuple[Any, ...]],
    other: Mapping[int, tuple[Any, ...]],
    last: int,
    at: Instant,
) -> tuple[set[int], set[int]]:
    """Which of the common entries each file has undone, or done again, since."""
    here, there = set(), set()
    for number in own.keys() & other.keys():
        mine, theirs = own[number][-1], other[number][-1]
        if number > last or mine == theirs:
            continue
        # An entry that was undone before and is not now was done again: by who does not say when.
        if (mine is not None and mine >= at) or (theirs is not None and theirs < at):
            here.add(number)
        if (theirs is not None and theirs >= at) or (mine is not None and mine < at):
            there.add(number)
    return here, there


def _touched(snapshot: Snapshot, last: int, turned: Iterable[int]) -> Touched:
    since = list(snapshot.connection().execute(_LINES.where(JournalChange.entry_id > last)))
    for number in turned:
        since += snapshot.connection().execute(_LINES.where(JournalChange.entry_id == number))
    touched: dict[str, dict[Any, bool]] = defaultdict(dict)
    for _entry, table, row_key, before, _after in since:
        with suppress(ValueError, AttributeError):  # what cannot be read is not undone, either
            for key in json.loads(row_key).values():
                touched[table].setdefault(key, before is None)
    return touched
