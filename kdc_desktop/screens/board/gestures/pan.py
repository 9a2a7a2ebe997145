"""Push the board itself."""

from PySide6.QtCore import QPointF, Qt

from kdc_desktop.screens.board.gestures.gesture import Gesture


class Pan(Gesture):
    """The point of the board under the pointer stays under it."""

    scrolls = False
    cursor: Qt.CursorShape | None = Qt.CursorShape.ClosedHandCursor

    def move(self, at: QPointF) -> None:
        way = (self.start - at) * self.board.zoom
        self.board.pan_by(round(way.x()), round(way.y()))
