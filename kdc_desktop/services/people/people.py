"""People come to be known to the club, and what is known of them is corrected."""

from collections.abc import Sequence

from sqlalchemy import select

from kdc_desktop.domain.kit.lengths import NAME, not_longer
from kdc_desktop.domain.kit.text import normalise, on_one_line, trimmed
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy
from kdc_desktop.model.people import Department, Person
from kdc_desktop.services.people.known_twice import known_as
from kdc_desktop.services.people.organisations import department_id_for, organisation_id_for
from kdc_desktop.services.people.rows import PersonDetails
from kdc_desktop.storage import Database, Edit, Snapshot


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
    details: PersonDetails = PersonDetails(),  # noqa: B008 - frozen
) -> int:
    """Somebody new to the club; returns their id.

    Organisation and department are given by id or by name; names that are new are added, the
    organisation in the sector that its name tells, if any.

    Raises:
        UserError: they have no name, or the e-mail is somebody else's.
    """
    name = _named(name)
    with database.edit(lazy("Added {name}", name=name)) as edit:
        _refuse_shared_email(edit, email, None)
        organisation_id = organisation_id or organisation_id_for(edit, organisation_name, None)
        added = Person(
            name=name,
            email=trimmed(email),
            organisation_id=organisation_id,
            department_id=_department_id(edit, organisation_id, department_id, department_name),
            notes=trimmed(notes),
            created_at=database.now(),
            **_tidied(details),
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
    details: PersonDetails | None = None,
) -> None:
    """Correct what is known of somebody; a department of another organisation is dropped.

    Organisation and department as in `add_person`; without either they become a resident. Without
    `details` these stay as they are.

    Raises:
        UserError: as for `add_person`.
    """
    name = _named(name)
    with database.edit(lazy("Changed {name}", name=name)) as edit:
        found = edit.get_one(Person, person_id)
        if normalise(found.email) != normalise(email):
            _refuse_shared_email(edit, email, person_id)
        found.name, found.email, found.notes = name, trimmed(email), trimmed(notes)
        organisation_id = organisation_id or organisation_id_for(edit, organisation_name, None)
        found.organisation_id = organisation_id
        found.department_id = _department_id(edit, organisation_id, department_id, department_name)
        for attribute, said in _tidied(details or ()).items():
            setattr(found, attribute, said)


def _tidied(details: Sequence[str]) -> dict[str, str]:
    return dict(zip(PersonDetails._fields, map(on_one_line, details), strict=False))


def _named(name: str) -> str:
    name = on_one_line(name)
    if not name:
        raise UserError(_("Give the person a name."))
    return not_longer(
        name, NAME, fillable("Shorten the name to {longest} characters; it has {length}.")
    )


def _refuse_shared_email(snapshot: Snapshot, email: str, own_id: int | None) -> None:
    wanted = normalise(email)
    if not wanted:
        return
    others = known_as(snapshot)
    for key, known in snapshot.execute(select(Person.id, Person.email).where(Person.email != "")):
        person_id = others[key].into_id if key in others else key
        if person_id != own_id and normalise(known) == wanted:
            name = snapshot.get_one(Person, person_id).name
            raise UserError(
                _("{name} has this e-mail already. Choose {name}, or correct it.", name=name)
            )


def _department_id(
    edit: Edit, organisation_id: int | None, department_id: int | None, name: str
) -> int | None:
    if organisation_id is None:
        return None
    if department_id is None:
        return department_id_for(edit, organisation_id, name) if on_one_line(name) else None
    part = edit.get_one(Department, department_id)
    return part.id if part.organisation_id == organisation_id else None
