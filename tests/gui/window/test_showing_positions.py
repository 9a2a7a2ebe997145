"""What is said of the positions is true of the room, and a window made anew shows them on."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.audience.state import RoomMode
from kdc_desktop.audience.visions.revealed_slide import RevealedSlide
from kdc_desktop.screens.kit.screen import Sight
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.visions.questions import consortia_with_visions
from tests.gui.window.sample_window import SESSION, run, settle, trigger

SEEN = "The room sees the positions on this version."
NOT_SEEN = "The room sees no position on this version."


def dots(club: Club) -> int:
    """How many positions the room sees."""
    slide = settle(club)
    return len(slide.positions) if isinstance(slide, RevealedSlide) else 0


def toggle(club: Club) -> str:
    """Press V; what is said of it."""
    trigger(club, "act_show_positions")
    return club.window.frame.quiet.text


@pytest.fixture
def asking(evening: Club) -> Club:
    """The room sees how many have answered."""
    run(evening, "vision")
    assert dots(evening) == 0
    return evening


def test_positions_are_shown_and_hidden_and_the_stage_stays_in_the_room(asking: Club) -> None:
    assert (toggle(asking), dots(asking) > 0) == (SEEN, True)
    assert asking.window.feed.in_room.shown is None
    assert (toggle(asking), dots(asking)) == (NOT_SEEN, 0)


def _closed(club: Club) -> None:
    club.shared_screen.close()


def _covered(club: Club) -> None:
    club.shared_screen.move(club.window.pos())
    club.shared_screen.covered._is_behind = True
    assert club.shared_screen.covered


def _kiosk(club: Club) -> None:
    club.shared_screen.show_kiosk(QPushButton("Kiosk"))


@pytest.mark.parametrize("way", [_closed, _covered, _kiosk])
def test_what_nobody_sees_is_not_said_to_be_seen(asking: Club, way: Callable[[Club], None]) -> None:
    way(asking)
    for _time in range(2):
        said = toggle(asking)
        assert said not in (SEEN, NOT_SEEN)
        assert "shared screen" in said


def test_what_is_held_is_seen_until_one_follows_again(asking: Club) -> None:
    toggle(asking)
    many = dots(asking)
    asking.room.mode = RoomMode.HOLD
    said = toggle(asking)
    assert (dots(asking), said == NOT_SEEN, "hold" in said) == (many, False, True)
    trigger(asking, "act_room_follow")
    assert dots(asking) == 0


@pytest.mark.parametrize("mode", [RoomMode.HOLD, RoomMode.BLANK])
def test_who_shows_positions_wants_them_to_be_seen(asking: Club, mode: RoomMode) -> None:
    asking.room.mode = mode
    assert (toggle(asking), dots(asking) > 0) == (SEEN, True)
    assert asking.room.mode is RoomMode.FOLLOW


def test_a_blank_room_is_not_said_to_see_that_they_are_hidden(asking: Club) -> None:
    toggle(asking)
    asking.room.mode = RoomMode.BLANK
    assert "title and clock" in toggle(asking)


def test_positions_shown_in_place_of_the_stage_are_hidden_there_too(asking: Club) -> None:
    run(asking, "check_in")
    asking.window.show_session_screen("vision")
    QCoreApplication.processEvents()
    assert (toggle(asking), dots(asking) > 0) == (SEEN, True)
    assert (toggle(asking), dots(asking)) == (NOT_SEEN, 0)


def test_a_screen_made_anew_knows_that_the_room_sees_the_positions(
    asking: Club, qtbot: QtBot
) -> None:
    toggle(asking)
    first = asking.window.screen_shown
    assert isinstance(first, VisionScreen)
    again = VisionScreen(first.theme, asking.database, SESSION)
    qtbot.addWidget(again)
    qtbot.addWidget(again.panel)
    sight = asking.window.feed.handed
    assert sight is not None
    again.stage = first.stage
    assert again.slide_of(sight.sight) == first.slide()
    again.show_consortium(consortia_with_visions(asking.database, SESSION)[0].id)
    assert again.view.reveals
    assert again.sight == Sight(first.stage, sight.sight.of)
