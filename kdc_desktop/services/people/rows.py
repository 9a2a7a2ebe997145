"""What questions about people answer, and verbs are told: frozen rows."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from kdc_desktop.domain.people.states import ConsentKind, OrganisationSize


class PersonRow(NamedTuple):
    """A person with the sessions they were present at; without an organisation, a resident.

    A named tuple, because thousands are read at once.
    """

    id: int
    name: str
    email: str
    organisation_id: int | None
    organisation: str
    department_id: int | None
    department: str
    sector: str
    notes: str
    sessions: int
    last_seen: datetime | None
    phone: str = ""
    job_title: str = ""
    interests: str = ""

    @property
    def details(self) -> "PersonDetails":
        """What a verb is told to leave it as it is."""
        return PersonDetails(self.phone, self.job_title, self.interests)


class PersonDetails(NamedTuple):
    """What may be known of somebody beside who they are."""

    phone: str = ""
    job_title: str = ""
    interests: str = ""


class ConsentRow(NamedTuple):
    """What somebody allowed or refused on a day; `source` says how it is known."""

    kind: ConsentKind
    given: bool
    on: date
    source: str


class ContactRow(NamedTuple):
    """What finding somebody at the door needs; `apart` tells them from others of the name.

    A named tuple, because thousands are read.
    """

    person_id: int
    name: str
    organisation: str
    sector: str
    email: str = ""
    apart: str = ""


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation with the number of its people and the names of its departments.

    `most_groups` is in how many groups of one evening it can be, None where there is no limit.
    """

    id: int
    name: str
    sector: str
    notes: str
    people: int
    departments: tuple[str, ...]
    size: OrganisationSize | None = None
    most_groups: int | None = None


@dataclass(frozen=True)
class DepartmentRow:
    """A part of an organisation with the number of its people."""

    id: int
    organisation_id: int
    name: str
    people: int
    most_groups: int | None = None
