"""Pictures of the board in squares, kept from frame to frame, so that most frames only blit."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

MOST_PIXELS = 16_000_000.0
"""How many pixels of tiles are kept, 4 bytes each."""

Stroke = Callable[[QPainter], object]
Strokes = Callable[[QRectF, float], Sequence[Stroke]]
Square = tuple[int, int]  # column and row
Key = tuple[float, float, int, int]


@dataclass(frozen=True)
class _Begun:
    """A tile that is being painted: `part` of a picture that is not shown before it is done."""

    key: Key
    picture: QPixmap
    part: QRect
    strokes: Iterator[Stroke]
    shows_something: bool


class TileCache:
    """Tiles of the board at a zoom, each painted in as many frames as it takes.

    `strokes` gives what paints a rectangle of the board at a pixel ratio, one after the other.
    """

    def __init__(self, strokes: Strokes) -> None:
        self._strokes = strokes
        self._tiles: OrderedDict[Key, QPixmap | None] = OrderedDict()
        self._stale: dict[Key, QRectF] = {}  # what of a tile looks different now
        self._begun: _Begun | None = None
        self._pixels = 0.0

    def clear(self) -> None:
        """Forget everything."""
        self._tiles.clear()
        self._stale.clear()
        self._begun = None
        self._pixels = 0.0

    def spoil(self, rects: Sequence[QRectF]) -> None:
        """These rectangles of the board look different now."""
        boards: dict[tuple[float, float], set[Square]] = {}
        for zoom, dpr, column, row in self._tiles:
            boards.setdefault((zoom, dpr), set()).add((column, row))
        edges = [(each.left(), each.top(), each.right(), each.bottom()) for each in rects]
        if self._begun is not None and _touched(board_rect(self._begun.key), edges):
            self._begun = None
        for (zoom, dpr), there in boards.items():
            for rect in _joined(edges, side(zoom) / zoom):
                for column, row in _met(rect, zoom, there):
                    key = (zoom, dpr, column, row)
                    self._stale[key] = rect.united(self._stale.get(key, rect))

    def keys(self, zoom: float, dpr: float, visible: QRect) -> list[Key]:
        """The tiles that a rectangle meets, in pixels of the zoomed board."""
        size = side(zoom)
        columns = range(visible.left() // size, visible.right() // size + 1)
        rows = range(visible.top() // size, visible.bottom() // size + 1)
        return [(zoom, dpr, column, row) for row in rows for column in columns]

    def are_there(self, keys: list[Key]) -> bool:
        """Whether all of these can be shown, be it as they were."""
        return all(key in self._tiles for key in keys)

    def make(self, keys: list[Key], seconds: float) -> tuple[QRect, bool]:
        """Make the tiles that are missing or spoilt, as far as this time allows.

        Returns what surrounds the tiles that are still missing, in pixels of the zoomed board, and
        whether all are made.
        """
        until = time.perf_counter() + seconds
        due = [key for key in keys if key not in self._tiles or key in self._stale]
        if self._begun is not None and self._begun.key in due:
            due.remove(self._begun.key)
            due.insert(0, self._begun.key)
        missing, complete = QRect(), True
        for key in due:
            if time.perf_counter() < until and self._make(key, until):
                continue
            complete = False
            if key not in self._tiles:
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

    def _make(self, key: Key, until: float) -> bool:
        """Go on painting a tile, or begin to; whether it is done."""
        begun = self._begun
        if begun is None or begun.key != key:
            begun = self._begun = self._begin(key)
        zoom, dpr, _, _ = key
        ratio, rect = zoom * dpr, board_rect(key)
        painter = QPainter(begun.picture)
        painter.setClipRect(begun.part)
        painter.scale(ratio, ratio)
        painter.translate(-rect.x(), -rect.y())
        for stroke in begun.strokes:
            stroke(painter)
            if time.perf_counter() >= until:
                break
        else:
            self._begun = None
        painter.end()
        if self._begun is None:
            self._keep(begun)
        return self._begun is None

    def _begin(self, key: Key) -> _Begun:
        """Take a new picture, or of a tile that is there a copy without what looks different."""
        zoom, dpr, _, _ = key
        ratio, rect, known = zoom * dpr, board_rect(key), self._tiles.get(key)
        if known is None:
            pixels = round(side(zoom) * dpr)
            picture = QPixmap(pixels, pixels)
            picture.fill(Qt.GlobalColor.transparent)
            part = picture.rect()
        else:
            picture, dirt = known.copy(), self._stale[key]
            picture.setDevicePixelRatio(1)  # while it is painted, so that whole pixels are
            pixels_of = QRectF((dirt.topLeft() - rect.topLeft()) * ratio, dirt.size() * ratio)
            part = pixels_of.toAlignedRect().intersected(picture.rect())
            painter = QPainter(picture)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(part, Qt.GlobalColor.transparent)
            painter.end()
        corner, size = QPointF(part.topLeft()) / ratio, QSizeF(part.size()) / ratio
        strokes = self._strokes(QRectF(corner + rect.topLeft(), size), ratio)
        return _Begun(key, picture, part, iter(strokes), known is not None or bool(strokes))

    def _keep(self, done: _Begun) -> None:
        self._stale.pop(done.key, None)
        if done.key not in self._tiles:
            self._pixels += _area(done.key)
        done.picture.setDevicePixelRatio(done.key[1])
        self._tiles[done.key] = done.picture if done.shows_something else None


def board_rect(key: Key) -> QRectF:
    """The rectangle of the board that a tile shows."""
    zoom, _, x, y = key
    size = side(zoom) / zoom
    return QRectF(x * size, y * size, size, size)


def _touched(tile: QRectF, edges: Iterable[tuple[float, float, float, float]]) -> bool:
    """Whether one of these rectangles meets a tile, if only its edge."""
    first, top, last, bottom = tile.left(), tile.top(), tile.right(), tile.bottom()
    return any(
        left <= last and right >= first and above <= bottom and below >= top
        for left, above, right, below in edges
    )


def _joined(edges: Iterable[tuple[float, float, float, float]], size: float) -> Iterator[QRectF]:
    """Fewer rectangles: what surrounds those whose corners lie in the same square of this size."""
    around: dict[tuple[float, float], tuple[float, float, float, float]] = {}
    for left, top, right, bottom in edges:
        square = (left // size, top // size)
        known = around.get(square)
        if known is not None:
            left, top = min(left, known[0]), min(top, known[1])
            right, bottom = max(right, known[2]), max(bottom, known[3])
        around[square] = (left, top, right, bottom)
    for left, top, right, bottom in around.values():
        yield QRectF(left, top, right - left, bottom - top)


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
