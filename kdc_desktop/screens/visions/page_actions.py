"""What is done on the pages under a vision, besides the map and the ledger."""

from datetime import date

from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.visions.estimate_card import EstimateCard
from kdc_desktop.screens.visions.life_actions import LifeActions
from kdc_desktop.screens.visions.looks import Looks
from kdc_desktop.screens.visions.obstacle_actions import ObstacleActions
from kdc_desktop.screens.visions.pages import VisionPages
from kdc_desktop.screens.visions.private_notes import PrivateNotes
from kdc_desktop.screens.visions.pulse_actions import PulseActions
from kdc_desktop.screens.visions.stake_actions import StakeActions
from kdc_desktop.screens.visions.verbs import VisionVerbs
from kdc_desktop.screens.visions.view import VisionView
from kdc_desktop.services.visions.rows import VisionPage
from kdc_desktop.storage import Database


class PageActions:
    """Each page with what it offers; a page is read while it is looked at."""

    def __init__(
        self,
        screen: Screen,
        database: Database,
        view: VisionView,
        verbs: VisionVerbs,
        pages: VisionPages,
        looks: Looks,
    ) -> None:
        self.pulse = PulseActions(screen, database, view, verbs, pages.pulse, looks)
        self.stakes = StakeActions(screen, database, view, pages.stakes, looks)
        self.life = LifeActions(screen, database, view, pages.life, looks)
        self.notes = PrivateNotes(screen, database, view)
        self.obstacles = ObstacleActions(screen, database, view, pages, looks)
        self._put_in_estimates(screen, pages)

    def _put_in_estimates(self, screen: Screen, pages: VisionPages) -> None:
        """Beside the map and beside the ledger, of the member of the current row."""

        def on_map() -> tuple[int, str] | None:
            here = pages.matrix.current()
            return None if here is None else (here[0].id, here[0].name)

        def in_ledger() -> tuple[int, str] | None:
            here = pages.ledger.view.current
            return None if here is None else (here[0].member.id, here[0].member.name)

        beside_map = EstimateCard(screen.theme, self.notes, on_map)
        beside_ledger = EstimateCard(screen.theme, self.notes, in_ledger)
        pages.matrix.moved.connect(beside_map.show_again)
        pages.ledger.view.moved.connect(beside_ledger.show_again)
        pages.beside.put_below(pages.beside.usual, beside_map)
        pages.beside.put_below(pages.ledger.panel, beside_ledger)

    def add_actions(self) -> None:
        """Let the keys and the palette reach the pages."""
        self.pulse.add_actions()
        self.stakes.add_actions()
        self.life.add_actions()
        self.notes.add_actions()
        self.obstacles.add_actions()

    def show(self, page: VisionPage, today: date) -> None:
        """Show what there is on the page that is looked at."""
        self.pulse.show()
        self.stakes.show(page, today)
        self.life.show(page)
        self.obstacles.show()

    def read(self) -> None:
        """Read what stands on every page."""
        self.notes.read()
