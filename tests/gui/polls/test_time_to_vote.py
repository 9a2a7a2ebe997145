"""A time that is given is seen by everybody, and closes nothing."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QInputDialog

from kdc_desktop.instants import Instant
from tests.gui.polls.watched import Watched, poll_slide
from tests.rooms.poll_room import EVENING


def _give(screen: Watched, minutes: str) -> str:
    """What is asked for."""
    action = next(one for one in screen.actions() if one.objectName() == "act_give_more_time")
    action.trigger()
    dialog = screen.findChild(QInputDialog, "ask_dialog")
    assert dialog is not None
    asked = dialog.labelText()
    dialog.setObjectName("")
    dialog.setTextValue(minutes)
    dialog.accept()
    return asked


@pytest.fixture
def said(screen: Watched) -> list[str]:
    told: list[str] = []
    screen.said.connect(told.append)
    return told


def test_everybody_sees_when_the_vote_ends_and_that_it_does_not_end_by_itself(
    screen: Watched, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.show_poll(screen.room.open_poll())
    assert _give(screen, "5") == "How many minutes from now?"
    assert said == [
        "The vote is to end at 18:05, and the room sees that. It stays open until you close it."
    ]
    assert screen.head.state_label.text() == "Open · closes at 18:05"
    assert poll_slide(screen).description.split(". ")[1] == "0 of 20 have voted · closes at 18:05"
    assert _give(screen, "2") == "How many minutes more?"
    assert screen.head.state_label.text() == "Open · closes at 18:07"

    def later() -> Instant:
        return EVENING + timedelta(minutes=7)

    monkeypatch.setattr(screen.room.database, "now", later)
    screen.tick()
    screen.tick()
    assert said[2:] == ["The time to vote is over. The vote stays open until you close it."]
    assert screen.head.state_label.text() == "Open · time is over"
    assert poll_slide(screen).time == "time is over"
    assert screen.shown.takes_papers
    screen.close_poll()
    assert screen.head.state_label.text() == "Closed"
