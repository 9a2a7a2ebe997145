"""A copy that was made while the vote ran says so on its page, and what can be done."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.polls.poll_screen import PollScreen
from kdc_desktop.services.polls import questions
from kdc_desktop.storage import backups, open_database
from tests.gui.polls.watched import Watched, click, vote
from tests.rooms.poll_room import EVENING, Room, make_room


@pytest.fixture
def voting(tmp_path: Path) -> Iterator[Room]:
    """A room in which three have voted in a secret poll."""
    (tmp_path / "club").mkdir()
    made = make_room(tmp_path / "club" / "club.kdc")
    poll_id = made.open_poll(secrecy=Secrecy.SECRET)
    for place in range(3):
        made.cast(poll_id, place, {})
    yield made
    made.database.close()


@pytest.fixture
def copied(voting: Room, tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Watched]:
    """The screen of a copy of that room."""
    (tmp_path / "copies").mkdir()
    backups.copy_to(voting.database.path, tmp_path / "copies" / "copy.kdc")
    database = open_database(tmp_path / "copies" / "copy.kdc", lambda: EVENING)
    made = Watched(theme, replace(voting, database=database))
    database.subscribe(made.on_changes)
    qtbot.addWidget(made)
    made.resize(900, 650)
    made.show()
    made.touch()
    yield made
    made.jobs.wait()
    database.close()


def test_the_page_says_whose_the_papers_are_and_the_room_sees_nothing(
    copied: Watched, voting: Room
) -> None:
    page, head = copied.pages.closed_page, copied.head
    assert page.isVisible()
    assert page.accessibleName() == "The papers of this poll are not here"
    assert f"goes on in {voting.database.path}" in page.accessibleDescription()
    shown = [head.kiosk_button, head.close_button, head.hands_button, head.reopen_button]
    assert [button.isVisible() for button in shown] == [False] * 4
    assert copied.slide() is None
    copied.close_poll()
    assert "a copy that was made while the vote ran" in copied.problems[-1]


def test_another_round_is_prepared_and_the_poll_goes_into_the_trash(copied: Watched) -> None:
    click(copied.pages.closed_page.button)
    (left,) = questions.polls(copied.room.database, copied.room.session_id)
    assert left.state == "draft"
    assert copied.pages.plan_page.isVisible()


def test_where_the_folder_of_the_club_is_gone_its_papers_are_taken_over(
    copied: Watched, voting: Room
) -> None:
    voting.database.close()
    folder = voting.database.path.parent
    folder.rename(folder.with_name("pulled"))
    copied.touch()
    page = copied.pages.closed_page
    assert "Plug in its disk" in page.accessibleDescription()
    assert page.button.text() == "Take the papers over"
    click(page.button)
    assert copied.pages.open_page.isVisible()
    assert copied.shown.voted == 3


def test_hands_are_corrected_while_a_secret_poll_is_closed(screen: Watched, room: Room) -> None:
    screen.show_poll(room.open_poll(secrecy=Secrecy.SECRET))
    vote(screen, range(3), 1)
    assert screen.head.close_button.toolTip() == "Once it has papers, this poll cannot be reopened."
    screen.close_poll()
    assert not screen.head.reopen_button.isVisible()
    click(screen.head.hands_button)
    panel = screen.pages.hands_page
    assert panel.isVisible()
    click(panel.back_button)
    assert screen.pages.closed_page.isVisible()
    click(screen.head.hands_button)
    panel.people_spin.setValue(4)
    click(panel.save_button)
    assert screen.pages.closed_page.isVisible()
    assert screen.shown.voted == 7
    screen.revealing.reveal()
    assert not screen.head.hands_button.isVisible()
    assert screen.problems == []


def test_a_named_poll_is_reopened_as_before(screen: PollScreen, room: Room) -> None:
    screen.show_poll(room.open_poll(secrecy=Secrecy.NAMED))
    screen.close_poll()
    assert screen.head.reopen_button.isVisible()
    assert screen.head.close_button.toolTip() == ""
