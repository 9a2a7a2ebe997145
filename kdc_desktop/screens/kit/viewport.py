"""The inside of what scrolls."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget


def known_viewport() -> QWidget:
    """The inside of a scroll area, made here; one made by Qt would have to be found out, too."""
    inside = QWidget()
    inside.setBackgroundRole(QPalette.ColorRole.Base)
    inside.setAutoFillBackground(True)
    return inside
