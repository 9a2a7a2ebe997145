"""Hands as signs of levels: a fist with so many fingers, and a thumb down, across or up."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

_LEFTS, _TOPS, _FOLDED = (14.0, 32.5, 51.0, 69.5), (5.0, 0.0, 4.0, 12.0), 44.0
_WIDE, _PALM = 15.0, 60.0
_THUMB_UP, _THUMB_OVER = (77.0, 76.0, 44.0), (74.0, 86.0, -64.0)
"""Of a hand 100 high and wide: where fingers stand and end, and where the thumb is, in degrees."""


def paint_fingers(painter: QPainter, box: QRectF, count: int, colour: str, paper: str) -> None:
    """A hand in a square with so many fingers up: 0 is a fist, and the fifth is the thumb."""
    hand = _rounded(QRectF(_LEFTS[0], _PALM, _LEFTS[-1] + _WIDE - _LEFTS[0], 40), 16)
    for at, (left, top) in enumerate(zip(_LEFTS, _TOPS, strict=True)):
        top = top if at < count else _FOLDED
        hand = hand.united(_rounded(QRectF(left, top, _WIDE, 72 - top), _WIDE / 2))
    thumb = _rounded(QRectF(-8.5, -40, 17, 46), 8.5)
    painter.save()
    _enter(painter, box)
    _fill(painter, hand.united(_turned(thumb, *_THUMB_UP)) if count > 4 else hand, colour)
    if count < 5:
        painter.setPen(QPen(QColor(paper), 4))
        painter.drawPath(_turned(thumb, *_THUMB_OVER))
    painter.restore()


def paint_thumb(painter: QPainter, box: QRectF, way: int, colour: str, paper: str) -> None:
    """A fist in a square with its thumb up (1), across (0) or down (-1)."""
    painter.save()
    _enter(painter, box)
    painter.translate(50, 50)
    painter.rotate({1: 0, 0: 90, -1: 180}[way])
    painter.scale(-1 if way == -1 else 1, 1)
    painter.translate(-50, -50)
    thumb = _turned(_rounded(QRectF(-10, -44, 20, 60), 10), 46, 46, 14)
    _fill(painter, _rounded(QRectF(26, 42, 58, 54), 14).united(thumb), colour)
    _fill(painter, _rounded(QRectF(4, 44, 15, 50), 5), colour)
    for y in (55.5, 69.0, 82.5):
        _fill(painter, _rounded(QRectF(58, y - 1.75, 26, 3.5), 1.75), paper)
    painter.restore()


def _enter(painter: QPainter, box: QRectF) -> None:
    painter.translate(box.topLeft())
    painter.scale(box.width() / 100, box.height() / 100)


def _rounded(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def _turned(path: QPainterPath, x: float, y: float, degrees: float) -> QPainterPath:
    return QTransform().translate(x, y).rotate(degrees).map(path)


def _fill(painter: QPainter, path: QPainterPath, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPath(path)
