"""Words that somebody has typed to do harm are shown as they are."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from kdc_desktop.app import Club
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.screens.obstacles.obstacles_screen import ObstaclesScreen
from kdc_desktop.services.obstacles.noting import NewObstacle, note_obstacle
from tests.gui.obstacles.test_obstacles_screen import select


@pytest.mark.parametrize("words", ["<b>bold</b> & <img src=x>", "=1+1", "\u202eturned {owner} %s"])
def test_hostile_words_are_shown_as_they_were_typed(held: Club, words: str) -> None:
    note_obstacle(held.database, 1, NewObstacle(ObstacleKind.OTHER, words, said_by=words))
    held.window.go("obstacles")
    QCoreApplication.processEvents()
    screen = held.window.screen_shown
    assert isinstance(screen, ObstaclesScreen)
    shown = words.replace("\u202e", "")
    select(screen, shown)
    assert screen.beside.text.text() == shown
    assert screen.beside.text.textFormat() is Qt.TextFormat.PlainText
    assert f"Said by {shown}." in screen.beside.history.text()
    assert screen.beside.history.textFormat() is Qt.TextFormat.PlainText
