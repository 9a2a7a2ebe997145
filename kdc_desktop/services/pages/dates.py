"""What goes into people's calendars: the session, those that come after it, and what is due."""

from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import func, select

from kdc_desktop.domain.pages.values import Appointment, Calendar
from kdc_desktop.i18n import ngettext, titled
from kdc_desktop.instants import Instant, zone_called
from kdc_desktop.model.journal import JournalEntry
from kdc_desktop.model.sessions import Session, Stage
from kdc_desktop.services.pages.record import Promise, Record


def calendar(record: Record) -> Calendar:
    """The session and those planned after it, and the days on which promises are due."""
    club = _key_of_club(record)
    sessions = [record.session, *record.planned_after]
    due = [one for one in record.promises if one.due_on is not None and not one.done]
    entries = (
        *(_session(record, one, club) for one in sessions),
        *_due(due, club),
    )
    said = ngettext("{count} entry.", "{count} entries.", len(entries))
    return Calendar(record.session.title, record.source.now, entries, said)


def _key_of_club(record: Record) -> str:
    """What tells the entries of this club from those of others: when its first thing was done."""
    born = record.snapshot.scalar(select(func.min(JournalEntry.id)))
    first = record.snapshot.get(JournalEntry, born or 0)
    told = first.at.kept() if first is not None else ""
    return sha256(told.encode()).hexdigest()[:16]


def _session(record: Record, session: Session, club: str) -> Appointment:
    minutes = record.snapshot.scalar(
        select(func.sum(Stage.planned_minutes)).where(Stage.session_id == session.id)
    )
    begins = Instant.of(session.starts_at, zone_called(session.zone))
    return Appointment(
        f"session-{session.id}-{club}",
        session.title,
        begins,
        _ended(session, begins) or (begins + timedelta(minutes=minutes) if minutes else None),
        session.place,
        session.goal,
    )


def _ended(session: Session, begins: Instant) -> Instant | None:
    """When it was over, of one that is; not before it was to begin."""
    ended = session.closed_at
    return ended if ended is not None and ended > begins else None


def _due(promises: list[Promise], club: str) -> Iterator[Appointment]:
    for one in promises:
        assert one.due_on is not None
        yield Appointment(
            f"commitment-{one.id}-{club}",
            titled(one.member, one.what),
            one.due_on,
            words=one.group,
        )
