"""The buy-in map: members by versions, to read at a glance and to fill in by keyboard."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from kdc_desktop.audience.kit.speaking import describe
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.scroll_bars import let_scroll
from kdc_desktop.screens.kit.spoken_items import SpokenItem
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.matrix_cursor import MatrixCursor
from kdc_desktop.screens.visions.matrix_picture import (
    MatrixPicture,
    MeasuredHeads,
    paint_matrix,
    scrolled,
)
from kdc_desktop.screens.visions.matrix_plan import GAP, HeadWidths, MatrixPlan, plan_for
from kdc_desktop.screens.visions.words import as_sheet, cell_words, heard_cells
from kdc_desktop.services.visions.rows import StakeholderRow, VersionRow, VisionPage

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


class BuyInMatrix(QAbstractScrollArea):
    """One cell is current: arrows move it, digits take a position there, Enter asks for more.

    Signals carry a member's and a version's id.
    """

    level_wanted = Signal(int)
    more_wanted = Signal(int, int)
    clear_wanted = Signal(int, int)
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: VisionPage | None = None
        self._today = date.min
        self._shown_id = 0
        self._heads = MeasuredHeads(theme)
        self._plan: MatrixPlan = plan_for(theme, 900, 0, 0, HeadWidths())
        self.chosen = MatrixCursor()
        self.setObjectName("buyin_matrix")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Positions by member and version"))
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self._again)

    def show_page(self, page: VisionPage, today: date, shown_id: int) -> None:
        """Show these members and versions; `shown_id` is the version whose words stand above."""
        self._page, self._today, self._shown_id = page, today, shown_id
        self.chosen.show_page(page)
        self._again()
        self._moved()

    def current(self) -> tuple[StakeholderRow, VersionRow] | None:
        """The member and the version of the current cell; None while there is no cell."""
        return self.chosen.cell

    def go_to(self, member_id: int, version_id: int | None = None) -> None:
        """Make the cell of a member current, on the version given or the one it is on."""
        self.chosen.go_to(member_id, version_id)
        self._moved()

    def go_to_version(self, version_id: int) -> None:
        """Make the same member's cell of another version current."""
        here = self.current()
        if here is not None:
            self.go_to(here[0].id, version_id)

    def next_unanswered(self, version_id: int | None = None) -> bool:
        """Go on to the next member who has not answered a version, or the latest; False: none."""
        found = self.chosen.next_unanswered(version_id)
        self._moved()
        return found

    @property
    def shows_current(self) -> bool:
        """Whether it can be seen which cell is current: the keys are here, and it is in view."""
        cell = self.cell_rect(self.chosen.row, self.chosen.column)
        seen = self.viewport().visibleRegion().intersects(cell)
        return seen and self.window().focusWidget() is self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.current()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif here is None or not plain:
            event.ignore()
        elif (step := _STEPS.get(Qt.Key(event.key()))) is not None:
            self._go(self.chosen.row + step[0], self.chosen.column + step[1])
        elif event.text().isdecimal() and event.text().isascii():
            self.level_wanted.emit(int(event.text()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.more_wanted.emit(here[0].id, here[1].id)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_wanted.emit(here[0].id, here[1].id)
        else:
            event.ignore()

    def copy(self) -> None:
        """Put the whole map on the clipboard as a spreadsheet reads it."""
        if self._page is not None:
            QGuiApplication.clipboard().setText(as_sheet(self._page))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if cell is not None:
            self._go(*cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        here = self.current()
        if self.cell_at(event.position()) is not None and here is not None:
            self.more_wanted.emit(here[0].id, here[1].id)

    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """The row and column of the cell under a point of the viewport."""
        plan = self._plan
        x = point.x() - plan.member + self.horizontalScrollBar().value() - plan.role
        y = point.y() - plan.head + self.verticalScrollBar().value()
        if point.x() < plan.member or point.y() < plan.head or x < 0 or y < 0:
            return None
        row, column = int(y // plan.row), int(x // plan.cell)
        return (row, column) if row < plan.rows and column < plan.versions else None

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell is in the viewport now."""
        cell = self._plan.cell_rect(row, column)
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return scrolled(self._plan, cell, across, down).toRect()

    # Geometry.

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        plan = self._plan
        return QSize(plan.member + 3 * plan.cell, plan.head + min(max(1, plan.rows), 4) * plan.row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._again()

    def _again(self) -> None:
        page = self._page
        rows = len(page.members) if page else 0
        found = page.versions if page else ()
        width, heads = self.viewport().width(), self._heads.widths(found, self._today)
        before = self._plan
        self._plan = plan = plan_for(self._theme, width, rows, len(found), heads)
        seen = self.viewport().height() - plan.head
        let_scroll(self.verticalScrollBar(), plan.height, seen, plan.row)
        let_scroll(self.horizontalScrollBar(), plan.width, width - plan.member, plan.cell)
        if (before.rows, before.row) != (plan.rows, plan.row):
            self.updateGeometry()
        self.viewport().update()

    def _go(self, row: int, column: int) -> None:
        self.chosen.move_to(row, column)
        self.chosen.is_through = False
        self._moved()

    def _moved(self) -> None:
        if self.current() is not None:
            self._bring_into_view(self._plan.cell_rect(self.chosen.row, self.chosen.column))
        describe(self, self.spoken())
        self.viewport().update()
        self.moved.emit()

    def _bring_into_view(self, cell: QRectF) -> None:
        plan = self._plan
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        seen_down = self.viewport().height() - plan.head
        seen_across = self.viewport().width() - plan.member
        down.setValue(round(min(cell.top(), max(down.value(), cell.bottom() + GAP - seen_down))))
        across.setValue(
            round(min(cell.left(), max(across.value(), cell.right() + GAP - seen_across)))
        )

    def spoken(self) -> str:
        """The current cell in words."""
        here = self.current()
        if here is None or self._page is None:
            return ""
        return cell_words(self._page, *here)

    def spoken_items(self) -> list[SpokenItem]:
        """The cells row by row, as a screen reader walks through them."""
        page = self._page
        return heard_cells(page, self.chosen.cell, self.cell_rect) if page else []

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._page is None:
            return
        focused = self.hasFocus() and self.current() is not None and not self.chosen.is_through
        picture = MatrixPicture(
            self._page,
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
        paint_matrix(painter, self._theme, picture)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._again()
        return super().event(event)
