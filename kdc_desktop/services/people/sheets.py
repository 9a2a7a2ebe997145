"""People, the organisations they speak for, and who was in the room when."""

from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select

from kdc_desktop.interchange.workbook import Column, Table
from kdc_desktop.model import (
    Attendance,
    Consortium,
    Delegate,
    Department,
    Elector,
    Idea,
    Interest,
    Member,
    Organisation,
    Passage,
    Person,
    Poll,
    Session,
)
from kdc_desktop.services.workbook.source import ID, Line, Source
from kdc_desktop.services.workbook.who import sector_name

_PEOPLE = (
    ID,
    Column("Name"),
    Column("E-mail"),
    Column("Organisation id", "id"),
    Column("Organisation"),
    Column("Department id", "id"),
    Column("Department"),
    Column("Sector"),
    Column("Sessions attended", "number"),
    Column("In the file since", "datetime"),
    Column("Notes"),
)
_ORGANISATIONS = (
    ID,
    Column("Name"),
    Column("Sector"),
    Column("Departments"),
    Column("People", "number"),
    Column("Notes"),
)
_DEPARTMENTS = (
    ID,
    Column("Department"),
    Column("Organisation id", "id"),
    Column("Organisation"),
    Column("People", "number"),
)
_ATTENDANCE = (
    ID,
    Column("Person id", "id"),
    Column("Name"),
    Column("Organisation"),
    Column("Sector"),
    Column("Role"),
    Column("May vote", "bool"),
    Column("Badge"),
    Column("State"),
    Column("Arrived", "datetime"),
    Column("Last out", "datetime"),
    Column("In and out"),
    Column("Returning", "bool"),
)
_PASSAGES = (
    ID,
    Column("Attendance id", "id"),
    Column("Person id", "id"),
    Column("Name"),
    Column("When", "datetime"),
    Column("Direction"),
)


def people(source: Source) -> Table:
    """Everybody of the club, or everybody whom a row of the session names."""
    attended = dict(
        source.snapshot.execute(
            select(Attendance.person_id, func.count())
            .join(Session, Session.id == Attendance.session_id)
            .where(Attendance.arrived_at.is_not(None), Session.trashed_at.is_(None))
            .group_by(Attendance.person_id)
        ).all()
    )
    rows: list[Line] = []
    for key, email, department_id, notes, created_at in source.snapshot.execute(
        select(Person.id, Person.email, Person.department_id, Person.notes, Person.created_at)
        .where(*_named(source))
        .order_by(Person.name, Person.id)
    ):
        who = source.people[key]
        rows.append(
            (
                key,
                who.name,
                email,
                who.organisation_id,
                who.organisation,
                department_id,
                who.department,
                who.sector,
                attended.get(key, 0),
                created_at,
                notes,
            )
        )
    notes_given = ("Names and e-mail addresses are personal data: share them with care.",)
    return Table("People", "People", _PEOPLE, rows, notes_given)


def _named(source: Source) -> tuple[ColumnElement[bool], ...]:
    if source.every_session:
        return ()
    named = (
        select(Attendance.person_id).where(source.of(Attendance.session_id)),
        select(Idea.author_id).where(source.of(Idea.session_id), Idea.author_id.is_not(None)),
        select(Elector.person_id).join(Poll).where(source.of(Poll.session_id)),
        select(Interest.person_id).where(source.of(Interest.session_id)),
        select(Delegate.person_id).where(source.of(Delegate.session_id)),
        select(Member.person_id)
        .join(Consortium)
        .where(source.of(Consortium.session_id), Member.person_id.is_not(None)),
    )
    return (or_(*(Person.id.in_(some) for some in named)),)


def organisations(source: Source) -> Table:
    """Every organisation of the club with its departments."""
    departments: dict[int, list[str]] = {}
    for organisation_id, name in source.snapshot.execute(
        select(Department.organisation_id, Department.name).order_by(Department.name)
    ):
        departments.setdefault(organisation_id, []).append(name)
    people_of = _people_by(source, "organisation_id")
    rows = [
        (
            organisation.id,
            organisation.name,
            sector_name(organisation.sector),
            "\n".join(departments.get(organisation.id, ())),
            people_of.get(organisation.id, 0),
            organisation.notes,
        )
        for organisation in source.snapshot.scalars(
            select(Organisation).order_by(Organisation.name, Organisation.id)
        )
    ]
    return Table("Organisations", "Organisations", _ORGANISATIONS, rows)


