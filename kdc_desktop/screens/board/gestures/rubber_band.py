"""Draw a rectangle around notes to select them."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.screens.board.gestures.gesture import BoardInHand, Gesture


class RubberBand(Gesture):
    """Selects the notes that the rectangle meets, in addition to `kept`."""

    def __init__(self, board: BoardInHand, at: QPointF, kept: list[int]) -> None:
        super().__init__(board, at)
        self._before = board.selection
        self._kept = kept
        self._rect = QRectF(at, at)

    def move(self, at: QPointF) -> None:
        self._rect = QRectF(self.start, at).normalized()
        met = [row.id for row in self.board.contents.notes_in(self._rect)]
        self.board.select([*self._kept, *met])

    def release(self) -> None:
        if self._rect.isEmpty():
            self.board.select(self._kept)

    def cancel(self) -> None:
        self.board.select(self._before)

    def paint(self, painter: QPainter) -> None:
        accent = QColor(self.board.theme.palette.accent)
        pen = QPen(accent, 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        accent.setAlpha(28)
        painter.setBrush(accent)
        painter.drawRect(self._rect)
