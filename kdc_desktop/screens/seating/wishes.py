"""The fields that say what is wanted of tables: for what, how many seats and rounds."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QSpinBox, QToolButton

from kdc_desktop.domain.seating.kind_words import ROUND_WORDS
from kdc_desktop.domain.seating.states import RoundKind
from kdc_desktop.i18n import Text, _, lazy
from kdc_desktop.screens.kit.passing import Menu
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.seating.planned import Planned, usual_wish

_KINDS = tuple(ROUND_WORDS)
_MATTERS: dict[str, tuple[str, Text]] = {
    "mind_who_has_met": ("met", lazy("Mind who has met")),
    "mind_sectors": ("sectors", lazy("Mind sectors")),
    "mind_offers": ("offers", lazy("Mind offers and needs")),
    "mind_observers": ("observers", lazy("Mind observers")),
}
"""The actions that say what counts, with its name among `Matters`."""


class WishBoxes(NamedTuple):
    """Where it is said on the form."""

    kind: QComboBox
    seats: QSpinBox
    rounds: QSpinBox
    matters: QToolButton


class WishFields:
    """Keeps the fields and what is wanted the same; nothing is seated by them alone."""

    def __init__(self, screen: Screen, planned: Planned, fields: WishBoxes) -> None:
        self._screen, self._planned, self._fields = screen, planned, fields
        self._matters: dict[str, QAction] = {}
        fields.kind.addItems([str(text) for text in ROUND_WORDS.values()])
        fields.kind.activated.connect(self._choose_kind)
        fields.seats.valueChanged.connect(self._count)
        fields.rounds.valueChanged.connect(self._count)
        fields.matters.setText(_("What matters"))
        fields.matters.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def add_actions(self) -> None:
        """Add what counts to the screen, so that the palette finds it."""
        menu = Menu(self._screen)
        for name, (what, text) in _MATTERS.items():
            slot: Callable[[bool], object] = partial(self._heed, what)
            action = self._screen.act(name, str(text), slot, checkable=True)
            self._matters[what] = action
            menu.addAction(action)
        self._fields.matters.setMenu(menu)
        self.show_wish()

    def show_wish(self) -> None:
        """Let the fields say what is wanted."""
        wish, fields = self._planned.wish, self._fields
        fields.kind.setCurrentIndex(_KINDS.index(wish.kind))
        for spin, value in ((fields.seats, wish.seats), (fields.rounds, wish.rounds)):
            spin.blockSignals(True)
            spin.setValue(value)
            spin.blockSignals(False)
        for what, action in self._matters.items():
            action.setChecked(getattr(wish.matters, what))

    def _choose_kind(self, at: int) -> None:
        kind: RoundKind = _KINDS[at]
        if kind is not self._planned.wish.kind:
            usual = usual_wish(kind)
            self._planned.want(usual._replace(matters=self._planned.wish.matters))

    def _count(self) -> None:
        wish, fields = self._planned.wish, self._fields
        seats, rounds = fields.seats.value(), fields.rounds.value()
        self._planned.want(wish._replace(seats=seats, rounds=rounds, tables=None, topics=()))

    def _heed(self, what: str, on: bool) -> None:
        wish = self._planned.wish
        self._planned.wish = wish._replace(matters=wish.matters._replace(**{what: on}))
        told = (
            _("The next seating minds that.") if on else _("The next seating does not mind that.")
        )
        self._screen.said.emit(told)
