"""The switch between the consortia of the whole club and those of the session that is open."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QObject

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.segmented import Segmented


class Scope(IntEnum):
    """What is seen: the place of its segment."""

    CLUB = 0
    TONIGHT = 1


class ScopeChoice(QObject):
    """Lets a switch stand at what is seen `here`, and leads to the other one."""

    def __init__(self, choice: Segmented, here: Scope, lead_to_other: Callable[[], object]) -> None:
        super().__init__(choice)
        self._choice, self._here, self._lead = choice, here, lead_to_other
        choice.set_texts((_("The whole club"), _("Tonight")))
        choice.set_current(here)
        choice.changed.connect(self._choose)

    def _choose(self, at: int) -> None:
        self._choice.set_current(self._here)
        if at != self._here:
            self._lead()
