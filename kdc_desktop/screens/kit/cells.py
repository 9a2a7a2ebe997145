"""How a cell of a table is painted: from its row, in one go."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kdc_desktop.screens.kit.row_filter import RowFilter

_FEATURE = QStyleOptionViewItem.ViewItemFeature
_TEXT = _FEATURE.HasDisplay
_TEXT_AND_ICON = _FEATURE.HasDisplay | _FEATURE.HasDecoration
LINE_SEPARATOR = "\u2028"


class RowCells(QStyledItemDelegate):
    """Takes text, icon and side of a cell from its column.

    Qt would ask the model for each of seven roles, each time through the filter: most of the time
    that a table takes to be painted and measured.
    """

    def __init__(self, shown: RowFilter) -> None:
        super().__init__(shown)
        self._shown = shown

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = self._shown.rows
        if model is None:
            return
        column = model.columns[index.column()]
        row = self._shown.row(index)
        option.index = index  # type: ignore[assignment]
        option.text = column.text(row).replace("\n", LINE_SEPARATOR)
        option.displayAlignment = column.alignment
        icon = column.icon(row) if column.icon else None
        if icon is None:
            option.features = _TEXT
        else:
            option.features = _TEXT_AND_ICON
            option.icon = icon
            option.decorationSize = icon.actualSize(option.decorationSize)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """What was typed stays, also when the row says something else meanwhile."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)
