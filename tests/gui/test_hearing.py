"""A screen reader hears every screen in whole words, and what was done, found and chosen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.gui.hearing import Heard, faults, heard, unspeakable
from tests.gui.walks import PLACES, go
from tests.rooms.pseudo_room import make_cyrillic_club

__all__ = ["heard"]


@pytest.fixture
def club(qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Club]:
    make_cyrillic_club(tmp_path / "Клуб.kdc")
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    database = open_database(tmp_path / "Клуб.kdc")
    made = Club(database, theme, settings, lambda _path: None, lambda _window: None)
    made.window.show()
    made.shared_screen.resize(1920, 1080)
    yield made
    for widget in QApplication.topLevelWidgets():
        if widget.isModal() or widget.windowType() == Qt.WindowType.Popup:
            widget.close()
    made.close()


@pytest.mark.parametrize("place", PLACES)
def test_everything_on_a_screen_is_heard_in_words(
    club: Club, qtbot: QtBot, heard: Heard, place: str
) -> None:
    shown = go(club, qtbot, place)
    assert [fault for widget in shown for fault in faults(widget)] == []
    assert [text for text in heard if unspeakable(text) or " · " in text] == []
