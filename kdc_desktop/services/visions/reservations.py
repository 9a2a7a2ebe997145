"""Note the reservations of members, and what becomes of them."""

from dataclasses import dataclass

from kdc_desktop.domain.kit.lengths import STATEMENT, not_longer
from kdc_desktop.domain.kit.text import on_one_line, trimmed
from kdc_desktop.domain.visions.reservation_steps import BRINGS
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, fillable, lazy
from kdc_desktop.model.consortia import Member
from kdc_desktop.model.visions import Asking, Position, Reservation
from kdc_desktop.services.visions.askings import latest_version
from kdc_desktop.services.visions.members import name_of_member
from kdc_desktop.services.visions.noted_concerns import noted_with, take_back
from kdc_desktop.services.visions.owners import owner_named
from kdc_desktop.services.visions.reservation_steps import add_step
from kdc_desktop.storage import Database, Edit

LONGEST_RESERVATION = STATEMENT


@dataclass(frozen=True)
class Concern:
    """A reservation as a member puts it; an objection stands in the way of the consortium."""

    text: str
    objection: bool = False
    owner: str = ""


NO_CONCERN = Concern("")
"""What a member says that has no reservation, where one was noted with its answer before."""


def note_concern(
    edit: Edit, asking: Asking, position: Position, concern: Concern | None, *, moved: bool
) -> None:
    """What is said with an answer takes the place of what was said with it before.

    Args:
        concern: None keeps what was noted, unless the member has `moved` to another level;
            `NO_CONCERN` takes it back.

    Raises:
        UserError: the concern says nothing.
    """
    noted = noted_with(edit, asking, position.member_id)
    if concern is None or concern is NO_CONCERN:
        if moved or concern is NO_CONCERN:
            take_back(edit, noted)
        return
    if moved:
        take_back(edit, noted[:-1])
    if noted:
        reservation = noted[-1]
    else:
        place = {"vision_id": asking.vision_id, "member_id": position.member_id}
        reservation = Reservation(**place)
    _put_in_words(edit, reservation, concern)
    reservation.opened_at = position.at
    edit.add(reservation)


def _put_in_words(edit: Edit, reservation: Reservation, concern: Concern) -> None:
    """What a reservation says, and who takes care of it, is what the member puts it as.

    Raises:
        UserError: it says nothing.
    """
    if not trimmed(concern.text):
        raise UserError(_("Write down the reservation in the member's words first."))
    not_longer(
        concern.text,
        LONGEST_RESERVATION,
        fillable("Shorten the reservation to {longest} characters; it has {length}."),
    )
    reservation.text, reservation.objection = trimmed(concern.text), concern.objection
    _give_to(edit, reservation, concern.owner)


def settle_reservation(
    database: Database,
    reservation_id: int,
    state: ReservationState,
    answer: str | None = None,
    owner: str | None = None,
) -> None:
    """Say that a reservation is addressed, lifted or left standing, or open again.

    It is said of the version that counts. None keeps the answer or the owner as it was.
    """
    with database.read() as snapshot:
        member_id = snapshot.get_one(Reservation, reservation_id).member_id
    with database.edit(_settled(state, name_of_member(database, member_id))) as edit:
        reservation = edit.get_one(Reservation, reservation_id)
        if reservation.state is not state:
            vision = latest_version(edit, edit.get_one(Member, member_id).consortium_id)
            vision_id = vision.id if vision else None
            add_step(edit, reservation, BRINGS[state], database.now(), vision_id=vision_id)
        if answer is not None:
            reservation.answer = trimmed(answer)
        if owner is not None:
            _give_to(edit, reservation, owner)


def _settled(state: ReservationState, name: str) -> Text:
    match state:
        case ReservationState.OPEN:
            return lazy("Opened the reservation of {name} again", name=name)
        case ReservationState.ADDRESSED:
            return lazy("Addressed the reservation of {name}", name=name)
        case ReservationState.LIFTED:
            return lazy("Lifted the reservation of {name}", name=name)
        case ReservationState.STANDING:
            return lazy("Left the reservation of {name} standing", name=name)


def set_owner(database: Database, reservation_id: int, owner: str) -> None:
    """Who takes care of a reservation: one of the club by name, or whoever else is named.

    No name: nobody does.
    """
    named = lazy("{name} takes care of a reservation", name=on_one_line(owner))
    nobody = lazy("Nobody takes care of a reservation any more")
    with database.edit(named if on_one_line(owner) else nobody) as edit:
        _give_to(edit, edit.get_one(Reservation, reservation_id), owner)


def _give_to(edit: Edit, reservation: Reservation, owner: str) -> None:
    person_id, name = owner_named(edit, owner, reservation.member_id)
    reservation.owner_id, reservation.owner = person_id, name
