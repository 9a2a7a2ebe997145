"""People and the organisations they speak for."""

from collections.abc import Mapping

from sqlalchemy import func, select

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.i18n import _, lazy, sentences
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.services.kit.source import ID, Line, Source
from kdc_desktop.services.kit.who import sector_name
from kdc_desktop.services.people.consents import (
    CONSENT_TITLES,
    consent_sentence,
    newest_consents,
)
from kdc_desktop.services.people.joins import VisitsOf
from kdc_desktop.services.people.rows import ConsentRow
from kdc_desktop.storage.belonging import people_named

_PEOPLE = (
    ID,
    Column(lazy("Name")),
    Column(lazy("E-mail")),
    Column(lazy("Organisation id"), Kind.ID),
    Column(lazy("Organisation")),
    Column(lazy("Department id"), Kind.ID),
    Column(lazy("Department")),
    Column(lazy("Sector")),
    Column(lazy("Sessions attended"), Kind.NUMBER),
    Column(lazy("In the file since"), Kind.DATETIME),
    Column(lazy("Notes")),
    Column(lazy("Phone")),
    Column(lazy("Job title")),
    Column(lazy("Interests")),
    *(Column(title, Kind.BOOL) for title in CONSENT_TITLES.values()),
    Column(lazy("Consents")),
)
_KNOWN = select(
    Person.id,
    Person.email,
    Person.department_id,
    Person.notes,
    Person.created_at,
    Person.phone,
    Person.job_title,
    Person.interests,
).order_by(Person.id)
_ORGANISATIONS = (
    ID,
    Column(lazy("Name")),
    Column(lazy("Sector")),
    Column(lazy("Departments")),
    Column(lazy("People"), Kind.NUMBER),
    Column(lazy("Notes")),
)
_DEPARTMENTS = (
    ID,
    Column(lazy("Department")),
    Column(lazy("Organisation id"), Kind.ID),
    Column(lazy("Organisation")),
    Column(lazy("People"), Kind.NUMBER),
)


def people(visits_of: VisitsOf, source: Source) -> Table:
    """Everybody of the club, or everybody whom a row of the session names."""
    visits = visits_of(source.snapshot, None)
    named = people_named(source.snapshot, list(source.sessions))
    rows: list[Line] = []
    found, consents = source.snapshot.execute(_KNOWN), newest_consents(source.snapshot)
    for key, email, department_id, notes, created_at, *details in sorted(
        found, key=lambda row: in_order(source.people[row[0]].name)
    ):
        if not source.every_session and key not in named:
            continue
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
                visits[key].sessions if key in visits else 0,
                source.by_clock(created_at, None),
                notes,
                *details,
                *_allowed(consents.get(key, {})),
            )
        )
    given = (_("Names, addresses and phone numbers are personal data: share them with care."),)
    return Table(name="People", title=lazy("People"), columns=_PEOPLE, rows=rows, notes=given)


def _allowed(said: Mapping[ConsentKind, ConsentRow]) -> tuple[bool | str | None, ...]:
    """What counts of each kind, empty where nothing was said, and all of it in sentences."""
    told = [consent_sentence(kind, said[kind]) for kind in CONSENT_TITLES if kind in said]
    given = (said[kind].given if kind in said else None for kind in CONSENT_TITLES)
    return (*given, sentences(told))


def organisations(source: Source) -> Table:
    """Every organisation of the club with its departments."""
    departments: dict[int, list[str]] = {}
    parts = source.snapshot.execute(select(Department.organisation_id, Department.name))
    for organisation_id, name in sorted(parts, key=lambda row: in_order(row[1])):
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
        for organisation in sorted(
            source.snapshot.scalars(select(Organisation).order_by(Organisation.id)),
            key=lambda one: in_order(one.name),
        )
    ]
    return Table(
        name="Organisations",
        title=lazy("Organisations"),
        columns=_ORGANISATIONS,
        rows=rows,
    )


def departments(source: Source) -> Table:
    """Every department with the organisation it is a part of."""
    people_of = _people_by(source, "department_id")
    found = source.snapshot.execute(
        select(Department.id, Department.name, Organisation.id, Organisation.name)
        .join(Organisation, Organisation.id == Department.organisation_id)
        .order_by(Department.id)
    )
    rows = [
        (key, name, organisation_id, organisation, people_of.get(key, 0))
        for key, name, organisation_id, organisation in sorted(
            found, key=lambda row: (in_order(row[3]), row[2], in_order(row[1]))
        )
    ]
    return Table(
        name="Departments",
        title=lazy("Departments"),
        columns=_DEPARTMENTS,
        rows=rows,
    )


def _people_by(source: Source, column_name: str) -> dict[int, int]:
    column = getattr(Person, column_name)
    counted = select(column, func.count()).where(column.is_not(None)).group_by(column)
    return dict(source.snapshot.execute(counted).all())
