"""Open the slips of a poll over its screen."""

from PySide6.QtCore import SignalInstance

from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.storage import Database


def open_slips(
    screen: Screen, database: Database, poll_id: int, print_wanted: SignalInstance
) -> None:
    """Show them; `print_wanted` is told the poll and which slips are to be written."""
    from kdc_desktop.screens.polls.slips.dialog import SlipsDialog

    dialog = SlipsDialog(screen.theme, database, poll_id, screen)
    dialog.print_wanted.connect(lambda wanted: print_wanted.emit(poll_id, wanted))
    screen.room_changed.connect(dialog.refresh)
    open_for_now(dialog)
