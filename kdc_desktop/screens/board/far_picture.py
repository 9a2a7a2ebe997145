"""A small picture of a part of the board, enlarged where nothing else is painted yet."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from kdc_desktop.domain.board.colours import paper_of
from kdc_desktop.domain.board.layout import NOTE_HEIGHT, NOTE_WIDTH
from kdc_desktop.services.board.rows import IdeaRow

_SMALL = 1 / 24


class FarPicture:
    """Shows notes as mere boxes; of `left`, squares of the board, the notes are not on it yet."""

    def __init__(self, ground: QRectF, left: list[tuple[int, int]]) -> None:
        self.left = left
        self._ground = ground
        self._pixmap = QPixmap((ground.size() * _SMALL).toSize())
        self._pixmap.fill(Qt.GlobalColor.transparent)

    def add(self, rows: Iterable[IdeaRow]) -> None:
        """Paint these notes onto it."""
        painter = QPainter(self._pixmap)
        across, down = self._ground.x(), self._ground.y()
        for row in rows:
            left, top = row.x - across, row.y - down
            x, y = int(left * _SMALL), int(top * _SMALL)
            wide = int((left + NOTE_WIDTH) * _SMALL) - x
            high = int((top + NOTE_HEIGHT) * _SMALL) - y
            painter.fillRect(x, y, wide, high, _paper(row.colour))
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Paint it where it belongs."""
        painter.drawPixmap(self._ground, self._pixmap, QRectF(self._pixmap.rect()))


@lru_cache
def _paper(colour: str) -> QColor:
    return QColor(paper_of(colour))
