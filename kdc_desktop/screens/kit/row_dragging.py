"""Rows are dragged to another place of their table, where they have an order of their own."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame

from kdc_desktop.screens.kit.row_table import RowTable

_THICK = 3  # pixels of the line that shows where the rows would go
_NEAR = 24  # pixels from an edge within which the table scrolls on


class RowDragging(QObject):
    """Moves the selected rows of a table.

    `move` is called with them, and with the row before which they shall stand: None for the end.
    """

    def __init__(
        self, table: RowTable, move: Callable[[Sequence[Any], Any | None], object]
    ) -> None:
        super().__init__(table)
        self._table, self._move = table, move
        self._pressed: QPoint | None = None
        self._place: int | None = None
        self._line = QFrame(table.viewport())
        self._line.setObjectName("drop_line")
        self._line.setProperty("role", "drop-line")
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line.hide()
        table.viewport().installEventFilter(self)
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._table:
            return self._called_off(event)
        if not isinstance(event, QMouseEvent):
            return False
        kind, at = event.type(), event.position().toPoint()
        if kind == QEvent.Type.MouseButtonPress:
            on_a_row = self._table.indexAt(at).isValid() and not event.modifiers()
            self._pressed = at if on_a_row and event.button() == Qt.MouseButton.LeftButton else None
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            self._drag(at)
            return True
        elif kind == QEvent.Type.MouseButtonRelease and self._place is not None:
            self._drop()
            return True
        elif kind == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        return False

    def _called_off(self, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if self._place is None or not escape:
            return False
        self._end()
        return True

    def _drag(self, at: QPoint) -> None:
        assert self._pressed is not None
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._place is None and not far:
            return
        bar, height = self._table.verticalScrollBar(), self._table.viewport().height()
        if at.y() < _NEAR:
            bar.setValue(bar.value() - _NEAR // 2)
        elif at.y() > height - _NEAR:
            bar.setValue(bar.value() + _NEAR // 2)
        self._place = self._gap(at)
        self._line.setGeometry(self._edge(self._place))
        self._line.show()
        self._line.raise_()

    def _gap(self, at: QPoint) -> int:
        """The place of the row before which a point is."""
        row = self._table.rowAt(at.y())
        if row < 0:
            return self._table.filter.rowCount() if at.y() > 0 else 0
        middle = self._table.rowViewportPosition(row) + self._table.rowHeight(row) / 2
        return row if at.y() < middle else row + 1

    def _edge(self, place: int) -> QRect:
        last = self._table.filter.rowCount() - 1
        y = self._table.rowViewportPosition(min(place, last))
        if place > last:
            y += self._table.rowHeight(last)
        return QRect(0, max(0, y - _THICK // 2), self._table.viewport().width(), _THICK)

    def _drop(self) -> None:
        place, rows = self._place, self._table.selected_rows()
        self._end()
        assert place is not None
        there = self._table.filter
        after = [row for row in there.rows_at(range(place, there.rowCount())) if row not in rows]
        self._move(rows, after[0] if after else None)

    def _end(self) -> None:
        self._pressed = self._place = None
        self._line.hide()
