"""The window onto the board: what part of it is seen, and how large."""

import math
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QToolTip, QWidget

from kdc_desktop.screens.board.contents import EDGE, BoardContents
from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.screens.kit.theme import Theme

ZOOMS = (
    *(0.05, 0.06, 0.07, 0.085, 0.1, 0.12, 0.14, 0.17, 0.2, 0.24, 0.28, 0.32, 0.36, 0.4, 0.45),
    *(0.5, 0.56, 0.63, 0.7, 0.77, 0.85, 1.0, 1.12, 1.25, 1.4, 1.6, 1.8, 2.0, 2.5, 3.0),
)
_LEAST_OF_LARGE = 0.45  # how small the board gets by itself at 200 % text
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class BoardPlace(NamedTuple):
    """A part of the board, as large as it is seen."""

    zoom: float
    across: int
    down: int


class BoardCanvas(QGraphicsView):
    """Zooms and pans over contents; `foot` pixels at its bottom are covered by something else.

    What was fitted stays so when the room for it changes, until somebody zooms or pans.
    """

    view_changed = Signal()
    foot = 0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.contents = BoardContents()
        self.zoom = 1.0
        self._fitted: BoardPlace | None = None
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        scene.setSceneRect(-EDGE, -EDGE, 2 * EDGE, 2 * EDGE)
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def place(self) -> BoardPlace:
        """What is looked at, to come back to it with `go_to`."""
        return BoardPlace(
            self.zoom, self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        )

    @property
    def is_fitted(self) -> bool:
        """Whether the whole board was shown, and nobody has zoomed or panned since."""
        return self._fitted is not None and self._fitted == self.place

    def go_to(self, place: BoardPlace) -> None:
        """Look again at what was looked at."""
        self.zoom_to(place.zoom)
        self.horizontalScrollBar().setValue(place.across)
        self.verticalScrollBar().setValue(place.down)
        self.view_changed.emit()

    def cover(self, foot: int) -> None:
        """So many pixels at the bottom are covered."""
        fitted, self.foot = self.is_fitted and foot != self.foot, foot
        if fitted:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        fitted = self.is_fitted
        super().resizeEvent(event)
        if fitted:
            self.fit()

    def uncovered(self) -> QRect:
        """The part of the viewport that nothing covers."""
        return self.viewport().rect().adjusted(0, 0, 0, -self.foot)

    def seen(self) -> QRectF:
        """The part of the board that can be seen."""
        rect = self.viewport().rect()
        corner = self.mapToScene(rect.topLeft())
        return QRectF(corner.x(), corner.y(), rect.width() / self.zoom, rect.height() / self.zoom)

    def _in_sight(self) -> QRectF:
        return self.seen().adjusted(0, 0, 0, -self.foot / self.zoom)

    def pan_by(self, dx: int, dy: int) -> None:
        """Move what is seen by pixels, never so far that all notes are out of sight."""
        room = self.contents.bounds()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        wide, high = self.viewport().width(), self.viewport().height()
        left, right = room.left() * self.zoom - wide + 60, room.right() * self.zoom - 60
        top, bottom = room.top() * self.zoom - high + 60, room.bottom() * self.zoom - 60
        across.setValue(round(min(max(across.value() + dx, left), max(left, right))))
        down.setValue(round(min(max(down.value() + dy, top), max(top, bottom))))
        self.view_changed.emit()

    def zoom_to(self, zoom: float, around: QPoint | None = None) -> None:
        """Zoom, keeping the point of the viewport `around`, its centre by default, in place."""
        point = around if around is not None else self.viewport().rect().center()
        fixed = self.mapToScene(point)
        self.zoom = min(ZOOMS[-1], max(ZOOMS[0], zoom))
        self.setTransform(QTransform.fromScale(self.zoom, self.zoom))
        self.horizontalScrollBar().setValue(round(fixed.x() * self.zoom - point.x()))
        self.verticalScrollBar().setValue(round(fixed.y() * self.zoom - point.y()))
        self.viewport().update()
        self.view_changed.emit()

    def zoom_by(self, steps: int, around: QPoint | None = None) -> None:
        """Zoom in by so many steps, out when negative."""
        nearest = min(range(len(ZOOMS)), key=lambda at: abs(ZOOMS[at] - self.zoom))
        self.zoom_to(ZOOMS[min(len(ZOOMS) - 1, max(0, nearest + steps))], around)

    def fit_or_show_all(self) -> None:
        """Fit the board; once more, show all of it, where that is smaller than one can read."""
        self.fit(smallest=0.0 if self.is_fitted else None)

    def fit(
        self,
        rect: QRectF | None = None,
        largest: float = 1.0,
        smallest: float | None = None,
    ) -> None:
        """Show everything, or this rectangle, as large as it goes, up to `largest`.

        With larger text the board does not get so small that nobody could read it, unless asked to.
        """
        room = self.contents.bounds() if rect is None else rect
        if room.isEmpty():
            return
        wide, high = self.viewport().width() - 48, self.viewport().height() - 48 - self.foot
        most = min(wide / room.width(), high / room.height(), largest)
        least = _LEAST_OF_LARGE * (self.theme.scale - 1) if smallest is None else smallest
        if rect is None and most < least:
            most, room = least, QRectF(room.topLeft(), QSizeF(wide, high) / least)
        self.zoom_to(math.floor(most * 100) / 100)
        middle = room.center() * self.zoom
        self.horizontalScrollBar().setValue(round(middle.x() - self.viewport().width() / 2))
        self.verticalScrollBar().setValue(
            round(middle.y() - (self.viewport().height() - self.foot) / 2)
        )
        self._fitted = self.place if rect is None else None
        self.view_changed.emit()

    def show_notes(self, ids: list[int]) -> None:
        """Scroll, without zooming in, until these notes can be seen; see `show_rect`."""
        rect = self.contents.bounds(ids)
        self.show_rect(rect.x(), rect.y(), rect.width(), rect.height())

    def show_rect(self, x: float, y: float, width: float, height: float) -> None:
        """Scroll, without zooming in, until this rectangle of the board can be seen."""
        rect = QRectF(x, y, width, height).adjusted(-24, -24, 24, 24)
        if not self._in_sight().contains(rect) and self.is_fitted:
            self.fit()  # who sees the whole board goes on seeing it
        seen = self._in_sight()
        if seen.contains(rect):
            return
        if rect.width() > seen.width() or rect.height() > seen.height():
            self.fit(rect, self.zoom)
            return
        right = max(rect.right() - seen.right(), 0) or min(rect.left() - seen.left(), 0)
        down = max(rect.bottom() - seen.bottom(), 0) or min(rect.top() - seen.top(), 0)
        self.pan_by(round(right * self.zoom), round(down * self.zoom))

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels, turn = event.pixelDelta(), event.angleDelta()
        if not pixels.isNull() and not event.modifiers() & _CTRL:
            self.pan_by(-pixels.x(), -pixels.y())
        elif event.modifiers() & _SHIFT:
            self.pan_by(-(turn.x() or turn.y()), 0)
        elif turn.y():
            self.zoom_by(1 if turn.y() > 0 else -1, event.position().toPoint())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.contents.text_at(self.mapToScene(event.pos())) if self.zoom < 3 else ""
            QToolTip.showText(event.globalPos(), plain_tip(text), self.viewport())
            return True
        return super().viewportEvent(event)
