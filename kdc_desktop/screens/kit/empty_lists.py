"""What stands in the place of rows where a list has none."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView

from kdc_desktop.screens.kit.badges import worn_palette


def tell_in_place_of_rows(view: QAbstractItemView, told: str) -> None:
    """Paint a sentence into the middle of a list, while it is painted; nothing without one."""
    if not told:
        return
    painter = QPainter(view.viewport())
    painter.setPen(QColor(worn_palette().muted))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(view.viewport().rect().adjusted(24, 24, -24, -24), flags, told)
    painter.end()
