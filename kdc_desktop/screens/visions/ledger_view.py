"""The buy-in ledger: members by askings over years, to read at a glance and walk by keyboard."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from kdc_desktop.audience.kit.speaking import describe
from kdc_desktop.domain.visions.ledger import LedgerRow
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.clipboard import put_cells
from kdc_desktop.screens.kit.painted_tips import PaintedTips
from kdc_desktop.screens.kit.scroll_bars import let_scroll
from kdc_desktop.screens.kit.spoken_items import SpokenItem
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.ledger_cursor import FAR, LedgerCursor
from kdc_desktop.screens.visions.ledger_edges import ledger_lengths, words_of_edge
from kdc_desktop.screens.visions.ledger_picture import LedgerDrawing
from kdc_desktop.screens.visions.ledger_plan import (
    GAP,
    LOW_ROW,
    LedgerLengths,
    ledger_plan,
)
from kdc_desktop.screens.visions.ledger_sight import LedgerPicture
from kdc_desktop.screens.visions.ledger_words import (
    heard_ledger,
    ledger_cell_words,
    ledger_sheet,
    ledger_tip,
)
from kdc_desktop.services.visions.ledger_rows import ConsortiumLedger

_PAGE = 8
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_PageUp: (-_PAGE, 0),
    Qt.Key.Key_PageDown: (_PAGE, 0),
    Qt.Key.Key_Home: (0, -FAR),
    Qt.Key.Key_End: (0, FAR),
}
_LEAST_ROWS = 4


class LedgerView(QAbstractScrollArea):
    """One cell is current: arrows move it, Enter opens what was answered there."""

    moved = Signal()
    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ledger: ConsortiumLedger | None = None
        self.chosen = LedgerCursor()
        self._heard: list[SpokenItem] | None = None  # until a cell is elsewhere
        self._plan = ledger_plan(theme, QSize(900, 600), 0, (), LedgerLengths(), 0)
        self.setObjectName("ledger_view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Answers by member and asking"))
        self.viewport().setAutoFillBackground(False)
        PaintedTips(self, self._words_at)
        theme.changed.connect(self._dress)

    def show_ledger(self, ledger: ConsortiumLedger) -> None:
        """Show this ledger; it stays where it is unless another cell is current then."""
        self._ledger = ledger
        elsewhere = self.chosen.show_ledger(ledger)
        self._again()
        self._moved(bring=elsewhere)

    @property
    def current(self) -> tuple[LedgerRow, int] | None:
        """The row and the column of the current cell; None while there is none."""
        return self.chosen.cell

    def go_to(self, member_id: int) -> None:
        """Make the newest cell of a member current."""
        self.chosen.go_to(member_id)
        self._moved()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        none, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = _STEPS.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif self.current is None or held not in (none, control):
            event.ignore()
        elif step is not None and held == control and not step[0] and abs(step[1]) == FAR:
            self._go(self.chosen.row + step[1], self.chosen.column)
        elif step is not None and held == none:
            self._go(self.chosen.row + step[0], self.chosen.column + step[1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == none:
            self.opened.emit()
        else:
            event.ignore()

    def copy(self) -> None:
        """Put the whole ledger on the clipboard as a table."""
        if self._ledger is not None:
            put_cells(ledger_sheet(self._ledger))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (cell := self.cell_at(event.position())) is not None:
            self._go(*cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.cell_at(event.position()) is not None:
            self.opened.emit()

    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """The row and the column under a point of the viewport; of a member, its current one."""
        plan, seen = self._plan, self.picture().seen if self._ledger else None
        if seen is None or not seen.top() <= point.y() < seen.bottom():
            return None
        row = int((point.y() - plan.head + self.verticalScrollBar().value()) // plan.row)
        if row >= plan.rows:
            return None
        if point.x() < plan.member:
            return row, self.chosen.column
        column = plan.column_at(point.x() - plan.member + self.horizontalScrollBar().value())
        return None if column is None else (row, column)

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell is in the viewport now."""
        return self.picture().scrolled(self._plan.cell(row, column)).toRect()

    # Geometry.

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        plan, px = self._plan, self._theme.px
        rows = min(max(1, plan.rows), _LEAST_ROWS) * px(LOW_ROW)
        return QSize(px(130) + 3 * px(66), plan.head + rows + 2 * plan.foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._again()
        self._bring_into_view()

    def _dress(self) -> None:
        self._again()
        self._bring_into_view()

    def _again(self) -> None:
        ledger, width = self._ledger, self.viewport().width()
        before = self._plan
        phones = [one.by_phone for one in ledger.columns] if ledger else []
        lengths = ledger_lengths(self._theme, ledger) if ledger else LedgerLengths()
        rows, courses = (len(ledger.rows), len(ledger.courses)) if ledger else (0, 0)
        courses = courses if phones else 0
        self._heard = None
        self._plan = plan = ledger_plan(
            self._theme, self.viewport().size(), rows, phones, lengths, courses
        )
        seen = self.viewport().height() - plan.head - 2 * plan.foot
        let_scroll(self.verticalScrollBar(), plan.height, seen, plan.row)
        let_scroll(self.horizontalScrollBar(), plan.width, width - plan.member, self._theme.px(66))
        if (before.rows, before.head) != (plan.rows, plan.head):
            self.updateGeometry()
        self.viewport().update()

    def _go(self, row: int, column: int) -> None:
        self.chosen.move_to(row, column)
        self._moved()

    def _moved(self, *, bring: bool = True) -> None:
        if bring:
            self._bring_into_view()
        self._heard = None
        describe(self, self.spoken())
        self.viewport().update()
        self.moved.emit()

    def _bring_into_view(self) -> None:
        if self.current is None:
            return
        cell, seen = self._plan.cell(self.chosen.row, self.chosen.column), self.picture().seen
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setValue(
            round(min(cell.top(), max(down.value(), cell.bottom() + GAP - seen.height())))
        )
        right = (
            self._plan.width if self.chosen.column == self._plan.columns - 1 else cell.right() + GAP
        )
        left = min(cell.left(), max(across.value(), right - seen.width()))
        across.setValue(round(left))

    def spoken(self) -> str:
        """The current cell in words."""
        here, ledger = self.current, self._ledger
        return ledger_cell_words(ledger, *here) if here is not None and ledger else ""

    def spoken_items(self) -> list[SpokenItem]:
        """The cells row by row, as a screen reader walks through them."""
        if self._heard is None and self._ledger is not None:
            here = (self.chosen.row, self.chosen.column) if self.current else None
            self._heard = heard_ledger(self._ledger, here, self.cell_rect)
        return self._heard or []

    def scrollContentsBy(self, across: int, down: int) -> None:
        super().scrollContentsBy(across, down)
        self._heard = None

    def picture(self) -> LedgerPicture:
        """What is in sight now."""
        assert self._ledger is not None
        focused = self.hasFocus() and self.current is not None
        return LedgerPicture(
            self._ledger,
            self._plan,
            self.viewport().size().toSizeF(),
            self.horizontalScrollBar().value(),
            self.verticalScrollBar().value(),
            (self.chosen.row, self.chosen.column) if focused else None,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._ledger is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        LedgerDrawing(painter, self._theme, self.picture()).paint()
        painter.end()

    def _words_at(self, point: QPointF) -> str:
        """What stands at a point of the viewport."""
        if self._ledger is None:
            return ""
        cell = self.cell_at(point)
        return ledger_tip(self._ledger, *cell) if cell else words_of_edge(self.picture(), point)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._again()
        return super().event(event)
