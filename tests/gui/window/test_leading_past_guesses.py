"""A sector that was guessed on the way leads no undo to another screen."""

import pytest

from kdc_desktop.app import Club
from kdc_desktop.services.attendance import door
from kdc_desktop.services.people import organisations
from tests.gui.window.sample_window import SESSION, look_at, undo

GUESSED = "Oulu University"


@pytest.mark.parametrize(
    ("verb", "screen_name"),
    [
        (lambda db: organisations.add_organisation(db, GUESSED, None), "people_screen"),
        (lambda db: door.walk_in(db, SESSION, "Zoe Zed", GUESSED), "check_in_screen"),
    ],
)
def test_the_undo_of_what_guessed_a_sector_goes_to_its_own_screen(sample: Club, verb, screen_name):
    verb(sample.database)
    look_at(sample, "vision")
    assert undo(sample).objectName() == screen_name
