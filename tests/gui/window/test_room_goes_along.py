"""A poll that is opened or revealed while another stage runs is seen by the room all the same."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Club
from kdc_desktop.audience.polls.poll_slide import PollSlide
from kdc_desktop.audience.polls.result_slide import ResultSlide
from kdc_desktop.audience.state import RoomMode
from kdc_desktop.domain.polls.stages import VOTE
from tests.gui.window.sample_window import look_at, run, settle, trigger


@pytest.fixture
def polls(evening: Club) -> Any:
    """The polls of an evening that is still at its check-in, with a new one filled in."""
    run(evening, "check_in")
    screen = look_at(evening, VOTE.key)
    screen.new_poll()
    screen.pages.plan_page.question_edit.setText("Where do we meet next?")
    return screen


def _open(screen: Any) -> None:
    screen.pages.plan_page.open_button.click()
    QApplication.processEvents()


def test_the_room_goes_along_and_back_with_f6(evening: Club, polls: Any) -> None:
    before, quiet = settle(evening), evening.window.frame.quiet
    _open(polls)
    shown = settle(evening)
    assert isinstance(shown, PollSlide)
    assert shown.question == "Where do we meet next?"
    assert quiet.text == ("The poll is open. The room sees it in place of the stage: F6 goes back.")
    trigger(evening, "act_room_follow")
    assert settle(evening) == before
    polls.close_poll()
    assert settle(evening) == before
    polls.revealing.reveal()
    assert isinstance(settle(evening), ResultSlide)


def test_what_is_held_stays_and_that_is_said(evening: Club, polls: Any) -> None:
    before = settle(evening)
    evening.room.mode = RoomMode.HOLD
    _open(polls)
    assert settle(evening) == before
    assert evening.window.frame.quiet.text == (
        "The poll is open. The room goes on seeing what you hold, until you follow again with F6."
    )


def test_in_its_own_stage_nothing_is_in_the_place_of_it(evening: Club) -> None:
    run(evening, VOTE.key)
    screen: Any = evening.window.screen_shown
    screen.new_poll()
    screen.pages.plan_page.question_edit.setText("Where do we meet next?")
    _open(screen)
    assert isinstance(settle(evening), PollSlide)
    assert evening.window.feed.in_room.shown is None
