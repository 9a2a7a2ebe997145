"""A year of the club in numbers."""

from collections.abc import Mapping
from datetime import datetime
from itertools import combinations
from typing import NamedTuple

from sqlalchemy import extract, func, select

from kdc_desktop.domain.consortia.states import is_alive, is_on_its_own
from kdc_desktop.instants import Instant, Zone, day_of
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.consortia import Leaving, Member
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.sessions.home import YearNumbers
from kdc_desktop.services.visions.club import ConsortiumNow
from kdc_desktop.services.visions.promises import kept_of_due
from kdc_desktop.storage import Snapshot


def year_numbers(
    snapshot: Snapshot, known: Mapping[int, ConsortiumNow], now: Instant, zone: Zone
) -> YearNumbers:
    """What the club has come to in the year that it is now.

    Two stakeholders have met first when both were in one consortium at the same time, for the
    first time.
    """
    today = day_of(now, zone)
    people, came_back = _people(snapshot, today.year)
    began = Instant.of(datetime(today.year, 1, 1), zone)
    kept, promised = kept_of_due(snapshot, known, began, today)
    return YearNumbers(
        today.year,
        _evenings(snapshot, today.year),
        people,
        came_back,
        _first_meetings(snapshot, known, began),
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


def _first_meetings(snapshot: Snapshot, known: Mapping[int, ConsortiumNow], began: Instant) -> int:
    met: dict[tuple[int, int], Instant] = {}
    for group in _stays(snapshot, known).values():
        for (one, stays), (other, others) in combinations(sorted(group.items()), 2):
            moments = [max(a.since, b.since) for a in stays for b in others if a.meets(b)]
            if moments:
                at = min(moments)
                met[one, other] = min(met.get((one, other), at), at)
    return sum(at >= began for at in met.values())


class _Stay(NamedTuple):
    """From when until when a stakeholder was in a consortium; without an end it still is."""

    since: Instant
    until: Instant | None

    def meets(self, other: "_Stay") -> bool:
        """Whether both were in it at one time."""
        begins = max(self.since, other.since)
        return all(end is None or begins < end for end in (self.until, other.until))


def _stays(
    snapshot: Snapshot, known: Mapping[int, ConsortiumNow]
) -> dict[int, dict[int, list[_Stay]]]:
    """By consortium and stakeholder: an organisation by its id, a resident by theirs below 0."""
    away: dict[int, list[Leaving]] = {}
    for left in snapshot.scalars(select(Leaving).order_by(Leaving.left_at, Leaving.id)):
        away.setdefault(left.member_id, []).append(left)
    inside: dict[int, dict[int, list[_Stay]]] = {}
    for member in snapshot.scalars(select(Member)):
        if member.consortium_id not in known:
            continue
        who = member.organisation_id or -(member.person_id or 0)
        own = inside.setdefault(member.consortium_id, {}).setdefault(who, [])
        since: Instant | None = member.joined_at
        for left in away.get(member.id, ()):
            if since is not None and since < left.left_at:
                own.append(_Stay(since, left.left_at))
            since = left.back_at
        if since is not None:
            own.append(_Stay(since, None))
    return inside
