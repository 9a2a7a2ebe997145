"""The club's people: who they are, which organisation they speak for, and how often they came."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, or_, select

from kdc_desktop.domain.kit.text import clean, fold, normalise
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Attendance,
    Department,
    Organisation,
    Passage,
    Person,
    Session,
)
from kdc_desktop.services.kit.lengths import NAME, not_longer
from kdc_desktop.services.people.organisations import department_id_for, organisation_id_for
from kdc_desktop.storage import Database, Edit, Snapshot
from kdc_desktop.storage.belonging import rows_naming
from kdc_desktop.storage.forgetting import forget_person


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


class ContactRow(NamedTuple):
    """What finding somebody at the door needs. A named tuple, because thousands are read."""

    person_id: int
    name: str
    organisation: str
    sector: str


def people(database: Database) -> list[PersonRow]:
    """Everybody the club knows, by name."""
    with database.read() as snapshot:
        return sorted(_rows(snapshot), key=_by_name)


def _by_name(row: PersonRow) -> str:
    # Folding 5,000 names takes a tenth of a second; most need none.
    return row.name.lower() if row.name.isascii() else fold(row.name)


def person(database: Database, person_id: int) -> PersonRow:
    """One person.

    Raises:
        UserError: they are not in the file (any more).
    """
    with database.read() as snapshot:
        rows = _rows(snapshot, Person.id == person_id)
    if not rows:
        raise UserError("This person is not in the file any more. Choose another one.")
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


def _rows(snapshot: Snapshot, *conditions: ColumnElement[bool]) -> list[PersonRow]:
    visits = (
        select(
            Attendance.person_id,
            func.count().label("sessions"),
            func.max(Session.starts_at).label("last_seen"),
        )
        .join(Session, Attendance.session_id == Session.id)
        .where(Attendance.arrived_at.is_not(None), Session.trashed_at.is_(None))
        .group_by(Attendance.person_id)
        .subquery()
    )
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
            visits.c.sessions,
            visits.c.last_seen,
        )
        .outerjoin(Organisation, Person.organisation_id == Organisation.id)
        .outerjoin(Department, Person.department_id == Department.id)
        .outerjoin(visits, visits.c.person_id == Person.id)
        .where(*conditions)
    )
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
            found[9] or 0,
            found[10],
        )
        for found in snapshot.execute(query)
    ]


def add_person(
    database: Database,
    name: str,
    *,
    email: str = "",
    organisation_id: int | None = None,
    department_id: int | None = None,
    notes: str = "",
    organisation_name: str = "",
    department_name: str = "",
) -> int:
    """Somebody new to the club; returns their id.

    Organisation and department are given by id or by name; names that are new are added, the
    organisation in the sector that its name suggests.

    Raises:
        UserError: they have no name, or the e-mail is somebody else's.
    """
    name = _named(name)
    with database.edit(f"Added {name}") as edit:
        _refuse_shared_email(edit, email, None)
        organisation_id = organisation_id or organisation_id_for(edit, organisation_name, None)
        added = Person(
            name=name,
            email=email.strip(),
            organisation_id=organisation_id,
            department_id=_department_id(edit, organisation_id, department_id, department_name),
            notes=notes.strip(),
            created_at=database.now(),
        )
        edit.add(added)
        edit.flush()
        return added.id


def change_person(
    database: Database,
    person_id: int,
    *,
    name: str,
    email: str,
    organisation_id: int | None = None,
    department_id: int | None = None,
    notes: str,
    organisation_name: str = "",
    department_name: str = "",
) -> None:
    """Correct what is known of somebody; a department of another organisation is dropped.

    Organisation and department as in `add_person`; without either they become a resident.

    Raises:
        UserError: as for `add_person`.
    """
    name = _named(name)
    with database.edit(f"Changed {name}") as edit:
        found = edit.get_one(Person, person_id)
        if normalise(found.email) != normalise(email):
            _refuse_shared_email(edit, email, person_id)
        found.name, found.email, found.notes = name, email.strip(), notes.strip()
        organisation_id = organisation_id or organisation_id_for(edit, organisation_name, None)
        found.organisation_id = organisation_id
        found.department_id = _department_id(edit, organisation_id, department_id, department_name)


def remove_person(database: Database, person_id: int) -> None:
    """Take away somebody who has left no trace; being on a list without having come is none.

    Raises:
        UserError: they are part of a session's record; a pseudonym is offered instead.
    """
    with database.read() as snapshot:
        name = snapshot.get_one(Person, person_id).name
    with database.edit(f"Removed {name}") as edit:
        if _has_left_traces(edit, person_id):
            raise UserError(
                f"{name} is part of a session's record. Replace the name by a pseudonym instead:"
                " the counts stay as they are."
            )
        for listed in edit.scalars(select(Attendance).where(Attendance.person_id == person_id)):
            edit.delete(listed)
        edit.delete(edit.get_one(Person, person_id))


def _has_left_traces(snapshot: Snapshot, person_id: int) -> bool:
    came = select(Attendance.id).where(
        Attendance.person_id == person_id,
        or_(
            Attendance.arrived_at.is_not(None),
            Attendance.id.in_(select(Passage.attendance_id)),
        ),
    )
    elsewhere = rows_naming(snapshot, person_id).keys() - {Attendance.__tablename__}
    return bool(elsewhere) or snapshot.scalar(came.limit(1)) is not None


def replace_by_pseudonym(database: Database, person_id: int) -> str:
    """Forget who somebody is and keep what they did; returns the new name, "Person 123".

    The name goes from the person, from every text that names them and from the journal; e-mail,
    notes and badge codes are cleared. Organisation, attendance, ideas and votes stay, so no count
    changes. It cannot be undone. Backups made before still hold the name until they are dropped.
    """
    pseudonym = f"Person {person_id}"
    with database.edit(f"Replaced somebody by {pseudonym}", undoable=False) as edit:
        forget_person(edit, person_id, pseudonym)
    database.settle()
    return pseudonym


def _named(name: str) -> str:
    name = clean(name)
    if not name:
        raise UserError("Give the person a name.")
    return not_longer(
        name, NAME, lazy("Shorten the name to {longest} characters; it has {length}.")
    )


def _refuse_shared_email(edit: Snapshot, email: str, own_id: int | None) -> None:
    wanted = normalise(email)
    if not wanted:
        return
    for person_id, name, known in edit.execute(
        select(Person.id, Person.name, Person.email).where(Person.email != "")
    ):
        if person_id != own_id and normalise(known) == wanted:
            raise UserError(f"{name} has this e-mail already. Choose {name}, or correct it.")


def _department_id(
    edit: Edit, organisation_id: int | None, department_id: int | None, name: str
) -> int | None:
    if organisation_id is None:
        return None
    if department_id is None:
        return department_id_for(edit, organisation_id, name) if clean(name) else None
    part = edit.get_one(Department, department_id)
    return part.id if part.organisation_id == organisation_id else None
