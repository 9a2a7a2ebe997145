"""What all gestures share."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from kdc_desktop.screens.board.view import BoardView


class Gesture:
    """Something that lasts from the press of a button to its release; `at` is on the board."""

    scrolls = True
    """Whether the board scrolls by itself while the pointer is near its edge."""
    cursor: Qt.CursorShape | None = None

    def __init__(self, view: "BoardView", at: QPointF) -> None:
        self.view = view
        self.start = at

    def move(self, at: QPointF) -> None:
        """The pointer is there now."""

    def release(self) -> None:
        """The button is let go: ask for what was meant."""

    def cancel(self) -> None:
        """Show everything as it was."""

    def paint(self, painter: QPainter) -> None:
        """Paint what the gesture shows, in board coordinates, above everything."""
