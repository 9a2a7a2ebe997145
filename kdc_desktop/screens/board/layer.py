"""The one item of the board's scene: tiles below, what is selected, found or carried above."""

import time
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
from kdc_desktop.screens.board.places import SKETCHED, note_rect
from kdc_desktop.screens.board.tiles import Key, Stroke, TileCache
from kdc_desktop.services.board.rows import ClusterRow, IdeaRow

_MOVING, _RESTING, _BETWEEN = 0.001, 0.008, 0.006
"""Seconds for new tiles: in a frame of a board that moves or rests, and between two frames."""
_SKETCHING = 0.012
"""Seconds for what is shown from afar where tiles are missing: before there is any, it is all."""
_STILL = 0.1  # s after which a board rests that has moved: the next turn of the wheel may follow
_OUTLINES_ROUNDED = 150
_MOST_FOUND = 375


class BoardLayer(QGraphicsItem):
    """Paints the contents of a canvas; thousands of notes without an item for each.

    `found` are the notes that stand out, `carried` is how far the lifted ones are from their
    places, and `gesture`, while there is one, paints above everything.
    """

    def __init__(self, canvas: BoardCanvas) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
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
        self._moved = 0.0
        self._outlines = Outlines(canvas.contents, self.labels)
        self._pictures = NotePictures(canvas.theme)

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
        option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        canvas = self._canvas
        zoom, dpr = canvas.zoom, canvas.devicePixelRatioF()
        board = painter.transform()
        origin = QPointF(board.dx(), board.dy())
        visible = canvas.viewport().rect().translated(-origin.toPoint())
        place = (zoom, visible)
        now = time.perf_counter()
        if place != self._place or self.gesture is not None or self._lifted:
            self._moved = now
        self._place = place
        keys = self._keys = self.tiles.keys(zoom, dpr, visible)
        seen = _on_board(visible, zoom)
        # Where something that lies over a part of it has changed, the rest is left as it is.
        exposed = seen.intersected(option.exposedRect)
        whole = exposed.contains(_a_pixel_less(seen, zoom))
        seconds = _MOVING if now - self._moved < _STILL else _RESTING
        rough, self.complete = self._make(seconds) if whole else self.tiles.make(keys, 0)
        painter.save()
        painter.resetTransform()
        painter.translate(origin)
        self._paint_roughly(painter, rough, exposed)
        self.tiles.paint(painter, keys)
        painter.restore()
        if not self.complete:
            self._making.start()
        self._paint_found(painter, seen, zoom * dpr)
        self._paint_names(painter, seen, zoom)
        self._paint_carried(painter, seen, zoom * dpr)
        self._paint_selection(painter, seen, None if whole else exposed)
        if self.gesture is not None:
            self.gesture.paint(painter)

    def _make_more(self) -> None:
        """Make tiles while nothing else is to be done, so that the frames need not."""
        self._make(_BETWEEN)
        self._canvas.viewport().update()

    def _make(self, seconds: float) -> tuple[QRect, bool]:
        """Make tiles of what is seen; before, what is shown in the place of those missing.

        From afar nothing else is made in a frame of a board that moves: to show it takes long.
        """
        zoom, visible = self._place
        if not self.tiles.are_there(self._keys):
            until = time.perf_counter() + _SKETCHING
            sketched = self._canvas.contents.sketch(_on_board(visible, zoom), zoom, until)
            if not sketched or (zoom < SKETCHED and seconds == _MOVING):
                seconds = 0
        return self.tiles.make(self._keys, seconds)

    def _strokes(self, rect: QRectF, ratio: float) -> list[Stroke]:
        """What paints a rectangle of the board at a pixel ratio; nothing where nothing lies."""
        contents, theme = self._canvas.contents, self._canvas.theme
        clusters, notes = contents.clusters_in(rect), contents.painted_in(rect)
        strokes: list[Stroke] = [
            partial(paint_cluster, row=row, theme=theme, ratio=ratio) for row in clusters
        ]
        if ratio >= READABLE:
            paint = self._pictures.paint_in_tile
            strokes += [partial(paint, row=row, ratio=ratio) for row in notes]
        elif notes:
            strokes.append(partial(paint_far, rows=notes, ratio=ratio))
        return strokes

    def _paint_roughly(self, painter: QPainter, around: QRect, exposed: QRectF) -> None:
        """Paint only boxes where tiles are missing; `around` in pixels of the zoomed board."""
        contents, palette = self._canvas.contents, self._canvas.theme.palette
        part = exposed.intersected(_on_board(around, zoom := self._canvas.zoom))
        if part.isEmpty():
            return
        painter.save()
        painter.setClipRect(around)
        painter.scale(zoom, zoom)
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
            paint_cluster(painter, self._lifted_cluster, self._canvas.theme, ratio)
            painter.restore()
        near = seen.translated(-self.carried).adjusted(-NOTE_WIDTH, -NOTE_HEIGHT, 0, 0)
        for row in self._lifted:
            if near.contains(row.x, row.y):
                self._pictures.paint(painter, row, QPointF(row.x, row.y) + self.carried, ratio)

    def _paint_selection(self, painter: QPainter, seen: QRectF, part: QRectF | None) -> None:
        many = self._outlines.are_many
        rects = self._outlines.rects(seen, self._canvas.zoom, self.carried, part)
        if not rects:
            return
        rounded = not many and len(rects) <= _OUTLINES_ROUNDED
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, rounded)
        pen = outline_pen(self._canvas.theme.palette)
        if many or len(rects) > MANY_OUTLINES:
            pen.setWidth(1)  # a wide line takes twenty times as long
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if rounded:
            for rect in rects:
                painter.drawRoundedRect(rect, 9, 9)
        else:
            painter.drawRects(rects)


def _on_board(rect: QRect, zoom: float) -> QRectF:
    """What a rectangle in pixels of the zoomed board shows."""
    return QRectF(rect.x() / zoom, rect.y() / zoom, rect.width() / zoom, rect.height() / zoom)


def _a_pixel_less(rect: QRectF, zoom: float) -> QRectF:
    return rect.adjusted(1 / zoom, 1 / zoom, -1 / zoom, -1 / zoom)
