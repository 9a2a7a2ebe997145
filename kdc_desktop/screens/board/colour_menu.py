"""The colours of notes to choose from."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from kdc_desktop.domain.board.colours import PAPERS, NoteColour
from kdc_desktop.screens.kit.passing import Menu, passing_menu


def colour_menu(parent: QWidget, choose: Callable[[NoteColour], object]) -> Menu:
    """A menu of the colours, each with a swatch and a digit as its key."""
    menu = passing_menu(parent, "colour_menu")
    for number, (colour, look) in enumerate(PAPERS.items(), start=1):
        action = menu.addAction(_swatch(look.paper), f"&{number}  {look.name}")
        action.setObjectName(f"colour_{colour}")
        action.triggered.connect(lambda _checked, colour=colour: choose(colour))
    return menu


def _swatch(paper: str) -> QIcon:
    pixmap = QPixmap(QSize(16, 16))
    pixmap.fill(QColor(paper))
    painter = QPainter(pixmap)
    painter.setPen(QColor(28, 36, 48, 90))
    painter.drawRect(0, 0, 15, 15)
    painter.end()
    return QIcon(pixmap)
