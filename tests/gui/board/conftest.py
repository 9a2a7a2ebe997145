"""What tests of the board screen share: a session and two people, and the screen in front."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.gui_thread import GuiThread
from kdc_desktop.i18n import lazy
from kdc_desktop.jobs import Jobs
from kdc_desktop.model import Attendance, Organisation, Person, Session
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.settings import Settings
from kdc_desktop.storage import Database, open_database
from tests.gui.board.hands import OpenBoard
from tests.rooms import big_club
from tests.rooms.board_room import EVENING, STARTS
from tests.rooms.made_once import made_once


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING)
    with opened.edit(lazy("Added a session")) as edit:
        edit.add(Session(title="Autumn", starts_at=STARTS))
        edit.add(Organisation(name="Harbour Mobility", sector="C"))
        edit.flush()
        edit.add(Person(name="Eero Salmi", organisation_id=1, created_at=EVENING))
        edit.add(Person(name="Aino Laine", created_at=EVENING))
        edit.flush()
        edit.add_all([Attendance(session_id=1, person_id=1), Attendance(session_id=1, person_id=2)])
    yield opened
    opened.close()


@pytest.fixture
def jobs(database: Database) -> Iterator[Jobs]:
    with_thread = GuiThread()
    database.deliver_through(with_thread.post)
    made = Jobs()
    yield made
    made.wait()


@pytest.fixture
def open_board(qtbot: QtBot, theme: Theme, database: Database, jobs: Jobs) -> OpenBoard:
    def opened() -> BoardScreen:
        screen = BoardScreen(theme, database, 1, jobs, BOARD)
        qtbot.addWidget(screen)
        inspector = screen.inspector()
        assert inspector is not None
        qtbot.addWidget(inspector)
        database.subscribe(screen.on_changes)
        screen.resize(1200, 800)
        screen.show()
        screen.activateWindow()
        screen.view.setFocus()
        qtbot.waitUntil(screen.view.hasFocus)
        return screen

    return opened


@pytest.fixture
def club(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Club]:
    """A club of 200 ideas with its window on the board."""
    session_id = made_once(tmp_path / "big.kdc", "a big club", _fill)
    database = open_database(tmp_path / "big.kdc", lambda: big_club.EVENING)
    settings = Settings(tmp_path / "settings.ini")
    made = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.resize(1400, 900)
    made.window.show()
    made.window.open_session(session_id)
    qtbot.waitUntil(lambda: made.window.screen_shown.is_painted)
    yield made
    made.close()


def _fill(path: Path) -> int:
    with closing(open_database(path, lambda: big_club.EVENING)) as database:
        return big_club.fill_big_club(database, 200, 30)
