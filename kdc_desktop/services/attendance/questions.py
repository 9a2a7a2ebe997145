"""Who is on the list of a session, and how many of them are here."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import aliased

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.people.sectors import LETTERS, sector_of
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.attendance.rows import AttendanceRow, Presence
from kdc_desktop.storage import Database
from kdc_desktop.storage.fast import Quick, value

# Quick, because the whole list is read again with everybody who comes.
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
_SOME_LISTED = _LIST.where(Attendance.id.in_(bindparam("only", expanding=True)))
_FIRMS = Quick(select(Organisation.id, Organisation.name, Organisation.sector))
_PARTS = Quick(select(Department.id, Department.name))

_COUNTED = Quick(
    select(Attendance.state, Organisation.sector, func.count())
    .select_from(Attendance)
    .join(Person, Attendance.person_id == Person.id)
    .outerjoin(Organisation, Person.organisation_id == Organisation.id)
    .where(Attendance.session_id == value("session"))
    .group_by(Attendance.state, Organisation.sector)
)
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
    """The counts of a session; every sector has one."""
    registered, by_sector = 0, dict.fromkeys(LETTERS, 0)
    with database.read() as snapshot:
        for state, sector, count in _COUNTED.rows(snapshot, session=session_id):
            registered += count
            if state is AttendanceState.PRESENT:
                by_sector[sector_of(sector)] += count
    return Presence(sum(by_sector.values()), registered, by_sector)


def attendances(
    database: Database, session_id: int, only: Collection[int] | None = None
) -> list[AttendanceRow]:
    """Everybody on the list of a session, by name; with `only`, those of them."""
    with database.read() as snapshot:
        connection, asked = snapshot.connection(), {"session": session_id}
        if only is None:
            found: Sequence[Sequence[Any]] = _LISTED.rows(snapshot, **asked)
            returning = set(connection.execute(_CAME_BEFORE, asked).scalars())
        else:
            found = connection.execute(_SOME_LISTED, {**asked, "only": list(only)}).all()
            some = {**asked, "people": [row[1] for row in found]}
            returning = set(connection.execute(_SOME_CAME_BEFORE, some).scalars())
        firms = {key: (name, sector_of(sector)) for key, name, sector in _FIRMS.rows(snapshot)}
        parts = dict(_PARTS.rows(snapshot))
        none = ("", sector_of(None))
        rows = [
            AttendanceRow(
                *(key, person_id, name, firms.get(at, none)[0], parts.get(part, "")),
                *(firms.get(at, none)[1], *rest, person_id in returning),
            )
            for key, person_id, name, at, part, *rest in found
        ]
    return sorted(rows, key=lambda row: in_order(row.name))
