"""Every screen, slide and sheet can show people of whose organisations no sector is known."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.workbook.export import export_workbook
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.gui.walks import PLACES, go
from tests.rooms.pseudo_room import make_cyrillic_club


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "club.kdc"
    make_cyrillic_club(file)
    with closing(sqlite3.connect(file)) as connection, connection:
        for table in ("organisation", "elector", "ballot_paper"):
            connection.execute(f"UPDATE {table} SET sector = '?' WHERE sector IS NOT NULL")
    return file


@pytest.fixture
def club(
    qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path, path: Path
) -> Iterator[Club]:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    made = Club(open_database(path), theme, settings, lambda _path: None, lambda _window: None)
    made.window.show()
    made.shared_screen.resize(1920, 1080)
    yield made
    for widget in QApplication.topLevelWidgets():
        if widget.isModal() or widget.windowType() == Qt.WindowType.Popup:
            widget.close()
    made.close()


@pytest.mark.parametrize("place", PLACES)
def test_it_is_shown(club: Club, qtbot: QtBot, place: str) -> None:
    for widget in go(club, qtbot, place):
        widget.grab()


def test_the_workbook_is_written(path: Path, tmp_path: Path) -> None:
    with closing(open_database(path)) as database:
        export_workbook(database, tmp_path / "out.xlsx", WORKBOOK)
    assert (tmp_path / "out.xlsx").stat().st_size > 0
