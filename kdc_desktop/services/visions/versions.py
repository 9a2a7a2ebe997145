"""Write a consortium's vision, version by version."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.domain.kit.lengths import STATEMENT, TEXT
from kdc_desktop.domain.kit.text import on_one_line, trimmed
from kdc_desktop.domain.visions.parts import NO_PARTS, PARTS, VisionParts
from kdc_desktop.domain.visions.reservation_steps import UNSETTLED
from kdc_desktop.domain.visions.states import ReservationEvent
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, fillable, lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.visions import Reservation, Vision
from kdc_desktop.services.visions.askings import conclude, latest_version
from kdc_desktop.services.visions.reservation_steps import add_steps
from kdc_desktop.storage import Database, Edit

LONGEST_VISION = STATEMENT


def save_version(
    database: Database,
    consortium_id: int,
    text: str,
    note: str = "",
    parts: VisionParts = NO_PARTS,
    answers: Collection[int] = (),
) -> int:
    """The next version of a consortium's vision, numbered from 1; its id.

    It ends the asking about the version before, whose answers are revealed.

    Args:
        parts: what the sentence stands on, where it was written step by step.
        answers: the reservations that this version addresses; those that are lifted stay so.

    Raises:
        UserError: there is no text, too much of it, or it is what the latest version says.
    """
    text, said = _checked_text(text), _checked_parts(parts)
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
    with database.edit(lazy("Saved a version of the vision of {name}", name=name)) as edit:
        latest = latest_version(edit, consortium_id)
        _check_it_is_new(latest, text, said)
        now = database.now()
        conclude(edit, consortium_id, now)
        added = Vision(
            consortium_id=consortium_id,
            number=latest.number + 1 if latest else 1,
            text=text,
            note=on_one_line(note),
            created_at=now,
            **said,
        )
        edit.add(added)
        edit.flush()
        edit.call(_saved(added.number, name))
        _answer(edit, added, answers, now)
        return added.id


def _saved(number: int, name: str) -> Text:
    """By the row: another hand may have saved the version that was looked at."""
    return lazy("Saved version {number} of the vision of {name}", number=number, name=name)


def _check_it_is_new(latest: Vision | None, text: str, said: dict[str, str]) -> None:
    if latest is None or on_one_line(latest.text) != on_one_line(text):
        return
    if all(getattr(latest, part.key) == said.get(part.key, "") for part in PARTS):
        raise UserError(
            _(
                "Version {number} says exactly this. Change the words, then save.",
                number=latest.number,
            )
        )


def _answer(edit: Edit, version: Vision, answers: Collection[int], now: Instant) -> None:
    addressed = edit.scalars(
        select(Reservation)
        .join(Member, Member.id == Reservation.member_id)
        .where(Reservation.id.in_(list(answers)), Reservation.state.in_(UNSETTLED))
        .where(Member.consortium_id == version.consortium_id)
    ).all()
    add_steps(edit, addressed, ReservationEvent.ADDRESSED, now, vision_id=version.id)


def _checked_parts(parts: VisionParts) -> dict[str, str]:
    too_long = fillable("Shorten “{part}” to {longest} characters; it has {length}.")
    said = parts.said
    for part in PARTS:
        if len(text := said.get(part.key, "")) > TEXT:
            sentence = too_long.filled(part=part.name, longest=TEXT, length=len(text))
            raise UserError(str(sentence))
    return said


def _checked_text(text: str) -> str:
    text = trimmed(text)
    if not text:
        raise UserError(_("Write the vision first: one sentence that every member can share."))
    if len(text) > LONGEST_VISION:
        raise UserError(_("Shorten the vision to {longest} characters.", longest=LONGEST_VISION))
    return text
