"""People leave the club file: those without a trace are removed, others become a pseudonym."""

from collections.abc import Sequence

from sqlalchemy import select

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model import Attendance, Idea, Reservation
from kdc_desktop.model.people import Person
from kdc_desktop.services.people.joins import PersonTrail
from kdc_desktop.storage import Database
from kdc_desktop.storage.forgetting import forget_person


def remove_person(database: Database, person_id: int, trails: Sequence[PersonTrail]) -> None:
    """Take away somebody who has left no trace; being on a list without having come is none.

    Raises:
        UserError: they are part of a session's record; a pseudonym is offered instead.
    """
    with database.read() as snapshot:
        name = snapshot.get_one(Person, person_id).name
    with database.edit(_("Removed {name}", name=name)) as edit:
        if any(trail.keeps(edit, person_id) for trail in trails):
            raise UserError(
                _(
                    "{name} is part of a session's record. Replace the name by a pseudonym"
                    " instead: the counts stay as they are.",
                    name=name,
                )
            )
        for trail in trails:
            trail.let_go(edit, person_id)
        edit.delete(edit.get_one(Person, person_id))


def replace_by_pseudonym(database: Database, person_id: int) -> str:
    """Forget who somebody is and keep what they did; returns the new name, "Person 123".

    The name goes from the person, from ideas that carry it as text and from reservations they
    own, and from the journal; e-mail, notes and badge codes are cleared. Organisation, attendance,
    ideas and votes stay, so no count changes. It cannot be undone. Backups made before still hold
    the name until they are dropped.
    """
    pseudonym = pseudonym_of(person_id)
    with database.edit(
        _("Replaced somebody by {pseudonym}", pseudonym=pseudonym), undoable=False
    ) as edit:
        found = edit.get_one(Person, person_id)
        former = normalise(found.name)
        found.name, found.email, found.notes = pseudonym, "", ""
        for attended in edit.scalars(select(Attendance).where(Attendance.person_id == person_id)):
            attended.badge = ""
        for idea in edit.scalars(select(Idea).where(Idea.author_text != "")):
            if idea.author_id == person_id or normalise(idea.author_text) == former:
                idea.author_text = pseudonym
        for reservation in edit.scalars(select(Reservation).where(Reservation.owner != "")):
            if normalise(reservation.owner) == former:
                reservation.owner = pseudonym
        forget_person(edit, person_id, pseudonym)
    database.settle()
    return pseudonym


def pseudonym_of(person_id: int) -> str:
    """What somebody is called who has been forgotten: "Person 123"."""
    return _("Person {number}", number=str(person_id))
