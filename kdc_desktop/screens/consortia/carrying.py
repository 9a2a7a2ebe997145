"""The gesture that carries a card from one column to another."""

from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from kdc_desktop.screens.consortia.layout import PlacedCard

EDGE, STEP = 40, 18


class Ground(Protocol):
    """What a card is carried over."""

    def picture_of(self, placed: PlacedCard) -> QPixmap:
        """A card as it looks while it is carried."""

    def column_at(self, at: QPoint) -> int | None:
        """The column at a point of the viewport."""


class Carrying(QObject):
    """Begins after a small distance, scrolls near the edges, ends with a drop or with Escape.

    `hovered` carries the column that a carried card is over, or None; `dropped` the card that was
    let fall and the column that it fell on.
    """

    hovered = Signal(object)
    dropped = Signal(object, int)

    def __init__(self, area: QAbstractScrollArea, ground: Ground) -> None:
        super().__init__(area)
        self._area, self._ground = area, ground
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
            self._picture = self._ground.picture_of(self._pressed)
            self._scrolling.start()
            self._area.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self.card is not None:
            self._look_below()

    def release(self, at: QPoint) -> None:
        """The button went up: the card falls on the column below."""
        carried, self._pressed = self.card, None
        if carried is None:
            return
        over = self._ground.column_at(at)
        self.stop()
        if over is not None and over != carried.column:
            self.dropped.emit(carried.card, over)

    def stop(self) -> None:
        """Carry nothing any more."""
        self.card = self._pressed = self._over = None
        self._scrolling.stop()
        self._area.viewport().unsetCursor()
        self.hovered.emit(None)
        self._area.viewport().update()

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
        over = self._ground.column_at(self._at)
        if over != self._over:
            self._over = over
            self.hovered.emit(over)
        self._area.viewport().update()

    def _scroll_on(self) -> None:
        bar = self._area.verticalScrollBar()
        if self._at.y() < EDGE:
            bar.setValue(bar.value() - STEP)
        elif self._at.y() > self._area.viewport().height() - EDGE:
            bar.setValue(bar.value() + STEP)
        else:
            return
        self._look_below()
