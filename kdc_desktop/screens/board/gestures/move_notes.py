"""Carry notes to another place, or into a cluster."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from kdc_desktop.screens.board.contents import cluster_rect
from kdc_desktop.screens.board.drawing import outline_pen
from kdc_desktop.screens.board.gestures.gesture import BoardInHand, Carried, Gesture

_STARTS_AFTER = 4.0  # pixels, so that a click with a trembling hand moves nothing


class MoveNotes(Gesture):
    """Carries the selected notes; the cluster under the pointer is where they would land."""

    cursor: Qt.CursorShape | None = Qt.CursorShape.ClosedHandCursor

    def __init__(self, board: BoardInHand, at: QPointF, pressed: int) -> None:
        super().__init__(board, at)
        self._pressed = pressed
        self._ids = tuple(board.selection)
        self._way = QPointF()
        self._moving = False
        self._target: int | None = None

    @property
    def carried(self) -> Carried | None:
        return Carried(self._ids) if self._moving else None

    def move(self, at: QPointF) -> None:
        self._way = at - self.start
        if not self._moving:
            if self._way.manhattanLength() * self.board.zoom < _STARTS_AFTER:
                return
            self._moving = True
            self.board.lift(self._ids)
        self._target = self.board.contents.cluster_at(at)
        self.board.carry(self._way)

    def release(self) -> None:
        if not self._moving:
            self.board.select([self._pressed])
            return
        notes = self.board.contents.notes
        there = [key for key in self._ids if key in notes]
        target = self._target
        at_home = all(notes[key].cluster_id == target for key in there)
        if target is not None and not at_home:
            self.board.wishes.notes_put_into.emit(there, target)
        else:
            places = {
                key: (notes[key].x + self._way.x(), notes[key].y + self._way.y()) for key in there
            }
            self.board.wishes.notes_moved.emit(places, target is None)
        self.board.let_go()

    def cancel(self) -> None:
        self.board.put_down()

    def paint(self, painter: QPainter) -> None:
        cluster = self.board.contents.clusters.get(self._target or 0)
        if not self._moving or cluster is None:
            return
        painter.setPen(outline_pen(self.board.theme.palette))
        painter.setBrush(QColor(0, 0, 0, 0))
        rect: QRectF = cluster_rect(cluster)
        painter.drawRoundedRect(rect, 12, 12)
