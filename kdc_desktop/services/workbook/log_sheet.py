"""The session's log: what the facilitator did and when, without the rows that changed."""

import json

from sqlalchemy import select

from kdc_desktop.i18n import _, lazy
from kdc_desktop.interchange.workbook import Column, Table
from kdc_desktop.model import JournalChange, JournalEntry
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.kit.source import ID, Line, Source
from kdc_desktop.services.polls.book import PollBook

_LOG = (
    ID,
    Column(lazy("When"), "datetime"),
    Column(lazy("What")),
    Column(lazy("Undone"), "datetime"),
)
_PARENT_COLUMNS = {
    "consortium_id": "consortium",
    "member_id": "member",
    "vision_id": "vision",
    "poll_id": "poll",
}
# Rows that know their session only through another row; ids above theirs come first.
_PARTS = (
    *("member", "open_role", "vision", "reading", "position", "reservation"),
    *("commitment", "hand_count"),
)
_Place = tuple[str, int]


def log(source: Source) -> Table:
    """Every journal entry of the sessions, and those of the club's people and organisations.

    With one session only, the club's entries are those made while it was prepared and held.
    """
    of_parts = _sessions_of_parts(source)
    own: list[Line] = []
    of_club: list[Line] = []
    for session_id, key, *rest in source.snapshot.execute(
        select(
            JournalEntry.session_id,
            JournalEntry.id,
            JournalEntry.at,
            JournalEntry.label,
            JournalEntry.undone_at,
        ).order_by(JournalEntry.id)
    ):
        owner = of_parts.get(key) if session_id is None else session_id
        if owner in source.sessions:
            own.append((owner, key, *rest))
        elif session_id is None and key not in of_parts:
            of_club.append((None, key, *rest))
    if not source.every_session:
        first, last = (own[0][1], own[-1][1]) if own else (0, 0)
        of_club = [entry for entry in of_club if first < entry[1] < last]
        own = sorted(own + of_club, key=lambda entry: entry[1])
        own = [(next(iter(source.sessions)), *entry[1:]) for entry in own]
    else:
        own += of_club
    notes = (
        _("Ballot papers are in no log: a time beside a paper would break secrecy."),
        _("What was undone shows when."),
    )
    name = "Log"  # untranslated: the name of the Excel table
    return source.table(name, _("Log"), _LOG, own, notes)


def _sessions_of_parts(source: Source) -> dict[int, int | None]:
    """By entry id, for entries about parts of consortia and polls; None for other sessions."""
    book = source.once(ConsortiumBook)
    owners: dict[_Place, int | None] = {
        ("consortium", key): found.session_id for key, found in book.consortia.items()
    }
    owners |= {("poll", key): poll.session_id for key, poll in source.once(PollBook).polls.items()}
    by_entry: dict[int, int | None] = {}
    for entry_id, table_name, row_key, before, after in source.snapshot.execute(
        select(
            JournalChange.entry_id,
            JournalChange.table_name,
            JournalChange.row_key,
            JournalChange.before,
            JournalChange.after,
        )
        .where(JournalChange.table_name.in_(_PARTS))
        .order_by(JournalChange.id)
    ):
        place = (table_name, json.loads(row_key)["id"])
        if place not in owners:
            image = json.loads(after or before or "{}")
            parents = [
                (table, image[column])
                for column, table in _PARENT_COLUMNS.items()
                if column in image
            ]
            owners[place] = owners.get(parents[0]) if parents else None
        by_entry.setdefault(entry_id, owners[place])
    return by_entry
