"""What tests of consortia share: an evening whose winners are known."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rooms.consortia_room import Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()
