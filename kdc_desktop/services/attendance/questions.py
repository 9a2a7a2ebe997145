"""Who is on the list of a session, and how many of them are here."""

from sqlalchemy import ColumnElement, func, select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.sectors import LETTERS, sector_of
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.attendance.rows import AttendanceRow, Presence
from kdc_desktop.storage import Database, Snapshot


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
        rows = _rows(snapshot, session_id)
    return sorted(rows, key=lambda row: fold(row.name))


def _rows(
    snapshot: Snapshot, session_id: int, *conditions: ColumnElement[bool]
) -> list[AttendanceRow]:
    query = (
        select(Attendance, Person.name, Organisation.name, Department.name, Organisation.sector)
        .join(Person, Attendance.person_id == Person.id)
        .outerjoin(Organisation, Person.organisation_id == Organisation.id)
        .outerjoin(Department, Person.department_id == Department.id)
        .where(Attendance.session_id == session_id, *conditions)
    )
    returning = _came_before(snapshot, session_id)
    return [
        AttendanceRow(
            attended.id,
            attended.person_id,
            name,
            organisation or "",
            department or "",
            sector_of(sector),
            attended.role,
            attended.may_vote,
            attended.badge,
            attended.state,
            attended.arrived_at,
            attended.person_id in returning,
        )
        for attended, name, organisation, department, sector in snapshot.execute(query)
    ]


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
