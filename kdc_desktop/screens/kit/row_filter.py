"""Narrows a table while one types."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.screens.kit.row_model import RowModel


class RowFilter(QSortFilterProxyModel):
    """Shows the rows of a `RowModel` in which every word typed occurs somewhere.

    Case and accents do not count. Sorting is handed to the model, which sorts by `SortRole`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setDynamicSortFilter(True)

    @property
    def rows(self) -> RowModel[Any] | None:
        """The model behind the filter, once there is one."""
        model = self.sourceModel()
        return model if isinstance(model, RowModel) else None

    def search(self, text: str) -> None:
        """Keep only the rows that contain every word of `text`; empty shows all."""
        words = tuple(fold(text).split())
        if words != self._words:
            self.beginFilterChange()
            self._words = words
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def row(self, index: QModelIndex | QPersistentModelIndex) -> Any:
        """The row at an index of the filter."""
        model = self.rows
        assert model is not None
        return model.row(self.mapToSource(index))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        model = self.rows
        if model is not None:
            model.sort(column, order)

    def filterAcceptsRow(
        self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        model = self.rows
        if not self._words or model is None or source_parent.isValid():
            return True
        row = model.row(source_row)
        text = fold(" ".join(column.text(row) for column in model.columns))
        return all(word in text for word in self._words)
