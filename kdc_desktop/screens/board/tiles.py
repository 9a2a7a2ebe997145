"""Pictures of the board in squares, kept from frame to frame, so that most frames only blit."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

MOST_PIXELS = 16_000_000.0
"""How many pixels of tiles are kept, 4 bytes each."""
_MOVING, _RESTING = 0.002, 0.008  # seconds that a frame may spend on new tiles

Draw = Callable[[QPainter, QRectF, float], bool]
Square = tuple[int, int]  # column and row
Key = tuple[float, float, int, int]


class TileCache:
    """Tiles of the board at a zoom; `draw` paints a rectangle of the board at a pixel ratio.

    `draw` returns whether there was anything to paint.
    """

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._tiles: OrderedDict[Key, QPixmap | None] = OrderedDict()
        self._stale: dict[Key, QRectF] = {}  # what of a tile looks different now
        self._pixels = 0.0

    def clear(self) -> None:
        """Forget everything."""
        self._tiles.clear()
        self._stale.clear()
        self._pixels = 0.0

    def spoil(self, rects: Sequence[QRectF]) -> None:
        """These rectangles of the board look different now."""
        boards: dict[tuple[float, float], set[Square]] = {}
        for zoom, dpr, column, row in self._tiles:
            boards.setdefault((zoom, dpr), set()).add((column, row))
        for (zoom, dpr), there in boards.items():
            for rect in rects:
                for column, row in _met(rect, zoom, there):
                    key = (zoom, dpr, column, row)
                    self._stale[key] = rect.united(self._stale.get(key, rect))

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
            self._stale.pop(key, None)

    def _make(self, key: Key) -> None:
        """Paint a tile, or of one that is there only what looks different."""
        zoom, dpr, _, _ = key
        ratio, rect, pixmap = zoom * dpr, board_rect(key), self._tiles.get(key)
        dirt = self._stale.pop(key, rect)
        if pixmap is None:
            pixels = round(side(zoom) * dpr)
            pixmap, dirt = QPixmap(pixels, pixels), rect
            pixmap.fill(Qt.GlobalColor.transparent)
        pixmap.setDevicePixelRatio(1)  # while it is painted, so that whole pixels are
        pixels_of = QRectF((dirt.topLeft() - rect.topLeft()) * ratio, dirt.size() * ratio)
        part = pixels_of.toAlignedRect().intersected(pixmap.rect())
        painter = QPainter(pixmap)
        painter.setClipRect(part)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(part, Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.scale(ratio, ratio)
        painter.translate(-rect.x(), -rect.y())
        corner, size = QPointF(part.topLeft()) / ratio, QSizeF(part.size()) / ratio
        painted = self._draw(painter, QRectF(corner + rect.topLeft(), size), ratio)
        painter.end()
        pixmap.setDevicePixelRatio(dpr)
        if key not in self._tiles:
            self._pixels += _area(key)
        self._tiles[key] = pixmap if painted or dirt != rect else None


def board_rect(key: Key) -> QRectF:
    """The rectangle of the board that a tile shows."""
    zoom, _, x, y = key
    size = side(zoom) / zoom
    return QRectF(x * size, y * size, size, size)


def _met(rect: QRectF, zoom: float, there: set[Square]) -> list[Square]:
    """Those of the places that a rectangle of the board meets."""
    size = side(zoom) / zoom
    columns = range(math.floor(rect.left() / size), math.floor(rect.right() / size) + 1)
    rows = range(math.floor(rect.top() / size), math.floor(rect.bottom() / size) + 1)
    if len(columns) * len(rows) > len(there):
        return [place for place in there if place[0] in columns and place[1] in rows]
    return [(column, row) for row in rows for column in columns if (column, row) in there]


def side(zoom: float) -> int:
    """The side of a tile in logical pixels: smaller where more notes fit into one."""
    return 256 if zoom >= 0.3 else 128


def _area(key: Key) -> float:
    return float((side(key[0]) * key[1]) ** 2)
