"""What consortia bring to the window: their area, side by side."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.interests.wiring import INTERESTS
from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Desk, SessionArea, Wiring

if TYPE_CHECKING:  # it loads SQLAlchemy, and the window does not wait for that
    from kdc_desktop.services.consortia.trails import ConsortiumTrail

CONSORTIA = "consortia"


def bring_consortia(
    desk: Desk,
    open_vision: Callable[[int], object],
    trails: Callable[[], "Sequence[ConsortiumTrail]"],
) -> Wiring:
    """The consortia of a session.

    `open_vision` is asked for the vision of one, by its id, `trails` for what the nouns above
    keep of consortia.
    """

    def consortia(session_id: int) -> Screen:
        from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
        from kdc_desktop.screens.consortia.pointing import point_at_cards

        screen = ConsortiaScreen(desk.theme, desk.database, session_id, desk.jobs, trails())
        screen.lead_to = partial(point_at_cards, screen.columns)
        screen.consortium_opened.connect(open_vision)
        screen.interests_wanted.connect(lambda: desk.window.show_session_screen(INTERESTS))
        return screen

    return Wiring(
        areas=(
            SessionArea(
                key=CONSORTIA,
                title=lazy("Consortia"),
                icon="handshake",
                screen=CONSORTIA,
                without=lazy("Consortia belong to a session: open one first."),
            ),
        ),
        screens={CONSORTIA: consortia},
        seen_at={
            "winner": (CONSORTIA,),
            "setting": (CONSORTIA,),  # a suggestion that was changed by hand
            **dict.fromkeys(("consortium", "open_role", "member", "delegate"), (CONSORTIA,)),
        },
        calls=(_calls,),
    )


def _calls() -> Calls:
    from kdc_desktop.screens.consortia.called import CALLS

    return CALLS
