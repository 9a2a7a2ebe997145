"""The names of members in a question that asks about many of them."""

from typing import Any

from sqlalchemy import Select

from kdc_desktop.model.consortia import Member
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.services.consortia.members import stakeholder_name

NAMES = (Organisation.name, Department.name, Person.name)
"""The columns of which a member's name is made, for `called`."""


def with_names(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """The same question, joined with what members are called by."""
    return (
        query.outerjoin(Organisation, Organisation.id == Member.organisation_id)
        .outerjoin(Department, Department.id == Member.department_id)
        .outerjoin(Person, Person.id == Member.person_id)
    )


def called(organisation: str | None, department: str | None, person: str | None) -> str:
    """What a member with these names is called."""
    return stakeholder_name(organisation, department) if organisation else person or ""
