"""Organisations and their departments: who the stakeholders are, and in which sector they count."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select

from kdc_desktop.domain.kit.lengths import NAME, not_longer
from kdc_desktop.domain.kit.text import normalise, on_one_line, trimmed
from kdc_desktop.domain.people.sector_guess import guess_sector
from kdc_desktop.domain.people.sectors import COUNTED, UNKNOWN
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy, ngettext
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.services.people.former_names import former_names
from kdc_desktop.services.people.joins import OrganisationTrail
from kdc_desktop.storage import Database, Edit, Snapshot


def add_organisation(database: Database, name: str, sector: str | None, notes: str = "") -> int:
    """A new organisation; returns its id. Without a sector it is the one that its name tells.

    Raises:
        UserError: it has no name, one of that name is known, or the sector is none of ours.
    """
    name = _checked(name, sector or UNKNOWN)
    with database.edit(lazy("Added {name}", name=name)) as edit:
        _refuse_twin(edit, name, None)
        return _added(edit, name, sector, trimmed(notes))


def change_organisation(
    database: Database, organisation_id: int, *, name: str, sector: str | None, notes: str
) -> None:
    """New words or another sector for an organisation; its people count there from now on.

    Without a sector nothing is said of it.

    Raises:
        UserError: as for `add_organisation`.
    """
    name = _checked(name, sector or UNKNOWN)
    with database.edit(lazy("Changed {name}", name=name)) as edit:
        _refuse_twin(edit, name, organisation_id)
        found = edit.get_one(Organisation, organisation_id)
        found.name, found.notes = name, trimmed(notes)
        if sector:
            found.sector, found.sector_guessed = sector, False


def remove_organisation(
    database: Database, organisation_id: int, trails: Sequence[OrganisationTrail]
) -> None:
    """Take away an organisation that nobody belongs to and no noun above keeps.

    Raises:
        UserError: it is used; the sentence says where.
    """
    with database.read() as snapshot:
        name = snapshot.get_one(Organisation, organisation_id).name
    with database.edit(lazy("Removed {name}", name=name)) as edit:
        if (why := why_it_stays(edit, organisation_id, trails, name)) is not None:
            raise UserError(why)
        delete_organisation(edit, organisation_id)


def why_it_stays(
    snapshot: Snapshot, organisation_id: int, trails: Sequence[OrganisationTrail], name: str
) -> str | None:
    """Why an organisation of this name cannot be removed; None when it can."""
    people = _count(snapshot, Person.organisation_id == organisation_id)
    if people:
        return ngettext(
            "{count} person belongs to {name}. Give them another organisation first.",
            "{count} people belong to {name}. Give them another organisation first.",
            people,
            name=name,
        )
    found = next((trail for trail in trails if trail.keeps(snapshot, organisation_id)), None)
    return None if found is None else str(found.refusal(name))


def delete_organisation(edit: Edit, organisation_id: int) -> None:
    """Take an organisation away with its departments."""
    of_it = Department.organisation_id == organisation_id
    for part in edit.scalars(select(Department).where(of_it)):
        edit.delete(part)
    edit.delete(edit.get_one(Organisation, organisation_id))


def add_department(database: Database, organisation_id: int, name: str) -> int:
    """A new part of an organisation; returns its id, also when it is known already.

    Raises:
        UserError: it has no name.
    """
    name = _named(name, _("Give the department a name."))
    with database.edit(lazy("Added {name}", name=name)) as edit:
        return department_id_for(edit, organisation_id, name)


def rename_department(database: Database, department_id: int, name: str) -> None:
    """Another name for a department.

    Raises:
        UserError: it has no name.
    """
    name = _named(name, _("Give the department a name."))
    with database.edit(lazy("Renamed a department to {name}", name=name)) as edit:
        edit.get_one(Department, department_id).name = name


def remove_department(
    database: Database, department_id: int, trails: Sequence[OrganisationTrail] = ()
) -> None:
    """Take away a department that nobody belongs to and no noun above keeps.

    Raises:
        UserError: people belong to it, or it is used; the sentence says where.
    """
    with database.read() as snapshot:
        name = snapshot.get_one(Department, department_id).name
    with database.edit(lazy("Removed {name}", name=name)) as edit:
        people = _count(edit, Person.department_id == department_id)
        if people:
            raise UserError(
                ngettext(
                    "{name} has {count} person. Give them another department first.",
                    "{name} has {count} people. Give them another department first.",
                    people,
                    name=name,
                )
            )
        kept_by = (trail for trail in trails if trail.keeps_part(edit, department_id))
        if (trail := next(kept_by, None)) is not None:
            raise UserError(str(trail.refusal(name)))
        edit.delete(edit.get_one(Department, department_id))


def likely_sector(organisation_name: str) -> str:
    """The sector that a name tells, as "City of Helsinki" does; `UNKNOWN` when it tells none."""
    return guess_sector(organisation_name) or UNKNOWN


def organisation_called(snapshot: Snapshot, name: str) -> Organisation | None:
    """The organisation of this name, whatever its case and blanks; for verbs, inside their edit."""
    wanted = normalise(name)
    for organisation_id, known in snapshot.execute(select(Organisation.id, Organisation.name)):
        if normalise(known) == wanted:
            return snapshot.get_one(Organisation, organisation_id)
    return None


def organisation_meant(snapshot: Snapshot, name: str) -> Organisation | None:
    """The organisation of this name, or the one in which that has gone up; for verbs."""
    known = organisation_called(snapshot, name)
    if known is None and (now := former_names(snapshot).get(normalise(name))) is not None:
        known = organisation_called(snapshot, now)
    return known


def organisation_id_for(edit: Edit, name: str, sector: str | None) -> int | None:
    """The organisation of this name, added if it is new; None for no name. For verbs.

    Without a `sector` it is the one that the name tells, else it is not known; one that is said
    counts more than one that was told by a name. The name of one that was merged into another
    means that one.
    """
    name = on_one_line(name)
    if not name:
        return None
    known = organisation_meant(edit, name)
    if known is None:
        return _added(edit, name, sector)
    if sector and (known.sector == UNKNOWN or known.sector_guessed):
        known.sector, known.sector_guessed = sector, False
    return known.id


def _added(edit: Edit, name: str, sector: str | None, notes: str = "") -> int:
    told = sector or likely_sector(name)
    guessed = not sector and told != UNKNOWN
    added = Organisation(name=name, sector=told, notes=notes, sector_guessed=guessed)
    edit.add(added)
    edit.flush()
    return added.id


def department_id_for(edit: Edit, organisation_id: int, name: str) -> int:
    """The department of this name in an organisation, added if it is new. For verbs."""
    for part in edit.scalars(
        select(Department).where(Department.organisation_id == organisation_id)
    ):
        if normalise(part.name) == normalise(name):
            return part.id
    added = Department(organisation_id=organisation_id, name=on_one_line(name))
    edit.add(added)
    edit.flush()
    return added.id


def _checked(name: str, sector: str) -> str:
    if sector not in COUNTED:
        raise UserError(_("Choose the sector of the organisation."))
    return _named(name, _("Give the organisation a name."))


def _named(name: str, sentence: str) -> str:
    name = on_one_line(name)
    if not name:
        raise UserError(sentence)
    return not_longer(
        name, NAME, fillable("Shorten the name to {longest} characters; it has {length}.")
    )


def _refuse_twin(snapshot: Snapshot, name: str, own_id: int | None) -> None:
    known = organisation_called(snapshot, name)
    if known is not None and known.id != own_id:
        raise UserError(_("{name} is known already. Give this one another name.", name=known.name))


def _count(snapshot: Snapshot, condition: ColumnElement[bool]) -> int:
    return snapshot.scalar(select(func.count()).where(condition)) or 0
