"""Choose the scale on which a consortium's members answer, and the level they agree on."""

from sqlalchemy import func, select

from kdc_desktop.domain.visions.scales import SCALES, Scale
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Position, Vision
from kdc_desktop.storage import Database


def set_agreed_level(database: Database, consortium_id: int, level: int) -> None:
    """The lowest level at which a consortium goes.

    Raises:
        UserError: its scale has no such level.
    """
    with database.edit(lazy("Agreed on level {level}", level=level)) as edit:
        consortium = edit.get_one(Consortium, consortium_id)
        check_level(SCALES[consortium.scale], level)
        consortium.agreed_level = level


def set_scale(database: Database, consortium_id: int, key: str) -> None:
    """The scale on which a consortium's members take positions, with its own agreed level.

    Raises:
        UserError: a member has taken a position already.
    """
    scale = SCALES[key]
    with database.edit(lazy("Chose the scale {scale}", scale=scale.name)) as edit:
        taken = edit.scalar(
            select(func.count())
            .select_from(Position)
            .join(Vision, Vision.id == Position.vision_id)
            .where(Vision.consortium_id == consortium_id)
        )
        if taken:
            raise UserError(
                _(
                    "Positions have been taken on the present scale. Clear them first, "
                    "or go on with it."
                )
            )
        consortium = edit.get_one(Consortium, consortium_id)
        consortium.scale, consortium.agreed_level = scale.key, scale.agreed


def check_level(scale: Scale, level: int) -> None:
    """Raise a UserError where the scale has no such level."""
    if not scale.lowest <= level <= scale.highest:
        raise UserError(
            _(
                "{scale} goes from {lowest} to {highest}. Choose one of these.",
                scale=scale.name,
                lowest=scale.lowest,
                highest=scale.highest,
            )
        )
