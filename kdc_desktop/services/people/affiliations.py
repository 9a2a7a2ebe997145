"""Of which organisation and department people are: looked up for many, joined for a few."""

from typing import Any

from sqlalchemy import Select, select

from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick

_ORGANISATIONS = Quick(select(Organisation.id, Organisation.name, Organisation.sector))
_DEPARTMENTS = Quick(select(Department.id, Department.name))

Named = tuple[str, str, str]
"""The names of an organisation and of a department, each empty without one, and the sector."""


class Affiliations:
    """All that there are, read once: that is less than a join where everybody is read."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._organisations = {
            key: (name, sector_of(sector)) for key, name, sector in _ORGANISATIONS.rows(snapshot)
        }
        self._departments = dict(_DEPARTMENTS.rows(snapshot))
        self._none = ("", sector_of(None))

    def of(self, organisation_id: int | None, department_id: int | None) -> Named:
        """What they are called."""
        name, sector = self._organisations.get(organisation_id, self._none)
        return name, self._departments.get(department_id, ""), sector


def with_affiliations(people: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """A query of a few people with three columns more at its end, to be told to `named`."""
    return (
        people.add_columns(Organisation.name, Department.name, Organisation.sector)
        .outerjoin(Organisation, Person.organisation_id == Organisation.id)
        .outerjoin(Department, Person.department_id == Department.id)
    )


def named(organisation: str | None, department: str | None, sector: str | None) -> Named:
    """What the columns of `with_affiliations` say."""
    return organisation or "", department or "", sector_of(sector)
