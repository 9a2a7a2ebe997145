"""What attendance brings to the window: check-in."""

from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Desk, Wiring

CHECK_IN = "check_in"


def bring(desk: Desk) -> Wiring:
    """The screen at the door."""

    def check_in(session_id: int) -> Screen:
        from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen

        return CheckInScreen(desk.theme, desk.database, session_id)

    return Wiring(screens={CHECK_IN: check_in})
