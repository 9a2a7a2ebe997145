"""Keep who gives what by when to a consortium."""

from datetime import date

from kdc_desktop.domain.kit.lengths import LINE, not_longer
from kdc_desktop.domain.kit.text import on_one_line, shortened
from kdc_desktop.domain.visions.states import ReservationEvent, ReservationState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Member
from kdc_desktop.model.visions import Commitment, Reservation
from kdc_desktop.services.visions.members import name_of_member
from kdc_desktop.services.visions.reservation_steps import add_step, take_back_steps_by
from kdc_desktop.storage import Database, Edit


def commit(
    database: Database,
    member_id: int,
    what: str,
    due_on: date | None,
    reservation_id: int | None = None,
) -> int:
    """What a member will give, and by when; the commitment's id.

    Args:
        reservation_id: the reservation that it meets, if it meets one of the consortium's.

    Raises:
        UserError: it does not say what, or the reservation is settled already.
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
        if reservation_id is not None:
            _meet(edit, added, reservation_id, database.now())
        return added.id


def meet_reservation(database: Database, commitment_id: int, reservation_id: int | None) -> None:
    """Which reservation a commitment meets; None: it meets none.

    Raises:
        UserError: the reservation is settled already, or another consortium's.
    """
    label = lazy("Said what a commitment meets: {what}", what=_told(database, commitment_id))
    with database.edit(label) as edit:
        commitment = edit.get_one(Commitment, commitment_id)
        if commitment.reservation_id == reservation_id:
            return
        take_back_steps_by(edit, commitment_id)
        commitment.reservation_id = None
        if reservation_id is not None:
            _meet(edit, commitment, reservation_id, database.now())


def _meet(edit: Edit, commitment: Commitment, reservation_id: int, now: Instant) -> None:
    reservation = edit.get_one(Reservation, reservation_id)
    giver, raiser = (
        edit.get_one(Member, one.member_id).consortium_id for one in (commitment, reservation)
    )
    if giver != raiser:
        raise UserError(_("This reservation belongs to another consortium. Choose one of its own."))
    if reservation.state is ReservationState.LIFTED:
        raise UserError(_("This reservation has been lifted. Choose one that is still there."))
    commitment.reservation_id = reservation_id
    add_step(
        edit,
        reservation,
        ReservationEvent.MET,
        now,
        commitment_id=commitment.id,
    )


def fulfil_commitment(database: Database, commitment_id: int) -> None:
    """A member has given what it promised."""
    label = lazy("Ticked off a commitment: {what}", what=_told(database, commitment_id))
    with database.edit(label) as edit:
        found = edit.get_one(Commitment, commitment_id)
        found.done_at = found.done_at or database.now()  # it stays the day of the first time


def reopen_commitment(database: Database, commitment_id: int) -> None:
    """A commitment is still to be fulfilled."""
    label = lazy("Opened a commitment again: {what}", what=_told(database, commitment_id))
    with database.edit(label) as edit:
        edit.get_one(Commitment, commitment_id).done_at = None


def remove_commitment(database: Database, commitment_id: int) -> None:
    """A commitment was never made."""
    label = lazy("Removed a commitment: {what}", what=_told(database, commitment_id))
    with database.edit(label) as edit:
        take_back_steps_by(edit, commitment_id)
        edit.delete(edit.get_one(Commitment, commitment_id))


def _told(database: Database, commitment_id: int) -> str:
    with database.read() as snapshot:
        return shortened(snapshot.get_one(Commitment, commitment_id).what)
