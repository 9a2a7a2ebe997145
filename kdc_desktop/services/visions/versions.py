"""Write a consortium's vision, take positions on it, settle reservations."""

from dataclasses import dataclass

from sqlalchemy import func, select

from kdc_desktop.domain.kit.text import clean
from kdc_desktop.domain.visions.scales import BY_KEY, Scale
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Consortium,
    Member,
    Position,
    Reading,
    Reservation,
    Vision,
)
from kdc_desktop.services.kit.lengths import not_longer
from kdc_desktop.services.visions.commitments import name_of_member
from kdc_desktop.storage import Database, Edit, Snapshot

LONGEST_VISION = 2000
RESERVATION_STATES = ("open", "addressed", "lifted", "standing")
_SETTLED = {
    "open": "Opened the reservation of {name} again",
    "addressed": "Addressed the reservation of {name}",
    "lifted": "Lifted the reservation of {name}",
    "standing": "Left the reservation of {name} standing",
}


@dataclass(frozen=True)
class Concern:
    """A reservation as a member puts it; an objection stands in the way of the consortium."""

    text: str
    objection: bool = False
    owner: str = ""


def save_version(database: Database, consortium_id: int, text: str, note: str = "") -> int:
    """The next version of a consortium's vision, numbered from 1; its id.

    Raises:
        UserError: there is no text, too much of it, or it is what the latest version says.
    """
    text = _checked_text(text)
    with database.read() as snapshot:
        latest = _latest(snapshot, consortium_id)
        name = snapshot.get_one(Consortium, consortium_id).name
    number = latest.number + 1 if latest else 1
    with database.edit(f"Saved version {number} of the vision of {name}") as edit:
        latest = _latest(edit, consortium_id)
        if latest is not None and clean(latest.text) == clean(text):
            raise UserError(
                f"Version {latest.number} says exactly this. Change the words, then save."
            )
        added = Vision(
            consortium_id=consortium_id,
            number=latest.number + 1 if latest else 1,
            text=text,
            note=clean(note),
            created_at=database.now(),
        )
        edit.add(added)
        edit.flush()
        return added.id


def correct_version(database: Database, vision_id: int, text: str, note: str | None = None) -> None:
    """Other words for a version on which nobody has taken a position; None keeps the note.

    Raises:
        UserError: somebody has a position on it, or the text is none.
    """
    text = _checked_text(text)
    with database.edit("Corrected the vision") as edit:
        vision = edit.get_one(Vision, vision_id)
        if _count(edit, Position.vision_id == vision_id):
            raise UserError(
                f"Somebody has taken a position on version {vision.number}. "
                "Save your words as a new version instead."
            )
        vision.text = text
        if note is not None:
            vision.note = clean(note)


def set_reading(database: Database, vision_id: int, member_id: int, text: str) -> None:
    """What a version means for one member, in its own words; no text takes the reading away."""
    text = text.strip()
    with database.edit(f"Kept the reading of {name_of_member(database, member_id)}") as edit:
        _checked_pair(edit, vision_id, member_id)
        reading = edit.scalar(
            select(Reading).where(Reading.vision_id == vision_id, Reading.member_id == member_id)
        )
        if not text:
            if reading is not None:
                edit.delete(reading)
        elif reading is None:
            edit.add(Reading(vision_id=vision_id, member_id=member_id, text=text))
        else:
            reading.text = text


def take_position(
    database: Database,
    vision_id: int,
    member_id: int,
    level: int,
    reason: str | None = None,
    would_move: str | None = None,
    concern: Concern | None = None,
) -> int:
    """Where a member stands on a version, in place of where it stood; the position's id.

    None keeps the reason, or what would move the member one step, as it was said before. A
    concern said with the position is noted, and undone, together with it.

    Raises:
        UserError: the consortium's scale has no such level, or the concern says nothing.
    """
    name = name_of_member(database, member_id)
    with database.edit(f"{name} took position {level}") as edit:
        scale = _checked_pair(edit, vision_id, member_id)
        _check_level(scale, level)
        position = _position(edit, vision_id, member_id)
        if position is None:
            position = Position(vision_id=vision_id, member_id=member_id, level=level)
            edit.add(position)
        position.level = level
        position.at = database.now()
        if reason is not None:
            position.reason = reason.strip()
        if would_move is not None:
            position.would_move = would_move.strip()
        if concern is not None:
            edit.add(_reservation(database, vision_id, member_id, concern))
        edit.flush()
        return position.id


def clear_position(database: Database, vision_id: int, member_id: int) -> None:
    """The member has no position on this version any more."""
    with database.edit(f"Cleared the position of {name_of_member(database, member_id)}") as edit:
        position = _position(edit, vision_id, member_id)
        if position is not None:
            edit.delete(position)


