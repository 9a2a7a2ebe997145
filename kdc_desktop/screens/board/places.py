"""Which notes lie where: an index by squares of the board, for what a rectangle meets."""

import time
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from kdc_desktop.domain.board.colours import paper_of
from kdc_desktop.domain.board.layout import GAP, NOTE_HEIGHT, NOTE_WIDTH
from kdc_desktop.screens.board.far_picture import FarPicture
from kdc_desktop.services.board.rows import IdeaRow

CELL_WIDTH = 8 * (NOTE_WIDTH + GAP)
CELL_HEIGHT = 8 * (NOTE_HEIGHT + GAP)
Cell = tuple[int, int]
SKETCHED = 0.3
"""Below this zoom a small picture does for notes that are not painted yet; above, it is coarse."""
_BLOCK = 4  # so many cells across and down are one small picture


def note_rect(row: IdeaRow) -> QRectF:
    """The rectangle of a note."""
    return QRectF(row.x, row.y, NOTE_WIDTH, NOTE_HEIGHT)


def order(row: IdeaRow) -> tuple[int, int]:
    """What notes are sorted by, from the lowest to the topmost."""
    return (row.stacking, row.id)


class Places:
    """Notes by where they lie; kept up to date one by one, or filled anew."""

    def __init__(self) -> None:
        self._cells: dict[Cell, list[int]] = {}
        self._boxes: dict[Cell, dict[str, list[QRectF]]] = {}
        self._pictures: dict[Cell, FarPicture | None] = {}  # None where nothing lies

    def fill(self, rows: Iterable[IdeaRow]) -> None:
        """Hold these and no others."""
        cells: defaultdict[Cell, list[int]] = defaultdict(list)
        for row in rows:
            cells[int(row.x // CELL_WIDTH), int(row.y // CELL_HEIGHT)].append(row.id)
        self._cells = dict(cells)
        self._boxes, self._pictures = {}, {}

    def change(self, off: Iterable[IdeaRow], on: Iterable[IdeaRow]) -> None:
        """Hold these no longer, which lie where they were put, and hold those."""
        touched = set()
        for row in off:
            touched.add(cell := _cell(row))
            self._cells[cell].remove(row.id)
        for row in on:
            touched.add(cell := _cell(row))
            self._cells.setdefault(cell, []).append(row.id)
        self._forget(touched)

    def look_again(self, rows: Iterable[IdeaRow]) -> None:
        """How the board looks roughly around these notes is no longer as it was."""
        self._forget(set(map(_cell, rows)))

    def _forget(self, cells: Iterable[Cell]) -> None:
        for cell in cells:
            self._boxes.pop(cell, None)
            self._pictures.pop(_block(cell), None)

    def near(self, rect: QRectF, notes: Mapping[int, IdeaRow]) -> list[IdeaRow]:
        """The notes that a rectangle meets, from the lowest to the topmost."""
        left, top, right, bottom = _edges(rect)
        found = []
        for cell in _cells_of(left, top, right, bottom):
            for key in self._cells.get(cell, ()):
                row = notes[key]
                if left < row.x < right and top < row.y < bottom:
                    found.append(row)
        found.sort(key=order)
        return found

    def sketch(
        self,
        rect: QRectF,
        notes: Mapping[int, IdeaRow],
        without: Container[int],
        zoom: float,
        until: float,
    ) -> bool:
        """Go on, until then, with what `paint_roughly` paints from afar; whether all is there."""
        for block in _blocks_of(*_edges(rect)) if zoom < SKETCHED else ():
            if block not in self._pictures:
                cells = [cell for cell in _cells_in(block) if cell in self._cells]
                self._pictures[block] = FarPicture(_ground(block), cells) if cells else None
            picture = self._pictures[block]
            while picture is not None and picture.left:
                if time.perf_counter() >= until:
                    return False
                keys = self._cells[picture.left.pop()]
                picture.add(notes[key] for key in keys if key not in without)
        return True

    def paint_roughly(
        self,
        painter: QPainter,
        rect: QRectF,
        notes: Mapping[int, IdeaRow],
        without: Container[int],
        zoom: float,
    ) -> None:
        """Paint the notes around here as mere boxes, from afar as far as they are sketched."""
        if zoom >= SKETCHED:
            for cell in _cells_of(*_edges(rect)):
                if cell in self._cells:
                    _paint_boxes(painter, self._boxes_in(cell, notes, without))
            return
        for block in _blocks_of(*_edges(rect)):
            picture = self._pictures.get(block)
            if picture is not None:
                picture.paint(painter)

    def _boxes_in(
        self, cell: Cell, notes: Mapping[int, IdeaRow], without: Container[int]
    ) -> dict[str, list[QRectF]]:
        boxes = self._boxes.get(cell)
        if boxes is None:
            boxes = self._boxes[cell] = {}
            for key in self._cells[cell]:
                if key not in without:
                    boxes.setdefault(notes[key].colour, []).append(note_rect(notes[key]))
        return boxes


def _paint_boxes(painter: QPainter, boxes: Mapping[str, list[QRectF]]) -> None:
    for colour, rects in boxes.items():
        painter.setBrush(QColor(paper_of(colour)))
        painter.drawRects(rects)


def _ground(block: Cell) -> QRectF:
    """What the notes of a block of cells cover at most."""
    corner = QPointF(block[0] * _BLOCK * CELL_WIDTH, block[1] * _BLOCK * CELL_HEIGHT)
    size = QSizeF(_BLOCK * CELL_WIDTH + NOTE_WIDTH, _BLOCK * CELL_HEIGHT + NOTE_HEIGHT)
    return QRectF(corner, size)


def _block(cell: Cell) -> Cell:
    return (cell[0] // _BLOCK, cell[1] // _BLOCK)


def _cells_in(block: Cell) -> Iterator[Cell]:
    for x in range(block[0] * _BLOCK, (block[0] + 1) * _BLOCK):
        for y in range(block[1] * _BLOCK, (block[1] + 1) * _BLOCK):
            yield (x, y)


def _cell(row: IdeaRow) -> Cell:
    return (int(row.x // CELL_WIDTH), int(row.y // CELL_HEIGHT))


def _edges(rect: QRectF) -> tuple[float, float, float, float]:
    """Between which edges the corners of the notes lie that a rectangle meets."""
    return (rect.left() - NOTE_WIDTH, rect.top() - NOTE_HEIGHT, rect.right(), rect.bottom())


def _cells_of(left: float, top: float, right: float, bottom: float) -> Iterator[Cell]:
    return _squares(left, top, right, bottom, 1)


def _blocks_of(left: float, top: float, right: float, bottom: float) -> Iterator[Cell]:
    return _squares(left, top, right, bottom, _BLOCK)


def _squares(left: float, top: float, right: float, bottom: float, cells: int) -> Iterator[Cell]:
    wide, high = cells * CELL_WIDTH, cells * CELL_HEIGHT
    for x in range(int(left // wide), int(right // wide) + 1):
        for y in range(int(top // high), int(bottom // high) + 1):
            yield (x, y)
