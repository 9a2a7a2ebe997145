"""What gains bring to the window: where they are seen, and what stands beside the portfolio."""

from functools import partial
from typing import TYPE_CHECKING

from kdc_desktop.screens.consortia.wiring import CLUB_CONSORTIA
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Desk, Wiring
from kdc_desktop.screens.obstacles.wiring import beside
from kdc_desktop.storage import Database

if TYPE_CHECKING:  # it loads SQLAlchemy, and the window does not wait for that
    from kdc_desktop.screens.consortia.beside_part import MakeBeside
    from kdc_desktop.screens.gains.beside import GainsBeside, GiveOne


def bring_gains() -> Wiring:
    """Where what is noted is seen."""
    return Wiring(seen_at={"gain": (CLUB_CONSORTIA,)})


def beside_groups(desk: Desk) -> "tuple[MakeBeside, ...]":
    """What holds the consortium back that is looked at, and what it gives back."""
    return partial(beside, desk), partial(gains_beside, desk.database)


def gains_beside(database: Database, screen: Screen, here: "GiveOne") -> "GainsBeside":
    """What the consortium gives back that is looked at `here`, for another noun's screen."""
    from kdc_desktop.screens.gains.beside import GainsBeside

    return GainsBeside(screen, database, here)
