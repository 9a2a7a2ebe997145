"""Who is on the list of a session, and how many of them are here."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import aliased

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.kit.steps import Steps, at_once, batched
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.people.sectors import LETTERS, sector_of
from kdc_desktop.instants import Instant, Zone
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.attendance.namesakes import namesakes_in
from kdc_desktop.services.attendance.rows import AttendanceRow, Presence
from kdc_desktop.services.people.affiliations import (
    Affiliations,
    Named,
    named,
    with_affiliations,
)
from kdc_desktop.services.sessions.questions import zone_of
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.fast import Quick, value

# Quick, because whole lists are long. With everybody who comes, only their rows are read again.
_LIST = (
    select(
        Attendance.id,
        Attendance.person_id,
        Person.name,
        Person.organisation_id,
        Person.department_id,
        Attendance.role,
        Attendance.may_vote,
        Attendance.badge,
        Attendance.state,
        Attendance.arrived_at,
    )
    .join(Person, Attendance.person_id == Person.id)
    .where(Attendance.session_id == value("session"))
)
_LISTED = Quick(_LIST)
_SOME_LISTED = with_affiliations(_LIST).where(Attendance.id.in_(bindparam("only", expanding=True)))

_COUNTED = Quick(
    select(Attendance.state, Organisation.sector, func.count())
    .select_from(Attendance)
    .join(Person, Attendance.person_id == Person.id)
    .outerjoin(Organisation, Person.organisation_id == Organisation.id)
    .where(Attendance.session_id == value("session"))
    .group_by(Attendance.state, Organisation.sector)
)
_COUNTED_FROM = (Attendance, Person, Organisation)
_KNOWN: WeakKeyDictionary[Database, dict[int, tuple[tuple[int, ...], Presence]]] = (
    WeakKeyDictionary()
)
"""What was counted last, and how often its tables were written by then."""

_EARLIER = aliased(Session)
_CAME_BEFORE = (
    select(Attendance.person_id)
    .join(_EARLIER, Attendance.session_id == _EARLIER.id)
    .join(Session, _EARLIER.starts_at < Session.starts_at)
    .where(
        Session.id == value("session"),
        _EARLIER.trashed_at.is_(None),
        Attendance.arrived_at.is_not(None),
    )
    .distinct()
)
_SOME_CAME_BEFORE = _CAME_BEFORE.where(
    Attendance.person_id.in_(bindparam("people", expanding=True))
)


def presence(database: Database, session_id: int) -> Presence:
    """The counts of a session; every sector has one.

    They are kept until somebody comes or goes: several ask for them after each change.
    """
    counts = database.written
    written = tuple(counts.get(table.__tablename__, 0) for table in _COUNTED_FROM)
    kept = _KNOWN.setdefault(database, {})
    known = kept.get(session_id)
    if known is None or known[0] != written:
        known = kept[session_id] = written, _presence(database, session_id)
    return known[1]


def _presence(database: Database, session_id: int) -> Presence:
    registered, by_sector = 0, dict.fromkeys(LETTERS, 0)
    with database.read() as snapshot:
        for state, sector, count in _COUNTED.rows(snapshot, session=session_id):
            registered += count
            if state is AttendanceState.PRESENT:
                letter = sector_of(sector)
                by_sector[letter] = by_sector.get(letter, 0) + count
    return Presence(sum(by_sector.values()), registered, by_sector)


def attendances(
    database: Database, session_id: int, only: Collection[int] | None = None
) -> list[AttendanceRow]:
    """Everybody on the list of a session, by name; with `only`, those of them, not told apart."""
    if only is None:
        return at_once(attendances_in_steps(database, session_id))
    with database.read() as snapshot:
        return _by_name(_some(snapshot, session_id, only))


def attendances_in_steps(database: Database, session_id: int) -> Steps[list[AttendanceRow]]:
    """The same for everybody, in steps none of which is long; it may have changed meanwhile."""
    with database.read() as snapshot:
        asked = {"session": session_id}
        returning = set(snapshot.connection().execute(_CAME_BEFORE, asked).scalars())
        affiliations, by_clock = Affiliations(snapshot), _ByClock(zone_of(snapshot, session_id))
        listed = _LISTED.rows(snapshot, **asked)
    yield
    rows: list[AttendanceRow] = []
    for some in batched(listed):
        rows += [
            _row(found, affiliations.of(found[3], found[4]), by_clock, returning) for found in some
        ]
        yield
    rows = _by_name(rows)
    yield
    with database.read() as snapshot:
        apart = namesakes_in(snapshot, [(row.person_id, row.name) for row in rows])
    return [row._replace(apart=apart.get(row.person_id, "")) for row in rows] if apart else rows


def _by_name(rows: Iterable[AttendanceRow]) -> list[AttendanceRow]:
    return sorted(rows, key=lambda row: in_order(row.name))


def _some(snapshot: Snapshot, session_id: int, only: Collection[int]) -> list[AttendanceRow]:
    connection, asked = snapshot.connection(), {"session": session_id}
    found = connection.execute(_SOME_LISTED, {**asked, "only": list(only)}).all()
    some = {**asked, "people": [row[1] for row in found]}
    returning = set(connection.execute(_SOME_CAME_BEFORE, some).scalars())
    by_clock = _ByClock(zone_of(snapshot, session_id))
    return [_row(row[:-3], named(*row[-3:]), by_clock, returning) for row in found]


class _ByClock(dict[Instant | None, datetime | None]):
    """What the clock of a room showed at the instants that it is asked for, often the same."""

    def __init__(self, zone: Zone) -> None:
        super().__init__({None: None})
        self._zone = zone

    def __missing__(self, at: Instant) -> datetime:
        self[at] = shown = at.in_zone(self._zone)
        return shown


def _row(
    found: Sequence[Any], names: Named, by_clock: _ByClock, returning: Collection[int]
) -> AttendanceRow:
    key, person_id, name, _at, _part, *rest = found
    told = (key, person_id, name, *names, *rest, by_clock[rest[-1]], person_id in returning, "")
    return AttendanceRow._make(told)
