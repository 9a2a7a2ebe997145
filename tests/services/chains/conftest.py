"""What tests of chains share: an evening whose ideas can go far."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rooms.chains_room import ChainsRoom, make_chains


@pytest.fixture
def club(tmp_path: Path) -> Iterator[ChainsRoom]:
    made = make_chains(tmp_path / "club.kdc")
    yield made
    made.room.database.close()
