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

    def put(self, row: IdeaRow) -> None:
        """Hold one more."""
        self._cells.setdefault(_cell(row), []).append(row.id)
        self.forget_box(row)

    def take(self, row: IdeaRow) -> None:
        """Hold this one no longer; it lies where it was put."""
        self._cells[_cell(row)].remove(row.id)
        self.forget_box(row)

    def forget_box(self, row: IdeaRow) -> None:
        """How the board looks roughly around this note is no longer as it was."""
        self._boxes.pop(_cell(row), None)
        self._pictures.pop(_cell(row), None)

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
        """Paint the notes around here as mere boxes, from afar by small pictures of squares."""
        edges = (rect.left() - NOTE_WIDTH, rect.top() - NOTE_HEIGHT, rect.right(), rect.bottom())
        for cell in _cells_of(*edges):
            if cell not in self._cells:
                continue
            boxes = self._boxes.get(cell)
            if boxes is None:
                boxes = self._boxes[cell] = {}
                for key in self._cells[cell]:
                    if key not in without:
                        boxes.setdefault(notes[key].colour, []).append(note_rect(notes[key]))
            if zoom >= _NEAR:
                _paint_boxes(painter, boxes)
                continue
            square = _square(cell)
            picture = self._pictures.get(cell)
            if picture is None:
                picture = self._pictures[cell] = _picture(square, boxes)
            painter.drawPixmap(square, picture, QRectF(picture.rect()))


def _paint_boxes(painter: QPainter, boxes: Mapping[str, list[QRectF]]) -> None:
    for colour, rects in boxes.items():
        painter.setBrush(QColor(paper_of(colour)))
        painter.drawRects(rects)


def _picture(square: QRectF, boxes: Mapping[str, list[QRectF]]) -> QPixmap:
    picture = QPixmap((square.size() * _SMALL).toSize())
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.scale(_SMALL, _SMALL)
    painter.translate(-square.topLeft())
    _paint_boxes(painter, boxes)
    painter.end()
    return picture


def _square(cell: Cell) -> QRectF:
    """What the notes of a cell cover at most."""
    corner = QPointF(cell[0] * CELL_WIDTH, cell[1] * CELL_HEIGHT)
    return QRectF(corner, QSizeF(CELL_WIDTH + NOTE_WIDTH, CELL_HEIGHT + NOTE_HEIGHT))


def _cell(row: IdeaRow) -> Cell:
    return (int(row.x // CELL_WIDTH), int(row.y // CELL_HEIGHT))


def _cells_of(left: float, top: float, right: float, bottom: float) -> Iterator[Cell]:
    for x in range(int(left // CELL_WIDTH), int(right // CELL_WIDTH) + 1):
        for y in range(int(top // CELL_HEIGHT), int(bottom // CELL_HEIGHT) + 1):
            yield (x, y)
