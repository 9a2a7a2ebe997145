"""A club file that is open for one test."""

import shutil
import tempfile
from pathlib import Path

import pytest

from kdc_desktop.storage import open_database
from tests.storage.places import EVENING, add_person


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "club.kdc"


@pytest.fixture
def database(path: Path):
    opened = open_database(path, lambda: EVENING)
    yield opened
    opened.close()


@pytest.fixture
def folder():
    """A folder that a plain user may use, also when the tests run as root."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o777)
    yield made
    made.chmod(0o777)
    shutil.rmtree(made)


@pytest.fixture
def closed(path: Path) -> Path:
    """A club file with two people, closed."""
    database = open_database(path, lambda: EVENING)
    add_person(database, "Aino")
    add_person(database, "Eero")
    database.close()
    return path
