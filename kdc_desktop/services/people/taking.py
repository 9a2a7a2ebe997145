"""Take the rows of a roster over: people, and the organisations and departments they name."""

from collections.abc import Mapping
from typing import Any

from kdc_desktop.domain.kit.lengths import LINE
from kdc_desktop.domain.kit.text import clean, normalise, shortened
from kdc_desktop.domain.people.changes import notes_after
from kdc_desktop.domain.people.sectors import UNKNOWN
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.instants import Instant
from kdc_desktop.model.people import Consent, Department, Organisation, Person
from kdc_desktop.services.people.known import KnownPeople
from kdc_desktop.services.people.matching import ImportRow
from kdc_desktop.services.people.organisations import likely_sector
from kdc_desktop.storage import Edit

_Row = dict[str, Any]
_DETAILS = ("phone", "job_title", "interests")


class Taking:
    """Works out what taking rows over changes; nothing is written before `write`.

    What is new has a negative number until then. `came` are the organisations that it has written,
    by the compared form of their names.
    """

    def __init__(self, known: KnownPeople, now: Instant) -> None:
        self.known = known
        self._now = now
        self._people: dict[int, _Row] = {}  # new ones, and those known as they will be
        self._organisations: dict[int, _Row] = {}
        self._departments: dict[int, _Row] = {}
        self._consents: list[_Row] = []
        self.came: dict[str, int] = {}
        self._organisation_ids = {
            normalise(name): key for key, (name, _sector) in known.organisations.items()
        }
        self._department_ids = {
            (at, normalise(name)): key for key, (name, at) in known.departments.items()
        }

    def take(self, row: ImportRow) -> int:
        """The number of the person of a row."""
        person_id = row.person_id
        if person_id is None:
            person_id = self._added(row)
        elif row.state is not MatchState.SAME:
            self._change(person_id, row)
        for said in row.consents:
            self._consents.append(
                {
                    "person_id": person_id,
                    "kind": said.kind,
                    "given": said.given,
                    "at": min(said.at or self._now, self._now),
                    "source": shortened(said.source, LINE),
                }
            )
        return person_id

    def name_of(self, person_id: int) -> str:
        """What somebody is called afterwards."""
        changed = self._people.get(person_id)
        return str(changed["name"]) if changed else self.known.people[person_id].name

    def write(self, edit: Edit) -> Mapping[int, int]:
        """Write it; returns the ids of those who are new by their negative numbers."""
        organisations = _written(edit, Organisation, self._organisations, {})
        new = {key: self._organisations[key]["name"] for key in organisations}
        self.came = {normalise(name): organisations[key] for key, name in new.items()}
        links = {"organisation_id": organisations}
        departments = _written(edit, Department, self._departments, links)
        people = _written(edit, Person, self._people, {**links, "department_id": departments})
        edit.add_rows(
            Consent,
            [
                {**row, "person_id": people.get(row["person_id"], row["person_id"])}
                for row in self._consents
            ],
        )
        return people

    def _added(self, row: ImportRow) -> int:
        incoming = row.person
        organisation_id = self._organisation_id(row)
        return _added(
            self._people,
            name=clean(incoming.name),
            email=clean(incoming.email),
            organisation_id=organisation_id,
            department_id=self._department_id(organisation_id, incoming.department),
            notes=incoming.notes,
            created_at=self._now,
            **{detail: clean(getattr(incoming, detail)) for detail in _DETAILS},
        )

    def _change(self, person_id: int, row: ImportRow) -> None:
        incoming = row.person
        organisation_id = self._organisation_id(row)
        department_id = self._department_id(organisation_id, incoming.department)
        known = self.known.people[person_id]._asdict()
        person = self._people.setdefault(person_id, known)
        if row.renames:
            person["name"] = clean(incoming.name)
        if normalise(incoming.email) not in ("", normalise(person["email"])):
            person["email"] = clean(incoming.email)
        for detail in _DETAILS:
            person[detail] = clean(getattr(incoming, detail)) or person[detail]
        person["notes"] = notes_after(person["notes"], incoming)
        if organisation_id is None:
            return
        if department_id is not None or person["organisation_id"] != organisation_id:
            person["department_id"] = department_id
        person["organisation_id"] = organisation_id

    def _organisation_id(self, row: ImportRow) -> int | None:
        name, sector = row.person.organisation, row.person.sector
        if not name:
            return None
        found = self._organisation_ids.get(normalise(name))
        if found is None:
            told = sector or likely_sector(name)
            found = _added(
                self._organisations, name=name, sector=told, sector_guessed=told != UNKNOWN
            )
            self._organisation_ids[normalise(name)] = found
        elif sector and self._sector_of(found) != sector:
            self._organisations.setdefault(found, {})["sector"] = sector
        if row.says_sector and (found < 0 or found in self.known.guessed):
            self._organisations.setdefault(found, {})["sector_guessed"] = False
        return found

    def _sector_of(self, organisation_id: int) -> str:
        planned = self._organisations.get(organisation_id, {})
        return str(planned.get("sector") or self.known.organisations[organisation_id][1])

    def _department_id(self, organisation_id: int | None, name: str) -> int | None:
        if organisation_id is None or not name:
            return None
        place = (organisation_id, normalise(name))
        if place not in self._department_ids:
            self._department_ids[place] = _added(
                self._departments, organisation_id=organisation_id, name=name
            )
        return self._department_ids[place]


def _added(rows: dict[int, _Row], **values: Any) -> int:
    key = -1 - len(rows)
    rows[key] = values
    return key


def _written(
    edit: Edit,
    entity: type[Organisation | Department | Person],
    rows: Mapping[int, _Row],
    links: Mapping[str, Mapping[int, int]],
) -> dict[int, int]:
    """Write rows, in which `links` say for columns what has become of negative numbers."""
    linked = {
        key: {
            name: links[name].get(value, value) if name in links else value
            for name, value in row.items()
        }
        for key, row in rows.items()
    }
    new = [key for key in linked if key < 0]
    ids = edit.add_rows(entity, [linked[key] for key in new])
    edit.change_rows(entity, {key: row for key, row in linked.items() if key > 0})
    return dict(zip(new, ids, strict=True))
