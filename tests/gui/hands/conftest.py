"""A club with something everywhere, open in a window that has the focus."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.rooms.pseudo_room import make_cyrillic_club


@pytest.fixture
def club(qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Club]:
    make_cyrillic_club(tmp_path / "club.kdc")
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    database = open_database(tmp_path / "club.kdc")
    made = Club(database, theme, settings, lambda _path: None, lambda _window: None)
    made.window.show()
    QTest.qWaitForWindowActive(made.window)
    yield made
    for widget in QApplication.topLevelWidgets():
        if widget.isModal() or widget.windowType() == Qt.WindowType.Popup:
            widget.close()
    made.close()
