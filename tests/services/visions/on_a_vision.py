"""Two versions, and what the file says of where the members stand."""

from kdc_desktop.domain.visions.readiness import Readiness
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.rows import VersionRow, VisionPage
from tests.rooms.consortium_room import ConsortiumRoom
from tests.rooms.vision_pages import vision_page

FIRST = "Every yard shares a cargo bike."
SECOND = "Every yard shares a cargo bike, insured and stored indoors."


def page(room: ConsortiumRoom) -> VisionPage:
    return vision_page(room.database, room.consortium_id)


def latest(room: ConsortiumRoom) -> VersionRow:
    found = page(room).latest
    assert found is not None
    return found


def words(state: Readiness) -> tuple[str, ...]:
    return tuple(str(reason) for reason in state.reasons)


def all_at(room: ConsortiumRoom, vision_id: int, level: int) -> None:
    for member_id in room.members:
        take_position(room.database, vision_id, member_id, level)
