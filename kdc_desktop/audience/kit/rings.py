"""Paints the rings of states."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from kdc_desktop.domain.kit.rings import Ring, RingSign

_WHOLE = 360 * 16  # in sixteenths of a degree, as Qt counts
_TOP = 90 * 16
_TRIANGLE = ((0.40, 0.30), (0.40, 0.70), (0.72, 0.50))
_TICK = ((0.30, 0.52), (0.44, 0.66), (0.71, 0.37))
_HANDS = ((0.50, 0.28), (0.50, 0.52), (0.66, 0.60))


def paint_ring(painter: QPainter, rect: QRectF, ring: Ring, colour: str, paper: str) -> None:
    """Paint a ring into the square `rect`: in one colour, what is cut out of it in `paper`."""
    line = rect.width() * 0.11
    inner = rect.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    is_disc = ring.share >= 1.0
    pen = QPen(QColor(colour), line)
    if ring.sign is RingSign.BEGINS:
        pen.setDashPattern([1.3, 1.3])
    painter.setPen(pen)
    painter.setBrush(QColor(colour) if is_disc else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
    if 0.0 < ring.share < 1.0:
        gap = line * 1.2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        pie = inner.adjusted(gap, gap, -gap, -gap)
        painter.drawPie(pie, _TOP, -round(_WHOLE * ring.share))
    _paint_sign(painter, rect, ring.sign, paper if is_disc else colour)


def _paint_sign(painter: QPainter, rect: QRectF, sign: RingSign, colour: str) -> None:
    def at(x: float, y: float) -> QPointF:
        return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())

    pen = QPen(QColor(colour), rect.width() * 0.1)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match sign:
        case RingSign.RUNS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawPolygon(QPolygonF([at(*point) for point in _TRIANGLE]))
        case RingSign.DONE:
            painter.drawPolyline(QPolygonF([at(*point) for point in _TICK]))
        case RingSign.WAITS:
            painter.drawPolyline(QPolygonF([at(*point) for point in _HANDS]))
        case RingSign.STOPPED:
            painter.drawLine(at(0.35, 0.35), at(0.65, 0.65))
            painter.drawLine(at(0.65, 0.35), at(0.35, 0.65))
        case RingSign.NONE | RingSign.BEGINS:
            pass
