"""Which notes lie where: an index by squares of the board, for what a rectangle meets."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from kdc_desktop.domain.board.colours import paper_of
from kdc_desktop.domain.board.layout import GAP, NOTE_HEIGHT, NOTE_WIDTH
from kdc_desktop.services.board.rows import IdeaRow

CELL_WIDTH = 8 * (NOTE_WIDTH + GAP)
CELL_HEIGHT = 8 * (NOTE_HEIGHT + GAP)
Cell = tuple[int, int]
_NEAR = 0.3  # the zoom from which on small pictures would look coarse
_SMALL = 1 / 24
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
        self._pictures: dict[Cell, QPixmap] = {}

    def fill(self, rows: Iterable[IdeaRow]) -> None:
        """Hold these and no others."""
        cells: defaultdict[Cell, list[int]] = defaultdict(list)
        for row in rows:
            cells[_cell(row)].append(row.id)
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
        left, top = rect.left() - NOTE_WIDTH, rect.top() - NOTE_HEIGHT
        right, bottom = rect.right(), rect.bottom()
        found = []
        for cell in _cells_of(left, top, right, bottom):
            for key in self._cells.get(cell, ()):
                row = notes[key]
                if left < row.x < right and top < row.y < bottom:
                    found.append(row)
        found.sort(key=order)
        return found

    def paint_roughly(
        self,
        painter: QPainter,
        rect: QRectF,
        notes: Mapping[int, IdeaRow],
        without: Container[int],
        zoom: float,
    ) -> None:
        """Paint the notes around here as mere boxes, from afar by small pictures of blocks."""
        edges = (rect.left() - NOTE_WIDTH, rect.top() - NOTE_HEIGHT, rect.right(), rect.bottom())
        cells = [cell for cell in _cells_of(*edges) if cell in self._cells]
        if zoom >= _NEAR:
            for cell in cells:
                _paint_boxes(painter, self._boxes_in(cell, notes, without))
            return
        for block in dict.fromkeys(map(_block, cells)):
            picture = self._pictures.get(block)
            if picture is None:
                within = [cell for cell in _cells_in(block) if cell in self._cells]
                boxes = [self._boxes_in(cell, notes, without) for cell in within]
                picture = self._pictures[block] = _picture(_ground(block), boxes)
            painter.drawPixmap(_ground(block), picture, QRectF(picture.rect()))

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


def _picture(ground: QRectF, boxes: Iterable[Mapping[str, list[QRectF]]]) -> QPixmap:
    picture = QPixmap((ground.size() * _SMALL).toSize())
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.scale(_SMALL, _SMALL)
    painter.translate(-ground.topLeft())
    for some in boxes:
        _paint_boxes(painter, some)
    painter.end()
    return picture


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


def _cells_of(left: float, top: float, right: float, bottom: float) -> Iterator[Cell]:
    for x in range(int(left // CELL_WIDTH), int(right // CELL_WIDTH) + 1):
        for y in range(int(top // CELL_HEIGHT), int(bottom // CELL_HEIGHT) + 1):
            yield (x, y)
