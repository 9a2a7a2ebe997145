"""Pictures of the board in squares, kept from frame to frame, so that most frames only blit."""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

MOST_PIXELS = 16_000_000.0
"""How many pixels of tiles are kept, 4 bytes each."""
_MOVING, _RESTING = 0.002, 0.012  # seconds that a frame may spend on new tiles

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
        self._pixels = 0.0

    def clear(self) -> None:
        """Forget everything."""
        self._tiles.clear()
        self._stale.clear()
        self._pixels = 0.0

    def spoil(self, rects: Iterable[QRectF]) -> None:
        """These rectangles of the board look different now."""
        for rect in rects:
            for key in self._tiles:
                if board_rect(key).intersects(rect):
                    self._stale.add(key)

    def keys(self, zoom: float, dpr: float, visible: QRect) -> list[Key]:
        """The tiles that a rectangle meets, in pixels of the zoomed board."""
        size = side(zoom)
        columns = range(visible.left() // size, visible.right() // size + 1)
        rows = range(visible.top() // size, visible.bottom() // size + 1)
        return [(zoom, dpr, column, row) for row in rows for column in columns]

    def make(self, keys: list[Key], *, rests: bool) -> tuple[QRect, bool]:
        """Make the tiles that are missing or spoilt, as far as the time of a frame allows.

        `rests` tells that nothing moves, so that the frame may take longer. Returns what surrounds
        the tiles that are still missing, in pixels of the zoomed board, and whether all are made.
        """
        until = time.perf_counter() + (_RESTING if rests else _MOVING)
        missing, complete = QRect(), True
        for key in keys:
            there = key in self._tiles
            if there and key not in self._stale:
                continue
            if time.perf_counter() < until:
                self._make(key)
                continue
            complete = False
            if not there:
                size = side(key[0])
                missing = missing.united(QRect(key[2] * size, key[3] * size, size, size))
        return missing, complete

    def paint(self, painter: QPainter, keys: list[Key]) -> None:
        """Blit the tiles that are there, and forget the ones that were not used for long."""
        size = side(keys[0][0]) if keys else 0
        for key in keys:
            if key in self._tiles:
                self._tiles.move_to_end(key)
                pixmap = self._tiles[key]
                if pixmap is not None:
                    painter.drawPixmap(key[2] * size, key[3] * size, pixmap)
        while self._pixels > MOST_PIXELS and len(self._tiles) > len(keys):
            key, _ = self._tiles.popitem(last=False)
            self._pixels -= _area(key)
            self._stale.discard(key)

    def _make(self, key: Key) -> None:
        zoom, dpr, _, _ = key
        pixels = round(side(zoom) * dpr)
        pixmap = QPixmap(pixels, pixels)
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        rect = board_rect(key)
        painter = QPainter(pixmap)
        painter.scale(zoom, zoom)
        painter.translate(-rect.x(), -rect.y())
        painted = self._draw(painter, rect, zoom * dpr)
        painter.end()
        if key not in self._tiles:
            self._pixels += _area(key)
        self._tiles[key] = pixmap if painted else None
        self._stale.discard(key)


def board_rect(key: Key) -> QRectF:
    """The rectangle of the board that a tile shows."""
    zoom, _, x, y = key
    size = side(zoom) / zoom
    return QRectF(x * size, y * size, size, size)


def side(zoom: float) -> int:
    """The side of a tile in logical pixels: smaller where more notes fit into one."""
    return 256 if zoom >= 0.3 else 128


def _area(key: Key) -> float:
    return float((side(key[0]) * key[1]) ** 2)
