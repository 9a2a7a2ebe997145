"""Draw a rectangle around notes to select them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.screens.board.gestures.gesture import Gesture

if TYPE_CHECKING:
    from kdc_desktop.screens.board.view import BoardView


class RubberBand(Gesture):
    """Selects the notes that the rectangle meets, in addition to `kept`."""

    def __init__(self, view: "BoardView", at: QPointF, kept: list[int]) -> None:
        super().__init__(view, at)
        self._before = list(view.selection)
        self._kept = kept
        self._rect = QRectF(at, at)

    def move(self, at: QPointF) -> None:
        self._rect = QRectF(self.start, at).normalized()
        met = [row.id for row in self.view.contents.notes_in(self._rect)]
        self.view.select([*self._kept, *met])

    def release(self) -> None:
        if self._rect.isEmpty():
            self.view.select(self._kept)

    def cancel(self) -> None:
        self.view.select(self._before)

    def paint(self, painter: QPainter) -> None:
        accent = QColor(self.view.theme.palette.accent)
        pen = QPen(accent, 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        accent.setAlpha(28)
        painter.setBrush(accent)
        painter.drawRect(self._rect)
