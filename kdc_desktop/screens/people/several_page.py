"""What stands beside the tables while nobody, or several, are selected."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.people.sectors import LETTERS, name_of
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState, plain_label
from kdc_desktop.screens.people.sector_icons import sector_icon


class SeveralPage(QWidget):
    """How many are selected, or what selecting does where none is.

    For organisations `sector_wanted` carries their ids and a letter for them all; with
    `merge_wanted` two are to be merged, with `apart_wanted` two people kept apart.
    """

    sector_wanted = Signal(tuple, str)
    merge_wanted = Signal()
    apart_wanted = Signal()

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
        self.merge_button = QPushButton(theme.icon("combine"), _("Merge…"), self)
        self.merge_button.setToolTip(_("Have the two become one, after a look at what that does."))
        self.merge_button.clicked.connect(self.merge_wanted)
        self.apart_button = QPushButton(theme.icon("split"), _("Keep apart…"), self)
        self.apart_button.setToolTip(_("Have no suggestion put the two together."))
        self.apart_button.clicked.connect(self.apart_wanted)
        self._parts = (
            *(self.nobody, self.words, self.merge_button, self.apart_button),
            *(self._title, self.sector_combo),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        for part in self._parts:
            column.addWidget(part)

    def show_nobody(self, sentence: str) -> None:
        """Say what is seen here once somebody is selected."""
        self.nobody.show_state("user", "", sentence)
        self._show(self.nobody)

    def show_several(self, count: int, organisations: Sequence[int] = ()) -> None:
        """Say how many they are, and offer a sector for these organisations, and to merge two."""
        self.words.setText(ngettext("{count} selected.", "{count} selected.", count))
        self._organisations = tuple(organisations)
        self.sector_combo.setCurrentIndex(-1)
        offered = (self._title, self.sector_combo) if organisations else ()
        of_two = (self.merge_button, *(() if organisations else (self.apart_button,)))
        self._show(self.words, *(of_two if count == 2 else ()), *offered)

    def _show(self, *parts: QWidget) -> None:
        for part in self._parts:
            part.setVisible(part in parts)

    def _tell(self, at: int) -> None:
        self.sector_wanted.emit(self._organisations, self.sector_combo.itemData(at))
