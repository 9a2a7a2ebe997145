"""Whoever goes on in a file that was kept, or in another language, is where they were."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop import i18n
from kdc_desktop.app import Club, Program
from kdc_desktop.audience.state import RoomMode
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.screens.club import file_watch
from kdc_desktop.screens.club.lost_dialog import LostDialog
from kdc_desktop.screens.kit.translator import wear
from kdc_desktop.screens.polls.open_page import OpenPage
from kdc_desktop.screens.polls.poll_screen import PollScreen
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.settings import Settings
from tests.gui.polls.stand import card_paper
from tests.rooms.poll_room import make_room


@pytest.fixture
def program(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[Program]:
    """An evening in its third stage; the facilitator looks at the second."""
    monkeypatch.setattr(file_watch, "EVERY", 20)
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    made = Program(qapp, settings, lambda _window: None)
    (tmp_path / "evening").mkdir()
    club = made.open(tmp_path / "evening" / "club.kdc")
    starts = datetime(2026, 11, 3, 17, 30)
    session_id = planning.plan_session(club.database, "Autumn evening", starts, templates()[0])
    club.window.open_session(session_id)
    agenda.go_live(club.database, session_id)
    for _stage in range(2):
        agenda.next_stage(club.database, session_id)
    club.window.whereabouts.look_at(club.window.walk.stages[1].id)
    club.shared_screen.show()
    club.window.showing.pick(2)
    qtbot.waitUntil(lambda: not club.jobs.busy)
    yield made
    made.close()
    wear(qapp, i18n.ENGLISH)


def where(club: Club | None) -> tuple[object, ...]:
    assert club is not None
    walk = club.window.walk
    assert walk.session is not None
    assert walk.current is not None
    seen = club.shared_screen.isVisible(), club.room.mode, type(club.shared_screen.slide)
    screen = club.window.screen_shown.objectName()
    return walk.session.title, walk.current.title, walk.shown_id, screen, *seen


def test_work_goes_on_where_it_was_in_the_file_that_was_kept(
    program: Program, qtbot: QtBot
) -> None:
    before = where(program.club)
    assert program.club is not None
    path = program.club.database.path
    path.rename(path.with_name("moved.kdc"))
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), LostDialog))
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, LostDialog)
    first = program.club
    asked.kept_button.click()
    qtbot.waitUntil(lambda: program.club is not first)
    assert where(program.club) == before
    assert before[4:6] == (True, RoomMode.BLANK)


def test_another_language_changes_no_more_than_the_words(program: Program) -> None:
    before = where(program.club)
    first = program.club
    assert first is not None
    program.settings.language = "en-XA"
    program.open(first.database.path)
    assert program.club is not first
    assert where(program.club) == before


def test_what_was_counted_and_not_kept_is_there_in_another_language(
    program: Program, tmp_path: Path
) -> None:
    room = make_room(tmp_path / "votes.kdc")
    room.open_poll()
    room.database.close()
    club = program.open(tmp_path / "votes.kdc")
    club.window.open_session(room.session_id)
    page = _poll_page(club)
    page.enter_paper(page.model.row(0))
    card_paper(page.paper.paper).give(given := page.paper.paper.ballot.options[1][0])
    page.count_hands()
    page.hands.people_spin.setValue(8)
    open_in(program, "en-XA")
    assert program.club is not None
    page = _poll_page(program.club)
    page.count_hands()
    assert page.hands.people_spin.value() == 8
    page.enter_paper(page.model.row(0))
    assert page.paper.paper.marks == {Spot(given): 1}


def _poll_page(club: Club) -> OpenPage:
    screen = club.window.show_session_screen("poll")
    assert isinstance(screen, PollScreen)
    return screen.pages.open_page


def _shows_this(club: Club) -> None:
    club.window.showing.show_this()


def _holds_it_and_goes_on(club: Club) -> None:
    club.window.showing.show_this()
    club.window.showing.pick(1)
    agenda.next_stage(club.database, 1)


def _looks_into_another(club: Club) -> None:
    club.window.open_session(_another(club))


def _shows_another(club: Club) -> None:
    club.window.open_session(_another(club))
    club.window.showing.show_this()


def _another(club: Club) -> int:
    starts = datetime(2027, 3, 3, 17, 30)
    return planning.plan_session(club.database, "Spring evening", starts, templates()[0])


IN_ROOM = [_shows_this, _holds_it_and_goes_on, _looks_into_another, _shows_another]


@pytest.mark.parametrize("area", ["session", "settings"])
@pytest.mark.parametrize("way", IN_ROOM)
def test_the_room_sees_on_what_it_sees(
    program: Program, way: Callable[[Club], None], area: str
) -> None:
    first = program.club
    assert first is not None
    first.window.showing.pick(0)
    way(first)
    first.window.go(area)
    message = first.window.frame.room.message
    message.setText("Back at eight")
    message.returnPressed.emit()
    first.window.feed.over.toggle_timer()
    before = seen(first)
    assert before[2] == "Back at eight"
    open_in(program, "en-XA")
    club = program.club
    assert club is not first
    assert club is not None
    assert club.window.frame.room.message.text() == "Back at eight"
    assert seen(club) == before


def seen(club: Club) -> tuple[object, ...]:
    """What the room sees a second later."""
    club.window.upkeep.tick()
    slide, overlay, feed = club.shared_screen.slide, club.shared_screen.overlay, club.window.feed
    shown = feed.in_room.shown is not None, feed.is_elsewhere, club.room.mode
    return type(slide), slide.session, overlay.message, bool(overlay.timer), *shown


@pytest.mark.parametrize("place", ["agenda", "outcome", "consortia", "stage"])
def test_the_facilitator_sees_on_what_they_see(program: Program, place: str) -> None:
    first = program.club
    assert first is not None
    window = first.window
    ways = {
        "agenda": window.whereabouts.show_agenda,
        "outcome": window.whereabouts.show_outcome,
        "consortia": lambda: window.show_session_screen("consortia"),
        "stage": window.whereabouts.look_at_current,
    }
    ways[place]()
    before = where(first)
    open_in(program, "en-XA")
    assert where(program.club) == before


def open_in(program: Program, language: str) -> None:
    assert program.club is not None
    program.settings.language = language
    program.open(program.club.database.path)


def test_another_club_begins_at_home(program: Program, tmp_path: Path) -> None:
    club = program.open(tmp_path / "other.kdc")
    assert club.window.screen_shown.objectName() == "home_screen"
    assert not club.shared_screen.isVisible()
