"""Narrows a table while one types."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    QTimer,
)

from kdc_desktop.domain.kit.sought import Sought
from kdc_desktop.screens.kit.row_model import RowModel, SearchRole

AHEAD = 200  # rows made ready for a search at each turn of the event loop


class RowFilter(QSortFilterProxyModel):
    """Shows the rows of a `RowModel` in which every word typed occurs somewhere.

    How they are written does not count. Sorting is handed to the model, which sorts by `SortRole`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sought = Sought("")
        self._searched = False
        self.setDynamicSortFilter(True)
        # By a role, not by a method of ours, which would be called for every row even if nothing
        # is looked for.
        self.setFilterRole(SearchRole)
        self._ready = 0
        self._getting_ready = QTimer(self)
        self._getting_ready.timeout.connect(self._get_ready)

    @property
    def rows(self) -> RowModel[Any] | None:
        """The model behind the filter, once there is one."""
        model = self.sourceModel()
        return model if isinstance(model, RowModel) else None

    def search(self, text: str) -> None:
        """Keep only the rows that contain every word of `text`; empty shows all."""
        if not self._searched:
            self._searched = True
            self.rowsInserted.connect(self.get_ready)
        sought = Sought(text)
        if sought != self._sought:
            self._sought = sought
            self.setFilterRegularExpression(sought.pattern)

    def get_ready(self) -> None:
        """Work out, a few rows at a time, what is searched; the first key is answered sooner."""
        self._ready = 0
        self._getting_ready.start(0)

    def _get_ready(self) -> None:
        model = self.rows
        rows = model.rows[self._ready : self._ready + AHEAD] if model is not None else ()
        self._ready += AHEAD
        for row in rows:
            assert model is not None
            model.searched(row)
        if not rows:
            self._getting_ready.stop()

    def row(self, index: QModelIndex | QPersistentModelIndex) -> Any:
        """The row at an index of the filter."""
        model = self.rows
        assert model is not None
        return model.row(self.mapToSource(index) if self._sought else index.row())

    def rows_at(self, places: Iterable[int]) -> list[Any]:
        """The rows at these places of the filter; quickly for thousands, while none is hidden."""
        model = self.rows
        if model is None:
            return []
        if not self._sought:
            return [model.row(at) for at in places]
        return [self.row(self.index(at, 0)) for at in places]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        model = self.rows
        if model is not None:
            model.sort(column, order)
