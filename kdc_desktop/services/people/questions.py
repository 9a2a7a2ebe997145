"""Whom the club knows: people, the organisations they speak for, and their departments."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import ColumnElement, func, select

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.services.people.joins import Visits, VisitsOf
from kdc_desktop.services.people.rows import (
    ContactRow,
    DepartmentRow,
    OrganisationRow,
    PersonRow,
)
from kdc_desktop.storage import Database, Snapshot


def people(database: Database, visits_of: VisitsOf) -> list[PersonRow]:
    """Everybody the club knows, by name."""
    with database.read() as snapshot:
        return sorted(_rows(snapshot, visits_of(snapshot, None)), key=_by_name)


def _by_name(row: PersonRow) -> str:
    # Folding 5,000 names takes a tenth of a second; most need none.
    return row.name.lower() if row.name.isascii() else fold(row.name)


def person(database: Database, person_id: int, visits_of: VisitsOf) -> PersonRow:
    """One person.

    Raises:
        UserError: they are not in the file (any more).
    """
    with database.read() as snapshot:
        rows = _rows(snapshot, visits_of(snapshot, person_id), Person.id == person_id)
    if not rows:
        raise UserError(_("This person is not in the file any more. Choose another one."))
    return rows[0]


def contacts(database: Database) -> list[ContactRow]:
    """Everybody the club knows, in no order, with as little as the type-ahead needs."""
    query = select(Person.id, Person.name, Organisation.name, Organisation.sector).outerjoin(
        Organisation, Person.organisation_id == Organisation.id
    )
    with database.read() as snapshot:
        return [
            ContactRow(person_id, name, organisation or "", sector_of(sector))
            for person_id, name, organisation, sector in snapshot.execute(query)
        ]


def _rows(
    snapshot: Snapshot, visits: Mapping[int, Visits], *conditions: ColumnElement[bool]
) -> list[PersonRow]:
    query = (
        select(
            Person.id,
            Person.name,
            Person.email,
            Person.organisation_id,
            Organisation.name,
            Person.department_id,
            Department.name,
            Organisation.sector,
            Person.notes,
        )
        .outerjoin(Organisation, Person.organisation_id == Organisation.id)
        .outerjoin(Department, Person.department_id == Department.id)
        .where(*conditions)
    )
    never = (0, None)
    return [
        PersonRow(
            found[0],
            found[1],
            found[2],
            found[3],
            found[4] or "",
            found[5],
            found[6] or "",
            sector_of(found[7]),
            found[8],
            *visits.get(found[0], never),
        )
        for found in snapshot.execute(query)
    ]


def organisations(database: Database) -> list[OrganisationRow]:
    """Every organisation by name."""
    with database.read() as snapshot:
        belonging = select(Person.organisation_id, func.count()).group_by(Person.organisation_id)
        people = {key: count for key, count in snapshot.execute(belonging)}  # noqa: C416 - dict() would take a result for a mapping
        parts: dict[int, list[str]] = defaultdict(list)
        for organisation_id, name in snapshot.execute(
            select(Department.organisation_id, Department.name)
        ):
            parts[organisation_id].append(name)
        rows = [
            OrganisationRow(
                found.id,
                found.name,
                found.sector,
                found.notes,
                people.get(found.id, 0),
                tuple(sorted(parts[found.id], key=fold)),
            )
            for found in snapshot.scalars(select(Organisation))
        ]
    return sorted(rows, key=lambda row: fold(row.name))


def departments(database: Database, organisation_id: int | None = None) -> list[DepartmentRow]:
    """The departments of one organisation, or of all, by name."""
    query = (
        select(Department, func.count(Person.id))
        .outerjoin(Person, Person.department_id == Department.id)
        .group_by(Department.id)
    )
    if organisation_id is not None:
        query = query.where(Department.organisation_id == organisation_id)
    with database.read() as snapshot:
        rows = [
            DepartmentRow(part.id, part.organisation_id, part.name, people)
            for part, people in snapshot.execute(query)
        ]
    return sorted(rows, key=lambda row: fold(row.name))
