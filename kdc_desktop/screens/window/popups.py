"""The command palette and the key sheet over the window; the focus goes back when they close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from kdc_desktop.screens.window.main_window import MainWindow


def actions_by_group(window: MainWindow) -> dict[str, list[QAction]]:
    """The shown screen's and the window's actions, by the name of where they work."""
    screen = window.screen_shown
    return {
        screen.accessibleName(): [action for action in screen.actions() if action.text()],
        "Everywhere": [action for action in window.actions() if action.text()],
    }


def show_palette(window: MainWindow) -> None:
    """Let the facilitator find an action by name, and do it."""
    from kdc_desktop.screens.window.command_palette import CommandPalette

    actions = [action for group in actions_by_group(window).values() for action in group]
    actions.remove(window.palette_action)
    palette = CommandPalette(window.theme, actions, window)
    middle = window.geometry().center().x() - palette.width() // 2
    palette.move(middle, window.geometry().y() + 96)
    palette.do_after_closing()
    _open(window, palette)


def show_keys(window: MainWindow) -> None:
    """Show the sheet of all keys."""
    from kdc_desktop.screens.window.key_sheet import KeySheet

    _open(window, KeySheet(window.theme, actions_by_group(window), window))


def _open(window: MainWindow, dialog: QDialog) -> None:
    before = window.focusWidget()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(lambda _result: _give_back(window, before))
    dialog.show()
    dialog.setFocus()


def _give_back(window: MainWindow, before: QWidget | None) -> None:
    window.activateWindow()
    if before is not None and isValid(before) and before.isVisible():
        before.setFocus()
