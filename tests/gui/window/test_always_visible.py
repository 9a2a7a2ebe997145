"""What the room sees stands beside every screen, and no panel stands there empty."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.domain.stage_kinds import STAGE_KINDS
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.wiring import Area
from kdc_desktop.services.club.sample import sample_club
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.gui.window.sample_window import look_at

NOT_THERE = ("talk", "buy_in", "since", "let_go", "offers", "tables")


@pytest.fixture
def unopened(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Club]:
    settings = Settings(tmp_path / "settings.ini")
    database = open_database(sample_club(tmp_path))
    made = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.show()
    yield made
    made.close()


def areas(club: Club) -> list[Callable[[], object]]:
    """Ways to the areas that need no session."""
    known = club.window.whereabouts._areas.items()
    return [partial(club.window.go, key) for key, area in known if isinstance(area, Area)]


def words_in(panel: QWidget) -> list[str]:
    parts: list[QLabel | QAbstractButton] = [*panel.findChildren(QLabel)]
    parts += panel.findChildren(QAbstractButton)
    told = [part.text() for part in parts if part.isVisible()]
    told += [line.text() for line in panel.findChildren(QLineEdit) if line.isVisible()]
    return [text for text in told if text]


def test_the_room_is_seen_beside_every_screen_of_a_session(evening: Club) -> None:
    window = evening.window
    kinds = [kind.key for kind in STAGE_KINDS if kind.key not in NOT_THERE]
    ways = [*areas(evening), window.whereabouts.show_agenda, window.whereabouts.show_outcome]
    ways += [partial(look_at, evening, kind) for kind in kinds]
    for way in ways:
        way()
        QCoreApplication.processEvents()
        panel = window.frame.room
        assert panel.isVisible(), window.screen_shown.objectName()
        assert panel.caption.text()
    assert len(ways) > 12


def test_without_a_session_the_room_is_seen_as_long_as_its_screen_is_open(unopened: Club) -> None:
    room = unopened.window.frame.room
    for way in areas(unopened):
        way()
        assert not room.isVisible()
        unopened.shared_screen.move(unopened.window.frameGeometry().right() + 50, 0)
        unopened.shared_screen.show()
        assert room.isVisible()
        assert room.caption.text() == "“One moment, please”, as no session is open"
        unopened.shared_screen.close()
        assert not room.isVisible()


def test_no_panel_stands_beside_a_screen_without_a_word(unopened: Club) -> None:
    for way in areas(unopened):
        way()
        QCoreApplication.processEvents()
        panel = unopened.window.frame._inspector
        assert not panel.isVisible() or words_in(panel), unopened.window.screen_shown.objectName()


def test_a_panel_stays_where_it_is_while_those_of_other_screens_are_shown(unopened: Club) -> None:
    unopened.window.go("people")
    panel = unopened.window.screen_shown.inspector()
    assert panel is not None
    assert panel.isVisible()
    place = panel.parent()
    for way in areas(unopened):
        way()
        assert panel.isVisible() == (unopened.window.screen_shown.inspector() is panel)
        assert panel.parent() is place