def departments(source: Source) -> Table:
    """Every department with the organisation it is a part of."""
    people_of = _people_by(source, "department_id")
    rows = [
        (key, name, organisation_id, organisation, people_of.get(key, 0))
        for key, name, organisation_id, organisation in source.snapshot.execute(
            select(Department.id, Department.name, Organisation.id, Organisation.name)
            .join(Organisation, Organisation.id == Department.organisation_id)
            .order_by(Organisation.name, Department.name, Department.id)
        )
    ]
    return Table("Departments", "Departments", _DEPARTMENTS, rows)


def _people_by(source: Source, column_name: str) -> dict[int, int]:
    column = getattr(Person, column_name)
    counted = select(column, func.count()).where(column.is_not(None)).group_by(column)
    return dict(source.snapshot.execute(counted).all())


def attendance(source: Source) -> Table:
    """Who was on the list, who came, and when they went in and out."""
    passages = _passages_by_attendance(source)
    first = _first_sessions(source)
    rows: list[Line] = []
    for entry in source.snapshot.execute(
        select(
            Attendance.session_id,
            Attendance.id,
            Attendance.person_id,
            Attendance.role,
            Attendance.may_vote,
            Attendance.badge,
            Attendance.state,
            Attendance.arrived_at,
        )
        .join(Person)
        .where(source.of(Attendance.session_id))
        .order_by(Person.name, Attendance.id)
    ):
        who = source.people[entry.person_id]
        log = passages.get(entry.id, [])
        out = [at for at, inwards in log if not inwards]
        starts_at = source.sessions[entry.session_id].starts_at
        rows.append(
            (
                entry.session_id,
                entry.id,
                entry.person_id,
                who.name,
                who.organisation,
                who.sector,
                entry.role,
                entry.may_vote,
                entry.badge,
                entry.state,
                entry.arrived_at,
                out[-1] if out else None,
                ", ".join(f"{'in' if inwards else 'out'} {at:%H:%M}" for at, inwards in log),
                entry.person_id in first and first[entry.person_id] < starts_at,
            )
        )
    notes = ("Returning: was present at an earlier session.",)
    return source.table("Attendance", _ATTENDANCE, rows, notes)


def _passages_by_attendance(source: Source) -> dict[int, list[tuple[datetime, bool]]]:
    passages: dict[int, list[tuple[datetime, bool]]] = {}
    for attendance_id, at, inwards in source.snapshot.execute(
        select(Passage.attendance_id, Passage.at, Passage.inwards)
        .join(Attendance)
        .where(source.of(Attendance.session_id))
        .order_by(Passage.at, Passage.id)
    ):
        passages.setdefault(attendance_id, []).append((at, inwards))
    return passages


def _first_sessions(source: Source) -> dict[int, datetime]:
    first = (
        select(Attendance.person_id, func.min(Session.starts_at))
        .join(Session, Session.id == Attendance.session_id)
        .where(Attendance.arrived_at.is_not(None), Session.trashed_at.is_(None))
        .group_by(Attendance.person_id)
    )
    return dict(source.snapshot.execute(first).all())


def passages(source: Source) -> Table:
    """The in/out log, a row for each time somebody passed the door."""
    found = source.snapshot.execute(
        select(
            Attendance.session_id,
            Passage.id,
            Passage.attendance_id,
            Attendance.person_id,
            Passage.at,
            Passage.inwards,
        )
        .join(Attendance, Attendance.id == Passage.attendance_id)
        .where(source.of(Attendance.session_id))
        .order_by(Passage.at, Passage.id)
    )
    rows = [
        (session_id, key, attendance_id, person_id, source.people[person_id].name, at, direction)
        for session_id, key, attendance_id, person_id, at, inwards in found
        for direction in ("in" if inwards else "out",)
    ]
    return source.table("In and out", _PASSAGES, rows)
