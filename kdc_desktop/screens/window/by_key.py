"""Where keys and the way back lead to, said where one is there already."""

from kdc_desktop.i18n import _
from kdc_desktop.screens.sessions.wiring import SESSION
from kdc_desktop.screens.window.frame import Frame
from kdc_desktop.screens.window.whereabouts import Whereabouts


def go_back(whereabouts: Whereabouts, frame: Frame) -> None:
    """Be again where one was led away from."""
    if (origin := frame.led_away.origin) is not None:
        whereabouts.go(origin.area)
        if origin.aside:
            whereabouts.show_session_screen(origin.aside, lambda _screen: None)


def go(whereabouts: Whereabouts, frame: Frame, area: str) -> None:
    """Go to an area; the session is the one that is live, also where one looks into another."""
    if area != SESSION or not frame.elsewhere.lead_back():
        whereabouts.go(area)


def look_at_what_runs(whereabouts: Whereabouts, frame: Frame) -> None:
    """Look at the stage that runs, in the session that is live."""
    if not frame.elsewhere.lead_back():
        whereabouts.look_at_current()


def go_by_key(whereabouts: Whereabouts, frame: Frame, area: str) -> None:
    """Go to an area, and say so where one is there already."""
    before = whereabouts.spot.area, frame.shown()
    go(whereabouts, frame, area)
    if before == (whereabouts.stands_for(area), frame.shown()):
        frame.say(_("You are there already."))


def look_by_key(whereabouts: Whereabouts, frame: Frame, stage_id: int) -> None:
    """Look at a stage, and say so where one does already."""
    before = whereabouts.spot, frame.shown()
    whereabouts.look_at(stage_id)
    if before == (whereabouts.spot, frame.shown()):
        frame.say(_("You are there already."))
