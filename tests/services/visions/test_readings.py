"""What a vision means for each member, over its versions."""

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.services.visions.readings import set_reading
from kdc_desktop.services.visions.rows import ReadingRow
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import ConsortiumRoom
from tests.services.visions.on_a_vision import SECOND, latest, page


def reading(room: ConsortiumRoom, member: int) -> ReadingRow | None:
    return page(room).reading(room.members[member], latest(room))


def test_a_new_version_keeps_each_reading_until_its_member_looks_again(
    room: ConsortiumRoom, first: int
) -> None:
    for member in (0, 1):
        set_reading(room.database, first, room.members[member], "More bikes sold")
    assert page(room).looked_at(first) == (2, 7)
    second = save_version(room.database, room.consortium_id, SECOND)
    assert page(room).looked_at(second) == (0, 7)
    assert reading(room, 0) == ReadingRow("More bikes sold", 1, True)
    set_reading(room.database, second, room.members[0], "More bikes sold")
    assert reading(room, 0) == ReadingRow("More bikes sold", 2, False)
    assert reading(room, 1) == ReadingRow("More bikes sold", 1, True)
    assert page(room).looked_at(second) == (1, 7)


def test_what_was_said_of_a_version_shows_beside_that_version(
    room: ConsortiumRoom, first: int
) -> None:
    set_reading(room.database, first, room.members[0], "More bikes sold")
    save_version(room.database, room.consortium_id, SECOND)
    third = save_version(room.database, room.consortium_id, SECOND + " And dry.")
    set_reading(room.database, third, room.members[0], "Fewer bikes sold")
    there = page(room)
    shown = [there.reading(room.members[0], version) for version in there.versions]
    assert shown == [
        ReadingRow("More bikes sold", 1, False),
        ReadingRow("More bikes sold", 1, True),
        ReadingRow("Fewer bikes sold", 3, False),
    ]
    assert there.reading(room.members[1], there.versions[0]) is None


def test_what_was_said_of_an_earlier_version_is_not_taken_away_with_this_one(
    room: ConsortiumRoom, first: int
) -> None:
    set_reading(room.database, first, room.members[0], "More bikes sold")
    second = save_version(room.database, room.consortium_id, SECOND)
    with pytest.raises(UserError, match="said this of version 1"):
        set_reading(room.database, second, room.members[0], " ")
    set_reading(room.database, second, room.members[0], "Fewer bikes sold")
    set_reading(room.database, second, room.members[0], "")
    assert reading(room, 0) == ReadingRow("More bikes sold", 1, True)
