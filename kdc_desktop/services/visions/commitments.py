"""Keep who gives what by when to a consortium."""

from datetime import date

from kdc_desktop.domain.kit.lengths import LINE, not_longer
from kdc_desktop.domain.kit.text import on_one_line, shortened
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy
from kdc_desktop.model.visions import Commitment
from kdc_desktop.services.visions.members import name_of_member
from kdc_desktop.storage import Database


def commit(database: Database, member_id: int, what: str, due_on: date | None) -> int:
    """What a member will give, and by when; the commitment's id.

    Raises:
        UserError: it does not say what.
    """
    if not on_one_line(what):
        raise UserError(_("Say what the member will give."))
    not_longer(
        what, LINE, fillable("Shorten the commitment to {longest} characters; it has {length}.")
    )
    name = name_of_member(database, member_id)
    with database.edit(lazy("Noted a commitment of {name}", name=name)) as edit:
        added = Commitment(
            member_id=member_id, what=on_one_line(what), due_on=due_on, created_at=database.now()
        )
        edit.add(added)
        edit.flush()
        return added.id


def fulfil_commitment(database: Database, commitment_id: int) -> None:
    """A member has given what it promised."""
    label = lazy("Ticked off a commitment: {what}", what=_told(database, commitment_id))
    with database.edit(label) as edit:
        edit.get_one(Commitment, commitment_id).done_at = database.now()


def reopen_commitment(database: Database, commitment_id: int) -> None:
    """A commitment is still to be fulfilled."""
    label = lazy("Opened a commitment again: {what}", what=_told(database, commitment_id))
    with database.edit(label) as edit:
        edit.get_one(Commitment, commitment_id).done_at = None


def remove_commitment(database: Database, commitment_id: int) -> None:
    """A commitment was never made."""
    label = lazy("Removed a commitment: {what}", what=_told(database, commitment_id))
    with database.edit(label) as edit:
        edit.delete(edit.get_one(Commitment, commitment_id))


def _told(database: Database, commitment_id: int) -> str:
    with database.read() as snapshot:
        return shortened(snapshot.get_one(Commitment, commitment_id).what)
