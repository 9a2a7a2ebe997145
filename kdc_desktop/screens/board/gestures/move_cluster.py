"""Carry a cluster with its notes, or pull it larger by its corner."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from kdc_desktop.domain.board.arranging import SMALLEST_CLUSTER
from kdc_desktop.screens.board.contents import cluster_rect
from kdc_desktop.screens.board.drawing import outline_pen
from kdc_desktop.screens.board.gestures.gesture import Gesture

if TYPE_CHECKING:
    from kdc_desktop.screens.board.view import BoardView

_STARTS_AFTER = 4.0


class MoveCluster(Gesture):
    """Carries a cluster, held by its title; a mere click selects its notes."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: "BoardView", at: QPointF, cluster_id: int) -> None:
        super().__init__(view, at)
        self._cluster_id = cluster_id
        self._way = QPointF()
        self._moving = False

    def move(self, at: QPointF) -> None:
        self._way = at - self.start
        if not self._moving:
            if self._way.manhattanLength() * self.view.zoom < _STARTS_AFTER:
                return
            self._moving = True
            notes = self.view.contents.notes_of(self._cluster_id)
            self.view.lift(tuple(row.id for row in notes), self._cluster_id)
        self.view.carry(self._way)

    def release(self) -> None:
        if not self._moving:
            self.view.choose_cluster(self._cluster_id)
            return
        cluster = self.view.contents.clusters.get(self._cluster_id)
        if cluster is not None:
            place = QPointF(cluster.x, cluster.y) + self._way
            self.view.cluster_moved.emit(self._cluster_id, place)
        self.view.put_down()

    def cancel(self) -> None:
        self.view.put_down()


class ResizeCluster(Gesture):
    """Pulls the lower right corner of a cluster."""

    cursor = Qt.CursorShape.SizeFDiagCursor

    def __init__(self, view: "BoardView", at: QPointF, cluster_id: int) -> None:
        super().__init__(view, at)
        self._cluster_id = cluster_id
        self._rect = cluster_rect(view.contents.clusters[cluster_id])
        self._size = self._rect.size()

    def move(self, at: QPointF) -> None:
        way = at - self.start
        self._size = QSizeF(
            max(SMALLEST_CLUSTER.width, self._rect.width() + way.x()),
            max(SMALLEST_CLUSTER.height, self._rect.height() + way.y()),
        )
        self.view.layer.update()

    def release(self) -> None:
        if self._size != self._rect.size():
            self.view.cluster_resized.emit(self._cluster_id, self._size)

    def paint(self, painter: QPainter) -> None:
        painter.setPen(outline_pen(self.view.theme.palette))
        painter.setBrush(QColor(0, 0, 0, 0))
        painter.drawRoundedRect(QRectF(self._rect.topLeft(), self._size), 12, 12)
