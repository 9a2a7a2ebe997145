"""The small menus and questions of the consortia screen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QLabel, QWidget

from kdc_desktop.screens.consortia.columns_view import ColumnsView
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.passing import passing_menu


def corner(columns: ColumnsView) -> QPoint:
    """Where a menu for the card with the focus opens, on the desktop."""
    card = columns.card
    rect = columns.rect_of(card.key) if card is not None else None
    point = rect.bottomLeft() if rect is not None else columns.rect().center()
    return columns.viewport().mapToGlobal(point)


def ask(parent: QWidget, label: str, text: str, then: Callable[[str], object]) -> None:
    """Ask for a line of text; `then` is called with it."""
    dialog = QInputDialog(parent)
    dialog.setObjectName("ask_dialog")
    dialog.setWindowTitle(label)
    dialog.setLabelText(label)
    for shown in dialog.findChildren(QLabel):
        shown.setTextFormat(Qt.TextFormat.PlainText)
    dialog.setTextValue(text)
    dialog.textValueSelected.connect(then)
    open_to_write(dialog)


def offer_at(screen: QWidget, at: QPoint, *groups: Sequence[QAction]) -> None:
    """Everything one can do to a card and its consortium, where the mouse is."""
    menu = passing_menu(screen, "card_menu")
    for group in groups:
        menu.addActions(group)
        menu.addSeparator()
    menu.popup(at)
