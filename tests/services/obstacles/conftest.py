"""What tests of obstacles share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rooms.obstacles_room import ObstaclesRoom, make_obstacles


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ObstaclesRoom]:
    made = make_obstacles(tmp_path / "club.kdc")
    yield made
    made.database.close()
