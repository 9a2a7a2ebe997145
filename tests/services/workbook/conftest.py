"""What tests of the workbook share: an evening, and its workbook read again."""

import pytest

from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.workbook.export import export_workbook
from tests.rooms.held_polls import hold_all
from tests.rooms.workbook_room import Book, an_evening


@pytest.fixture
def evening(tmp_path):
    made = an_evening(tmp_path / "club.kdc")
    yield made
    made.room.database.close()


@pytest.fixture
def room(evening):
    return evening.room


@pytest.fixture
def export(room, tmp_path):
    """Writes the workbook of the session, or of what is asked for, and reads it again."""

    def write(session_id: int | None = room.session_id) -> Book:
        export_workbook(room.database, tmp_path / "out.xlsx", WORKBOOK, session_id)
        return Book(tmp_path / "out.xlsx")

    return write


@pytest.fixture(scope="session")
def held(tmp_path_factory):
    """An evening with polls in all their ways, and its workbook."""
    made = hold_all(tmp_path_factory.mktemp("polls"))
    yield made
    made.room.database.close()
