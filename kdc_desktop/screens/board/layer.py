"""The one item of the board's scene: tiles below, what is selected, found or carried above."""

from collections.abc import Sequence
from functools import partial
from weakref import proxy

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kdc_desktop.domain.board.layout import NOTE_HEIGHT, NOTE_WIDTH
from kdc_desktop.screens.board.canvas import BoardCanvas
from kdc_desktop.screens.board.contents import EDGE, cluster_rect, painted_rect
from kdc_desktop.screens.board.drawing import (
    READABLE,
    outline_pen,
    paint_cluster,
    paint_far,
)
from kdc_desktop.screens.board.gestures.gesture import Gesture
from kdc_desktop.screens.board.labels import ClusterLabels
from kdc_desktop.screens.board.note_pictures import NotePictures
from kdc_desktop.screens.board.outlines import MANY_OUTLINES, Outlines
from kdc_desktop.screens.board.places import note_rect
from kdc_desktop.screens.board.tiles import Key, Stroke, TileCache
from kdc_desktop.services.board.rows import ClusterRow, IdeaRow

_MOVING, _RESTING, _BETWEEN = 0.001, 0.008, 0.006
"""Seconds for new tiles: in a frame of a board that moves or rests, and between two frames."""
_OUTLINES_ROUNDED = 150
_MOST_FOUND = 375


