"""What tests of polls share: a room to vote in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.domain.polls.states import Secrecy
from tests.rooms.poll_room import Room, make_room
from tests.services.polls.voting_room import Voting


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Twenty people, present, and six clusters with an idea each."""
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


@pytest.fixture
def voting(tmp_path: Path) -> Iterator[Voting]:
    """A secret poll in which three of twenty have voted."""
    (tmp_path / "club").mkdir()
    room = make_room(tmp_path / "club" / "club.kdc")
    poll_id = room.open_poll(secrecy=Secrecy.SECRET)
    for place in range(3):
        room.cast(poll_id, place, {room.options(poll_id)[0]: 1})
    yield room, poll_id
    room.database.close()
