"""What the club knows of people, organisations and departments, as an import goes out from it."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.instants import Instant
from kdc_desktop.model.people import Consent, Department, Organisation, Person
from kdc_desktop.services.people.former_names import former_names
from kdc_desktop.services.people.known_twice import IS_ONE_OF_ITS_OWN, KnownAs, known_as
from kdc_desktop.services.people.sayings import Saying, SayingsOf
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick

# Quick, because they run while nobody else can write.
_PEOPLE = Quick(
    select(
        *(Person.id, Person.name, Person.email, Person.organisation_id, Person.department_id),
        *(Person.phone, Person.job_title, Person.interests, Person.notes),
    )
    .where(IS_ONE_OF_ITS_OWN)
    .order_by(Person.id)
)
_ORGANISATIONS = Quick(
    select(
        Organisation.id, Organisation.name, Organisation.sector, Organisation.sector_guessed
    ).order_by(Organisation.id)
)
_DEPARTMENTS = Quick(
    select(Department.id, Department.name, Department.organisation_id).order_by(Department.id)
)
_CONSENTS = Quick(
    select(Consent.person_id, Consent.kind, Consent.given, Consent.at, Consent.source).order_by(
        Consent.at, Consent.id
    )
)


class KnownRow(NamedTuple):
    """What is known of a person."""

    name: str
    email: str
    organisation_id: int | None
    department_id: int | None
    phone: str
    job_title: str
    interests: str
    notes: str


class KnownConsent(NamedTuple):
    """What somebody has said once of what is allowed."""

    given: bool
    at: Instant
    source: str


class OnList(NamedTuple):
    """What the list of a session says of a person; `came` that they have been there."""

    badge: str
    came: bool


ListOf = Callable[[Snapshot], Mapping[int, OnList]]
"""Who is on the list of a session, by their ids."""


@dataclass(frozen=True)
class KnownPeople:
    """Rows by id; two of them are equal where nothing of this has changed.

    `organisations` say name and sector, `departments` name and organisation. `consents` are in the
    order of time. `listed` are those on the list that an import goes to, None without one.
    `guessed` are the organisations whose sector nobody has said. `also` is by what people were
    known besides, by the ids they had then, `former` how organisations are called now, by the
    compared form of names that have gone up in them. `sayings` are what people have offered and
    needed before, in the form that is compared.
    """

    people: Mapping[int, KnownRow]
    organisations: Mapping[int, tuple[str, str]]
    departments: Mapping[int, tuple[str, int]]
    consents: Mapping[tuple[int, ConsentKind], list[KnownConsent]] = field(default_factory=dict)
    listed: Mapping[int, OnList] | None = None
    guessed: frozenset[int] = frozenset()
    also: Mapping[int, KnownAs] = field(default_factory=dict)
    former: Mapping[str, str] = field(default_factory=dict)
    sayings: Mapping[int, frozenset[Saying]] = field(default_factory=dict)


def known_people(
    snapshot: Snapshot, list_of: ListOf | None = None, sayings_of: SayingsOf | None = None
) -> KnownPeople:
    """Everybody who is known now, who is on a list, and what they offer and need."""
    consents: dict[tuple[int, ConsentKind], list[KnownConsent]] = defaultdict(list)
    for person_id, kind, *said in _CONSENTS.rows(snapshot):
        consents[person_id, kind].append(KnownConsent(*said))
    organisations = list(_ORGANISATIONS.rows(snapshot))
    return KnownPeople(
        {key: KnownRow(*said) for key, *said in _PEOPLE.rows(snapshot)},
        {key: (name, sector) for key, name, sector, _guessed in organisations},
        {key: (name, at) for key, name, at in _DEPARTMENTS.rows(snapshot)},
        dict(consents),
        None if list_of is None else list_of(snapshot),
        frozenset(key for key, *_, guessed in organisations if guessed),
        known_as(snapshot),
        former_names(snapshot),
        {} if sayings_of is None else sayings_of(snapshot),
    )
