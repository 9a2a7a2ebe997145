"""A year of the club in numbers."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import extract, func, select

from kdc_desktop.domain.consortia.states import is_alive, is_on_its_own
from kdc_desktop.instants import Instant, Zone, day_of
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.sessions.home import YearNumbers
from kdc_desktop.services.visions.club import ConsortiumNow
from kdc_desktop.services.visions.promises import kept_of_due
from kdc_desktop.storage import Snapshot

FirstMeetings = Callable[[Snapshot, int], int]
"""How many pairs of organisations met for the first time in a year."""


def year_numbers(
    snapshot: Snapshot,
    known: Mapping[int, ConsortiumNow],
    now: Instant,
    zone: Zone,
    first_meetings: FirstMeetings,
) -> YearNumbers:
    """What the club has come to in the year that it is now."""
    today = day_of(now, zone)
    people, came_back = _people(snapshot, today.year)
    began = Instant.of(datetime(today.year, 1, 1), zone)
    kept, promised = kept_of_due(snapshot, known, began, today)
    return YearNumbers(
        today.year,
        _evenings(snapshot, today.year),
        people,
        came_back,
        first_meetings(snapshot, today.year),
        sum(is_alive(one.state) for one in known.values()),
        sum(is_on_its_own(one.state) for one in known.values()),
        kept,
        promised,
    )


def _evenings(snapshot: Snapshot, year: int) -> int:
    held = select(func.count()).where(
        Session.trashed_at.is_(None),
        Session.went_live_at.is_not(None),
        extract("year", Session.starts_at) == year,
    )
    return snapshot.scalar(held) or 0


def _people(snapshot: Snapshot, year: int) -> tuple[int, int]:
    """Who came this year, and how many of them had been there before."""
    of_year = extract("year", Session.starts_at) == year
    came = (
        select(func.count(), func.max(of_year))
        .select_from(Attendance)
        .join(Session, Session.id == Attendance.session_id)
        .where(Session.trashed_at.is_(None), Attendance.arrived_at.is_not(None))
        .group_by(Attendance.person_id)
    )
    times = [often for often, this_year in snapshot.execute(came) if this_year]
    return len(times), sum(often > 1 for often in times)
