"""Does what is wanted on the page of stakes."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction

from kdc_desktop.domain.visions.states import Served
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.passing import open_menu
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.visions.looks import Looks
from kdc_desktop.screens.visions.stake_words import SERVED_CHOICES
from kdc_desktop.screens.visions.stakes_page import StakesPage
from kdc_desktop.screens.visions.view import UnderVision, VisionView
from kdc_desktop.screens.visions.vision_reasons import no_stake_cell, no_version
from kdc_desktop.services.visions import stakes
from kdc_desktop.services.visions.rows import VisionPage
from kdc_desktop.storage import Database


class StakeActions:
    """Adds, changes and removes stakes, and says how far a version serves them."""

    def __init__(
        self, screen: Screen, database: Database, view: VisionView, page: StakesPage, looks: Looks
    ) -> None:
        self._screen, self._database, self._view = screen, database, view
        self.page, self._looks = page, looks
        page.add_wanted.connect(self.add)
        page.change_wanted.connect(self.change)
        page.table.served_wanted.connect(self.say_served)
        page.table.remove_wanted.connect(self.remove)

    def add_actions(self) -> None:
        """Let the keys and the palette reach the stakes."""
        act, none = self._screen.act, partial(no_version, self._view)
        text, show = _("Stakes of the members"), partial(self._looks.look_at, UnderVision.STAKES)
        act("stakes_of_the_members", text, show, shortcut="K", why_not=none)
        act("add_a_stake", _("Add a stake"), self.write, icon="plus", why_not=none)
        none = partial(no_stake_cell, self._view, self.page.table)
        says = [
            act(
                f"stake_{served.value}",
                _("Stake: {how}", how=words),
                partial(self.page.table.say, served),
                why_not=none,
            )
            for served, words in SERVED_CHOICES.items()
        ]
        change, remove = _("Change the words of the stake"), _("Remove the stake")
        says.append(act("change_the_stake", change, self._change_here, why_not=none))
        says.append(act("remove_the_stake", remove, self._remove_here, why_not=none))
        table = self.page.table
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(lambda at: self._open_menu(at, says))

    def show(self, page: VisionPage, today: date) -> None:
        """Show the stakes while they are looked at."""
        if self._view.look is UnderVision.STAKES and self._view.version is not None:
            self.page.show_page(page, today, self._view.version)

    def _open_menu(self, at: QPoint, actions: Sequence[QAction]) -> None:
        place = self.page.table.viewport().mapToGlobal(at)
        open_menu(self._screen, "stake_menu", actions, place)

    def write(self) -> None:
        """Go to the line for a new stake, on its page."""
        self._looks.show(UnderVision.STAKES)
        self.page.write()

    def add(self, member_id: int, text: str) -> None:
        """Something more that a member wants."""
        done = self._screen.attempt_here(stakes.add_stake, self._database, member_id, text)
        if done is not None:
            self.page.begin_a_new_one()
            self.page.table.go_to(done.answer)

    def change(self, stake_id: int, text: str) -> None:
        """The same in other words."""
        done = self._screen.attempt_here(stakes.change_stake, self._database, stake_id, text)
        if done is not None:
            self.page.begin_a_new_one()
            self.page.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self, stake_id: int) -> None:
        """The member does not want this any more."""
        self._screen.attempt_here(stakes.remove_stake, self._database, stake_id)

    def say_served(self, stake_id: int, version_id: int, served: Served | None) -> None:
        """How far a version serves a stake."""
        of = (stake_id, version_id, served)
        self._screen.attempt_here(stakes.say_served, self._database, *of)

    def _change_here(self) -> None:
        if (stake := self.page.table.chosen.stake) is not None:
            self.page.begin_to_change(stake.id)

    def _remove_here(self) -> None:
        if (stake := self.page.table.chosen.stake) is not None:
            self.remove(stake.id)
