"""Whom the club knows: people, the organisations they speak for, and their departments."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select

from kdc_desktop.domain.kit.steps import Steps, at_once, batched
from kdc_desktop.domain.kit.text import fold, in_order
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.services.people.affiliations import (
    Affiliations,
    Named,
    named,
    with_affiliations,
)
from kdc_desktop.services.people.joins import Visits, VisitsOf
from kdc_desktop.services.people.known_twice import IS_ONE_OF_ITS_OWN
from kdc_desktop.services.people.rows import (
    ContactRow,
    DepartmentRow,
    OrganisationRow,
    PersonRow,
)
from kdc_desktop.storage import Database
from kdc_desktop.storage.fast import Quick, value

# Quick, because everybody is read again with every change to people.
_PEOPLE = select(
    Person.id,
    Person.name,
    Person.email,
    Person.organisation_id,
    Person.department_id,
    Person.notes,
    Person.phone,
    Person.job_title,
    Person.interests,
)
_EVERYBODY = Quick(_PEOPLE.where(IS_ONE_OF_ITS_OWN))
_ONE = Quick(with_affiliations(_PEOPLE).where(Person.id == value("person")))
_KNOWN = Quick(select(func.count()).select_from(Person).where(IS_ONE_OF_ITS_OWN))
_NAMES = Quick(
    select(Person.id, Person.name, Person.organisation_id, Person.email).where(IS_ONE_OF_ITS_OWN)
)


def people_known(database: Database) -> int:
    """How many people the club knows."""
    with database.read() as snapshot:
        ((count,),) = _KNOWN.rows(snapshot)
        return int(count)


def people(database: Database, visits_of: VisitsOf) -> list[PersonRow]:
    """Everybody the club knows, by name."""
    return at_once(people_in_steps(database, visits_of))


def people_in_steps(database: Database, visits_of: VisitsOf) -> Steps[list[PersonRow]]:
    """The same, in steps none of which is long; who hears of a change meanwhile asks again."""
    with database.read() as snapshot:
        visits = visits_of(snapshot, None)
    yield
    with database.read() as snapshot:
        affiliations, everybody = Affiliations(snapshot), _EVERYBODY.rows(snapshot)
    yield
    rows: list[PersonRow] = []
    for some in batched(everybody):
        rows += [_row(found, affiliations.of(found[3], found[4]), visits) for found in some]
        yield
    return sorted(rows, key=lambda row: in_order(row.name))


def person(database: Database, person_id: int, visits_of: VisitsOf) -> PersonRow:
    """One person.

    Raises:
        UserError: they are not in the file (any more).
    """
    with database.read() as snapshot:
        visits = visits_of(snapshot, person_id)
        rows = _ONE.rows(snapshot, person=person_id)
    if not rows:
        raise UserError(_("This person is not in the file any more. Choose another one."))
    *found, organisation, department, sector = rows[0]
    return _row(found, named(organisation, department, sector), visits)


def contacts(database: Database) -> list[ContactRow]:
    """Everybody the club knows, in no order, with as little as the type-ahead needs."""
    with database.read() as snapshot:
        affiliations = Affiliations(snapshot)
        rows = []
        for key, name, at, email in _NAMES.rows(snapshot):
            organisation, _department, sector = affiliations.of(at, None)
            rows.append(ContactRow(key, name, organisation, sector, email))
    return rows


def _row(found: Sequence[Any], names: Named, visits: Mapping[int, Visits]) -> PersonRow:
    key, name, email, at, part, notes, *details = found
    organisation, department, sector = names
    told = (at, organisation, part, department, sector, notes)
    return PersonRow(key, name, email, *told, *visits.get(key, (0, None)), *details)


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
                found.size,
                found.most_groups,
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
            DepartmentRow(part.id, part.organisation_id, part.name, people, part.most_groups)
            for part, people in snapshot.execute(query)
        ]
    return sorted(rows, key=lambda row: fold(row.name))
