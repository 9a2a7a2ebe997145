"""The gesture that carries a card from one column to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from kdc_desktop.screens.consortia.layout import PlacedCard

if TYPE_CHECKING:
    from kdc_desktop.screens.consortia.columns_view import ColumnsView

EDGE, STEP = 40, 18


class Carrying(QObject):
    """Begins after a small distance, scrolls near the edges, ends with a drop or with Escape."""

    def __init__(self, view: ColumnsView) -> None:
        super().__init__(view)
        self._view = view
        self.card: PlacedCard | None = None
        self._pressed: PlacedCard | None = None
        self._press_at = self._at = QPoint()
        self._over: int | None = None
        self._picture = QPixmap()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(16)
        self._scrolling.timeout.connect(self._scroll_on)

    def press(self, card: PlacedCard | None, at: QPoint) -> None:
        """The button went down on a card, or beside all of them."""
        self._pressed, self._press_at = card, at

    def move(self, at: QPoint) -> None:
        """The mouse moved to a point of the viewport."""
        self._at = at
        if self._pressed is None:
            return
        far = (at - self._press_at).manhattanLength()
        if self.card is None and far >= QApplication.startDragDistance():
            self.card = self._pressed
            self._picture = self._view.picture_of(self._pressed)
            self._scrolling.start()
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self.card is not None:
            self._look_below()

    def release(self, at: QPoint) -> None:
        """The button went up: the card falls on the column below."""
        carried, self._pressed = self.card, None
        if carried is None:
            return
        over = self._view.column_at(at)
        self.stop()
        if over is not None and over != carried.column:
            self._view.dropped.emit(carried.card, self._view.columns[over])

    def stop(self) -> None:
        """Carry nothing any more."""
        self.card = self._pressed = self._over = None
        self._scrolling.stop()
        self._view.viewport().unsetCursor()
        self._view.hovered.emit(None)
        self._view.viewport().update()

    def aims_at(self, column: int) -> bool:
        """Whether a drop now would move the card to this column."""
        return self.card is not None and column == self._over and column != self.card.column

    def paint(self, painter: QPainter) -> None:
        """The carried card under the mouse."""
        if self.card is not None:
            twice = 2 * self._picture.devicePixelRatio()
            half = QPoint(
                round(self._picture.width() / twice), round(self._picture.height() / twice)
            )
            painter.drawPixmap(self._at - half, self._picture)

    def _look_below(self) -> None:
        over = self._view.column_at(self._at)
        if over != self._over:
            self._over = over
            self._view.hovered.emit(None if over is None else self._view.columns[over])
        self._view.viewport().update()

    def _scroll_on(self) -> None:
        edge = EDGE
        bar = self._view.verticalScrollBar()
        if self._at.y() < edge:
            bar.setValue(bar.value() - STEP)
        elif self._at.y() > self._view.viewport().height() - edge:
            bar.setValue(bar.value() + STEP)
        else:
            return
        self._look_below()
