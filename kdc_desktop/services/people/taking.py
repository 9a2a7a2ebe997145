"""Take the rows of a roster over: people, and the organisations and departments they name."""

from datetime import datetime

from sqlalchemy import select

from kdc_desktop.domain.kit.text import clean, normalise
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.services.people.matching import ImportRow
from kdc_desktop.services.people.organisations import likely_sector
from kdc_desktop.storage import Edit


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
        if row.person_id is not None and row.state is MatchState.SAME:
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
