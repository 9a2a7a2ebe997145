"""Rows of a table that are ticked: by a click on the tick, a double click on the row, or Space."""

from collections.abc import Callable, Collection, Hashable, Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence

from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.kit.row_model import Column
from kdc_desktop.screens.kit.row_table import RowTable
from kdc_desktop.screens.kit.tick_icon import tick_icon


class RowTicks(QObject):
    """Which rows of `table` are ticked; its model has `column` as its first.

    `key` says what a row is known by, `may_be` whether it can be ticked at all. `changed` tells
    that others are ticked than before.
    """

    changed = Signal()

    def __init__(
        self,
        table: RowTable,
        title: str,
        key: Callable[[Any], Hashable],
        may_be: Callable[[Any], bool],
    ) -> None:
        super().__init__(table)
        self._table, self._key, self._may_be = table, key, may_be
        self._ticked: Collection[Hashable] = frozenset()
        self._title = title
        table.clicked.connect(self._click)
        table.doubleClicked.connect(self._double_click)
        tick = QAction(_("Tick, or not"), table)
        tick.setObjectName("act_tick")
        tick.setShortcut(QKeySequence(Qt.Key.Key_Space))
        tick.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        tick.triggered.connect(self._turn_those_meant)
        table.addAction(tick)

    def column(self) -> Column[Any]:
        """What shows the ticks, for the model; not held here, for it holds the ticks."""
        return Column(
            *("take", self._title, lambda _row: ""),
            tooltip=self._words,
            sort=self.has,
            icon=self._box,
        )

    def has(self, row: Any) -> bool:
        """Whether a row is ticked."""
        return self._may_be(row) and self._key(row) in self._ticked

    def tick(self, rows: Iterable[Any]) -> None:
        """Tick these rows and no others."""
        self._ticked = frozenset(self._key(row) for row in rows)
        self._show()

    def turn(self, rows: Iterable[Any]) -> None:
        """Tick these rows; where all of them are, none of them."""
        keys = {self._key(row) for row in rows if self._may_be(row)}
        ticked = frozenset(self._ticked)
        self._ticked = ticked - keys if keys <= ticked else ticked | keys
        self._show()
        count = len(self._ticked)
        told = ngettext("{count} row is ticked", "{count} rows are ticked", count)
        speak(self._table, told)

    def _turn_those_meant(self) -> None:
        """The selected rows, or the one with the focus where that was moved on without them."""
        rows, here = self._table.selected_rows(), self._table.currentIndex()
        if here.isValid() and not self._table.selectionModel().isSelected(here):
            rows = [self._table.filter.row(here)]
        self.turn(rows)

    def _box(self, row: Any) -> QIcon | None:
        return tick_icon(ticked=self.has(row)) if self._may_be(row) else None

    def _words(self, row: Any) -> str:
        if not self._may_be(row):
            return ""
        return _("Ticked") if self.has(row) else _("Not ticked")

    def _show(self) -> None:
        model = self._table.filter.rows
        if model is not None and model.rows:
            last = model.index(len(model.rows) - 1, 0)
            model.dataChanged.emit(model.index(0, 0), last)
        self.changed.emit()

    def _click(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.turn([self._table.filter.row(index)])

    def _double_click(self, index: QModelIndex) -> None:
        if index.column() != 0:  # there each click ticks
            self.turn([self._table.filter.row(index)])