class BoardLayer(QGraphicsItem):
    """Paints the contents of a canvas; thousands of notes without an item for each.

    `found` are the notes that stand out, `carried` is how far the lifted ones are from their
    places, and `gesture`, while there is one, paints above everything.
    """

    def __init__(self, canvas: BoardCanvas) -> None:
        super().__init__()
        self._canvas = canvas
        me = proxy(self)  # else it and its tiles would hold each other
        self.tiles = TileCache(lambda *asked: me._strokes(*asked))  # noqa: PLW0108 - else held
        self._keys: list[Key] = []
        self._making = QTimer(canvas)
        self._making.setSingleShot(True)
        self._making.setInterval(0)
        self._making.timeout.connect(self._make_more)
        self.complete = True
        self.labels = ClusterLabels(canvas.theme)
        self.found: frozenset[int] | None = None
        self.carried = QPointF()
        self.gesture: Gesture | None = None
        self._lifted: list[IdeaRow] = []
        self._lifted_cluster: ClusterRow | None = None
        self._place = (0.0, QRect())
        self._outlines = Outlines(canvas.contents)
        self._pictures = NotePictures()

    def boundingRect(self) -> QRectF:
        return QRectF(-EDGE, -EDGE, 2 * EDGE, 2 * EDGE)

    def lift(self, ids: tuple[int, ...], cluster_id: int | None) -> None:
        """Take notes, and a cluster, out of the tiles to carry them; nothing puts them back."""
        contents = self._canvas.contents
        before = [*self._lifted]
        cluster_before = self._lifted_cluster
        contents.lift(frozenset(ids), cluster_id)
        rows = [contents.notes[key] for key in ids if key in contents.notes]
        self._lifted = sorted(rows, key=lambda row: (row.stacking, row.id))
        self._lifted_cluster = contents.clusters.get(cluster_id) if cluster_id else None
        self.carried = QPointF()
        clusters = [c for c in (cluster_before, self._lifted_cluster) if c]
        rects = [
            *(painted_rect(row) for row in before + rows),
            *(cluster_rect(cluster).adjusted(-2, -2, 2, 2) for cluster in clusters),
        ]
        self.spoil(rects)

    def spoil(self, rects: Sequence[QRectF] | None) -> None:
        """These rectangles look different now; None for everything, which takes the next turn."""
        if rects is None:
            self.tiles.clear()
            self.complete = False
            self._making.start()
        else:
            self.tiles.spoil(rects)
            self.update()

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        canvas = self._canvas
        zoom, dpr = canvas.zoom, canvas.devicePixelRatioF()
        board = painter.transform()
        origin = QPointF(board.dx(), board.dy())
        visible = canvas.viewport().rect().translated(-origin.toPoint())
        place = (zoom, visible)
        rests = place == self._place and self.gesture is None and not self._lifted
        self._place = place
        keys = self._keys = self.tiles.keys(zoom, dpr, visible)
        rough, self.complete = self.tiles.make(keys, _RESTING if rests else _MOVING)
        painter.save()
        painter.resetTransform()
        painter.translate(origin)
        self._paint_roughly(painter, rough)
        self.tiles.paint(painter, keys)
        painter.restore()
        if not self.complete:
            self._making.start()
        seen = QRectF(
            visible.x() / zoom, visible.y() / zoom, visible.width() / zoom, visible.height() / zoom
        )
        self._paint_found(painter, seen, zoom * dpr)
        self._paint_names(painter, seen, zoom)
        self._paint_carried(painter, seen, zoom * dpr)
        self._paint_selection(painter, seen)
        if self.gesture is not None:
            self.gesture.paint(painter)

    def _make_more(self) -> None:
        """Make tiles while nothing else is to be done, so that the frames need not."""
        self.tiles.make(self._keys, _BETWEEN)
        self._canvas.viewport().update()

    def _strokes(self, rect: QRectF, ratio: float) -> list[Stroke]:
        """What paints a rectangle of the board at a pixel ratio; nothing where nothing lies."""
        contents, palette = self._canvas.contents, self._canvas.theme.palette
        clusters, notes = contents.clusters_in(rect), contents.painted_in(rect)
        strokes: list[Stroke] = [
            partial(paint_cluster, row=row, palette=palette, ratio=ratio) for row in clusters
        ]
        if ratio >= READABLE:
            paint = self._pictures.paint_in_tile
            strokes += [partial(paint, row=row, ratio=ratio) for row in notes]
        elif notes:
            strokes.append(partial(paint_far, rows=notes, ratio=ratio))
        return strokes

    def _paint_roughly(self, painter: QPainter, around: QRect) -> None:
        """Paint only boxes where tiles are missing; `around` in pixels of the zoomed board."""
        if around.isEmpty():
            return
        contents, zoom, palette = (
            self._canvas.contents,
            self._canvas.zoom,
            self._canvas.theme.palette,
        )
        painter.save()
        painter.setClipRect(around)
        painter.scale(zoom, zoom)
        part = QRectF(
            around.x() / zoom, around.y() / zoom, around.width() / zoom, around.height() / zoom
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.surface if palette.dark else palette.sunken))
        painter.drawRects([cluster_rect(cluster) for cluster in contents.clusters_in(part)])
        contents.paint_roughly(painter, part, zoom)
        painter.restore()

    def _paint_names(self, painter: QPainter, seen: QRectF, zoom: float) -> None:
        if not self.labels.wanted(zoom):
            return
        painter.save()
        painter.scale(1 / zoom, 1 / zoom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cluster in self._canvas.contents.clusters_in(seen):
            self.labels.paint(painter, cluster, zoom)
        painter.restore()

    def _paint_found(self, painter: QPainter, seen: QRectF, ratio: float) -> None:
        if self.found is None:
            return
        veil = QColor(self._canvas.theme.palette.paper)
        veil.setAlpha(205)
        rows = self._canvas.contents.painted_in(seen)
        matches = [row for row in rows if row.id in self.found]
        if len(matches) > _MOST_FOUND:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(veil)
            painter.drawRects([note_rect(row) for row in rows if row.id not in self.found])
            return
        painter.fillRect(seen, veil)
        for row in matches:
            self._pictures.paint(painter, row, QPointF(row.x, row.y), ratio)

    def _paint_carried(self, painter: QPainter, seen: QRectF, ratio: float) -> None:
        if self._lifted_cluster is not None:
            painter.save()
            painter.translate(self.carried)
            paint_cluster(painter, self._lifted_cluster, self._canvas.theme.palette, ratio)
            painter.restore()
        near = seen.translated(-self.carried).adjusted(-NOTE_WIDTH, -NOTE_HEIGHT, 0, 0)
        for row in self._lifted:
            if near.contains(row.x, row.y):
                self._pictures.paint(painter, row, QPointF(row.x, row.y) + self.carried, ratio)

    def _paint_selection(self, painter: QPainter, seen: QRectF) -> None:
        selected = self._canvas.contents.selected
        if not selected:
            return
        rects = self._outlines.rects(seen, self.carried)
        rounded = len(rects) <= _OUTLINES_ROUNDED
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, rounded)
        pen = outline_pen(self._canvas.theme.palette)
        if len(rects) > MANY_OUTLINES:
            pen.setWidth(1)  # a wide line takes twenty times as long
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if rounded:
            for rect in rects:
                painter.drawRoundedRect(rect, 9, 9)
        elif rects:
            painter.drawRects(rects)
