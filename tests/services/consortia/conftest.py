"""What tests of consortia share: an evening whose winners are known."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rooms.consortia_room import Room, make_room
from tests.rooms.consortium_room import ConsortiumRoom, make_consortium


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


@pytest.fixture
def seven(tmp_path: Path) -> Iterator[ConsortiumRoom]:
    """A consortium of seven members, and a clock."""
    made = make_consortium(tmp_path / "seven.kdc")
    yield made
    made.database.close()
