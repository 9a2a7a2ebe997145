"""While one evening goes on and another is looked into, that is seen, and one step leads back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from kdc_desktop.app import Club
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.services.board.ideas import add_idea
from kdc_desktop.services.sessions import agenda, listing, planning
from kdc_desktop.services.sessions.templates import templates
from tests.gui.window.sample_window import SESSION, trigger

LIVE = "Tonight’s evening"


@pytest.fixture
def club(sample: Club) -> Club:
    """The sample's evening is over and looked into, while another one is live."""
    session = sample.window.session
    assert session is not None
    other = planning.plan_session(sample.database, LIVE, session.starts_at, templates()[0])
    agenda.go_live(sample.database, other)
    sample.window.open_session(other)
    sample.window.open_session(SESSION)
    sample.window.activateWindow()
    QTest.qWaitForWindowActive(sample.window)
    return sample


def opened(club: Club) -> str:
    session = club.window.session
    return session.title if session is not None else ""


def by_rail(club: Club) -> None:
    button = club.window.findChild(QToolButton, "rail_session")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def by_bar(club: Club) -> None:
    QTest.mouseClick(club.window.frame.elsewhere.button, Qt.MouseButton.LeftButton)


def by_key(club: Club) -> None:
    QTest.keyClick(club.window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)


def by_number(club: Club) -> None:
    QTest.keyClick(club.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize("way", [by_rail, by_bar, by_key, by_number])
@pytest.mark.parametrize("place", ["session", "home", "people", "check_in", "consortia"])
def test_one_step_leads_back_to_the_live_evening_from_everywhere(
    club: Club, way: Callable[[Club], None], place: str
) -> None:
    bar = club.window.frame.elsewhere
    if place == "check_in":
        club.window.show_session_screen("check_in")
    elif place != "session":
        club.window.go(place)
    words = bar.findChild(QLabel, "elsewhere_words")
    assert bar.isVisible()
    assert "which is closed" in words.text()
    way(club)
    assert opened(club) == LIVE
    assert club.window.whereabouts.spot.area == "session"
    assert not bar.isVisible()


def test_no_key_of_the_run_strip_acts_on_an_evening_that_is_only_looked_into(club: Club) -> None:
    for name in ("next_stage", "previous_stage", "reopen_session"):
        trigger(club, f"act_{name}")
        assert f"“{LIVE}” is live" in club.window.frame.quiet.text
    club.window.walk.toggle_clock()
    assert "Ctrl+G leads back" in club.window.frame.quiet.text
    states = [row.status for row in listing.sessions(club.database)]
    assert states.count(SessionStatus.LIVE) == 1


def test_what_is_written_into_another_evening_says_so(club: Club) -> None:
    quiet = club.window.frame.quiet
    title = opened(club)
    add_idea(club.database, SESSION, "Trams")
    assert quiet.text == f"In “{title}”, which is not live: Added the idea “Trams”"
    by_key(club)
    session = club.window.session
    assert session is not None
    add_idea(club.database, session.id, "Ferries")
    assert quiet.text == "Added the idea “Ferries”"


def test_once_the_live_evening_is_closed_nothing_is_said_of_it_any_more(club: Club) -> None:
    live = next(row for row in listing.sessions(club.database) if row.title == LIVE)
    agenda.close_session(club.database, live.id)
    QCoreApplication.processEvents()
    assert not club.window.frame.elsewhere.isVisible()
    by_rail(club)
    assert opened(club) != LIVE
