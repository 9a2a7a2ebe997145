"""What the network brings to the window: its picture, behind the consortia."""

from functools import partial

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.consortia.wiring import CLUB_CONSORTIA, CONSORTIA, NETWORK
from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Area, Desk, Wiring


def bring_network(desk: Desk) -> Wiring:
    """Who has met whom: of an evening, of a year, of the whole club."""
    return Wiring(
        areas=(
            Area(
                key=NETWORK,
                title=lazy("Network"),
                icon="handshake",
                make=partial(_network, desk),
                behind=CONSORTIA,
            ),
        ),
        calls=(_calls,),
    )


def _network(desk: Desk) -> Screen:
    from kdc_desktop.screens.network.network_screen import NetworkScreen

    window = desk.window
    screen = NetworkScreen(desk.theme, desk.database, desk.jobs, lambda: window.session)
    screen.club_wanted.connect(lambda: window.go(CLUB_CONSORTIA))
    screen.tonight_wanted.connect(lambda: window.go(CONSORTIA))
    return screen


def _calls() -> Calls:
    from kdc_desktop.screens.network.called import CALLS

    return CALLS
