"""The small menus of the consortia screen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kdc_desktop.screens.consortia.columns_view import ColumnsView
from kdc_desktop.screens.kit.passing import passing_menu


def corner(columns: ColumnsView) -> QPoint:
    """Where a menu for the card with the focus opens, on the desktop."""
    card = columns.card
    rect = columns.rect_of(card.key) if card is not None else None
    point = rect.bottomLeft() if rect is not None else columns.rect().center()
    return columns.viewport().mapToGlobal(point)


def offer_at(screen: QWidget, at: QPoint, *groups: Sequence[QAction]) -> None:
    """Everything one can do to a card and its consortium, where the mouse is."""
    menu = passing_menu(screen, "card_menu")
    for group in groups:
        menu.addActions(group)
        menu.addSeparator()
    menu.popup(at)
