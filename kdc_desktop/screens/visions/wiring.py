"""What visions bring to the window: a consortium's statement and where its members stand."""

from functools import partial

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.consortia.wiring import CLUB_CONSORTIA, CONSORTIA
from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Area, Desk, Wiring
from kdc_desktop.screens.obstacles.wiring import OBSTACLES

VISION = "vision"
SINCE = "since"
CLUB_VISION = "club_vision"
"""That of a consortium of the club which is not worked on in the open session."""


def bring_visions(desk: Desk) -> Wiring:
    """The visions of a session's consortia."""
    return Wiring(
        areas=(
            Area(
                key=CLUB_VISION,
                title=lazy("Vision"),
                icon="target",
                make=partial(_vision, desk, None),
                behind=CONSORTIA,
            ),
        ),
        screens={VISION: partial(_vision, desk), SINCE: partial(_since, desk)},
        seen_at={
            "consortium": (VISION, CLUB_VISION),
            "taken_up": (VISION,),
            **dict.fromkeys(_SEEN_HERE, (VISION, CLUB_VISION)),
        },
        settings_at={"since_left_out_": (SINCE,)},
        calls=(_calls,),
    )


def _since(desk: Desk, session_id: int) -> Screen:
    from kdc_desktop.screens.visions.since_screen import SinceScreen

    return SinceScreen(desk.theme, desk.database, session_id)


def _vision(desk: Desk, session_id: int | None) -> Screen:
    from kdc_desktop.screens.visions.pointing import point_at_cell
    from kdc_desktop.screens.visions.vision_screen import VisionScreen

    screen = VisionScreen(desk.theme, desk.database, session_id)
    screen.lead_to = partial(point_at_cell, screen)
    area = CLUB_CONSORTIA if session_id is None else CONSORTIA
    screen.consortia_wanted.connect(lambda: desk.window.go(area))
    screen.obstacles_wanted.connect(lambda: desk.window.go(OBSTACLES))
    screen.asking.kiosk_wanted.connect(partial(_let_answer, desk))
    screen.under.pulse.kiosk_wanted.connect(partial(_let_answer_pulse, desk))
    screen.under.life.charter_wanted.connect(desk.window.charter_wanted)
    screen.under.notes.follow(desk.settings.store, desk.shared_screen, desk.window.screen)
    screen.asking.show_kiosk(desk.shared_screen.kiosk is not None)
    desk.shared_screen.kiosk_changed.connect(screen.asking.show_kiosk)
    return screen


_SEEN_HERE = (
    *("reading", "asking", "position", "reservation", "reservation_step", "commitment", "vision"),
    *("stake", "stake_served", "estimate", "pulse", "pulse_answer", "sign_of_life"),
)


def open_vision(desk: Desk, consortium_id: int) -> None:
    """Show the vision of a consortium: on the screen of the open session where it is worked on."""
    from kdc_desktop.screens.visions.vision_screen import VisionScreen
    from kdc_desktop.services.consortia.worked_on import is_worked_on

    def look(screen: Screen) -> None:
        assert isinstance(screen, VisionScreen)
        screen.show_consortium(consortium_id)

    session = desk.window.session
    if session is not None and is_worked_on(desk.database, session.id, consortium_id):
        look(desk.window.show_session_screen(VISION))
    else:
        desk.window.go(CLUB_VISION, look)


def look_at(desk: Desk, consortium_id: int, session_id: int | None, member_id: int | None) -> None:
    """The same from anywhere, in the session that has taken it up if there is one.

    With a member, its answers in the ledger are looked at.
    """
    from kdc_desktop.screens.visions.view import UnderVision
    from kdc_desktop.screens.visions.vision_screen import VisionScreen

    if session_id is not None:
        desk.window.open_session(session_id)
    open_vision(desk, consortium_id)
    screen = desk.window.screen_shown
    if member_id is not None and isinstance(screen, VisionScreen):
        screen.looks.show(UnderVision.LEDGER)
        screen.ledger.look_at(member_id)


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
