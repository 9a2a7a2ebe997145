"""How many of each sector are here, large enough to be read across the table at the door."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kdc_desktop.domain.people.sectors import BY_LETTER, COUNTED, UNKNOWN
from kdc_desktop.i18n import number_text, titled
from kdc_desktop.screens.kit.badges import SectorBadge
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label


class SectorCounts(QWidget):
    """A badge and a number for every sector."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._badges = [SectorBadge(self, letter) for letter in COUNTED]
        self._labels: dict[str, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for badge in self._badges:
            label = plain_label("0", "title", self)
            label.setObjectName(f"count_{badge.letter}")
            self._labels[badge.letter] = label
            row.addWidget(badge)
            row.addWidget(label)
            row.addSpacing(8)
        theme.changed.connect(self._fit)
        self._fit()

    def show_counts(self, by_sector: Mapping[str, int]) -> None:
        """Show these counts."""
        for letter, label in self._labels.items():
            label.setText(number_text(by_sector.get(letter, 0)))
            label.setAccessibleName(titled(BY_LETTER[letter].name, label.text()))
            if letter == UNKNOWN:
                for part in (label, self._badges[-1]):
                    part.setVisible(bool(by_sector.get(letter)))

    def _fit(self) -> None:
        for badge in self._badges:
            badge.setFixedSize(self._theme.px(28), self._theme.px(28))
