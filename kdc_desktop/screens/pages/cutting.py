"""Where slips that fill a sheet are cut from each other."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.screens.pages.setting import POINT, RULE

HAIR = 0.4 * POINT


def paint_dashes(painter: QPainter, place: QRectF) -> None:
    """A dashed line to the right and below."""
    painter.setPen(QPen(QColor(RULE), HAIR, Qt.PenStyle.DashLine))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
    painter.drawLine(place.topRight(), place.bottomRight())
