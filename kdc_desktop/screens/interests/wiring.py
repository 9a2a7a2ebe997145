"""What interests bring to the window: who would join what, and the winners they are about."""

from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Desk, Wiring

INTERESTS = "interests"


def bring_interests(desk: Desk) -> Wiring:
    """The interests of a session."""

    def interests(session_id: int) -> Screen:
        from kdc_desktop.screens.interests.interests_screen import InterestsScreen

        return InterestsScreen(desk.theme, desk.database, session_id)

    return Wiring(screens={INTERESTS: interests})
