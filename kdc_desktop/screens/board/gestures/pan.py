"""Push the board itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from kdc_desktop.screens.board.gestures.gesture import Gesture

if TYPE_CHECKING:
    from kdc_desktop.screens.board.view import BoardView


class Pan(Gesture):
    """The point of the board under the pointer stays under it."""

    scrolls = False
    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: "BoardView", at: QPointF) -> None:
        super().__init__(view, at)

    def move(self, at: QPointF) -> None:
        way = (self.start - at) * self.view.zoom
        self.view.pan_by(round(way.x()), round(way.y()))
