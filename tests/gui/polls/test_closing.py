"""Where many have voted, a poll is closed beside the window, which says so when it is on disk."""

import threading

import pytest

from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.gui_thread import GuiThread
from kdc_desktop.screens.kit import doing
from kdc_desktop.services.polls import questions
from tests.gui.polls.watched import Watched, vote
from tests.gui.test_jobs import wait_until
from tests.rooms.poll_room import Room

OVER = "The vote is over. Its result stays hidden until the reveal."


@pytest.fixture
def told(room: Room, screen: Watched, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the screen says of an open poll in which five, which are many, have voted."""
    monkeypatch.setattr(doing, "MANY", 5)
    gui = GuiThread()
    gui.setParent(screen)
    room.database.deliver_through(gui.post)
    screen.show_poll(room.open_poll())
    vote(screen, range(5), 1)
    said: list[str] = []
    screen.said.connect(said.append)
    return said


def state(room: Room, screen: Watched) -> PollState:
    return questions.poll(room.database, screen.shown.id).state


def test_the_vote_is_over_when_it_is_on_disk(room: Room, screen: Watched, told: list[str]) -> None:
    screen.close_poll()
    screen.close_poll()  # pressed once more
    assert screen.jobs.asked_for == "Closing the poll"
    assert (screen.shown.state, told) == (PollState.OPEN, [])
    wait_until(lambda: bool(told))
    assert state(room, screen) is PollState.CLOSED
    assert screen.pages.closed_page.isVisible()
    assert (told, screen.problems) == ([OVER], [])


def test_a_vote_is_ended_at_once_beside_another_job(
    room: Room, screen: Watched, told: list[str]
) -> None:
    go = threading.Event()
    screen.jobs.run("Exporting", lambda _progress: go.wait(10), lambda _done: None)
    screen.close_poll()
    assert (state(room, screen), told) == (PollState.CLOSED, [OVER])
    go.set()
