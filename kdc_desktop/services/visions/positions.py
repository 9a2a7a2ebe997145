"""Take positions on a version of a vision."""

from sqlalchemy import select

from kdc_desktop.domain.kit.text import trimmed
from kdc_desktop.i18n import lazy
from kdc_desktop.model.visions import Position
from kdc_desktop.services.visions.members import name_of_member, scale_for
from kdc_desktop.services.visions.reservations import Concern, new_reservation
from kdc_desktop.services.visions.scale import check_level
from kdc_desktop.storage import Database, Snapshot


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
    with database.edit(lazy("{name} took position {level}", name=name, level=level)) as edit:
        check_level(scale_for(edit, vision_id, member_id), level)
        position = _position(edit, vision_id, member_id)
        if position is None:
            position = Position(vision_id=vision_id, member_id=member_id, level=level)
            edit.add(position)
        position.level = level
        position.at = database.now()
        if reason is not None:
            position.reason = trimmed(reason)
        if would_move is not None:
            position.would_move = trimmed(would_move)
        if concern is not None:
            edit.add(new_reservation(vision_id, member_id, concern, database.now()))
        edit.flush()
        return position.id


def clear_position(database: Database, vision_id: int, member_id: int) -> None:
    """The member has no position on this version any more."""
    name = name_of_member(database, member_id)
    with database.edit(lazy("Cleared the position of {name}", name=name)) as edit:
        position = _position(edit, vision_id, member_id)
        if position is not None:
            edit.delete(position)


def _position(snapshot: Snapshot, vision_id: int, member_id: int) -> Position | None:
    return snapshot.scalar(
        select(Position).where(Position.vision_id == vision_id, Position.member_id == member_id)
    )
