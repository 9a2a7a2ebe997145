"""What visions bring to the window: a consortium's statement and where its members stand."""

from functools import partial

from kdc_desktop.screens.consortia.wiring import CONSORTIA
from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Desk, Wiring

VISION = "vision"


def bring_visions(desk: Desk) -> Wiring:
    """The visions of a session's consortia."""

    def vision(session_id: int) -> Screen:
        from kdc_desktop.screens.visions.pointing import point_at_cell
        from kdc_desktop.screens.visions.vision_screen import VisionScreen

        screen = VisionScreen(desk.theme, desk.database, session_id)
        screen.lead_to = partial(point_at_cell, screen)
        screen.consortia_wanted.connect(lambda: desk.window.go(CONSORTIA))
        screen.asking.kiosk_wanted.connect(partial(_let_answer, desk))
        screen.pulse.kiosk_wanted.connect(partial(_let_answer_pulse, desk))
        screen.asking.show_kiosk(desk.shared_screen.kiosk is not None)
        desk.shared_screen.kiosk_changed.connect(screen.asking.show_kiosk)
        return screen

    own = (
        *("reading", "position", "reservation", "reservation_step", "commitment", "vision"),
        *("stake", "stake_served", "estimate", "sign_of_life", "asking", "pulse", "pulse_answer"),
    )
    return Wiring(
        screens={VISION: vision},
        seen_at={"consortium": (VISION,), **dict.fromkeys(own, (VISION,))},
        calls=(_calls,),
    )


def open_vision(desk: Desk, consortium_id: int) -> None:
    """Show the vision of a consortium of the open session."""
    from kdc_desktop.screens.visions.vision_screen import VisionScreen

    screen = desk.window.show_session_screen(VISION)
    assert isinstance(screen, VisionScreen)
    screen.show_consortium(consortium_id)


def _let_answer_pulse(desk: Desk, pulse_id: int) -> None:
    """Let them answer the five questions of a pulse."""
    from kdc_desktop.audience.visions.kiosk.questions import PulseOfMembers
    from kdc_desktop.screens.polls.kiosk_opening import open_kiosk

    open_kiosk(desk, PulseOfMembers(desk.database, pulse_id))


def _let_answer(desk: Desk, asking_id: int) -> None:
    """Let those who speak for the members answer, one after the other."""
    from kdc_desktop.audience.visions.kiosk.questions import PositionQuestion
    from kdc_desktop.screens.polls.kiosk_opening import open_kiosk

    open_kiosk(desk, PositionQuestion(desk.database, asking_id))


def _calls() -> Calls:
    from kdc_desktop.screens.visions.called import calls

    return calls()
