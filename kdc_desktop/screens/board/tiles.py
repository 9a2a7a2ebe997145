"""Pictures of the board in squares, kept from frame to frame, so that most frames only blit."""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

SIDE = 256
"""The side of a tile in logical pixels."""
MOST_TILES = 280
_MOVING, _RESTING = 0.003, 0.012  # seconds that a frame may spend on new tiles

Draw = Callable[[QPainter, QRectF, float], bool]
Key = tuple[float, float, int, int]


class TileCache:
    """Tiles of the board at a zoom; `draw` paints a rectangle of the board at a pixel ratio.

    `draw` returns whether there was anything to paint.
    """

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._tiles: OrderedDict[Key, QPixmap | None] = OrderedDict()
        self._stale: set[Key] = set()
        self._last: tuple[float, QRect] = (0.0, QRect())

    def clear(self) -> None:
        """Forget everything."""
        self._tiles.clear()
        self._stale.clear()

    def spoil(self, rects: Iterable[QRectF]) -> None:
        """These rectangles of the board look different now."""
        for rect in rects:
            for key in self._tiles:
                if board_rect(key).intersects(rect):
                    self._stale.add(key)

    def paint(
        self, painter: QPainter, zoom: float, dpr: float, visible: QRect
    ) -> list[tuple[QRect, Key]]:
        """Blit the tiles that `visible` meets, a rectangle in pixels of the zoomed board.

        Tiles that are missing are made as far as the time of a frame allows; the others are
        returned with their place, to be painted roughly and again in the next frame.
        """
        rests = self._last == (zoom, visible)
        self._last = (zoom, visible)
        until = time.perf_counter() + (_RESTING if rests else _MOVING)
        missing: list[tuple[QRect, Key]] = []
        for key in _keys(zoom, dpr, visible):
            fresh = key in self._tiles and key not in self._stale
            if not fresh and time.perf_counter() < until:
                self._make(key)
                fresh = True
            place = QPoint(key[2] * SIDE, key[3] * SIDE)
            if key not in self._tiles:
                missing.append((QRect(place.x(), place.y(), SIDE, SIDE), key))
                continue
            self._tiles.move_to_end(key)
            pixmap = self._tiles[key]
            if pixmap is not None:
                painter.drawPixmap(place, pixmap)
            if not fresh:
                missing.append((QRect(), key))
        while len(self._tiles) > MOST_TILES:
            self._stale.discard(self._tiles.popitem(last=False)[0])
        return missing

    def _make(self, key: Key) -> None:
        zoom, dpr, _, _ = key
        pixmap = QPixmap(round(SIDE * dpr), round(SIDE * dpr))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        rect = board_rect(key)
        painter = QPainter(pixmap)
        painter.scale(zoom, zoom)
        painter.translate(-rect.x(), -rect.y())
        painted = self._draw(painter, rect, zoom * dpr)
        painter.end()
        self._tiles[key] = pixmap if painted else None
        self._stale.discard(key)


def board_rect(key: Key) -> QRectF:
    """The rectangle of the board that a tile shows."""
    zoom, _, x, y = key
    side = SIDE / zoom
    return QRectF(x * side, y * side, side, side)


def _keys(zoom: float, dpr: float, visible: QRect) -> list[Key]:
    columns = range(visible.left() // SIDE, visible.right() // SIDE + 1)
    rows = range(visible.top() // SIDE, visible.bottom() // SIDE + 1)
    return [(zoom, dpr, column, row) for row in rows for column in columns]
