"""The session's log: what the facilitator did and when, without the rows that changed."""

from sqlalchemy import select

from kdc_desktop.i18n import _, lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model import JournalEntry
from kdc_desktop.model.journal import LABEL_AS_KEPT
from kdc_desktop.services.kit.source import ID, Line, Source
from kdc_desktop.storage.belonging import sessions_of_entries
from kdc_desktop.storage.labels import label_of

_LOG = (
    ID,
    Column(lazy("When"), Kind.DATETIME),
    Column(lazy("What")),
    Column(lazy("Undone"), Kind.DATETIME),
)
_ENTRIES = select(
    JournalEntry.session_id,
    JournalEntry.id,
    JournalEntry.at,
    *LABEL_AS_KEPT,
    JournalEntry.undone_at,
).order_by(JournalEntry.id)


def log(source: Source) -> Table:
    """Every journal entry of the sessions, and those of the club's people and organisations.

    With one session only, the club's entries are those made while it was prepared and held.
    """
    of_parts = sessions_of_entries(source.snapshot)
    own: list[Line] = []
    of_club: list[Line] = []
    for session_id, key, at, label, arguments, undone_at in source.snapshot.execute(_ENTRIES):
        rest = (at, str(label_of(label, arguments)), undone_at)
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
