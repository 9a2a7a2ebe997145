"""Carry a cluster with its notes, or pull it larger by its corner."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from kdc_desktop.domain.board.arranging import SMALLEST_CLUSTER
from kdc_desktop.screens.board.contents import cluster_rect
from kdc_desktop.screens.board.drawing import outline_pen
from kdc_desktop.screens.board.gestures.gesture import BoardInHand, Carried, Gesture

_STARTS_AFTER = 4.0


class MoveCluster(Gesture):
    """Carries a cluster, held by its title, onto another one to merge them; a click selects it."""

    cursor: Qt.CursorShape | None = Qt.CursorShape.ClosedHandCursor

    def __init__(self, board: BoardInHand, at: QPointF, cluster_id: int) -> None:
        super().__init__(board, at)
        self._cluster_id = cluster_id
        self._way = QPointF()
        self._moving = False
        self._target: int | None = None

    @property
    def carried(self) -> Carried | None:
        if not self._moving:
            return None
        notes = self.board.contents.notes_of(self._cluster_id)
        return Carried(tuple(row.id for row in notes), self._cluster_id)

    def move(self, at: QPointF) -> None:
        self._way = at - self.start
        if not self._moving:
            if self._way.manhattanLength() * self.board.zoom < _STARTS_AFTER:
                return
            self._moving = True
            notes = self.board.contents.notes_of(self._cluster_id)
            self.board.lift(tuple(row.id for row in notes), self._cluster_id)
        self._target = self.board.contents.cluster_at(at)
        self.board.carry(self._way)

    def release(self) -> None:
        if not self._moving:
            self.board.choose_cluster(self._cluster_id)
            return
        cluster, wishes = self.board.contents.clusters.get(self._cluster_id), self.board.wishes
        if cluster is not None:
            place = QPointF(cluster.x, cluster.y) + self._way
            if self._target is None:
                wishes.cluster_moved.emit(self._cluster_id, place)
            else:
                wishes.cluster_dropped.emit(self._cluster_id, self._target, place)
        self.board.let_go()

    def cancel(self) -> None:
        self.board.put_down()

    def paint(self, painter: QPainter) -> None:
        cluster = self.board.contents.clusters.get(self._target or 0)
        if self._moving and cluster is not None:
            painter.setPen(outline_pen(self.board.theme.palette))
            painter.setBrush(QColor(0, 0, 0, 0))
            painter.drawRoundedRect(cluster_rect(cluster), 12, 12)


class ResizeCluster(Gesture):
    """Pulls the lower right corner of a cluster."""

    cursor: Qt.CursorShape | None = Qt.CursorShape.SizeFDiagCursor

    def __init__(self, board: BoardInHand, at: QPointF, cluster_id: int) -> None:
        super().__init__(board, at)
        self._cluster_id = cluster_id
        self._rect = cluster_rect(board.contents.clusters[cluster_id])
        self._size = self._rect.size()

    def move(self, at: QPointF) -> None:
        way = at - self.start
        self._size = QSizeF(
            max(SMALLEST_CLUSTER.width, self._rect.width() + way.x()),
            max(SMALLEST_CLUSTER.height, self._rect.height() + way.y()),
        )

    def release(self) -> None:
        if self._size != self._rect.size():
            self.board.wishes.cluster_resized.emit(self._cluster_id, self._size)

    def paint(self, painter: QPainter) -> None:
        painter.setPen(outline_pen(self.board.theme.palette))
        painter.setBrush(QColor(0, 0, 0, 0))
        painter.drawRoundedRect(QRectF(self._rect.topLeft(), self._size), 12, 12)
