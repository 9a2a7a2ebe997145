"""What stands beside the tables while nobody, or several, are selected."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kdc_desktop.domain.people.sectors import LETTERS, name_of
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState, plain_label
from kdc_desktop.screens.people.sector_icons import sector_icon


class SeveralPage(QWidget):
    """How many are selected, or what selecting does where none is.

    For organisations `sector_wanted` carries their ids and a letter for them all.
    """

    sector_wanted = Signal(tuple, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.nobody = EmptyState(theme, self)
        self._organisations: tuple[int, ...] = ()
        self.words: QLabel = plain_label("", "muted", self, wrap=True)
        self._title = plain_label(_("Sector of all of them"), "section", self)
        self.sector_combo = DropDown(self)
        self.sector_combo.setAccessibleName(self._title.text())
        self.sector_combo.setPlaceholderText(_("Choose a sector"))
        for letter in LETTERS:
            self.sector_combo.addItem(sector_icon(letter), name_of(letter), letter)
        self.sector_combo.activated.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        for part in (self.nobody, self.words, self._title, self.sector_combo):
            column.addWidget(part)

    def show_nobody(self, sentence: str) -> None:
        """Say what is seen here once somebody is selected."""
        self.nobody.show_state("user", "", sentence)
        self._show(self.nobody)

    def show_words(self, sentence: str, organisations: Sequence[int] = ()) -> None:
        """Say this, and offer a sector for these organisations."""
        self.words.setText(sentence)
        self._organisations = tuple(organisations)
        self.sector_combo.setCurrentIndex(-1)
        offered = (self._title, self.sector_combo) if organisations else ()
        self._show(self.words, *offered)

    def _show(self, *parts: QWidget) -> None:
        for part in (self.nobody, self.words, self._title, self.sector_combo):
            part.setVisible(part in parts)

    def _tell(self, at: int) -> None:
        self.sector_wanted.emit(self._organisations, self.sector_combo.itemData(at))
