"""Take positions on a version of a vision: answer the asking that is open, or by a call."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.domain.kit.text import trimmed
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Member
from kdc_desktop.model.visions import Asking, Position, Vision
from kdc_desktop.services.consortia.members import member_name
from kdc_desktop.services.visions.asked import asked_in, still_open
from kdc_desktop.services.visions.askings import (
    calls_of_today,
    latest_version,
    new_asking,
    open_asking_of,
)
from kdc_desktop.services.visions.members import check_asked, name_of_member, scale_for
from kdc_desktop.services.visions.noted_concerns import take_back_concerns
from kdc_desktop.services.visions.reservation_steps import forget_heard, hear_again
from kdc_desktop.services.visions.reservations import Concern, note_concern
from kdc_desktop.services.visions.scale import check_level
from kdc_desktop.storage import Database, Edit, Snapshot


@dataclass(frozen=True)
class HowAnswered:
    """How an answer comes in: at which session, in which way, and which delegate says it.

    Without a session it comes between evenings. What somebody was asked in one asking, as at the
    kiosk, goes into that one or nowhere, and takes the place of no other answer.
    """

    session_id: int | None = None
    way: AnswerWay = AnswerWay.HAND
    said_by_id: int | None = None
    asking_id: int | None = None


def take_position(
    database: Database,
    vision_id: int,
    member_id: int,
    level: int,
    reason: str | None = None,
    would_move: str | None = None,
    concern: Concern | None = None,
    how: HowAnswered | None = None,
    heard: Mapping[int, bool] | None = None,
) -> int:
    """Where a member stands on a version, in the asking that is open; the position's id.

    Where none is, it opens with this answer; a call between evenings needs none, and what it says
    is revealed at once. While the asking is open a member's answer takes the place of the one
    before. None keeps the reason, or what would move the member one step, as it was said in this
    asking. A concern is noted, changed and undone together with it: None keeps it at the same
    level, for one who moves has another answer. So is what is `heard` of earlier ones: by their
    ids, whether they are still there.

    Raises:
        UserError: the scale has no such level, another version is being asked about, the member
            has left or observes, what it answers is not open any more, or the concern says nothing.
    """
    how, now = how or HowAnswered(), database.now()
    with database.edit(_answered(name_of_member(database, member_id))) as edit:
        check_level(scale_for(edit, vision_id, member_id), level)
        check_asked(edit, member_id)
        asking = _asking_for(edit, vision_id, member_id, how, now)
        position = next(iter(_positions(edit, asking.id, member_id)), None)
        if position is None:
            position = Position(vision_id=vision_id, member_id=member_id, asking_id=asking.id)
            edit.add(position)
        moved = position.level is not None and position.level != level
        position.level, position.at = level, max(now, asking.opened_at)
        _keep_words(position, how, reason, would_move)
        note_concern(edit, asking, position, concern, moved=moved)
        hear_again(edit, asking, member_id, heard or {}, now)
        edit.flush()
        return position.id


def _check_is_asked_still(edit: Edit, member_id: int, how: HowAnswered) -> None:
    """Somebody may have revealed what is being answered, or answered for the member meanwhile."""
    if how.asking_id is None:
        return
    still_open(asked_in(edit, how.asking_id))
    if _positions(edit, how.asking_id, member_id):
        name = member_name(edit, edit.get_one(Member, member_id))
        raise UserError(_("{name} has answered already.", name=name))


def _keep_words(
    position: Position, how: HowAnswered, reason: str | None, would_move: str | None
) -> None:
    if position.way is AnswerWay.KIOSK and how.way is not AnswerWay.KIOSK:
        position.reason = position.would_move = ""  # nobody is shown what was said there
    position.way, position.said_by_id = how.way, how.said_by_id
    if reason is not None:
        position.reason = trimmed(reason)
    if would_move is not None:
        position.would_move = trimmed(would_move)


def clear_position(database: Database, vision_id: int, member_id: int) -> None:
    """The member has not answered the asking that is open.

    Raises:
        UserError: it has answered, and that was revealed.
    """
    name = name_of_member(database, member_id)
    with database.edit(lazy("Cleared the answer of {name}", name=name)) as edit:
        asking = open_asking_of(edit, edit.get_one(Vision, vision_id).consortium_id)
        own = [] if asking is None else _positions(edit, asking.id, member_id)
        if asking is not None and own and asking.vision_id == vision_id:
            edit.remove_rows(Position, [one.id for one in own])
            forget_heard(edit, asking.id, member_id)
            take_back_concerns(edit, asking, member_id)
        elif _has_answered(edit, vision_id, member_id):
            raise UserError(
                _(
                    "What {name} answered was revealed, so it stays. Ask again: the next answer "
                    "is a new one.",
                    name=name,
                )
            )


def _answered(name: str) -> Text:
    """Not what: the log is read before the answers are revealed."""
    return lazy("Noted the answer of {name}", name=name)


def _asking_for(
    edit: Edit, vision_id: int, member_id: int, how: HowAnswered, now: Instant
) -> Asking:
    _check_is_asked_still(edit, member_id, how)
    vision = edit.get_one(Vision, vision_id)
    asking = open_asking_of(edit, vision.consortium_id)
    if asking is None:
        latest = latest_version(edit, vision.consortium_id)
        if latest is not None and latest.id != vision_id:
            raise UserError(
                _("Version {number} counts now. Ask about that one.", number=latest.number)
            )
        if how.way is AnswerWay.CALL:
            return calls_of_today(edit, vision, member_id, now)
        return new_asking(edit, vision, how.session_id, now)
    if asking.vision_id != vision_id:
        number = edit.get_one(Vision, asking.vision_id).number
        raise UserError(
            _(
                "Version {number} is being asked about. Answer that one, or reveal its answers "
                "first.",
                number=number,
            )
        )
    return asking


def _positions(snapshot: Snapshot, asking_id: int, member_id: int) -> Sequence[Position]:
    """Of a member, the last one first; of two who have become one there may be several."""
    return snapshot.scalars(
        select(Position)
        .where(Position.asking_id == asking_id, Position.member_id == member_id)
        .order_by(Position.at.desc(), Position.id.desc())
    ).all()


def _has_answered(snapshot: Snapshot, vision_id: int, member_id: int) -> bool:
    there = select(Position.id).where(
        Position.vision_id == vision_id, Position.member_id == member_id
    )
    return snapshot.scalar(there.limit(1)) is not None
