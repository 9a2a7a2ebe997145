"""Points at people of a session whose row an undo has changed."""

from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen
from kdc_desktop.screens.kit.pointing import point_at
from kdc_desktop.screens.kit.screen import ChangedRows


def point_at_people(screen: CheckInScreen, rows: ChangedRows) -> None:
    """Select them in the list, which shows everybody when it was narrowed to others."""
    keys = rows.get("attendance", {})
    if keys and not point_at(screen.attendance_table, keys):
        screen.state_filter.set_current(0)
        screen.refresh()
        point_at(screen.attendance_table, keys)
