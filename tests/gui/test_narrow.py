"""With large text on a small laptop nothing is cut off or scrolls sideways, dialogs fit in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.settings import Settings, ThemeMode
from kdc_desktop.storage import open_database
from tests.gui.texts_seen import cut_texts
from tests.gui.walks import PLACES, go
from tests.rooms.pseudo_room import make_cyrillic_club

IN_THE_ROOM = ("_slide", "kiosk", "overlay")
EMPTYING = ("board/empty", "board/trash", "sessions/empty")
HERE = [place for place in PLACES if not any(word in place for word in IN_THE_ROOM)]
HERE.sort(key=EMPTYING.__contains__)
LAPTOPS = [
    pytest.param(QSize(1440, 900), 200, id="200 %"),
    pytest.param(QSize(1280, 720), 150, id="150 %"),
]


@pytest.fixture
def club(
    qapp: QApplication, theme: Theme, tmp_path: Path, window: QSize, text: int
) -> Iterator[Club]:
    make_cyrillic_club(tmp_path / "Клуб.kdc")
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    settings.text_size = text
    theme.apply(qapp, ThemeMode.LIGHT, text / 100)
    database = open_database(tmp_path / "Клуб.kdc")
    made = Club(database, theme, settings, lambda _path: None, lambda _window: None)
    made.window.resize(window)
    made.window.show()
    yield made
    made.close()
    theme.apply(qapp, ThemeMode.LIGHT, 1.0)


@pytest.mark.parametrize(("window", "text"), LAPTOPS)
def test_everything_fits_in(club: Club, qtbot: QtBot, window: QSize) -> None:
    found = []
    for place in HERE:
        shown = go(club, qtbot, place)
        for _turn in range(2):  # what is made in one turn has found its place after the next
            QCoreApplication.processEvents()
        found += [f"{place}: {hidden}" for hidden in _hidden_sideways(club.window)]
        found += [f"{place}: {text}" for widget in shown for text in cut_texts(widget)]
        for dialog in {widget.window() for widget in shown} - {club.window}:
            if isinstance(dialog, QDialog) and not _within(dialog, window):
                found.append(f"{place}: {dialog.size()}")
            dialog.close()
    assert found == []


def _hidden_sideways(window: QWidget) -> list[str]:
    """What is wider than the place in which it is scrolled."""
    places = [place for place in window.findChildren(QScrollArea) if place.isVisible()]
    held = [(place, place.widget()) for place in places]
    wanted = [(place, one.minimumSizeHint().width()) for place, one in held if one is not None]
    return [
        f"{place.objectName()} {width - place.viewport().width()} px"
        for place, width in wanted
        if width > place.viewport().width()
    ]


def _within(dialog: QDialog, window: QSize) -> bool:
    return dialog.width() <= window.width() and dialog.height() <= window.height()
