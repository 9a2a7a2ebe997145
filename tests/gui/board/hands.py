"""What hands do on the board, and what is found there."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.storage import Database

OpenBoard = Callable[[], BoardScreen]
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def add(database: Database, count: int) -> list[int]:
    return [
        board_ideas.add_idea(database, 1, f"Idea {n}", at=(n % 5 * 200.0, n // 5 * 130.0))
        for n in range(count)
    ]


def on_screen(screen: BoardScreen, idea_id: int) -> QPoint:
    row = screen.view.contents.notes[idea_id]
    return screen.view.mapFromScene(QPointF(row.x + 84, row.y + 54))


def action(screen: BoardScreen, name: str) -> QAction:
    found = screen.findChild(QAction, f"act_{name}")
    assert found is not None
    return found


def drag(qtbot: QtBot, screen: BoardScreen, start: QPoint, end: QPoint) -> None:
    viewport = screen.view.viewport()
    qtbot.mousePress(viewport, LEFT, pos=start)
    qtbot.mouseMove(viewport, (start + end) / 2)
    qtbot.mouseMove(viewport, end)
    qtbot.mouseRelease(viewport, LEFT, pos=end)


def board(club: Club) -> BoardScreen:
    screen = club.window.screen_shown
    assert isinstance(screen, BoardScreen)
    return screen
