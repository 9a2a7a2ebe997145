"""A page that follows positions is the page that would be read."""

import pytest

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import clear_position, take_position
from kdc_desktop.services.visions.questions import (
    FollowedVision,
    consortia_with_visions,
)
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.storage import Changes
from tests.rooms.consortium_room import ConsortiumRoom, add_consortium
from tests.rooms.statements import queries_of
from tests.rooms.vision_pages import vision_page
from tests.services.visions.on_a_vision import FIRST, SECOND


class Follower:
    """Follows one consortium of a room, change by change; `follows` says whether it could."""

    def __init__(self, room: ConsortiumRoom) -> None:
        self._room, self.follows = room, [True]
        self.vision = FollowedVision(room.database, room.consortium_id)
        room.database.subscribe(self._hear)

    def _hear(self, changes: Changes) -> None:
        changed = (changes.ids.get(table, ()) for table in ("position", "asking"))
        self.follows.append(self.vision.follow(*changed))

    @property
    def is_right(self) -> bool:
        """Whether page and choice are what is read anew."""
        database, room = self._room.database, self._room
        choices = consortia_with_visions(database, room.session_id)
        return (self.vision.page, self.vision.choice) == (
            vision_page(database, room.consortium_id),
            choices[0],
        )


@pytest.fixture
def versions(room: ConsortiumRoom) -> list[int]:
    return [save_version(room.database, room.consortium_id, text) for text in (FIRST, SECOND)]


def test_positions_taken_changed_cleared_and_undone_are_followed(
    room: ConsortiumRoom, versions: list[int]
) -> None:
    database = room.database
    open_asking(database, room.consortium_id)
    follower = Follower(room)
    for place, level in ((2, 7), (0, 2), (1, 8), (0, 6)):
        take_position(database, versions[1], room.members[place], level, "Because")
        assert follower.is_right
    clear_position(database, versions[1], room.members[1])
    assert follower.is_right
    for _step in range(5):
        database.undo()
        assert follower.is_right
    for _step in range(5):
        database.redo()
        assert follower.is_right
    assert all(follower.follows)


def test_an_asking_is_followed_until_it_is_revealed(
    room: ConsortiumRoom, versions: list[int]
) -> None:
    database = room.database
    follower = Follower(room)
    take_position(database, versions[1], room.members[0], 5)  # the first answer opens it
    assert follower.is_right
    database.undo()
    assert follower.is_right
    asking = open_asking(database, room.consortium_id)
    assert follower.is_right
    take_position(database, versions[1], room.members[1], 6)
    assert follower.is_right
    assert follower.follows == [True] * 5
    reveal(database, asking)
    assert follower.follows[-1] is False
    follower.vision = FollowedVision(database, room.consortium_id)
    for level in (3, 4):  # a second asking of one version
        take_position(database, versions[1], room.members[0], level)
        assert follower.is_right
    database.undo()
    assert follower.is_right
    assert follower.follows[-3:] == [True] * 3


def test_an_asking_of_another_consortium_is_not_followed(
    room: ConsortiumRoom, versions: list[int]
) -> None:
    asked = (("Acme", "C", MemberRole.PARTNER),)
    other, _members = add_consortium(room.database, room.session_id, "Roofs", asked)
    save_version(room.database, other, FIRST)
    follower = Follower(room)
    open_asking(room.database, other)
    room.database.undo()
    assert follower.follows == [True, False, False]
    assert follower.is_right


def test_a_position_of_another_consortium_is_not_followed(
    room: ConsortiumRoom, versions: list[int]
) -> None:
    other, members = add_consortium(
        room.database, room.session_id, "Roofs", (("Acme", "C", MemberRole.PARTNER),)
    )
    version = save_version(room.database, other, FIRST)
    follower = Follower(room)
    take_position(room.database, version, members[0], 5)
    room.database.undo()
    assert follower.follows == [True, False, False]
    assert follower.is_right


def test_a_position_is_followed_by_one_query(room: ConsortiumRoom, versions: list[int]) -> None:
    vision = FollowedVision(room.database, room.consortium_id)
    key = take_position(room.database, versions[1], room.members[0], 5)
    assert len(queries_of(lambda: vision.follow([key]))) == 1
