"""What the club knows of people, organisations and departments, as an import goes out from it."""

from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick

# Quick, because they run while nobody else can write.
_PEOPLE = Quick(
    select(
        Person.id, Person.name, Person.email, Person.organisation_id, Person.department_id
    ).order_by(Person.id)
)
_ORGANISATIONS = Quick(
    select(Organisation.id, Organisation.name, Organisation.sector).order_by(Organisation.id)
)
_DEPARTMENTS = Quick(
    select(Department.id, Department.name, Department.organisation_id).order_by(Department.id)
)


@dataclass(frozen=True)
class KnownPeople:
    """Rows by id; two of them are equal where nothing of this has changed.

    `people` say name, e-mail, organisation and department, `organisations` name and sector,
    `departments` name and organisation.
    """

    people: dict[int, tuple[str, str, int | None, int | None]]
    organisations: dict[int, tuple[str, str]]
    departments: dict[int, tuple[str, int]]


def known_people(snapshot: Snapshot) -> KnownPeople:
    """Everybody who is known now."""
    return KnownPeople(
        {key: (name, email, at, part) for key, name, email, at, part in _PEOPLE.rows(snapshot)},
        {key: (name, sector) for key, name, sector in _ORGANISATIONS.rows(snapshot)},
        {key: (name, at) for key, name, at in _DEPARTMENTS.rows(snapshot)},
    )
