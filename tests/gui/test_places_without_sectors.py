"""Every screen, slide and sheet can show people of whose organisations no sector is known."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.workbook.export import export_workbook
from kdc_desktop.storage import open_database
from tests.gui.one_window import in_one_walk, put_away, window_on
from tests.gui.walks import PLACES, go
from tests.rooms.pseudo_room import make_cyrillic_club


def forget_sectors(path: Path) -> Path:
    make_cyrillic_club(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        for table in ("organisation", "elector", "ballot_paper"):
            connection.execute(f"UPDATE {table} SET sector = '?' WHERE sector IS NOT NULL")
    return path


@pytest.fixture(scope="module")
def window(theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Club]:
    path = forget_sectors(tmp_path_factory.mktemp("walk") / "club.kdc")
    with window_on(path, theme) as made:
        yield made


@pytest.fixture
def club(window: Club) -> Iterator[Club]:
    yield window
    put_away(window)


@pytest.mark.parametrize("place", in_one_walk(PLACES))
def test_it_is_shown(club: Club, qtbot: QtBot, place: str) -> None:
    for widget in go(club, qtbot, place):
        widget.grab()


def test_the_workbook_is_written(tmp_path: Path) -> None:
    with closing(open_database(forget_sectors(tmp_path / "club.kdc"))) as database:
        export_workbook(database, tmp_path / "out.xlsx", WORKBOOK)
    assert (tmp_path / "out.xlsx").stat().st_size > 0
