"""Ask a consortium where it stands on a version: open a round, reveal its answers, or call it off.

While an asking is open its answers may change, and nobody is shown them but the facilitator those
that they typed. Once it is revealed they stay as they are: the next answer is a new one, of another
asking. What a call between evenings
brings is revealed at once, in the asking of that day's calls.
"""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import func, select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.askings import asked_once, is_of_calls, revealed_together
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.instants import Instant, day_of, laptop_zone
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.visions import Asking, Position, Reservation, Vision
from kdc_desktop.services.consortia.leaving import has_left
from kdc_desktop.services.visions.noted_concerns import take_back_concerns
from kdc_desktop.services.visions.reservation_steps import ask_again, bring_what_was_heard
from kdc_desktop.storage import Database, Edit, Snapshot


def open_asking(database: Database, consortium_id: int, session_id: int | None = None) -> int:
    """Ask the members where they stand on the latest version; the asking's id.

    Scale and agreed level stay with it as they are now. Without a session it is asked between
    evenings.

    Raises:
        UserError: it is being asked already, has no vision yet, or has nobody to ask.
    """
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
    with database.edit(lazy("Asked {consortium} where it stands", consortium=name)) as edit:
        vision = latest_version(edit, consortium_id)
        if vision is None:
            raise UserError(
                _("{consortium} has no vision yet. Write one, then ask.", consortium=name)
            )
        if open_asking_of(edit, consortium_id) is not None:
            raise UserError(
                _(
                    "{consortium} is being asked already. Reveal those answers first.",
                    consortium=name,
                )
            )
        check_somebody_is_asked(edit, consortium_id, name)
        return new_asking(edit, vision, session_id, database.now()).id


def reveal(database: Database, asking_id: int) -> None:
    """Show what was answered, all of it at once; from now on none of it changes.

    Who answered with a reservation that was not settled before has been asked about it again.

    Raises:
        UserError: it was revealed already, or nobody has answered.
    """
    with database.read() as snapshot:
        number = _version_asked(snapshot, asking_id).number
    label = lazy("Revealed the answers to version {number}", number=number)
    with database.edit(label) as edit:
        asking = edit.get_one(Asking, asking_id)
        if asking.revealed_at is not None:
            raise UserError(_("These answers have been revealed already."))
        answered = set(
            edit.scalars(select(Position.member_id).where(Position.asking_id == asking_id))
        )
        if not answered:
            raise UserError(_("Nobody has answered yet. Note an answer first, or call it off."))
        _end(edit, asking, answered, database.now())


def call_off(database: Database, asking_id: int) -> None:
    """Nobody is asked any more; for an asking that nobody has answered.

    Raises:
        UserError: somebody has answered, or it was revealed.
    """
    with database.read() as snapshot:
        number = _version_asked(snapshot, asking_id).number
    label = lazy("Called off asking about version {number}", number=number)
    with database.edit(label) as edit:
        asking = edit.get_one(Asking, asking_id)
        answered = edit.scalar(
            select(func.count()).select_from(Position).where(Position.asking_id == asking_id)
        )
        if answered or asking.revealed_at is not None:
            raise UserError(_("Somebody has answered, and no answer is lost. Reveal them instead."))
        _drop(edit, asking)


# Inside an edit.


def latest_version(snapshot: Snapshot, consortium_id: int) -> Vision | None:
    """The version that counts; None before the first."""
    return snapshot.scalar(
        select(Vision)
        .where(Vision.consortium_id == consortium_id)
        .order_by(Vision.number.desc())
        .limit(1)
    )


def open_asking_of(snapshot: Snapshot, consortium_id: int) -> Asking | None:
    """The asking of a consortium that is not revealed yet; there is one at most."""
    return snapshot.scalar(
        select(Asking)
        .where(Asking.consortium_id == consortium_id, Asking.revealed_at.is_(None))
        .order_by(Asking.id.desc())
        .limit(1)
    )


def new_asking(
    edit: Edit, vision: Vision, session_id: int | None, now: Instant, *, by_call: bool = False
) -> Asking:
    """An asking about a version, with the scale and the agreed level of its consortium.

    What calls bring, `by_call`, is revealed at once. Askings keep their order where a clock has
    gone back.
    """
    own = Asking.consortium_id == vision.consortium_id
    before = edit.scalar(select(func.max(Asking.opened_at)).where(own))
    opened_at = now if before is None else max(now, before)
    if not by_call and (noted := _last_noted(edit, vision, opened_at)) is not None:
        opened_at = noted + timedelta(seconds=1)
    return _kept(edit, vision, session_id, opened_at, opened_at if by_call else None)


def _last_noted(edit: Edit, vision: Vision, opened_at: Instant) -> Instant | None:
    """What a clock that goes back has noted later is no part of what is answered from now on."""
    return edit.scalar(
        select(func.max(Reservation.opened_at)).where(
            Reservation.vision_id == vision.id,
            Reservation.opened_at.between(opened_at, opened_at + timedelta(days=1)),
        )
    )


