"""The end of an evening is a moment: what was decided, what is open, what comes next."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kdc_desktop.app import Club
from kdc_desktop.audience.sessions.thanks import ThanksSlide
from kdc_desktop.domain.polls.stages import VOTE
from kdc_desktop.screens.sessions.agenda_screen import AgendaScreen
from kdc_desktop.screens.sessions.begin_dialog import BeginDialog
from kdc_desktop.screens.sessions.outcome_screen import OutcomeScreen
from kdc_desktop.services.polls import running
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.services.winners.marking import mark_winners
from kdc_desktop.services.winners.questions import winners
from kdc_desktop.settings import Settings
from tests.gui.test_jobs import wait_until
from tests.rooms.poll_room import STARTS, TOPICS, Room, make_room

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return make_room(tmp_path / "club.kdc")


@pytest.fixture
def club(qtbot, theme, tmp_path: Path, room: Room):
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    made = Club(room.database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.show()
    agenda.add_stage(room.database, room.session_id, VOTE)
    made.window.open_session(room.session_id)
    agenda.go_live(room.database, room.session_id)
    yield made
    made.close()


def end(club: Club) -> OutcomeScreen:
    """Press what ends the evening, and look at what one sees then."""
    QTest.mouseClick(club.window.frame.strip.steps.close, LEFT)
    screen = club.window.screen_shown
    assert isinstance(screen, OutcomeScreen)
    return screen


def words(screen: OutcomeScreen, key: str) -> str:
    card = screen.cards[key]
    return " ".join(label.text() for label in card.findChildren(type(screen.ends_label)))


def test_closing_the_session_shows_what_was_decided_and_thanks_the_room(club, room: Room):
    poll_id = room.open_poll()
    room.cast(poll_id, 0, {room.options(poll_id)[2]: 3})
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    mark_winners(room.database, poll_id, [room.options(poll_id)[2]])
    screen = end(club)
    assert TOPICS[2] in words(screen, "winners")
    assert "No consortium was formed." in words(screen, "consortia")
    assert not screen.ends_label.isVisible()
    assert "20 people were here." in screen.summary_label.text()
    wait_until(lambda: club.window.feed.is_up_to_date)
    slide = club.room.offered
    assert isinstance(slide, ThanksSlide)
    assert slide.lines == tuple(row.title for row in winners(room.database, room.session_id))


def test_closing_with_a_poll_still_open_says_so(club, room: Room):
    room.open_poll()
    screen = end(club)
    assert screen.ends_label.isVisible()
    assert screen.ends_label.text() == (
        "The poll “What shall we start this winter?” is still open: 0 of 20 have voted. Close it."
    )


def test_the_agenda_is_one_click_away_and_reopening_goes_back_to_the_stage(club):
    screen = end(club)
    QTest.mouseClick(screen.agenda_button, LEFT)
    assert isinstance(club.window.screen_shown, AgendaScreen)
    QTest.mouseClick(club.window.frame.strip.steps.reopen, LEFT)
    assert club.window.walk.is_live
    assert club.window.screen_shown.accessibleName() == "Poll"


def test_undoing_the_close_takes_one_back_to_the_stage(club):
    end(club)
    club.window.undoing.undo()
    assert club.window.walk.is_live
    assert not isinstance(club.window.screen_shown, OutcomeScreen)


def test_the_next_evening_is_told_and_opened_or_planned(club, room: Room):
    screen = end(club)
    QTest.mouseClick(screen.next_button, LEFT)
    dialog = club.window.findChild(BeginDialog)
    assert isinstance(dialog, BeginDialog)
    dialog.reject()
    later = STARTS + timedelta(days=40)
    planned = planning.plan_session(room.database, "Winter", later, templates()[0], place="Library")
    assert f"We meet again on {later:%d.%m.%Y} {later:%H:%M}: Winter, Library." in (
        screen.summary_label.text()
    )
    wait_until(lambda: club.window.feed.is_up_to_date)
    assert isinstance(club.room.offered, ThanksSlide)
    assert "Winter" in club.room.offered.meet_again
    QTest.mouseClick(screen.next_button, LEFT)
    assert club.window.session.id == planned


def test_a_closed_session_is_opened_where_its_outcome_stands(club, room: Room):
    end(club)
    other = planning.plan_session(room.database, "Other", datetime(2020, 1, 1), templates()[0])
    club.window.open_session(other)
    club.window.open_session(room.session_id)
    assert isinstance(club.window.screen_shown, OutcomeScreen)
