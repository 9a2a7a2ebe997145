"""What lies on the board and where: rows by id, and which of them a rectangle meets."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from kdc_desktop.domain.board.layout import GAP, NOTE_HEIGHT, NOTE_WIDTH, TITLE_HEIGHT, Rect
from kdc_desktop.services.board.rows import ClusterRow, IdeaRow

CELL_WIDTH = 8 * (NOTE_WIDTH + GAP)
CELL_HEIGHT = 8 * (NOTE_HEIGHT + GAP)
EDGE = 100_000.0
"""How far the board reaches in every direction."""
PAINTED_AROUND = 12.0
"""How far the shadow, stack or outline of a note reaches beyond it."""
_CORNER = 20.0
_MANY = 300

Cell = tuple[int, int]


def note_rect(row: IdeaRow) -> QRectF:
    """The rectangle of a note."""
    return QRectF(row.x, row.y, NOTE_WIDTH, NOTE_HEIGHT)


def cluster_rect(row: ClusterRow) -> QRectF:
    """The rectangle of a cluster."""
    return QRectF(row.x, row.y, row.width, row.height)


class BoardContents:
    """The rows on the board, with an index of places.

    `lifted` are notes and clusters that are painted elsewhere while a gesture holds them;
    `selected` has the ids of the selected notes in the order they were selected.
    """

    def __init__(self) -> None:
        self.notes: dict[int, IdeaRow] = {}
        self.clusters: dict[int, ClusterRow] = {}
        self.lifted: frozenset[int] = frozenset()
        self.lifted_cluster: int | None = None
        self.selected: dict[int, None] = {}
        self._cells: dict[Cell, list[int]] = {}
        self._boxes: dict[Cell, dict[str, list[QRectF]]] = {}

    def show(self, notes: Sequence[IdeaRow], clusters: Sequence[ClusterRow]) -> list[QRectF] | None:
        """Take new rows; returns the rectangles that look different now, None for everything."""
        before, clusters_before = self.notes, self.clusters
        self.notes = {row.id: row for row in notes}
        self.clusters = {row.id: row for row in clusters}
        changed = [row for row in notes if before.get(row.id) != row]
        gone = [row for key, row in before.items() if key not in self.notes]
        if len(changed) + len(gone) > _MANY or not before:
            self._index(notes)
            return None
        for row in gone:
            self._take(row)
        for row in changed:
            if row.id in before:
                self._take(before[row.id])
            self._cells.setdefault(_cell(row), []).append(row.id)
            self._boxes.pop(_cell(row), None)
        dirty = [_painted(row) for row in (*changed, *gone)]
        dirty += [_painted(before[row.id]) for row in changed if row.id in before]
        for key in self.clusters.keys() | clusters_before.keys():
            if self.clusters.get(key) != clusters_before.get(key):
                both = (self.clusters.get(key), clusters_before.get(key))
                dirty += [cluster_rect(row).adjusted(-2, -2, 2, 2) for row in both if row]
        return dirty

    def lift(self, ids: frozenset[int], cluster_id: int | None) -> None:
        """Leave these out of what is painted in place, and take in what was left out before."""
        for key in ids | self.lifted:
            if key in self.notes:
                self._boxes.pop(_cell(self.notes[key]), None)
        self.lifted, self.lifted_cluster = ids, cluster_id

    def notes_in(self, rect: QRectF) -> list[IdeaRow]:
        """The notes that a rectangle meets, from the lowest to the topmost; not the lifted ones."""
        left, top = rect.left() - NOTE_WIDTH, rect.top() - NOTE_HEIGHT
        right, bottom = rect.right(), rect.bottom()
        notes, lifted = self.notes, self.lifted
        found = []
        for cell in _cells_of(left, top, right, bottom):
            for key in self._cells.get(cell, ()):
                row = notes[key]
                if left < row.x < right and top < row.y < bottom and key not in lifted:
                    found.append(row)
        found.sort(key=_height)
        return found

    def painted_in(self, rect: QRectF) -> list[IdeaRow]:
        """The notes whose picture, shadow included, a rectangle meets."""
        around = PAINTED_AROUND
        return self.notes_in(rect.adjusted(-around, -around, around, around))

    def boxes_in(self, rect: QRectF) -> Iterator[tuple[str, list[QRectF]]]:
        """Colours with the rectangles of notes around here, for a quick rough picture."""
        edges = (rect.left() - NOTE_WIDTH, rect.top() - NOTE_HEIGHT, rect.right(), rect.bottom())
        for cell in _cells_of(*edges):
            if cell not in self._cells:
                continue
            boxes = self._boxes.get(cell)
            if boxes is None:
                boxes = self._boxes[cell] = self._boxes_of(cell)
            yield from boxes.items()

    def clusters_in(self, rect: QRectF) -> list[ClusterRow]:
        """The clusters that a rectangle meets, by number; not the lifted one."""
        return [
            row
            for row in self.clusters.values()
            if row.id != self.lifted_cluster and cluster_rect(row).intersects(rect)
        ]

    def note_at(self, point: QPointF) -> int | None:
        """The topmost note at a point."""
        here = QRectF(point.x(), point.y(), 0.01, 0.01)
        found = self.notes_in(here)
        return found[-1].id if found else None

    def cluster_at(self, point: QPointF) -> int | None:
        """The cluster at a point; of several the smallest."""
        here = [row for row in self.clusters.values() if cluster_rect(row).contains(point)]
        here = [row for row in here if row.id != self.lifted_cluster]
        return min(here, key=lambda row: row.width * row.height).id if here else None

    def title_rect(self, cluster_id: int) -> QRectF:
        """The strip at the top of a cluster that holds its name."""
        row = self.clusters[cluster_id]
        return QRectF(row.x, row.y, row.width, TITLE_HEIGHT)

    def in_corner(self, cluster_id: int, point: QPointF) -> bool:
        """Whether a point in a cluster lies in the corner by which it is pulled larger."""
        corner = cluster_rect(self.clusters[cluster_id]).bottomRight()
        return max(corner.x() - point.x(), corner.y() - point.y()) < _CORNER

    def notes_of(self, cluster_id: int) -> list[IdeaRow]:
        """The notes in a cluster."""
        return [row for row in self.notes.values() if row.cluster_id == cluster_id]

    def bounds(self, ids: Sequence[int] | None = None) -> QRectF:
        """What surrounds these notes, or everything; empty when there is nothing."""
        rows = list(self.notes.values()) if ids is None else [self.notes[key] for key in ids]
        edges = [(row.x, row.y, row.x + NOTE_WIDTH, row.y + NOTE_HEIGHT) for row in rows]
        if ids is None:
            edges += [(c.x, c.y, c.x + c.width, c.y + c.height) for c in self.clusters.values()]
        if not edges:
            return QRectF()
        left, top, right, bottom = zip(*edges, strict=True)
        return QRectF(QPointF(min(left), min(top)), QPointF(max(right), max(bottom)))

    def taken(self) -> list[Rect]:
        """Where no new note should be put."""
        notes = [Rect(row.x, row.y, NOTE_WIDTH, NOTE_HEIGHT) for row in self.notes.values()]
        boxes = [Rect(row.x, row.y, row.width, row.height) for row in self.clusters.values()]
        return notes + boxes

    def _index(self, notes: Sequence[IdeaRow]) -> None:
        cells: defaultdict[Cell, list[int]] = defaultdict(list)
        for row in notes:
            cells[_cell(row)].append(row.id)
        self._cells = dict(cells)
        self._boxes = {}

    def _take(self, row: IdeaRow) -> None:
        cell = _cell(row)
        self._cells[cell].remove(row.id)
        self._boxes.pop(cell, None)

    def _boxes_of(self, cell: Cell) -> dict[str, list[QRectF]]:
        boxes: dict[str, list[QRectF]] = {}
        for key in self._cells[cell]:
            if key in self.lifted:
                continue
            row = self.notes[key]
            boxes.setdefault(row.colour, []).append(note_rect(row))
        return boxes


def _height(row: IdeaRow) -> tuple[int, int]:
    return (row.stacking, row.id)


def _cell(row: IdeaRow) -> Cell:
    return (int(row.x // CELL_WIDTH), int(row.y // CELL_HEIGHT))


def _cells_of(left: float, top: float, right: float, bottom: float) -> Iterator[Cell]:
    for x in range(int(left // CELL_WIDTH), int(right // CELL_WIDTH) + 1):
        for y in range(int(top // CELL_HEIGHT), int(bottom // CELL_HEIGHT) + 1):
            yield (x, y)


def _painted(row: IdeaRow) -> QRectF:
    around = PAINTED_AROUND
    return note_rect(row).adjusted(-around, -around, around, around)
