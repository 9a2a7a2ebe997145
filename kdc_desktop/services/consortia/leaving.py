"""Members who leave a consortium, hand over to another, and may come back."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, and_, exists, select

from kdc_desktop.domain.consortia.handing_over import who_answers
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.lengths import TEXT, not_longer
from kdc_desktop.domain.kit.text import trimmed
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, fillable, lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium, Delegate, Leaving, Member, OpenRole
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.consortia.members import member_name
from kdc_desktop.storage import Database, Edit, Snapshot

_LONG_WHY = fillable("Shorten why it leaves to {longest} characters; it has {length}.")


def has_left(member_id: object) -> ColumnElement[bool]:
    """Whether the member with this id, of an enclosing statement, is away by now."""
    return exists(
        select(Leaving.id).where(Leaving.member_id == member_id, Leaving.back_at.is_(None))
    )


def is_asked_now() -> ColumnElement[bool]:
    """Whether a member is asked by now, of a statement that reads members; see `Seated`."""
    return and_(Member.role != MemberRole.OBSERVER, ~has_left(Member.id))


def leave(
    database: Database, member_id: int, handed_to_id: int | None = None, why: str = ""
) -> int:
    """A member leaves its consortium; what it said stays. The id of its leaving.

    What it has promised and what it still minds pass to whom it hands over, until it comes back;
    the roles it filled pass on for good, or are open again. Nobody speaks for it any more in a
    session that is not closed.

    Args:
        handed_to_id: the member of the same consortium who takes over, if one does.

    Raises:
        UserError: it has left already, or hands over to itself, to another consortium's member or
            to one who has left.
    """
    why = not_longer(trimmed(why), TEXT, _LONG_WHY)
    with database.read() as snapshot:
        label = _leaves(snapshot, member_id, handed_to_id)
    with database.edit(label) as edit:
        return leave_in(edit, member_id, handed_to_id, why, database.now())


def leave_in(edit: Edit, member_id: int, handed_to_id: int | None, why: str, now: Instant) -> int:
    """The same inside an edit."""
    member = edit.get_one(Member, member_id)
    if away_of(edit, member_id) is not None:
        raise UserError(_("{member} has left already.", member=member_name(edit, member)))
    if handed_to_id is not None:
        _check_heir(edit, member, edit.get_one(Member, handed_to_id))
    left = Leaving(member_id=member_id, left_at=now, handed_to_id=handed_to_id, why=why)
    edit.add(left)
    for role in edit.scalars(select(OpenRole).where(OpenRole.filled_by_id == member_id)):
        role.filled_by_id = handed_to_id
    edit.remove_rows(Delegate, edit.scalars(_speaking_now(member_id)).all())
    edit.flush()
    return left.id


def come_back(database: Database, member_id: int) -> None:
    """A member that left is in its consortium again; that it was away stays known.

    Raises:
        UserError: it has not left.
    """
    with database.read() as snapshot:
        name = member_name(snapshot, snapshot.get_one(Member, member_id))
    with database.edit(lazy("{member} came back to its consortium", member=name)) as edit:
        away = away_of(edit, member_id)
        if away is None:
            raise UserError(_("{member} has not left.", member=name))
        away.back_at = database.now()


def let_leave(edit: Edit, members: Collection[int], now: Instant) -> None:
    """These members leave and hand over to nobody; those that are away already stay so."""
    for member_id in sorted(members):
        if away_of(edit, member_id) is None:
            leave_in(edit, member_id, None, "", now)


def bring_back(edit: Edit, members: Collection[int], now: Instant) -> None:
    """Those of these members that are away are in again, as somebody speaks for them."""
    away = select(Leaving.id).where(Leaving.member_id.in_(members), Leaving.back_at.is_(None))
    edit.change_rows(Leaving, {key: {"back_at": now} for key in edit.scalars(away)})


def away_of(snapshot: Snapshot, member_id: int) -> Leaving | None:
    """The leaving of a member that is away now."""
    return snapshot.scalar(
        select(Leaving)
        .where(Leaving.member_id == member_id, Leaving.back_at.is_(None))
        .order_by(Leaving.id.desc())
        .limit(1)
    )


def takers_over(snapshot: Snapshot, consortium_ids: Collection[int]) -> dict[int, int | None]:
    """Who answers for each member that is away: the one it handed over to who is in, or None.

    Whoever took over and left in turn has handed that on as well.
    """
    rows = snapshot.execute(
        select(Leaving.member_id, Leaving.handed_to_id)
        .join(Member, Member.id == Leaving.member_id)
        .where(Member.consortium_id.in_(consortium_ids), Leaving.back_at.is_(None))
        .order_by(Leaving.id)
    )
    return who_answers({row.member_id: row.handed_to_id for row in rows})


def _speaking_now(member_id: int) -> Select[int]:
    return (
        select(Delegate.id)
        .join(Session, Session.id == Delegate.session_id)
        .where(Delegate.member_id == member_id, Session.status != SessionStatus.CLOSED)
    )


def _check_heir(edit: Edit, member: Member, heir: Member) -> None:
    if heir.id == member.id or heir.consortium_id != member.consortium_id:
        raise UserError(_("Hand over to another member of the same consortium."))
    if away_of(edit, heir.id) is not None:
        raise UserError(
            _(
                "{member} has left as well. Hand over to a member who is in, or to nobody.",
                member=member_name(edit, heir),
            )
        )


def _leaves(snapshot: Snapshot, member_id: int, handed_to_id: int | None) -> Text:
    member = snapshot.get_one(Member, member_id)
    name = member_name(snapshot, member)
    consortium = snapshot.get_one(Consortium, member.consortium_id).name
    if handed_to_id is None:
        return lazy("{member} left {consortium}", member=name, consortium=consortium)
    heir = member_name(snapshot, snapshot.get_one(Member, handed_to_id))
    return lazy(
        "{member} left {consortium} and handed over to {heir}",
        member=name,
        consortium=consortium,
        heir=heir,
    )
