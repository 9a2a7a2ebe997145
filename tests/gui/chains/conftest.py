"""What tests of the list of all ideas share: a club in its window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.chains.chains_screen import ChainsScreen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.settings import Settings
from tests.rooms.chains_room import ChainsRoom, make_chains


@pytest.fixture
def club(tmp_path: Path) -> Iterator[ChainsRoom]:
    """“Trams” came to a commitment, “Boats” to the second place."""
    made = make_chains(tmp_path / "club.kdc")
    database, trams, boats = made.room.database, made.idea("Trams", 0), made.idea("Boats", 1)
    poll_id = made.voted(trams, boats, votes=(3, 1))
    consortium_id, member = made.consortium(made.chosen(poll_id))
    save_version(database, consortium_id, "Trams by night")
    commit(database, member, "A driver", made.day(5))
    yield made
    database.close()


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, club: ChainsRoom, tmp_path: Path) -> Iterator[ChainsScreen]:
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    screen = ChainsScreen(theme, club.room.database, store)
    window = QWidget()
    row = QHBoxLayout(window)
    row.addWidget(screen, 2)
    row.addWidget(screen.inspector(), 1)
    qtbot.addWidget(window)
    club.room.database.subscribe(screen.on_changes)
    window.resize(1200, 700)
    window.show()
    window.activateWindow()
    yield screen
    window.close()


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, club: ChainsRoom, tmp_path: Path) -> Iterator[Club]:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    made = Club(club.room.database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.resize(1280, 800)
    made.window.show()
    made.window.activateWindow()
    yield made
    made.close()
