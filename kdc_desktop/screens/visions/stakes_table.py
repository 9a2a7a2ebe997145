"""The table of stakes: what each member wants by version, to read and to fill in by keyboard."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from kdc_desktop.audience.kit.speaking import describe
from kdc_desktop.domain.visions.states import Served
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.clipboard import put_cells
from kdc_desktop.screens.kit.scroll_bars import let_scroll
from kdc_desktop.screens.kit.spoken_items import SpokenItem
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.stake_words import as_cells, stake_told
from kdc_desktop.screens.visions.stakes_cursor import STAKE_ITSELF, StakesCursor
from kdc_desktop.screens.visions.stakes_paint import StakesPicture, paint_stakes, scrolled_cell
from kdc_desktop.screens.visions.stakes_plan import GAP, StakesPlan, plan_stakes, stakes_words
from kdc_desktop.services.visions.rows import VersionRow, VisionPage

_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_PageUp: (-8, 0),
    Qt.Key.Key_PageDown: (8, 0),
    Qt.Key.Key_Home: (-100_000, 0),
    Qt.Key.Key_End: (100_000, 0),
}
_SAYS = {
    Qt.Key.Key_S: Served.SERVED,
    Qt.Key.Key_1: Served.SERVED,
    Qt.Key.Key_P: Served.PARTLY,
    Qt.Key.Key_2: Served.PARTLY,
    Qt.Key.Key_N: Served.NOT,
    Qt.Key.Key_3: Served.NOT,
}
_TAKES_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class StakesTable(QAbstractScrollArea):
    """One cell is current, or a stake itself, left of its cells: arrows move it.

    S, P and N, or 1 to 3, say how far the version of the cell serves the stake, Delete that nothing
    is said; of a stake itself Enter wants its words changed, and Delete wants it removed.
    """

    served_wanted = Signal(int, int, object)
    change_wanted = Signal(int)
    remove_wanted = Signal(int)
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today, self._shown_id = date.min, 0
        self._plan: StakesPlan = plan_stakes(theme, 600, None)
        self.chosen = StakesCursor()
        self.setObjectName("stakes_table")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Stakes by version"))
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self._again)

    def show_page(self, page: VisionPage, today: date, version: VersionRow) -> None:
        """Show the stakes of a page; the version whose words stand above is current at first."""
        self._today, self._shown_id = today, version.id
        self.chosen.show_page(page, version)
        self._again()
        self._moved()

    def go_to(self, stake_id: int, version_id: int | None = None) -> None:
        """Make a stake current, on a version or on the column it is on."""
        self.chosen.go_to(stake_id, version_id)
        self._moved()

    def say(self, served: Served | None) -> None:
        """How far the version of the current cell serves the stake; None: that is not said."""
        stake, version = self.chosen.stake, self.chosen.version
        if stake is not None and version is not None:
            self.served_wanted.emit(stake.id, version.id, served)

    # Hands.

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.modifiers() in _PLAIN and Qt.Key(event.key()) in _SAYS:
                event.accept()
                return True
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._again()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stake, version, key = self.chosen.stake, self.chosen.version, Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif stake is None or event.modifiers() not in _PLAIN:
            event.ignore()
        elif (step := _STEPS.get(key)) is not None:
            self._go(self.chosen.row + step[0], self.chosen.column + step[1])
        elif key in _SAYS and version is not None:
            self.say(_SAYS[key])
        elif key in _TAKES_AWAY and version is not None:
            self.say(None)
        elif key in _TAKES_AWAY:
            self.remove_wanted.emit(stake.id)
        elif key in _ENTERS:
            self.change_wanted.emit(stake.id)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if cell is not None:
            self._go(*cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        stake = self.chosen.stake
        if self.cell_at(event.position()) is not None and stake is not None:
            self.change_wanted.emit(stake.id)

    def copy(self) -> None:
        """Put the whole table on the clipboard as a spreadsheet reads it."""
        if self.chosen.page is not None:
            put_cells(as_cells(self.chosen.page))

    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """The row and the column under a point of the viewport; column -1 is the stake itself."""
        plan = self._plan
        row = plan.row_at(point.y() - plan.head + self.verticalScrollBar().value())
        if point.y() < plan.head or not 0 <= row < plan.rows:
            return None
        if point.x() < plan.stake:
            return row, -1
        x = point.x() - plan.stake + self.horizontalScrollBar().value()
        column = int(x // plan.cell)
        return (row, column) if column < plan.versions else None

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell is in the viewport now."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return scrolled_cell(self._plan, row, column, across, down).toRect()

    # Geometry.

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        plan = self._plan
        return QSize(plan.stake + plan.cell, plan.head + min(plan.height, self._theme.px(220)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._again()

    def _again(self) -> None:
        width, before = self.viewport().width(), self._plan
        page = self.chosen.page
        words = stakes_words(self._theme, page, self._today) if page is not None else None
        self._plan = plan = plan_stakes(self._theme, width, page, words)
        seen = self.viewport().height() - plan.head
        let_scroll(self.verticalScrollBar(), plan.height, seen, self._theme.px(48))
        let_scroll(self.horizontalScrollBar(), plan.width, width - plan.stake, plan.cell)
        if before.height != plan.height:
            self.updateGeometry()
        self.viewport().update()

    def _go(self, row: int, column: int) -> None:
        self.chosen.move_to(row, column)
        self._moved()

    def _moved(self) -> None:
        if self.chosen.stake is not None:
            self._bring_into_view()
        describe(self, self.spoken())
        self.viewport().update()
        self.moved.emit()

    def _bring_into_view(self) -> None:
        plan, row, column = self._plan, self.chosen.row, self.chosen.column
        cell = plan.cell_rect(row, max(0, column))
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        seen_down = self.viewport().height() - plan.head
        seen_across = self.viewport().width() - plan.stake
        down.setValue(
            round(min(cell.top() - GAP, max(down.value(), cell.bottom() + GAP - seen_down)))
        )
        if column >= 0:
            least = max(across.value(), cell.right() + GAP - seen_across)
            across.setValue(round(min(cell.left(), least)))

    def spoken(self) -> str:
        """The current cell in words."""
        stake = self.chosen.stake
        return "" if stake is None else stake_told(stake, self.chosen.version)

    def spoken_items(self) -> list[SpokenItem]:
        """The cells row by row, each stake before its cells, as a screen reader walks there."""
        page = self.chosen.page
        if page is None:
            return []
        here = (self.chosen.row, self.chosen.column)
        return [
            SpokenItem(
                stake_told(stake, version), self.cell_rect(row, column), (row, column) == here
            )
            for row, stake in enumerate(page.stakes)
            for column, version in enumerate((None, *page.versions), STAKE_ITSELF)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.chosen.page is None:
            return
        focused = self.hasFocus() and self.chosen.stake is not None
        picture = StakesPicture(
            self.chosen.page,
            self._plan,
            self._today,
            self._shown_id,
            self.viewport().size().toSizeF(),
            self.horizontalScrollBar().value(),
            self.verticalScrollBar().value(),
            (self.chosen.row, self.chosen.column) if focused else None,
        )
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_stakes(painter, self._theme, picture)
        painter.end()