def raise_reservation(
    database: Database,
    vision_id: int,
    member_id: int,
    text: str,
    objection: bool = False,
    owner: str = "",
) -> int:
    """A concern of a member with a version, open from now on; its id.

    An objection stands in the way of the whole consortium until it is settled.

    Raises:
        UserError: it says nothing.
    """
    added = _reservation(database, vision_id, member_id, Concern(text, objection, owner))
    what = "an objection" if objection else "a reservation"
    with database.edit(f"Noted {what} of {name_of_member(database, member_id)}") as edit:
        _checked_pair(edit, vision_id, member_id)
        edit.add(added)
        edit.flush()
        return added.id


def _reservation(
    database: Database, vision_id: int, member_id: int, concern: Concern
) -> Reservation:
    if not concern.text.strip():
        raise UserError("Write down the reservation in the member's words first.")
    not_longer(
        concern.text,
        LONGEST_VISION,
        lazy("Shorten the reservation to {longest} characters; it has {length}."),
    )
    return Reservation(
        vision_id=vision_id,
        member_id=member_id,
        text=concern.text.strip(),
        objection=concern.objection,
        owner=clean(concern.owner),
        opened_at=database.now(),
    )


def settle_reservation(
    database: Database,
    reservation_id: int,
    state: str,
    answer: str | None = None,
    owner: str | None = None,
) -> None:
    """Say that a reservation is addressed, lifted or left standing, or open again.

    None keeps the answer or the owner as it was.
    """
    if state not in RESERVATION_STATES:
        raise ValueError(f"no state of a reservation: {state}")
    with database.read() as snapshot:
        member_id = snapshot.get_one(Reservation, reservation_id).member_id
    label = _SETTLED[state].format(name=name_of_member(database, member_id))
    with database.edit(label) as edit:
        reservation = edit.get_one(Reservation, reservation_id)
        reservation.state = ReservationState(state)
        reservation.settled_at = None if state == "open" else database.now()
        if answer is not None:
            reservation.answer = answer.strip()
        if owner is not None:
            reservation.owner = clean(owner)


def set_owner(database: Database, reservation_id: int, owner: str) -> None:
    """Who takes care of a reservation; no name: nobody does."""
    with database.edit("Named the owner of a reservation") as edit:
        edit.get_one(Reservation, reservation_id).owner = clean(owner)


def set_agreed_level(database: Database, consortium_id: int, level: int) -> None:
    """The lowest level at which a consortium goes.

    Raises:
        UserError: its scale has no such level.
    """
    with database.edit(f"Agreed on level {level}") as edit:
        consortium = edit.get_one(Consortium, consortium_id)
        _check_level(BY_KEY[consortium.scale], level)
        consortium.agreed_level = level


def set_scale(database: Database, consortium_id: int, key: str) -> None:
    """The scale on which a consortium's members take positions, with its own agreed level.

    Raises:
        UserError: a member has taken a position already.
    """
    scale = BY_KEY[key]
    with database.edit(f"Chose the scale {scale.name}") as edit:
        taken = edit.scalar(
            select(func.count())
            .select_from(Position)
            .join(Vision, Vision.id == Position.vision_id)
            .where(Vision.consortium_id == consortium_id)
        )
        if taken:
            raise UserError(
                "Positions have been taken on the present scale. Clear them first, "
                "or go on with it."
            )
        consortium = edit.get_one(Consortium, consortium_id)
        consortium.scale, consortium.agreed_level = scale.key, scale.agreed


def _checked_text(text: str) -> str:
    text = text.strip()
    if not text:
        raise UserError("Write the vision first: one sentence that every member can share.")
    if len(text) > LONGEST_VISION:
        raise UserError(f"Shorten the vision to {LONGEST_VISION:,} characters.")
    return text


def _check_level(scale: Scale, level: int) -> None:
    if not scale.lowest <= level <= scale.highest:
        raise UserError(
            f"{scale.name} goes from {scale.lowest} to {scale.highest}. Choose one of these."
        )


def _latest(snapshot: Snapshot, consortium_id: int) -> Vision | None:
    return snapshot.scalar(
        select(Vision)
        .where(Vision.consortium_id == consortium_id)
        .order_by(Vision.number.desc())
        .limit(1)
    )


def _position(edit: Edit, vision_id: int, member_id: int) -> Position | None:
    return edit.scalar(
        select(Position).where(Position.vision_id == vision_id, Position.member_id == member_id)
    )


def _checked_pair(edit: Edit, vision_id: int, member_id: int) -> Scale:
    """The scale of the consortium to which both belong."""
    vision = edit.get_one(Vision, vision_id)
    if edit.get_one(Member, member_id).consortium_id != vision.consortium_id:
        raise ValueError("the member belongs to another consortium than the vision")
    return BY_KEY[edit.get_one(Consortium, vision.consortium_id).scale]


def _count(edit: Edit, condition: object) -> int:
    found = edit.scalar(select(func.count()).where(condition))  # type: ignore[arg-type]  # a column's comparison
    return found or 0
