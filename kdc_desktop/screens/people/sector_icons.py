"""Sector badges as icons, for the cells of a table."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from kdc_desktop.screens.kit.badges import is_dark, paint_sector


class _SectorEngine(QIconEngine):
    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State) -> None:
        paint_sector(painter, QRectF(rect), self._letter, is_dark())

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _SectorEngine(self._letter)


_made: dict[str, QIcon] = {}


def sector_icon(letter: str) -> QIcon:
    """The badge of a sector; it follows the palette by itself."""
    if letter not in _made:
        _made[letter] = QIcon(_SectorEngine(letter))
    return _made[letter]
