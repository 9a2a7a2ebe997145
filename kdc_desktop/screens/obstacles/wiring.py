"""What obstacles bring to the window: the list of those of the whole club."""

from functools import partial
from typing import TYPE_CHECKING

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.consortia.wiring import CLUB_CONSORTIA, CONSORTIA, OpenVision
from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Area, Desk, Wiring

if TYPE_CHECKING:  # it loads SQLAlchemy, and the window does not wait for that
    from kdc_desktop.screens.obstacles.beside import GiveConsortium, ObstaclesBeside

OBSTACLES = "obstacles"


def bring_obstacles(desk: Desk, open_vision: OpenVision) -> Wiring:
    """The obstacles of the club; `open_vision` is asked for the vision of a consortium."""
    return Wiring(
        areas=(
            Area(
                key=OBSTACLES,
                title=lazy("Obstacles"),
                icon="construction",
                make=partial(_obstacles, desk, open_vision),
                behind=CONSORTIA,
            ),
        ),
        seen_at=dict.fromkeys(("obstacle", "obstacle_step"), (OBSTACLES,)),
        calls=(_calls, _calls_beside),
    )


def beside(desk: Desk, screen: Screen, here: "GiveConsortium") -> "ObstaclesBeside":
    """The obstacles of the consortium that is looked at `here`, for another noun's screen."""
    from kdc_desktop.screens.obstacles.beside import ObstaclesBeside

    return ObstaclesBeside(screen, desk.database, here, lambda: desk.window.go(OBSTACLES))


def _obstacles(desk: Desk, open_vision: OpenVision) -> Screen:
    from kdc_desktop.screens.obstacles.obstacles_screen import ObstaclesScreen
    from kdc_desktop.screens.obstacles.pointing import point_at_obstacles

    screen = ObstaclesScreen(desk.theme, desk.database, desk.settings.store)
    screen.lead_to = partial(point_at_obstacles, screen)
    screen.consortium_opened.connect(open_vision)
    screen.consortia_wanted.connect(lambda: desk.window.go(CLUB_CONSORTIA))
    screen.page_wanted.connect(desk.window.visit_wanted)
    return screen


def _calls() -> Calls:
    from kdc_desktop.screens.obstacles.called import CALLS

    return CALLS


def _calls_beside() -> Calls:
    from kdc_desktop.screens.obstacles.called import BESIDE

    return BESIDE
