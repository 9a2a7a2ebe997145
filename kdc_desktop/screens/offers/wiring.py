"""What offers and needs bring to the window: the wall of a session."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from kdc_desktop.screens.attendance.wiring import into_next_session
from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Desk, Wiring
from kdc_desktop.screens.people.wiring import PEOPLE

if TYPE_CHECKING:  # it loads SQLAlchemy, and the window does not wait for that
    from kdc_desktop.screens.people.into_session import IntoSession
    from kdc_desktop.screens.people.part import MakePart
    from kdc_desktop.services.offers.joins import RolesBadge

OFFERS = "offers"


def bring_offers(desk: Desk, roles: "Callable[[], RolesBadge]") -> Wiring:
    """The wall of offers and needs; `roles` is asked for the open roles once it is shown."""
    return Wiring(
        screens={OFFERS: partial(_offers, desk, roles)},
        seen_at=dict.fromkeys(("offer", "offer_match"), (OFFERS, PEOPLE)),
        calls=(_calls,),
    )


def _offers(desk: Desk, roles: "Callable[[], RolesBadge]", session_id: int) -> Screen:
    from kdc_desktop.screens.offers.offers_screen import OffersScreen
    from kdc_desktop.screens.offers.pointing import point_at_offers

    screen = OffersScreen(desk.theme, desk.database, session_id, desk.jobs, roles())
    screen.lead_to = partial(point_at_offers, screen.offers_table, screen.needs_table)
    return screen


class BesidePeople(NamedTuple):
    """What people are handed by screens above: what imports into a session, parts of the panel."""

    into_session: "Callable[[], IntoSession | None]"
    parts: "Callable[[], Sequence[MakePart]]"


def beside_people(desk: Desk) -> BesidePeople:
    """The session that is open or next, and what somebody offers and needs."""
    return BesidePeople(partial(into_next_session, desk), partial(_parts, desk))


def _parts(desk: Desk) -> "Sequence[MakePart]":
    from kdc_desktop.screens.offers.offers_part import OffersPart

    return (partial(OffersPart, desk.database),)


def _calls() -> Calls:
    from kdc_desktop.screens.offers.called import CALLS

    return CALLS
