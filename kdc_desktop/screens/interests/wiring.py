"""What interests bring to the window: who would join what, and the winners they are about."""

from functools import partial

from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Desk, Wiring
from kdc_desktop.screens.polls.wiring import POLL

INTERESTS = "interests"


def bring_interests(desk: Desk) -> Wiring:
    """The interests of a session."""

    def interests(session_id: int) -> Screen:
        from kdc_desktop.screens.interests.interests_screen import InterestsScreen
        from kdc_desktop.screens.interests.pointing import point_at_wishes

        screen = InterestsScreen(desk.theme, desk.database, session_id, desk.jobs)
        screen.lead_to = partial(point_at_wishes, screen.table)
        screen.at_kiosk.wanted.connect(partial(_open_kiosk, desk, session_id))
        screen.at_kiosk.show_kiosk(desk.shared_screen.kiosk is not None)
        desk.shared_screen.kiosk_changed.connect(screen.at_kiosk.show_kiosk)
        return screen

    return Wiring(
        screens={INTERESTS: interests},
        seen_at={
            "winner": (INTERESTS, POLL),
            "winner.option_id": (POLL,),
            "interest": (INTERESTS,),
            "organisation_interest": (INTERESTS,),
        },
        calls=(_calls,),
    )


def _open_kiosk(desk: Desk, session_id: int) -> None:
    """Let people say themselves what they would join, one after the other."""
    from kdc_desktop.audience.interests.kiosk.questions import InterestsQuestion
    from kdc_desktop.screens.polls.kiosk_opening import open_kiosk

    open_kiosk(desk, InterestsQuestion(desk.database, session_id))


def _calls() -> Calls:
    from kdc_desktop.screens.interests.called import CALLS

    return CALLS
