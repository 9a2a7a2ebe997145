"""Two people who are one become one: everything goes to the one that stays.

What was voted stays with whom it was voted as, and no vote is touched. So the row of who goes
stays too, with name and address, and is listed nowhere: by these a list is known to mean who stays.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.domain.kit.lengths import PAGE, TEXT
from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy, listed_apart
from kdc_desktop.instants import Instant
from kdc_desktop.model.people import Consent, Department, Organisation, Person, PersonMerge
from kdc_desktop.services.kit.relinking import relink
from kdc_desktop.services.people.joins import MergeTrail, PeopleMet
from kdc_desktop.services.people.known_twice import IS_ONE_OF_ITS_OWN
from kdc_desktop.services.people.merged_notes import notes_of_both
from kdc_desktop.services.people.merging import MergePreview
from kdc_desktop.services.people.remembered_answers import hand_on_answers
from kdc_desktop.storage import Database, Snapshot

PeopleTrails = Sequence[MergeTrail[PeopleMet]]
_ONE_LINE = ("email", "phone", "job_title")


class _Joined(NamedTuple):
    """What is known of who stays from then on."""

    email: str
    phone: str
    job_title: str
    interests: str
    organisation_id: int | None
    department_id: int | None
    notes: str
    created_at: Instant


def merge_people(database: Database, gone_id: int, stays_id: int, trails: PeopleTrails) -> None:
    """Have one person go up in another, with all that is known of them and they have said.

    Who stays keeps what is known of them; the other fills gaps, and is noted where it differs.

    Raises:
        UserError: they are the same, one is gone, or either may vote in a poll that is open.
    """
    met = PeopleMet(gone_id, stays_id)
    with database.read() as snapshot:
        names = [one.name for one in _both(snapshot, met)]
    with database.edit(lazy("Merged {gone} into {stays}", gone=names[0], stays=names[1])) as edit:
        gone, stays = _both(edit, met)
        for trail in trails:
            trail.check(edit, met)
        for name, said in _joined(edit, gone, stays)._asdict().items():
            setattr(stays, name, said)
        gone.organisation_id = gone.department_id = None
        gone.phone = gone.job_title = gone.interests = gone.notes = ""
        edit.flush()
        relink(edit, Consent.person_id, {gone_id: stays_id})
        relink(edit, PersonMerge.into_id, {gone_id: stays_id})
        hand_on_answers(edit, gone_id, stays_id)
        for trail in trails:
            trail.bring(edit, met)
        edit.add(PersonMerge(person_id=gone_id, into_id=stays_id, at=database.now()))


def preview_of_people(
    database: Database, gone_id: int, stays_id: int, trails: PeopleTrails
) -> MergePreview:
    """What merging one person into another would do."""
    met = PeopleMet(gone_id, stays_id)
    with database.read() as snapshot:
        try:
            gone, stays = _both(snapshot, met)
            for trail in trails:
                trail.check(snapshot, met)
            after = _joined(snapshot, gone, stays)
        except UserError as error:
            return MergePreview("", "", problem=str(error))
        told = _told(snapshot, stays, after)
        for trail in trails:
            told += trail.told(snapshot, met)
        return MergePreview(gone.name, stays.name, tuple(told))


def _both(snapshot: Snapshot, met: PeopleMet) -> tuple[Person, Person]:
    if met.gone_id == met.stays_id:
        raise UserError(_("That is one person. Choose two to merge them."))
    found = {
        one.id: one
        for one in snapshot.scalars(select(Person).where(Person.id.in_(met), IS_ONE_OF_ITS_OWN))
    }
    if len(found) < len(met):
        raise UserError(_("One of the two is not in the file any more. Choose again."))
    return found[met.gone_id], found[met.stays_id]


def _joined(snapshot: Snapshot, gone: Person, stays: Person) -> _Joined:
    lines = {name: getattr(stays, name) or getattr(gone, name) for name in _ONE_LINE}
    other = [
        said
        for name in _ONE_LINE
        if (said := getattr(gone, name)) and normalise(said) != normalise(lines[name])
    ]
    organisation_id, department_id = stays.organisation_id, stays.department_id
    if organisation_id in (None, gone.organisation_id):
        organisation_id = gone.organisation_id
        department_id = department_id or gone.department_id
    if gone.organisation_id is not None:
        at = gone.organisation_id, gone.department_id
        if at != (organisation_id, department_id):
            other.append(_place(snapshot, gone))
    interests = _interests(stays.interests, gone.interests)
    if interests is None:
        interests = stays.interests
        other.append(gone.interests)
    also = _also(gone.name, stays.name, other)
    return _Joined(
        **lines,
        interests=interests,
        organisation_id=organisation_id,
        department_id=department_id,
        notes=notes_of_both(stays.notes, also, gone.notes, longest=PAGE, name=stays.name),
        created_at=min(gone.created_at, stays.created_at),
    )


def _interests(own: str, other: str) -> str | None:
    """Of both on one line; None where that is too long."""
    if not own or not other or normalise(other) in normalise(own):
        return own or other
    both = listed_apart((own, other))
    return both if len(both) <= TEXT else None


def _place(snapshot: Snapshot, person: Person) -> str:
    place = snapshot.get_one(Organisation, person.organisation_id).name
    if person.department_id is None:
        return place
    part = snapshot.get_one(Department, person.department_id).name
    return _("{organisation}, {department}", organisation=place, department=part)


def _also(gone: str, stays: str, other: Sequence[str]) -> str:
    is_renamed = normalise(gone) != normalise(stays)
    if other and is_renamed:
        return _("Also known as {name}: {details}.", name=gone, details=listed_apart(other))
    if other:
        return _("Also known: {details}.", details=listed_apart(other))
    return _("Also known as {name}.", name=gone) if is_renamed else ""


def _told(snapshot: Snapshot, stays: Person, after: _Joined) -> list[str]:
    """What is known of who stays from then on, as far as it differs."""
    filled = [
        said
        for name in (*_ONE_LINE, "interests")
        if (said := getattr(after, name)) != getattr(stays, name)
    ]
    told = []
    if filled:
        told.append(_("Known from then on: {details}.", details=listed_apart(filled)))
    if after.organisation_id != stays.organisation_id:
        name = snapshot.get_one(Organisation, after.organisation_id).name
        told.append(_("{person} speaks for {organisation}.", person=stays.name, organisation=name))
    if after.notes != stays.notes:
        added = after.notes.removeprefix(stays.notes).strip()
        told.append(_("Noted: {notes}", notes=added))
    return told
