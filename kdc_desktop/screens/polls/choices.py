"""The check list from which the options of a poll are chosen."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.services.polls.rows import ChoiceRow

_Id = Qt.ItemDataRole.UserRole
_SHOWN_LENGTH = 160


class ChoiceList(QListWidget):
    """Ideas or clusters with a tick each; what is ticked stays so while one searches."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ChoiceRow] = []
        self._words: list[str] = []
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(_("Options to choose from"))
        self.itemChanged.connect(lambda _item: self.ticked.emit())
        self.itemDoubleClicked.connect(_toggle)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The ids that are ticked, in the order of the list."""
        return tuple(
            row.id
            for place, row in enumerate(self._rows)
            if self.item(place).checkState() == Qt.CheckState.Checked
        )

    def show_choices(self, rows: Sequence[ChoiceRow], ticked: Iterable[int]) -> None:
        """Offer these, with these ids ticked."""
        chosen, at = set(ticked), self.currentRow()
        self.blockSignals(True)
        self.clear()
        self._rows = list(rows)
        for row in rows:
            title = " ".join(row.title.split())[:_SHOWN_LENGTH]
            item = QListWidgetItem(f"{title}   ·   {row.detail}" if row.detail else title)
            item.setToolTip(plain_tip(row.title))
            item.setData(_Id, row.id)
            state = Qt.CheckState.Checked if row.id in chosen else Qt.CheckState.Unchecked
            item.setCheckState(state)
            self.addItem(item)
        self.blockSignals(False)
        self.setCurrentRow(min(max(0, at), len(rows) - 1))
        self.search(" ".join(self._words))
        self.ticked.emit()

    def tick(self, ids: Iterable[int]) -> None:
        """Tick these and no others."""
        self.show_choices(self._rows, ids)

    def search(self, text: str) -> None:
        """Show only what contains every word."""
        self._words = fold(text).split()
        for place, row in enumerate(self._rows):
            there = fold(f"{row.title} {row.detail}") if self._words else ""
            self.setRowHidden(place, not all(word in there for word in self._words))

    @property
    def found(self) -> tuple[int, ...]:
        """The ids that the search has left."""
        return tuple(r.id for at, r in enumerate(self._rows) if not self.isRowHidden(at))


def _toggle(item: QListWidgetItem) -> None:
    on = item.checkState() == Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
