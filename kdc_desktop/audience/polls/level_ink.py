"""A level of a scale as it is painted: filled, striped where its colour says so, with a number."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kdc_desktop.audience.kit.ink import BOLD, SMALLEST, font, metrics, panel, text_width
from kdc_desktop.audience.polls.level_colours import LevelColour

_STRIPE, _EACH, _SEEN = 5.0, 20.0, 105  # of 255


def paint_level(painter: QPainter, part: QRectF, colour: LevelColour, radius: float) -> None:
    """A part of a bar, a column, or the sign of a level in a key."""
    panel(painter, part, colour.fill, radius=radius)
    if not colour.striped:
        return
    painter.save()
    shape = QPainterPath()
    shape.addRoundedRect(part, radius, radius)
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    ink = QColor(colour.ink)
    ink.setAlpha(_SEEN)
    painter.setPen(QPen(ink, _STRIPE))
    high = part.height()
    for at in range(ceil((part.width() + high) / _EACH) + 1):
        left = part.left() - high + at * _EACH
        painter.drawLine(QPointF(left, part.bottom()), QPointF(left + high, part.top()))
    painter.restore()


def write_in_level(painter: QPainter, part: QRectF, text: str, colour: LevelColour) -> None:
    """A number in the middle of a part, where it has room; no stripe goes through it."""
    advance = text_width(text, SMALLEST, BOLD)
    if advance + 8 > part.width():
        return
    if colour.striped:
        wide, high = min(advance + 16, part.width() - 2), min(36.0, part.height())
        plate = QRectF(0, 0, wide, high)
        plate.moveCenter(part.center())
        panel(painter, plate, colour.fill, radius=6)
    painter.setFont(font(SMALLEST, BOLD, figures=True))
    painter.setPen(QColor(colour.ink))
    baseline = part.center().y() + metrics(SMALLEST, BOLD).capHeight() / 2
    painter.drawText(QPointF(part.center().x() - advance / 2, baseline), text)
