"""What tests of the services share: a club that nobody has been to yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.storage import Database, open_database
from tests.rooms.empty_club import EVENING


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING)
    yield opened
    opened.close()
