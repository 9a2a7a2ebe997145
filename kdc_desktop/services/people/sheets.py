"""People and the organisations they speak for."""

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
    Person,
    Poll,
    Session,
)
from kdc_desktop.services.kit.source import ID, Line, Source
from kdc_desktop.services.kit.who import sector_name

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
