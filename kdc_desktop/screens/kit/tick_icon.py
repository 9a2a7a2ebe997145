"""A box to tick as an icon of a row, which looks as every other box does."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPen

from kdc_desktop.screens.kit.badges import worn_palette
from kdc_desktop.screens.kit.icons import PaintedEngine

_TICK = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.32))  # of the box
_ROUND, _THICK = 0.24, 0.12


class _TickEngine(PaintedEngine):
    def __init__(self, *, ticked: bool) -> None:
        super().__init__()
        self._ticked = ticked

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        box = QRectF(0, 0, side - 1, side - 1)
        box.moveCenter(QRectF(rect).center())
        palette = worn_palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.accent if self._ticked else palette.edge), 1))
        painter.setBrush(QColor(palette.accent if self._ticked else palette.surface))
        painter.drawRoundedRect(box, side * _ROUND, side * _ROUND)
        if self._ticked:
            pen = QPen(QColor(palette.on_accent), side * _THICK)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            corner, size = box.topLeft(), box.width()
            painter.drawPolyline([corner + QPointF(x * size, y * size) for x, y in _TICK])
        painter.restore()

    def clone(self) -> QIconEngine:
        return _TickEngine(ticked=self._ticked)


@lru_cache(maxsize=2)
def tick_icon(*, ticked: bool) -> QIcon:
    """A box with a tick or without, which follows the palette."""
    return QIcon(_TickEngine(ticked=ticked))
