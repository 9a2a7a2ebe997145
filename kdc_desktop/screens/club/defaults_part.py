"""What new things of the club begin with, each with a sentence of what it does."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.services.club.defaults import DefaultChoice, choose_default, default_of
from kdc_desktop.storage import Database

_AS_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_LETTERS = 18  # seen at least; all of it is told


class DefaultsPart(QWidget):
    """A box to choose from for each; what is chosen is kept in the club at once.

    Where that is refused, the screen tells why, and what was chosen before stands there again.
    """

    def __init__(
        self, database: Database, choices: Sequence[DefaultChoice], screen: Screen
    ) -> None:
        super().__init__(screen)
        self._database, self._choices, self._screen = database, choices, screen
        self.combos: dict[str, DropDown] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for choice in choices:
            self._add(choice, column)
        self.refresh()

    def _add(self, choice: DefaultChoice, column: QVBoxLayout) -> None:
        title = plain_label(str(choice.title), "section", self, wrap=True)
        combo = DropDown(self)
        combo.setObjectName(f"default_{choice.name}")
        combo.setAccessibleName(str(choice.title))
        combo.setAccessibleDescription(str(choice.sentence))
        for key, words in choice.choices():
            combo.addItem(str(words), key)
        combo.setSizeAdjustPolicy(_AS_NARROW)
        combo.setMinimumContentsLength(_LETTERS)
        combo.activated.connect(partial(self._choose, choice))
        title.setBuddy(combo)
        self.combos[choice.name] = combo
        for widget in (title, combo, plain_label(str(choice.sentence), "muted", self, wrap=True)):
            column.addWidget(widget)

    def _choose(self, choice: DefaultChoice, at: int) -> None:
        key = self.combos[choice.name].itemData(at)
        if self._screen.attempt(choose_default, self._database, choice, key) is None:
            self.refresh()

    def take_keys(self) -> None:
        """Give the keys to the first box."""
        for combo in list(self.combos.values())[:1]:
            combo.setFocus()

    def refresh(self) -> None:
        """Show what is chosen now."""
        for choice in self._choices:
            combo = self.combos[choice.name]
            combo.setCurrentIndex(combo.findData(default_of(self._database, choice)))
