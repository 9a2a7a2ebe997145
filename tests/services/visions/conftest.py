"""What tests of visions share: a consortium and its first version."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import ConsortiumRoom, make_consortium
from tests.services.visions.on_a_vision import FIRST


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ConsortiumRoom]:
    made = make_consortium(tmp_path / "club.kdc")
    yield made
    made.database.close()


@pytest.fixture
def first(room: ConsortiumRoom) -> int:
    return save_version(room.database, room.consortium_id, FIRST)
