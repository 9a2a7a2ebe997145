"""Keep what a version of a vision means for each member, in its own words."""

from sqlalchemy import select

from kdc_desktop.domain.kit.text import trimmed
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.model.visions import Reading, Vision
from kdc_desktop.services.visions.members import name_of_member, scale_for
from kdc_desktop.storage import Database, Edit


def set_reading(database: Database, vision_id: int, member_id: int, text: str) -> None:
    """What a version means for one member, in its own words; no text takes the reading away.

    What a member has said of the version before counts until it has looked at the next one: it
    has done so once it says something of that, be it the same words.

    Raises:
        UserError: there is no text, and what would be left is what it said of an earlier version.
    """
    text = trimmed(text)
    name = name_of_member(database, member_id)
    with database.edit(lazy("Kept the reading of {name}", name=name)) as edit:
        scale_for(edit, vision_id, member_id)
        reading = edit.scalar(
            select(Reading).where(Reading.vision_id == vision_id, Reading.member_id == member_id)
        )
        if not text:
            if reading is not None:
                edit.delete(reading)
            else:
                _check_nothing_is_carried_over(edit, vision_id, member_id, name)
        elif reading is None:
            edit.add(Reading(vision_id=vision_id, member_id=member_id, text=text))
        else:
            reading.text = text


def _check_nothing_is_carried_over(edit: Edit, vision_id: int, member_id: int, name: str) -> None:
    vision = edit.get_one(Vision, vision_id)
    earlier = edit.scalar(
        select(Vision.number)
        .join(Reading, Reading.vision_id == Vision.id)
        .where(Reading.member_id == member_id, Vision.number < vision.number)
        .order_by(Vision.number.desc())
        .limit(1)
    )
    if earlier is not None:
        raise UserError(
            _(
                "{name} said this of version {earlier}, where it stays. Write what version "
                "{number} means, or confirm what was said.",
                name=name,
                earlier=earlier,
                number=vision.number,
            )
        )
