"""The table that shows rows: sorting, searching, copying, remembering its columns."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QSettings,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QHelpEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.cells import RowCells
from kdc_desktop.screens.kit.clipboard import put_cells
from kdc_desktop.screens.kit.empty_lists import tell_in_place_of_rows
from kdc_desktop.screens.kit.fitting_columns import FittingColumns
from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.screens.kit.row_filter import RowFilter
from kdc_desktop.screens.kit.row_hands import RowHands, choose
from kdc_desktop.screens.kit.row_model import RowModel
from kdc_desktop.screens.kit.viewport import known_viewport

_CTRL = Qt.KeyboardModifier.ControlModifier
_Move = QAbstractItemView.CursorAction
MEASURED = 40  # rows, from which the widths of columns are taken


class RowTable(QTableView):
    """A table of a `RowModel` with whole-row selection, searchable through `filter`.

    `chosen` carries the row that was opened with Enter or a double click, `selection_changed`
    tells that `selected_rows` has another answer. `empty_text` is shown while there is no row.
    `own_kind` and `own_copy` are what `put_cells` puts beside the cells of what is copied.
    """

    chosen = Signal(object)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(known_viewport())
        self.filter = RowFilter(self)
        self.setItemDelegate(RowCells(self.filter))
        self.empty_text = ""
        self.own_kind = ""
        self.own_copy: Callable[[], bytes] = bytes
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # `rename` edits
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._watching = False
        self.columns = FittingColumns(self)
        self._dress_headers()
        self.hands = RowHands(self, self.copy)
        self.activated.connect(lambda index: self.chosen.emit(self.filter.row(index)))

    def show_model(self, model: RowModel[Any]) -> None:
        """Show this model from now on, in the order its rows are given; it is the table's then."""
        model.setParent(self)
        self.setSortingEnabled(False)
        self.filter.setSourceModel(model)
        self.setModel(self.filter)
        if not self._watching:
            # After the view's own slots, which make the rows that are measured.
            self._watching = True
            self.filter.rowsInserted.connect(self.columns.fit)
            self.horizontalHeader().sectionResized.connect(self.columns.resized)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        # Else it asks each cell of a column, for each column, whether all of them are selected.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(self.filter, self))
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        self.columns.fit()

    def search(self, text: str) -> None:
        """Show only the rows that contain every word of `text`."""
        self.filter.search(text)

    def selected_rows(self) -> list[Any]:
        """The selected rows from top to bottom."""
        if self.selectionModel() is None:
            return []
        chosen = self.selectionModel().selection()
        ranges = ((chosen.at(n).top(), chosen.at(n).bottom() + 1) for n in range(chosen.count()))
        return self.filter.rows_at(sorted({at for one in ranges for at in range(*one)}))

    def current_row(self) -> Any | None:
        """The row with the cursor, or None."""
        index = self.currentIndex()
        return self.filter.row(index) if index.isValid() else None

    def select_key(self, key: object) -> bool:
        """Select the row with this key and scroll to it; False when it is not shown."""
        model = self.filter.rows
        position = model.position(key) if model is not None else None
        if model is None or position is None:
            return False
        index = self.filter.mapFromSource(model.index(position, 0))
        if not index.isValid():
            return False
        choose(index, self)
        self.scrollTo(index)
        return True

    def selectRow(self, row: int) -> None:
        choose(self.filter.index(row, 0), self)

    def remember(self, settings: QSettings, key: str) -> None:
        """Restore order and sorting of the columns, and widths that were set by hand; keep them.

        Call it after `show_model`. What was kept for other columns is ignored.
        """
        header, model = self.horizontalHeader(), self.filter.rows
        names = ",".join(column.key for column in model.columns) if model else ""
        kept = (settings.value(f"{key}/columns"), settings.value(f"{key}/header"))
        if kept[0] == names and isinstance(kept[1], QByteArray):
            restored = header.restoreState(kept[1])
            self.columns.by_hand = restored and settings.value(f"{key}/by_hand") == "1"

        def keep(*_: object) -> None:
            settings.setValue(f"{key}/columns", names)
            settings.setValue(f"{key}/header", header.saveState())
            settings.setValue(f"{key}/by_hand", str(int(self.columns.by_hand)))

        header.sectionResized.connect(keep)
        header.sectionMoved.connect(keep)
        header.sortIndicatorChanged.connect(keep)

    def cells(self) -> list[list[str]]:
        """What the selected rows say, or all when none is, under the headings."""
        header, model = self.horizontalHeader(), self.filter.rows
        if model is None:
            return []
        order = [header.logicalIndex(at) for at in range(header.count())]
        columns = [model.columns[at] for at in order if not header.isSectionHidden(at)]
        rows = self.rows_meant()
        lines = [[str(column.title) for column in columns]]
        copied = [column.copied or column.text for column in columns]
        return lines + [[say(row) for say in copied] for row in rows]

    def rows_meant(self) -> list[Any]:
        """What is copied: the selected rows, or all when none is."""
        return self.selected_rows() or self.filter.rows_at(range(self.filter.rowCount()))

    def copy(self) -> None:
        """Put `cells` on the clipboard, as a spreadsheet would."""
        put_cells(self.cells(), self.own_kind, self.own_copy())

    def rename(self) -> None:
        """Edit the name of the row with the cursor where it stands, in the column that can be."""
        at, model = self.currentIndex(), self.filter.rows
        columns = model.columns if model is not None and at.isValid() else ()
        for place, column in enumerate(columns):
            if column.editable is not None and column.editable(self.filter.row(at)):
                index = at.siblingAtColumn(place)
                choose(index, self)
                self.edit(index)
                return

    def moveCursor(self, move: _Move, held: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End lead to the first and the last row: what is chosen are whole rows."""
        to_an_end = move in (_Move.MoveHome, _Move.MoveEnd)
        return super().moveCursor(move, held | _CTRL if to_an_end else held)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.columns.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.spread()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size_rows()
            self.columns.keep_up()

    def viewportEvent(self, event: QEvent) -> bool:
        """What is cut in a cell is told in full where somebody points at it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            place, text = self.visualRect(index), index.data(Qt.ItemDataRole.DisplayRole)
            if text and self.sizeHintForIndex(index).width() > place.width():
                tips = plain_tip(str(text)), index.data(Qt.ItemDataRole.ToolTipRole)
                told = "<br>".join(dict.fromkeys(filter(None, tips)))
                QToolTip.showText(event.globalPos(), told, self.viewport(), place)
                return True
        return super().viewportEvent(event)

    @property
    def told(self) -> str:
        """What stands in the place of rows: that there are none, or that none was found."""
        rows = self.filter.rows
        if self.filter.rowCount() or not self.empty_text:
            return ""
        if rows is not None and rows.rowCount():
            return _("Nothing here has these words. Try others.")
        return self.empty_text

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tell_in_place_of_rows(self, self.told)

    def _dress_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionsMovable(True)
        across.setHighlightSections(False)
        across.setStretchLastSection(True)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setResizeContentsPrecision(MEASURED)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._size_rows()

    def setColumnWidth(self, column: int, width: int) -> None:
        self.columns.by_hand = True
        super().setColumnWidth(column, width)

    def _size_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 2.2))
