"""What the window cannot do just now it says with a reason, in the palette and by key."""

import pytest
from PySide6.QtGui import QAction

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.reasons import why_not

NAMES = ("room_next_page", "room_page_before", "message", "large_timer", "inspector", "go_to_shown")


@pytest.mark.parametrize("name", NAMES)
def test_at_home_it_says_why_not(club: Club, name: str) -> None:
    club.window.show()
    club.window.go("home")
    action = club.window.findChild(QAction, f"act_{name}")
    assert action is not None
    assert why_not(action)
    action.trigger()
    assert club.window.frame.quiet.text == why_not(action)
