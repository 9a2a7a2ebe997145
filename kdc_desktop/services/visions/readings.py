"""Keep what a version of a vision means for each member, in its own words."""

from sqlalchemy import select

from kdc_desktop.domain.kit.text import trimmed
from kdc_desktop.i18n import lazy
from kdc_desktop.model.visions import Reading
from kdc_desktop.services.visions.members import name_of_member, scale_for
from kdc_desktop.storage import Database


def set_reading(database: Database, vision_id: int, member_id: int, text: str) -> None:
    """What a version means for one member, in its own words; no text takes the reading away."""
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
        elif reading is None:
            edit.add(Reading(vision_id=vision_id, member_id=member_id, text=text))
        else:
            reading.text = text
