"""The clock face of a goal: sixty ticks around a number."""

from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.audience.kit.ink import BOLD, SEMIBOLD, Across, Down, SlidePalette, text_block

_TICKS = 60
_INNER = 0.76  # of the radius, where a tick begins


def paint_ticks(
    painter: QPainter, centre: QPointF, radius: float, lit: str, unlit: str, share: float = 0.0
) -> None:
    """Paint sixty ticks, of which the first `share` is lit."""
    pen = QPen(QColor(unlit), radius * 0.055)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    for tick in range(_TICKS):
        pen.setColor(QColor(lit if tick < round(share * _TICKS) else unlit))
        painter.setPen(pen)
        angle = radians(tick * 360 / _TICKS + 3 - 90)
        x, y = cos(angle), sin(angle)
        inner, outer = radius * _INNER, radius * 0.97
        painter.drawLine(
            centre + QPointF(x * inner, y * inner), centre + QPointF(x * outer, y * outer)
        )


def paint_gained(
    painter: QPainter, centre: QPointF, radius: float, colour: str, first: float, last: float
) -> None:
    """Paint the ticks of a part of the face in a colour of their own: what came since then."""
    pen = QPen(QColor(colour), radius * 0.055)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for tick in range(round(first * _TICKS), round(last * _TICKS)):
        angle = radians(tick * 360 / _TICKS + 3 - 90)
        at = QPointF(cos(angle), sin(angle))
        painter.drawLine(centre + at * (radius * _INNER), centre + at * (radius * 0.97))


def paint_span(
    painter: QPainter, centre: QPointF, radius: float, colour: str, least: float, most: float
) -> None:
    """Paint an arc outside the face: between what it very likely lies."""
    pen = QPen(QColor(colour), max(1.5, radius * 0.02))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    around = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    outside = around.adjusted(*(radius * by for by in (-0.05, -0.05, 0.05, 0.05)))
    painter.drawArc(outside, round((90 - least * 360) * 16), -round((most - least) * 360 * 16))


def paint_measure(
    painter: QPainter,
    centre: QPointF,
    radius: float,
    number: str,
    unit: str,
    colours: SlidePalette,
) -> None:
    """Write a number with its unit into the middle of the face."""
    width = radius * 1.3
    box = QRectF(centre.x() - width / 2, centre.y() - radius * 0.5, width, radius * 0.62)
    middle = Across.CENTRE
    text_block(
        *(painter, box, number, round(radius * 0.62), BOLD, colours.ink),
        max_lines=1,
        across=middle,
        down=Down.MIDDLE,
    )
    below = QRectF(box.left(), box.bottom(), width, radius * 0.4)
    text_block(*(painter, below, unit, 34, SEMIBOLD, colours.ink), max_lines=2, across=middle)
