"""What the menu, the keys and the palette do with those who are selected at the door."""

from PySide6.QtGui import QAction

from kdc_desktop.i18n import _
from kdc_desktop.screens.attendance.admitting import Admitting
from kdc_desktop.screens.kit.screen import Screen


def add_row_actions(screen: Screen, admitting: Admitting) -> tuple[QAction, ...]:
    """Give a screen the ways in and out, each of which knows whether it concerns anybody."""
    return (
        screen.act(
            "check_in_the_selected",
            _("Check in the selected"),
            admitting.let_in,
            icon="log-in",
            why_not=admitting.nobody_to_come,
        ),
        screen.act(
            "mark_as_left",
            _("Mark as left"),
            admitting.mark_left,
            shortcut="Ctrl+L",
            icon="log-out",
            why_not=admitting.nobody_to_go,
        ),
        screen.act(
            "came_back",
            _("Came back"),
            admitting.mark_back,
            shortcut="Ctrl+B",
            icon="log-in",
            why_not=admitting.nobody_to_come_back,
        ),
        screen.act(
            "take_back_check_in",
            _("Take back the check-in"),
            admitting.take_back,
            icon="undo-2",
            why_not=admitting.nobody_to_take_back,
        ),
    )
