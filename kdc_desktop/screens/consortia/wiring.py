"""What consortia bring to the window: their area, side by side."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.interests.wiring import INTERESTS
from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Area, Desk, SessionArea, Wiring

if TYPE_CHECKING:  # it loads SQLAlchemy, and the window does not wait for that
    from kdc_desktop.screens.consortia.beside_part import MakeBeside
    from kdc_desktop.services.consortia.club_rows import BuyInBadge
    from kdc_desktop.services.consortia.gives_back import GainsBadge
    from kdc_desktop.services.consortia.held_up import ObstaclesBadge
    from kdc_desktop.services.consortia.trails import ConsortiumTrail

    GiveBadges = tuple[
        Callable[[], BuyInBadge], Callable[[], ObstaclesBadge], Callable[[], GainsBadge]
    ]

CONSORTIA = "consortia"
CLUB_CONSORTIA = "club_consortia"
"""Those of the whole club, which need no session."""
NETWORK = "network"
"""Who has met whom: a noun above shows it there."""

_OF_THE_CLUB = ("consortium_step", "taken_up", "leaving")
_SEEN_AT = {
    "winner": (CONSORTIA,),
    **dict.fromkeys(("open_role", "delegate"), (CONSORTIA,)),
    **dict.fromkeys(("consortium", "member", "role_step"), (CONSORTIA, CLUB_CONSORTIA)),
    **dict.fromkeys(_OF_THE_CLUB, (CLUB_CONSORTIA,)),
}

OpenVision = Callable[[int], object]
ShowIdeas = Callable[[Desk, int, str], object]
GiveTrails = Callable[[], "Sequence[ConsortiumTrail]"]


def bring_consortia(
    desk: Desk,
    open_vision: OpenVision,
    trails: GiveTrails,
    told: "GiveBadges",
    beside: "Sequence[MakeBeside]",
    show_ideas: ShowIdeas,
) -> Wiring:
    """The consortia of a session, and those of the whole club.

    `open_vision` is asked for the vision of one, by its id, `trails` for what the nouns above
    keep of consortia, `told` for how far their visions are, what holds them back and what they
    give back; `beside` makes what those show of the one that is selected in the list of the club.
    `show_ideas` leads to the ideas behind one, by its id and name.
    """
    return Wiring(
        areas=(
            SessionArea(
                key=CONSORTIA,
                title=lazy("Consortia"),
                icon="handshake",
                screen=CONSORTIA,
                without=lazy("Consortia belong to a session: open one first."),
                alone=CLUB_CONSORTIA,
            ),
            Area(
                key=CLUB_CONSORTIA,
                title=lazy("Consortia and projects"),
                icon="handshake",
                make=partial(_club, desk, open_vision, trails, told, beside, show_ideas),
                behind=CONSORTIA,
            ),
        ),
        screens={CONSORTIA: partial(_consortia, desk, open_vision, trails)},
        seen_at=_SEEN_AT,
        settings_at={"suggestion_changed_": (CONSORTIA,)},
        calls=(_calls, _club_calls),
    )


def _consortia(desk: Desk, open_vision: OpenVision, trails: GiveTrails, session_id: int) -> Screen:
    from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
    from kdc_desktop.screens.consortia.pointing import point_at_cards

    screen = ConsortiaScreen(desk.theme, desk.database, session_id, desk.jobs, trails())
    screen.lead_to = partial(point_at_cards, screen.columns)
    screen.consortium_opened.connect(open_vision)
    screen.interests_wanted.connect(lambda: desk.window.show_session_screen(INTERESTS))
    screen.club_wanted.connect(lambda: desk.window.go(CLUB_CONSORTIA))
    screen.network_wanted.connect(lambda: desk.window.go(NETWORK))
    return screen


def _club(
    desk: Desk,
    open_vision: OpenVision,
    trails: GiveTrails,
    told: "GiveBadges",
    beside: "Sequence[MakeBeside]",
    show_ideas: ShowIdeas,
) -> Screen:
    from kdc_desktop.screens.consortia.club_screen import ClubScreen
    from kdc_desktop.screens.consortia.pointing import point_at_listed_consortia

    window, store = desk.window, desk.settings.store
    buy_in, held_up, gives_back = told
    given = trails(), store, lambda: window.session, held_up(), gives_back(), beside
    screen = ClubScreen(desk.theme, desk.database, buy_in(), *given)
    screen.lead_to = partial(point_at_listed_consortia, screen)
    screen.consortium_opened.connect(open_vision)
    screen.tonight_wanted.connect(lambda: window.go(CONSORTIA))
    screen.network_wanted.connect(lambda: window.go(NETWORK))
    screen.ideas_wanted.connect(partial(show_ideas, desk))
    return screen


def _club_calls() -> Calls:
    from kdc_desktop.screens.consortia.called import CLUB_CALLS

    return CLUB_CALLS


def _calls() -> Calls:
    from kdc_desktop.screens.consortia.called import CALLS

    return CALLS