def _kept(
    edit: Edit,
    vision: Vision,
    session_id: int | None,
    opened_at: Instant,
    revealed_at: Instant | None,
) -> Asking:
    consortium = edit.get_one(Consortium, vision.consortium_id)
    asking = Asking(
        consortium_id=consortium.id,
        vision_id=vision.id,
        session_id=session_id,
        scale=consortium.scale,
        agreed_level=consortium.agreed_level,
        opened_at=opened_at,
        revealed_at=revealed_at,
    )
    edit.add(asking)
    edit.flush()
    return asking


def calls_of_today(edit: Edit, vision: Vision, member_id: int, now: Instant) -> Asking:
    """Where an answer by call goes: to the calls of the same day, unless it was asked since.

    Another scale or another agreed level since begins anew.
    Whoever has answered there already answers anew: what was revealed stays.
    """
    last = edit.scalar(
        select(Asking)
        .where(Asking.consortium_id == vision.consortium_id)
        .order_by(Asking.opened_at.desc(), Asking.id.desc())
        .limit(1)
    )
    by_now = edit.get_one(Consortium, vision.consortium_id)
    as_by_now = last is not None and (
        (last.scale, last.agreed_level) == (by_now.scale, by_now.agreed_level)
    )
    takes = last is not None and as_by_now and _takes_calls(last, vision, now)
    if last is not None and takes and not _has_spoken(edit, last, member_id):
        return last
    return new_asking(edit, vision, None, now, by_call=True)


def keep_old_askings(edit: Edit, consortium_id: int) -> None:
    """Answers from before askings were kept get one for each version, before a scale changes.

    It has the scale and the agreed level that the consortium has now, and was revealed with its
    last answer.
    """
    consortium = edit.get_one(Consortium, consortium_id)
    old = edit.execute(
        select(Position.id, Position.vision_id, Position.asking_id, Position.at)
        .join(Vision, Vision.id == Position.vision_id)
        .where(Vision.consortium_id == consortium_id, Position.asking_id.is_(None))
    ).all()
    for one in asked_once((vision_id, asking_id, at) for _key, vision_id, asking_id, at in old):
        vision = edit.get_one(Vision, one.vision_id)
        asking = _kept(edit, vision, consortium.session_id, one.opened_at, one.revealed_at)
        own = [row.id for row in old if row.vision_id == vision.id]
        edit.change_rows(Position, {key: {"asking_id": asking.id} for key in own})


def conclude(edit: Edit, consortium_id: int, now: Instant) -> None:
    """A new version ends what was asked about the one before: what was answered is revealed."""
    asking = open_asking_of(edit, consortium_id)
    if asking is None:
        return
    answered = set(edit.scalars(select(Position.member_id).where(Position.asking_id == asking.id)))
    if answered:
        _end(edit, asking, answered, now)
    else:
        _drop(edit, asking)


def check_somebody_is_asked(snapshot: Snapshot, consortium_id: int, name: str) -> None:
    """Raise a UserError where nobody is in a consortium, or all that are only observe."""
    members = snapshot.execute(
        select(Member.role, has_left(Member.id)).where(Member.consortium_id == consortium_id)
    ).all()
    there = [role for role, left in members if not left]
    if not there:
        raise UserError(_("Nobody is in {consortium}. Add a member, then ask.", consortium=name))
    if all(role == MemberRole.OBSERVER for role in there):
        raise UserError(
            _(
                "Everybody in {consortium} only observes, and observers are not asked. Give a "
                "member another role, then ask.",
                consortium=name,
            )
        )


def _takes_calls(asking: Asking, vision: Vision, now: Instant) -> bool:
    """Whether it holds calls about this version, of this day."""
    of_calls = is_of_calls(asking.session_id, asking.opened_at, asking.revealed_at)
    zone = laptop_zone()
    is_today = day_of(asking.opened_at, zone) == day_of(now, zone)
    return of_calls and is_today and asking.vision_id == vision.id


def _has_spoken(snapshot: Snapshot, asking: Asking, member_id: int) -> bool:
    own = Position.asking_id == asking.id, Position.member_id == member_id
    return snapshot.scalar(select(Position.id).where(*own).limit(1)) is not None


def _end(edit: Edit, asking: Asking, answered: Collection[int], now: Instant) -> None:
    """Reveal what these members answered."""
    asking.revealed_at = revealed_together(asking.opened_at, now)
    edit.flush()
    bring_what_was_heard(edit, asking.id)
    ask_again(edit, asking, answered, now)


def _drop(edit: Edit, asking: Asking) -> None:
    """Nobody has answered; what is left of answers that were cleared goes with the asking."""
    take_back_concerns(edit, asking)
    edit.delete(asking)


def _version_asked(snapshot: Snapshot, asking_id: int) -> Vision:
    return snapshot.get_one(Vision, snapshot.get_one(Asking, asking_id).vision_id)
