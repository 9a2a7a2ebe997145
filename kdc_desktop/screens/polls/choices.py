"""The check list from which the options of a poll are chosen."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QListView, QWidget

from kdc_desktop.audience.kit.speaking import aloud
from kdc_desktop.domain.kit.sought import Sought, in_every_spelling, together
from kdc_desktop.i18n import _, spoken
from kdc_desktop.screens.kit.clipboard import put_cells
from kdc_desktop.screens.kit.empty_lists import tell_in_place_of_rows
from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.screens.kit.row_hands import choose, offer_own
from kdc_desktop.services.polls.rows import ChoiceRow

_SHOWN_LENGTH = 160
_FLAG = Qt.ItemFlag
_CELL = _FLAG.ItemIsSelectable | _FLAG.ItemIsEnabled | _FLAG.ItemIsUserCheckable
_CELL |= _FLAG.ItemNeverHasChildren
_Index = QModelIndex | QPersistentModelIndex


class _Choices(QStringListModel):
    """The rows that are offered, `shown` as far as the search has left them; `chosen` by id.

    Qt has a list of as many empty texts: whoever lays out the rows counts them for each of them.
    """

    ticked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[ChoiceRow] = []
        self.shown: list[ChoiceRow] = []
        self.chosen: set[int] = set()
        self.sought = Sought("")
        self._in_order: tuple[int, ...] | None = None

    @property
    def in_order(self) -> tuple[int, ...]:
        """Who is chosen, in the order of the list; asked for more often than it changes."""
        if self._in_order is None:
            chosen = self.chosen
            self._in_order = tuple(row.id for row in self.rows if row.id in chosen)
        return self._in_order

    def choose(self, ids: set[int]) -> None:
        """Let these be chosen, and no others."""
        self.chosen, self._in_order = ids, None

    def show(self) -> None:
        """What is offered, chosen or looked for has changed."""
        self._in_order = None
        self.shown = [row for row in self.rows if self._is_found(row)] if self.sought else self.rows
        self.setStringList([""] * len(self.shown))

    def _is_found(self, row: ChoiceRow) -> bool:
        return self.sought.is_in(together(*map(in_every_spelling, (row.title, row.detail))))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return _CELL if index.isValid() else _FLAG.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            title = " ".join(row.title.split())[:_SHOWN_LENGTH]
            return f"{title}   ·   {row.detail}" if row.detail else title
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.id in self.chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken((aloud(row.title), aloud(row.detail)))
        return plain_tip(row.title) if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        this = {self.shown[index.row()].id}
        self.choose(self.chosen | this if on else self.chosen - this)
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True


class ChoiceList(QListView):
    """Ideas or clusters with a tick each; what is ticked stays so while one searches."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices, self._is_read = _Choices(self), True
        self.setModel(self._choices)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(_("Options to choose from"))
        self._choices.ticked.connect(self.ticked)
        self.doubleClicked.connect(self._toggle)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        offer_own(self, "tick", _("Tick, or not"), self._toggle_selected, "Space")
        up, down = partial(self._move, -1), partial(self._move, 1)
        offer_own(self, "option_up", _("Move up"), up, "Alt+Up")
        offer_own(self, "option_down", _("Move down"), down, "Alt+Down")
        offer_own(self, "copy_options", _("Copy options"), self._copy, "Ctrl+C")

    @property
    def chosen(self) -> tuple[int, ...]:
        """The ids that are ticked, in the order of the list."""
        return self._choices.in_order

    @property
    def titles(self) -> tuple[str, ...]:
        """What is ticked is called, in the order of the list."""
        called = {row.id: row.title for row in self._choices.rows}
        return tuple(called[key] for key in self.chosen)

    def show_choices(self, rows: Sequence[ChoiceRow], ticked: Iterable[int]) -> None:
        """Offer these, with these ids ticked; ids in an order are among each other in it."""
        self._choices.rows, self._is_read = _arranged(rows, ticked), True
        self._choices.choose(set(ticked))
        self._show()
        self.ticked.emit()

    def announce(self) -> None:
        """Say that options are being read."""
        self.show_choices((), ())
        self._is_read = False

    def tick(self, ids: Iterable[int]) -> None:
        """Tick these and no others."""
        self.show_choices(self._choices.rows, set(ids))

    @property
    def told(self) -> str:
        """What stands in the place of options: where they come from, or that none was found."""
        if self._choices.shown:
            return ""
        if not self._is_read:
            return _("Reading the list …")
        if self._choices.rows:
            return _("Nothing here has these words. Try others.")
        return _(
            "There is nothing of this on the board yet. Choose “Written here” above to type the "
            "options, or write ideas on the board first."
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tell_in_place_of_rows(self, self.told)

    def search(self, text: str) -> None:
        """Show only what contains every word."""
        sought = Sought(text)
        if sought != self._choices.sought:
            self._choices.sought = sought
            self._show()

    @property
    def found(self) -> tuple[int, ...]:
        """The ids that the search has left."""
        return tuple(row.id for row in self._choices.shown)

    def _show(self) -> None:
        at, top = self.currentIndex().row(), self.verticalScrollBar().value()
        self._choices.show()
        last = self._choices.rowCount() - 1
        choose(self._choices.index(min(max(0, at), last)), self)
        self.verticalScrollBar().setValue(top)

    def _toggle_selected(self) -> None:
        rows = [index.row() for index in self.selectedIndexes()]
        ids = {self._choices.shown[row].id for row in rows}
        chosen = self._choices.chosen
        self._choices.choose(chosen - ids if ids <= chosen else chosen | ids)
        self.viewport().update()
        self._choices.ticked.emit()

    def _move(self, by: int) -> None:
        """The row with the cursor changes places with its neighbour in the list."""
        here, shown, rows = self.currentIndex().row(), self._choices.shown, self._choices.rows
        if 0 <= here < len(shown) and 0 <= here + by < len(shown):
            one, other = rows.index(shown[here]), rows.index(shown[here + by])
            rows[one], rows[other] = rows[other], rows[one]
            self._show()
            choose(self._choices.index(here + by), self)

    def _copy(self) -> None:
        rows = sorted(index.row() for index in self.selectedIndexes())
        put_cells([self._choices.shown[row].title] for row in rows)

    def _toggle(self, index: QModelIndex) -> None:
        role = Qt.ItemDataRole.CheckStateRole
        on = index.data(role) == Qt.CheckState.Checked
        self._choices.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, role)


def _arranged(rows: Sequence[ChoiceRow], ids: Iterable[int]) -> list[ChoiceRow]:
    """Those with these ids, if they are in an order, in it; on the places that they had."""
    if not isinstance(ids, Sequence):
        return list(rows)
    by_id, wanted = {row.id: row for row in rows}, dict.fromkeys(ids)
    in_order = iter([by_id[key] for key in wanted if key in by_id])
    return [next(in_order) if row.id in wanted else row for row in rows]
