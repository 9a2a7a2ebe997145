"""Members who leave a consortium, hand over to another, and may come back."""

from sqlalchemy import ColumnElement, ScalarSelect, exists, func, select

from kdc_desktop.domain.kit.text import trimmed
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Leaving, Member
from kdc_desktop.services.consortia.members import member_name
from kdc_desktop.storage import Database, Snapshot


def has_left(member_id: object) -> ColumnElement[bool]:
    """Whether the member with this id, of an enclosing statement, is away by now."""
    return exists(
        select(Leaving.id).where(Leaving.member_id == member_id, Leaving.back_at.is_(None))
    )


def left_at(member_id: object) -> ScalarSelect[Instant | None]:
    """When the member with this id left, of an enclosing statement; NULL for who is in it."""
    return (
        select(func.min(Leaving.left_at))
        .where(Leaving.member_id == member_id, Leaving.back_at.is_(None))
        .scalar_subquery()
    )


def leave(
    database: Database, member_id: int, handed_to_id: int | None = None, why: str = ""
) -> int:
    """A member leaves its consortium; what it said stays. The id of its leaving.

    Args:
        handed_to_id: the member of the same consortium who takes over, if one does.

    Raises:
        UserError: it has left already, or hands over to itself, to another consortium's member or
            to one who has left.
    """
    with database.read() as snapshot:
        name = member_name(snapshot, snapshot.get_one(Member, member_id))
    with database.edit(lazy("{member} left its consortium", member=name)) as edit:
        member = edit.get_one(Member, member_id)
        if _away(edit, member_id) is not None:
            raise UserError(_("{member} has left already.", member=name))
        if handed_to_id is not None:
            heir = edit.get_one(Member, handed_to_id)
            if heir.id == member_id or heir.consortium_id != member.consortium_id:
                raise UserError(_("Hand over to another member of the same consortium."))
            if _away(edit, handed_to_id) is not None:
                heir_name = member_name(edit, heir)
                raise UserError(_("{member} has left already.", member=heir_name))
        left = Leaving(
            member_id=member_id,
            left_at=database.now(),
            handed_to_id=handed_to_id,
            why=trimmed(why),
        )
        edit.add(left)
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
        away = _away(edit, member_id)
        if away is None:
            raise UserError(_("{member} has not left.", member=name))
        away.back_at = database.now()


def _away(snapshot: Snapshot, member_id: int) -> Leaving | None:
    return snapshot.scalar(
        select(Leaving)
        .where(Leaving.member_id == member_id, Leaving.back_at.is_(None))
        .order_by(Leaving.id.desc())
        .limit(1)
    )
