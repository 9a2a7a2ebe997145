"""Choose the scale on which a consortium's members answer, and the level they agree on."""

from kdc_desktop.domain.visions.scales import SCALES, Scale
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.services.visions.askings import keep_old_askings, open_asking_of
from kdc_desktop.storage import Database


def set_agreed_level(database: Database, consortium_id: int, level: int) -> None:
    """The lowest level at which a consortium goes, from the next asking on.

    Raises:
        UserError: its scale has no such level.
    """
    with database.edit(lazy("Agreed on level {level}", level=level)) as edit:
        consortium = edit.get_one(Consortium, consortium_id)
        check_level(SCALES[consortium.scale], level)
        keep_old_askings(edit, consortium_id)
        consortium.agreed_level = level


def set_scale(database: Database, consortium_id: int, key: str) -> None:
    """The scale on which a consortium's members are asked from now on, with its own agreed level.

    Earlier askings keep theirs.

    Raises:
        UserError: it is being asked on the present scale.
    """
    scale = SCALES[key]
    with database.edit(lazy("Chose the scale {scale}", scale=scale.name)) as edit:
        if open_asking_of(edit, consortium_id) is not None:
            raise UserError(
                _(
                    "Members are being asked on the present scale. Reveal their answers first, "
                    "then choose another one."
                )
            )
        keep_old_askings(edit, consortium_id)
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
