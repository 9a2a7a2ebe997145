"""Who may take care of an obstacle, and how they are called."""

from collections.abc import Iterator

from sqlalchemy import select

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.i18n import _
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.services.consortia.choosing import called, everybody
from kdc_desktop.services.consortia.members import stakeholder_name
from kdc_desktop.services.obstacles.rows import ObstacleOwner
from kdc_desktop.storage import Database, Edit, Snapshot


def owner_called(person: str | None, organisation: str | None, department: str | None) -> str:
    """The name of who takes care of something, of the three that may be; empty for nobody."""
    if organisation:
        return stakeholder_name(organisation, department)
    return person or ""


def possible_owners(database: Database) -> dict[str, ObstacleOwner]:
    """Everybody who may take care of an obstacle, by what they are called, in that order."""
    with database.read() as snapshot:
        people = called(snapshot, everybody(snapshot))
        owners = {name: ObstacleOwner(person_id=key) for name, key in people.items()}
        for name, owner in _stakeholders(snapshot):
            apart = _("{organisation} (organisation)", organisation=name)
            owners[apart if name in owners else name] = owner
    return dict(sorted(owners.items(), key=lambda one: in_order(one[0])))


def _stakeholders(snapshot: Snapshot) -> Iterator[tuple[str, ObstacleOwner]]:
    for key, name in snapshot.execute(select(Organisation.id, Organisation.name)):
        yield name, ObstacleOwner(organisation_id=key)
    parts = select(Organisation.id, Organisation.name, Department.id, Department.name).join(
        Department, Department.organisation_id == Organisation.id
    )
    for organisation_id, name, key, part in snapshot.execute(parts):
        yield stakeholder_name(name, part), ObstacleOwner(None, organisation_id, key)


def name_of_owner(snapshot: Snapshot, owner: ObstacleOwner) -> str:
    """What an owner is called; empty for nobody.

    Raises:
        GoneError: whoever that was has been removed meanwhile.
    """
    person_id, organisation_id, department_id = owner
    person = None if person_id is None else snapshot.get_one(Person, person_id).name
    if organisation_id is None:
        return owner_called(person, None, None)
    organisation = snapshot.get_one(Organisation, organisation_id).name
    if department_id is None:
        return owner_called(person, organisation, None)
    return owner_called(person, organisation, snapshot.get_one(Department, department_id).name)


def checked_owner(edit: Edit, owner: ObstacleOwner) -> dict[str, int | None]:
    """The columns of a row in which an owner stands; a department stands with its organisation.

    Raises:
        GoneError: whoever that was has been removed meanwhile.
    """
    person_id, organisation_id, department_id = owner
    if department_id is not None:
        organisation_id = edit.get_one(Department, department_id).organisation_id
    name_of_owner(edit, ObstacleOwner(person_id, organisation_id, department_id))
    return {
        "owner_id": person_id,
        "organisation_id": organisation_id,
        "department_id": department_id,
    }
