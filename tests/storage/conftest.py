"""A club file that is open for one test."""

from pathlib import Path

import pytest

from kdc_desktop.storage import open_database
from tests.storage.places import EVENING


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "club.kdc"


@pytest.fixture
def database(path: Path):
    opened = open_database(path, lambda: EVENING)
    yield opened
    opened.close()
