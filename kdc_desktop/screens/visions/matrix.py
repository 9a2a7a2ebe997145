"""The buy-in map: members by versions, to read at a glance and to fill in by keyboard."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.matrix_paint import MatrixPainter
from kdc_desktop.screens.visions.matrix_plan import GAP, MatrixPlan, plan_for
from kdc_desktop.screens.visions.matrix_words import as_sheet, cell_words
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

    level_wanted = Signal(int, int, int)
    more_wanted = Signal(int, int)
    clear_wanted = Signal(int, int)
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: VisionPage | None = None
        self._today = date.min
        self._shown_id = 0
        self._plan: MatrixPlan = plan_for(theme, 900, 0, 0)
        self._at = (0, 0)
        self.setObjectName("buyin_matrix")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Positions by member and version")
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self._again)

    # What is shown.

    def show_page(self, page: VisionPage, today: date, shown_id: int) -> None:
        """Show these members and versions; the current cell stays where it was.

        With another consortium, or another number of versions, the latest version is current.
        """
        before = self._page
        self._page, self._today, self._shown_id = page, today, shown_id
        row, column = self._at
        other = before is None or before.consortium_id != page.consortium_id
        if other or (before is not None and len(before.versions) != len(page.versions)):
            column = len(page.versions) - 1
        if other:
            row = 0
        elif before is not None and row < len(before.members):
            ids = [member.id for member in page.members]
            kept = before.members[row].id
            row = ids.index(kept) if kept in ids else row
        self._again()
        self._go(row, column)

    def current(self) -> tuple[StakeholderRow, VersionRow] | None:
        """The member and the version of the current cell; None while there is no cell."""
        if self._page is None or not self._page.members or not self._page.versions:
            return None
        row, column = self._at
        return self._page.members[row], self._page.versions[column]

    def go_to(self, member_id: int, version_id: int | None = None) -> None:
        """Make the cell of a member current, on the version given or the one it is on."""
        if self._page is None:
            return
        rows = [member.id for member in self._page.members]
        columns = [version.id for version in self._page.versions]
        if member_id in rows:
            column = columns.index(version_id) if version_id in columns else self._at[1]
            self._go(rows.index(member_id), column)

    def go_to_version(self, version_id: int) -> None:
        """Make the same member's cell of another version current."""
        here = self.current()
        if here is not None:
            self.go_to(here[0].id, version_id)

    def next_unanswered(self) -> bool:
        """Go on to the next member without a position on the latest version; False: all have."""
        page = self._page
        if page is None or page.latest is None:
            return False
        count, column = len(page.members), len(page.versions) - 1
        for step in range(1, count + 1):
            row = (self._at[0] + step) % count
            member = page.members[row]
            if not member.observes and (member.id, page.latest.id) not in page.positions:
                self._go(row, column)
                return True
        return False

    # Keys and mouse.

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
            self._go(self._at[0] + step[0], self._at[1] + step[1])
        elif event.text().isdecimal() and event.text().isascii():
            self.level_wanted.emit(here[0].id, here[1].id, int(event.text()))
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
        return self._scrolled(self._plan.cell_rect(row, column)).toRect()

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
        versions = len(page.versions) if page else 0
        width = self.viewport().width()
        before = self._plan
        self._plan = plan = plan_for(self._theme, width, rows, versions)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        seen_down, seen_across = self.viewport().height() - plan.head, width - plan.member
        down.setRange(0, max(0, plan.height - seen_down))
        down.setPageStep(max(1, seen_down))
        down.setSingleStep(plan.row)
        across.setRange(0, max(0, plan.width - seen_across))
        across.setPageStep(max(1, seen_across))
        across.setSingleStep(plan.cell)
        if (before.rows, before.row) != (plan.rows, plan.row):
            self.updateGeometry()
        self.viewport().update()

    def _go(self, row: int, column: int) -> None:
        plan = self._plan
        self._at = (
            min(max(0, row), max(0, plan.rows - 1)),
            min(max(0, column), max(0, plan.versions - 1)),
        )
        if plan.rows and plan.versions:
            self._bring_into_view(plan.cell_rect(*self._at))
        self.setAccessibleDescription(self.spoken())
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

    # Painting.

    def _scrolled(self, rect: QRectF) -> QRectF:
        return rect.translated(
            self._plan.member - self.horizontalScrollBar().value(),
            self._plan.head - self.verticalScrollBar().value(),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._page is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, self._page)
        painter.end()

    def _paint(self, painter: QPainter, page: VisionPage) -> None:
        plan, view = self._plan, self.viewport().rect()
        draw = MatrixPainter(painter, self._theme, page, plan)
        top = self.verticalScrollBar().value()
        first = top // plan.row
        rows = range(first, min(plan.rows, (top + view.height()) // plan.row + 1))
        painter.setClipRect(QRectF(plan.member, plan.head, view.width(), view.height()))
        for row in rows:
            member = page.members[row]
            if plan.role:
                box = QRectF(0, row * plan.row, plan.role - GAP, plan.row - GAP)
                draw.role(self._scrolled(box), member)
            for column, version in enumerate(page.versions):
                draw.cell(self._scrolled(plan.cell_rect(row, column)), member, version)
            draw.trend(self._scrolled(plan.trend_rect(row)), member)
        if self.hasFocus() and self.current() is not None:
            draw.focus(self._scrolled(plan.cell_rect(*self._at)))
        painter.setClipRect(QRectF(0, plan.head, plan.member, view.height()))
        for row in rows:
            y = plan.head + row * plan.row - top
            box = QRectF(0, y, plan.member - GAP, plan.row - GAP)
            draw.member(box, page.members[row])
        painter.setClipping(False)
        self._paint_head(draw, painter, page)

    def _paint_head(self, draw: MatrixPainter, painter: QPainter, page: VisionPage) -> None:
        plan, muted = self._plan, self._theme.palette.muted
        pad, off = self._theme.px(10), self.horizontalScrollBar().value()
        draw.text(QRectF(pad, 0, plan.member - pad, plan.head), "Member", 12, muted, True)
        painter.setClipRect(QRectF(plan.member, 0, self.viewport().width(), plan.head))
        left = plan.member - off
        if plan.role:
            draw.text(QRectF(left + pad, 0, plan.role - pad, plan.head), "Role", 12, muted, True)
        for column, version in enumerate(page.versions):
            box = QRectF(left + plan.role + column * plan.cell, 0, plan.cell - GAP, plan.head)
            draw.heading(box, version, self._today, version.id == self._shown_id)
        box = QRectF(left + plan.role + plan.versions * plan.cell + pad, 0, plan.trend, plan.head)
        draw.text(box, "Trend", 12, muted, True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._again()
        return super().viewportEvent(event)
