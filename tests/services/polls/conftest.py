"""What tests of polls share: a room to vote in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rooms.poll_room import Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Twenty people, present, and six clusters with an idea each."""
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()
