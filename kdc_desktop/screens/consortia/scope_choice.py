"""The switch between the consortia of the club, those of the open session, and who has met whom."""

from collections.abc import Callable, Mapping
from enum import IntEnum

from PySide6.QtCore import QObject

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.segmented import Segmented


class Scope(IntEnum):
    """What is seen: the place of its segment."""

    CLUB = 0
    TONIGHT = 1
    NETWORK = 2


class ScopeChoice(QObject):
    """Lets a switch stand at what is seen `here`, and leads to the others.

    Without a session there is no tonight: say so with `offer_tonight`.
    """

    def __init__(
        self, choice: Segmented, here: Scope, leads: Mapping[Scope, Callable[[], object]]
    ) -> None:
        super().__init__(choice)
        self._choice, self._here, self._leads = choice, here, leads
        self._offered: tuple[Scope, ...] = ()
        self.offer_tonight(offered=True)
        choice.changed.connect(self._choose)

    def offer_tonight(self, *, offered: bool) -> None:
        """Have a segment for the session that is open, or none."""
        self._offered = tuple(one for one in Scope if offered or one is not Scope.TONIGHT)
        words = {
            Scope.CLUB: _("Portfolio"),
            Scope.TONIGHT: _("Tonight"),
            Scope.NETWORK: _("Network"),
        }
        self._choice.set_texts([words[one] for one in self._offered])
        self._choice.set_current(self._offered.index(self._here))

    def _choose(self, at: int) -> None:
        self._choice.set_current(self._offered.index(self._here))
        if self._offered[at] is not self._here:
            self._leads[self._offered[at]]()
