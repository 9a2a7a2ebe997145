"""Sector badges as icons, for the cells of a table."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QIcon, QIconEngine, QPainter

from kdc_desktop.screens.kit.badges import is_dark, paint_sector
from kdc_desktop.screens.kit.icons import PaintedEngine


class _SectorEngine(PaintedEngine):
    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State) -> None:
        paint_sector(painter, QRectF(rect), self._letter, is_dark())

    def clone(self) -> QIconEngine:
        return _SectorEngine(self._letter)


_made: dict[str, QIcon] = {}


def sector_icon(letter: str) -> QIcon:
    """The badge of a sector; it follows the palette by itself."""
    if letter not in _made:
        _made[letter] = QIcon(_SectorEngine(letter))
    return _made[letter]
