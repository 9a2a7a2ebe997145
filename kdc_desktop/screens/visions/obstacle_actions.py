"""What holds the consortium back that is looked at, and noting more of it."""

from functools import partial

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.obstacles.beside import ObstaclesBeside
from kdc_desktop.screens.visions.looks import Looks
from kdc_desktop.screens.visions.pages import VisionPages
from kdc_desktop.screens.visions.view import UnderVision, VisionView
from kdc_desktop.screens.visions.vision_reasons import no_consortium
from kdc_desktop.storage import Database


class ObstacleActions:
    """Reads the obstacles while they are looked at; `all_wanted` of the pages leads to all."""

    def __init__(
        self, screen: Screen, database: Database, view: VisionView, pages: VisionPages, looks: Looks
    ) -> None:
        self._screen, self._view, self._looks = screen, view, looks
        here, show_all = partial(_looked_at, view), pages.obstacles_wanted.emit
        self.list = ObstaclesBeside(screen, database, here, show_all)
        pages.put_obstacles(self.list.widget)

    def add_actions(self) -> None:
        """Let the keys and the palette lead to the page."""
        text, show = _("What holds it back"), partial(self._looks.look_at, UnderVision.OBSTACLES)
        none = partial(no_consortium, self._view)
        self._screen.act("what_holds_it_back", text, show, shortcut="Shift+O", why_not=none)

    def show(self) -> None:
        """Read the obstacles of the consortium while those are looked at."""
        if self._view.look is UnderVision.OBSTACLES:
            self.list.show(self._view.consortium_id)


def _looked_at(view: VisionView) -> tuple[int, str] | None:
    """Holds nothing of what asks, which would be held by what it asks with."""
    page = view.page
    return None if page is None else (page.consortium_id, page.name)
