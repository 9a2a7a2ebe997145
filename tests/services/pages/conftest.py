"""What tests of pages share: an evening, and its pages."""

import pytest

from kdc_desktop.domain.pages.kinds import BY_KEY
from kdc_desktop.services.pages.making import make_pages
from tests.rooms.workbook_room import an_evening


@pytest.fixture
def evening(tmp_path):
    made = an_evening(tmp_path / "club.kdc")
    yield made
    made.room.database.close()


@pytest.fixture
def room(evening):
    return evening.room


@pytest.fixture
def document(room):
    """Makes the pages of a kind, by its key."""
    return lambda key: make_pages(room.database, BY_KEY[key], room.session_id)
