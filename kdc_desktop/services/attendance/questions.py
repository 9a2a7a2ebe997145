"""Who is on the list of a session, and how many of them are here."""

from sqlalchemy import func, select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.people.sectors import LETTERS, sector_of
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.attendance.rows import AttendanceRow, Presence
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.fast import Quick, value

# Quick, because the whole list is read again with everybody who comes.
_LISTED = Quick(
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
_FIRMS = Quick(select(Organisation.id, Organisation.name, Organisation.sector))
_PARTS = Quick(select(Department.id, Department.name))


def presence(database: Database, session_id: int) -> Presence:
    """The counts of a session; every sector has one."""
    query = (
        select(Attendance.state, Organisation.sector, func.count())
        .select_from(Attendance)
        .join(Person, Attendance.person_id == Person.id)
        .outerjoin(Organisation, Person.organisation_id == Organisation.id)
        .where(Attendance.session_id == session_id)
        .group_by(Attendance.state, Organisation.sector)
    )
    registered, by_sector = 0, dict.fromkeys(LETTERS, 0)
    with database.read() as snapshot:
        for state, sector, count in snapshot.execute(query):
            registered += count
            if state is AttendanceState.PRESENT:
                by_sector[sector_of(sector)] += count
    return Presence(sum(by_sector.values()), registered, by_sector)


def attendances(database: Database, session_id: int) -> list[AttendanceRow]:
    """Everybody on the list of a session, by name."""
    with database.read() as snapshot:
        firms = {key: (name, sector_of(sector)) for key, name, sector in _FIRMS.rows(snapshot)}
        parts = dict(_PARTS.rows(snapshot))
        returning = _came_before(snapshot, session_id)
        none = ("", sector_of(None))
        rows = [
            AttendanceRow(
                *(key, person_id, name, firms.get(at, none)[0], parts.get(part, "")),
                *(firms.get(at, none)[1], *rest, person_id in returning),
            )
            for key, person_id, name, at, part, *rest in _LISTED.rows(snapshot, session=session_id)
        ]
    return sorted(rows, key=lambda row: in_order(row.name))


def _came_before(snapshot: Snapshot, session_id: int) -> set[int]:
    starts_at = select(Session.starts_at).where(Session.id == session_id).scalar_subquery()
    query = (
        select(Attendance.person_id)
        .join(Session, Attendance.session_id == Session.id)
        .where(
            Session.starts_at < starts_at,
            Session.trashed_at.is_(None),
            Attendance.arrived_at.is_not(None),
        )
    )
    return set(snapshot.scalars(query.distinct()))
