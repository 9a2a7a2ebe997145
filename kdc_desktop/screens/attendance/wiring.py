"""What attendance brings to the window: check-in."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from kdc_desktop.i18n import _, lazy
from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.passing import drop_over
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Desk, MenuEntry, Wiring

if TYPE_CHECKING:
    from kdc_desktop.screens.people.into_session import IntoSession
    from kdc_desktop.services.attendance.joins import PresenceTrail
    from kdc_desktop.services.people.joins import PeopleJoins

CHECK_IN = "check_in"


def bring_attendance(
    desk: Desk,
    people_joins: "Callable[[], PeopleJoins]",
    trails: "Callable[[], Sequence[PresenceTrail]]",
) -> Wiring:
    """The screen at the door; the nouns above hand `people_joins` to people, `trails` to it."""

    def check_in(session_id: int) -> Screen:
        from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen
        from kdc_desktop.screens.attendance.pointing import point_at_people

        sheets = people_joins().sheets
        screen = CheckInScreen(
            *(desk.theme, desk.database, session_id, sheets, desk.jobs), trails()
        )
        screen.lead_to = partial(point_at_people, screen)
        return screen

    late = MenuEntry(
        "late_door", lazy("Check somebody in…"), partial(open_late_door, desk), "user-check", "F3"
    )
    return Wiring(
        screens={CHECK_IN: check_in},
        menu=((late,),),
        seen_at={"attendance": (CHECK_IN,), "passage": (CHECK_IN,)},
        calls=(_calls,),
    )


def open_late_door(desk: Desk) -> None:
    """Let somebody in who comes late, wherever one is; at check-in the field for it is there.

    Who comes late comes to the session that is live, also while one looks into another.
    """
    from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen
    from kdc_desktop.screens.attendance.late_door import LateDoor
    from kdc_desktop.services.sessions.listing import live_session

    here, shown = desk.window.session, desk.window.screen_shown
    session = live_session(desk.database, here)
    if session is None:
        desk.window.warn(_("Open a session first: people are checked in to one."))
    elif isinstance(shown, CheckInScreen) and session is here:
        shown.finder.again()
    else:
        given = desk.theme, desk.database, session, desk.jobs
        drop_over(desk.over, LateDoor(*given, desk.window.say, desk.over))


def into_session(session_id: int) -> "IntoSession":
    """What imports people and puts them on the list of a session."""
    from kdc_desktop.services.attendance.lists import OntoList

    return OntoList(session_id)


def into_next_session(desk: Desk) -> "IntoSession | None":
    """The same for the session that is open, else for the next one; None where there is none."""
    from kdc_desktop.services.attendance.lists import next_list

    session = desk.window.session
    return next_list(desk.database) if session is None else into_session(session.id)


def _calls() -> Calls:
    from kdc_desktop.screens.attendance.called import CALLS

    return CALLS
