"""What is opened for a moment goes when it is closed, with everything that it holds."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu, QWidget


def open_for_now(dialog: QDialog) -> None:
    """Open a dialog over its parent; once it is closed there is nothing left of it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def passing_menu(parent: QWidget, name: str) -> QMenu:
    """A menu that is gone once it is closed; `name` is its object name."""
    menu = QMenu(parent)
    menu.setObjectName(name)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
