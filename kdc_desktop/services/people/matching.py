"""Hold the rows of a sheet against the people known, and take them over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from kdc_desktop.domain.kit.text import clean, normalise
from kdc_desktop.domain.people.roster import KnownPerson, RosterPerson, match_people
from kdc_desktop.domain.people.sectors import BY_LETTER, RESIDENTS
from kdc_desktop.model import Department, Organisation, Person
from kdc_desktop.services.people.organisations import likely_sector
from kdc_desktop.storage import Edit, Snapshot

NOBODY = RosterPerson("")


@dataclass(frozen=True)
class ImportRow:
    """A row of the sheet (`number` from 1, the header not counted) and what would become of it.

    `state` is one of `STATES`, `sentence` says what would change or what to mend, `person_id` is
    whom the row matches.
    """

    number: int
    person: RosterPerson
    state: str
    sentence: str
    person_id: int | None = None


def matched_rows(snapshot: Snapshot, people: Sequence[RosterPerson]) -> list[ImportRow]:
    """What importing each row would do to the people known now.

    A role and a badge code belong to a session, so they never make somebody new or changed.
    """
    known = _known(snapshot)
    organisations = {
        normalise(name): (name, sector)
        for name, sector in snapshot.execute(select(Organisation.name, Organisation.sector))
    }
    spelled = _spelled(people, organisations, snapshot.scalars(select(Department.name)))
    clashes = _badge_clashes(spelled)
    matches = match_people(
        [
            NOBODY if at in clashes else replace(one, role="", badge="")
            for at, one in enumerate(spelled)
        ],
        known,
    )
    rows = []
    for at, (person, match) in enumerate(zip(spelled, matches, strict=True)):
        sentence = clashes.get(at, match.sentence)
        if match.state == "new":
            sentence += _aside(people[at], person, organisations)
        rows.append(ImportRow(at + 1, person, match.state, sentence, match.person_id))
    return rows


def _known(snapshot: Snapshot) -> list[KnownPerson]:
    query = (
        select(Person, Organisation.name, Department.name, Organisation.sector)
        .outerjoin(Organisation, Person.organisation_id == Organisation.id)
        .outerjoin(Department, Person.department_id == Department.id)
        .order_by(Person.id)
    )
    return [
        KnownPerson(
            name=person.name,
            email=person.email,
            organisation=organisation or "",
            department=department or "",
            sector=sector or "",
            id=person.id,
        )
        for person, organisation, department, sector in snapshot.execute(query)
    ]


def _spelled(
    people: Sequence[RosterPerson],
    organisations: dict[str, tuple[str, str]],
    departments: Iterable[str],
) -> list[RosterPerson]:
    """The rows with organisations and departments spelled as they are known, or come first."""
    names = {key: name for key, (name, _) in organisations.items()}
    parts = {normalise(name): name for name in departments}
    spelled = []
    for person in people:
        organisation, department = clean(person.organisation), clean(person.department)
        if organisation:
            organisation = names.setdefault(normalise(organisation), organisation)
            department = parts.setdefault(normalise(department), department)
            sector = person.sector
        else:
            department = sector = ""
        spelled.append(
            replace(person, organisation=organisation, department=department, sector=sector)
        )
    return spelled


def _badge_clashes(people: Sequence[RosterPerson]) -> dict[int, str]:
    """By place of the row: which badge code is in an earlier row already."""
    first: dict[str, int] = {}
    clashes = {}
    for at, person in enumerate(people):
        earlier = first.setdefault(normalise(person.badge), at) if person.badge else at
        if earlier != at:
            code = person.badge
            clashes[at] = f"Badge code {code} is in row {earlier + 1} already: change one of them."
    return clashes


def _aside(
    given: RosterPerson, person: RosterPerson, organisations: dict[str, tuple[str, str]]
) -> str:
    """What else a new row does: to the sector of its organisation, or of its own."""
    if given.sector and not person.organisation and given.sector != RESIDENTS:
        return " Without an organisation they count as a resident."
    name, sector = organisations.get(normalise(person.organisation), ("", ""))
    if not sector or person.sector in ("", sector):
        return ""
    return f" {name} moves from {BY_LETTER[sector].name} to {BY_LETTER[person.sector].name}."


class Taking:
    """Takes rows over inside an edit, adding the organisations and departments they name."""

    def __init__(self, edit: Edit, now: datetime) -> None:
        self._edit = edit
        self._now = now
        self._people = {person.id: person for person in edit.scalars(select(Person))}
        self._organisations = {
            normalise(found.name): found for found in edit.scalars(select(Organisation))
        }
        self._departments = {
            (part.organisation_id, normalise(part.name)): part
            for part in edit.scalars(select(Department))
        }

    def take(self, row: ImportRow) -> Person:
        """The person of a row as they are afterwards; flush to give new ones their id."""
        if row.person_id is not None and row.state == "same":
            return self._people[row.person_id]
        organisation_id = self._organisation_id(row.person)
        department_id = self._department_id(organisation_id, row.person.department)
        if row.person_id is not None:
            person = self._people[row.person_id]
            self._change(person, row.person, organisation_id, department_id)
            return person
        person = Person(
            name=clean(row.person.name),
            email=clean(row.person.email),
            organisation_id=organisation_id,
            department_id=department_id,
            created_at=self._now,
        )
        self._edit.add(person)
        return person

    def _change(
        self,
        person: Person,
        incoming: RosterPerson,
        organisation_id: int | None,
        department_id: int | None,
    ) -> None:
        person.name = clean(incoming.name) or person.name
        if normalise(incoming.email) not in ("", normalise(person.email)):
            person.email = clean(incoming.email)
        if organisation_id is None:
            return
        if department_id is not None or person.organisation_id != organisation_id:
            person.department_id = department_id
        person.organisation_id = organisation_id

    def _organisation_id(self, incoming: RosterPerson) -> int | None:
        if not incoming.organisation:
            return None
        key = normalise(incoming.organisation)
        found = self._organisations.get(key)
        if found is None:
            found = Organisation(
                name=incoming.organisation,
                sector=incoming.sector or likely_sector(incoming.organisation),
            )
            self._edit.add(found)
            self._edit.flush()
            self._organisations[key] = found
        elif incoming.sector:
            found.sector = incoming.sector
        return found.id

    def _department_id(self, organisation_id: int | None, name: str) -> int | None:
        if organisation_id is None or not name:
            return None
        key = (organisation_id, normalise(name))
        found = self._departments.get(key)
        if found is None:
            found = Department(organisation_id=organisation_id, name=name)
            self._edit.add(found)
            self._edit.flush()
            self._departments[key] = found
        return found.id
