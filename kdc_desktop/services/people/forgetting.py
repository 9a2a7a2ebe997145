"""People leave the club file: those without a trace are removed, others become a pseudonym."""

from collections.abc import Sequence

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy, listed_and
from kdc_desktop.model.people import KeptApart, Person
from kdc_desktop.services.people.joins import LooseTrail, PeopleJoins
from kdc_desktop.services.people.known_twice import merged_into
from kdc_desktop.services.people.merged_apart import OF_KEPT_APART
from kdc_desktop.services.people.remembered_answers import ANSWERS, drop_answers
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.belonging import rows_naming
from kdc_desktop.storage.forgetting import forget_person

_APART = KeptApart.metadata.tables[KeptApart.__tablename__]


def remove_person(database: Database, person_id: int, joins: PeopleJoins) -> None:
    """Take away somebody who has left no trace; what only leads to them goes with them.

    Raises:
        UserError: they are part of a session's record, and by what; a pseudonym is offered instead.
    """
    with database.read() as snapshot:
        name = snapshot.get_one(Person, person_id).name
    with database.edit(lazy("Removed {name}", name=name)) as edit:
        traces = _traces_of(edit, person_id, joins.loose_trails)
        if traces:
            raise UserError(
                _(
                    "{name} is part of a session's record: {traces}. Replace the name by a"
                    " pseudonym instead: the counts stay as they are.",
                    name=name,
                    traces=listed_and(
                        str(joins.traces[table].filled(count=rows))
                        for table, rows in traces.items()
                    ),
                )
            )
        for trail in joins.loose_trails:
            trail.take_along(edit, person_id)
        drop_answers(edit, person_id)
        edit.delete(edit.get_one(Person, person_id))


def has_left_traces(snapshot: Snapshot, person_id: int, loose: Sequence[LooseTrail]) -> bool:
    """Whether somebody is part of a session's record, so that they cannot be removed."""
    return bool(_traces_of(snapshot, person_id, loose))


def _traces_of(snapshot: Snapshot, person_id: int, loose: Sequence[LooseTrail]) -> dict[str, int]:
    """How many rows of each table keep somebody."""
    naming = rows_naming(snapshot, person_id)
    for trail in loose:
        if trail.table in naming and not trail.keeps(snapshot, person_id):
            del naming[trail.table]
    return naming


def replace_by_pseudonym(database: Database, person_id: int) -> str:
    """Forget who somebody is and keep what they did; returns the new name, "Person 123".

    The name, with any other they had, goes from every text and from the journal; e-mail, phone, job
    title, interests, notes, badge codes and how consents are known are cleared, and so is what was
    answered to rows of lists, by which it could be tried out who they were. Whom they were kept
    apart from goes, too. Consents themselves, organisation, attendance, seats, ideas, offers and
    votes stay, so no count changes. It cannot be undone.
    Backups made before still hold the name until they are dropped.

    Raises:
        UserError: the person is gone; or it is done, but the file could not be written anew.
    """
    pseudonym = pseudonym_of(person_id)
    with database.edit(
        lazy("Replaced somebody by {pseudonym}", pseudonym=pseudonym), undoable=False
    ) as edit:
        edit.get_one(Person, person_id)
        for key in (person_id, *merged_into(edit, person_id)):
            forget_person(edit, key, pseudonym, (ANSWERS,), [_APART])
            OF_KEPT_APART.take_along(edit, key)
    _write_anew(database, pseudonym)
    return pseudonym


def _write_anew(database: Database, pseudonym: str) -> None:
    """Take the name out of the bytes of the file, and say so where that did not work."""
    try:
        whole = database.compact()
    except UserError as error:
        raise UserError(
            _(
                "The name is replaced by {pseudonym}. But the file could not be written anew, so "
                "parts of the name may stay in it: free some space on the disk, see that no other "
                "program has the file open, then replace the name once more.",
                pseudonym=pseudonym,
            )
        ) from error
    if not whole:
        raise UserError(
            _(
                "The name is replaced by {pseudonym}. But another program still reads the file, so "
                "parts of the name may stay beside it: close it there, then replace the name once "
                "more.",
                pseudonym=pseudonym,
            )
        )


def pseudonym_of(person_id: int) -> str:
    """What somebody is called who has been forgotten: "Person 123"."""
    return _("Person {number}", number=str(person_id))
