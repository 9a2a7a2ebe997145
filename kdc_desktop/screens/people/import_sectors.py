"""What the words for sectors mean that a list has and nobody knows."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.people.sectors import SECTORS
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.people.sector_icons import sector_icon

_LONGEST = 40  # characters of such a word


class SectorWordsChoice(QObject):
    """A box for every such word; `changed` when a sector was picked for one."""

    changed = Signal()

    def __init__(self, heading: QLabel, grid: QGridLayout, box: QWidget) -> None:
        super().__init__(box)
        self._heading, self._grid, self._box = heading, grid, box
        self._combos: dict[str, QComboBox] = {}
        self._labels: list[QLabel] = []

    def show_words(self, words: Mapping[str, int], letters: Mapping[str, str]) -> None:
        """Ask for these, of which so many people have each; `letters` are answered already."""
        if list(words) != list(self._combos):
            self._build(words)
        for word, combo in self._combos.items():
            combo.setCurrentIndex(max(0, combo.findData(letters.get(word, ""))))
        self._heading.setVisible(bool(words))
        self._box.setVisible(bool(words))

    @property
    def letters(self) -> dict[str, str]:
        """The letters of the sectors that were picked, by word; "" for one that is left open."""
        return {word: str(combo.currentData()) for word, combo in self._combos.items()}

    def _build(self, words: Mapping[str, int]) -> None:
        gone: list[Any] = [*self._combos.values(), *self._labels]
        for widget in gone:
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self._combos, self._labels = {}, []
        for line, (word, count) in enumerate(words.items()):
            told = ngettext(
                "“{word}” ({count} person)",
                "“{word}” ({count} people)",
                count,
                word=shortened(word, _LONGEST),
            )
            label = plain_label(told, "", self._box)
            self._combos[word] = combo = self._combo(word)
            label.setBuddy(combo)
            self._labels.append(label)
            self._grid.addWidget(label, line, 0)
            self._grid.addWidget(combo, line, 1)
        self._grid.setColumnStretch(2, 1)

    def _combo(self, word: str) -> QComboBox:
        combo = DropDown(self._box)
        combo.setAccessibleName(_("Sector that “{word}” means", word=word))
        combo.addItem(_("Leave it open"), "")
        for sector in SECTORS:
            combo.addItem(sector_icon(sector.letter), sector.name, sector.letter)
        combo.activated.connect(self.changed)
        return combo
