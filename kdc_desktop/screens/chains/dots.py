"""How far an idea came, as six dots in a row that fill up."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPen

from kdc_desktop.domain.chains.how_far import HowFar
from kdc_desktop.screens.kit.badges import worn_palette
from kdc_desktop.screens.kit.icons import PaintedEngine

_STEP, _DOT = 0.72, 0.24  # of the height of an icon


class _DotsEngine(PaintedEngine):
    """Filled up to where it came, with a line between; the others are empty."""

    def __init__(self, filled: int) -> None:
        super().__init__()
        self._filled = filled

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        return QSize(round(size.height() * (_STEP * (len(HowFar) - 1) + 2 * _DOT)), size.height())

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State) -> None:
        palette, high = worn_palette(), rect.height()
        middle, radius = rect.top() + high / 2, high * _DOT
        places = [
            QPointF(rect.left() + radius + at * high * _STEP, middle) for at in range(len(HowFar))
        ]
        reached, left = QColor(palette.accent), QColor(palette.edge)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(left, max(1.0, high / 14)))
        painter.drawLine(places[0], places[-1])
        painter.setPen(QPen(reached, max(1.5, high / 9)))
        painter.drawLine(places[0], places[self._filled - 1])
        for at, place in enumerate(places):
            is_there = at < self._filled
            painter.setPen(QPen(reached if is_there else left, max(1.0, high / 14)))
            painter.setBrush(reached if is_there else QColor(palette.surface))
            painter.drawEllipse(place, radius * 0.82, radius * 0.82)
        painter.restore()

    def clone(self) -> QIconEngine:
        return _DotsEngine(self._filled)


@lru_cache(maxsize=16)
def far_icon(far: HowFar) -> QIcon:
    """So many dots filled; it follows the palette."""
    return QIcon(_DotsEngine(far.steps))
