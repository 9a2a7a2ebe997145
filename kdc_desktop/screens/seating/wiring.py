"""What seating brings to the window: the screen of tables."""

from functools import partial

from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Desk, Wiring

TABLES = "tables"


def bring_seating(desk: Desk) -> Wiring:
    """The tables of a session."""

    def tables(session_id: int) -> Screen:
        from kdc_desktop.screens.seating.pointing import point_at_seats
        from kdc_desktop.screens.seating.tables_screen import TablesScreen

        screen = TablesScreen(desk.theme, desk.database, session_id, desk.jobs)
        screen.lead_to = partial(point_at_seats, screen)
        screen.pages_wanted.connect(desk.window.pages_wanted)
        return screen

    return Wiring(
        screens={TABLES: tables},
        seen_at=dict.fromkeys(("seating_round", "seating_table", "seat"), (TABLES,)),
        calls=(_calls,),
    )


def _calls() -> Calls:
    from kdc_desktop.screens.seating.called import CALLS

    return CALLS
