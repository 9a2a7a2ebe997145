"""What lies on the board and where: rows by id, and which of them a rectangle meets."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.domain.board.layout import NOTE_HEIGHT, NOTE_WIDTH, TITLE_HEIGHT
from kdc_desktop.screens.board.places import Places, note_rect, order
from kdc_desktop.screens.board.reading import BoardReading
from kdc_desktop.services.board.rows import ClusterRow, IdeaRow

EDGE = 100_000.0
"""How far the board reaches in every direction."""
PAINTED_AROUND = 12.0
"""How far the shadow, stack or outline of a note reaches beyond it."""
_CORNER = 20.0
_ANEW_FROM = 300


def cluster_rect(row: ClusterRow) -> QRectF:
    """The rectangle of a cluster."""
    return QRectF(row.x, row.y, row.width, row.height)


def painted_rect(row: IdeaRow) -> QRectF:
    """The rectangle of a note with its shadow, stack or outline."""
    around = PAINTED_AROUND
    return note_rect(row).adjusted(-around, -around, around, around)


@dataclass(frozen=True)
class Difference:
    """What of the notes is new: rows as they are now, and rows as they were before.

    `gone` are those that are not on the board any more; `dirty` are the rectangles that look
    different, None for everything.
    """

    now: Sequence[IdeaRow]
    former: Sequence[IdeaRow]
    gone: Collection[int]
    dirty: Sequence[QRectF] | None


class BoardContents:
    """The rows on the board, with an index of places.

    `lifted` are notes and clusters that are painted elsewhere while a gesture holds them;
    `selected` has the ids of the selected notes in the order they were selected, `chosen_cluster`
    is the cluster whose title was clicked last, while its notes are selected; `edition` is another
    one whenever rows are.
    """

    def __init__(self) -> None:
        self.notes: dict[int, IdeaRow] = {}
        self.clusters: dict[int, ClusterRow] = {}
        self.lifted: frozenset[int] = frozenset()
        self.lifted_cluster: int | None = None
        self.selected: dict[int, None] = {}
        self.chosen_cluster: int | None = None
        self.edition = 0
        self._members: dict[int | None, set[int]] = {}
        self._places = Places()
        self._bounds: QRectF | None = None

    def take(self, reading: BoardReading) -> Difference:
        """Take rows that were read again; what differs from before."""
        before = self.notes
        self.edition += 1
        now = [row for row in reading.notes if before.get(row.id) != row]
        read = {row.id: row for row in reading.notes}
        off = before.keys() - read.keys() if reading.whole else reading.off
        gone = [before[key] for key in off if key in before]
        former = [*gone, *(before[row.id] for row in now if row.id in before)]
        anew = not before or len(now) + len(gone) > _ANEW_FROM
        if anew and reading.whole:
            self.notes = read
        else:
            self._change(now, gone)
        if anew:
            self._index_all()
        else:
            self._index(now, former)
        dirty = self._count_within(reading.clusters)
        if not anew:
            dirty += map(painted_rect, (*now, *former))
        return Difference(now, former, {row.id for row in gone}, None if anew else dirty)

    def _change(self, now: Sequence[IdeaRow], gone: Sequence[IdeaRow]) -> None:
        """Keep the order of the notes; most that are changed come to lie on top of the others."""
        for row in gone:
            del self.notes[row.id]
        risen = []
        for row in now:
            was = self.notes.get(row.id)
            if was is not None and order(was) == order(row):
                self.notes[row.id] = row
            else:
                self.notes.pop(row.id, None)
                risen.append(row)
        risen.sort(key=order)
        top = next(reversed(self.notes.values()), None)
        self.notes |= {row.id: row for row in risen}
        if risen and top is not None and order(risen[0]) < order(top):
            self.notes = {row.id: row for row in sorted(self.notes.values(), key=order)}

    def _index_all(self) -> None:
        self._places.fill(self.notes.values())
        self._members = {}
        for row in self.notes.values():
            self._members.setdefault(row.cluster_id, set()).add(row.id)
        self._bounds = None

    def _index(self, now: Sequence[IdeaRow], former: Sequence[IdeaRow]) -> None:
        self._places.change(former, now)
        for row in former:
            self._members[row.cluster_id].discard(row.id)
        for row in now:
            self._members.setdefault(row.cluster_id, set()).add(row.id)
        if self._bounds is None or (former and _at_edge(_around_notes(former), self._bounds)):
            self._bounds = None
        else:
            self._bounds = self._bounds.united(_around_notes(now))

    def _count_within(self, rows: Sequence[ClusterRow] | None) -> list[QRectF]:
        """Count what lies in the clusters; the rectangles of those that look different."""
        before = self.clusters
        there = before.values() if rows is None else rows
        if rows is None and all(row.ideas == self.within(row.id) for row in there):
            return []
        self.clusters = {row.id: replace(row, ideas=self.within(row.id)) for row in there}
        dirty = []
        for key in self.clusters.keys() | before.keys():
            now, was = self.clusters.get(key), before.get(key)
            if now is not None and was is not None and cluster_rect(now) == cluster_rect(was):
                dirty += [self.title_rect(key)] if now != was else []
                continue
            dirty += [cluster_rect(row).adjusted(-2, -2, 2, 2) for row in (now, was) if row]
            self._bounds = None
        return dirty

    def within(self, cluster_id: int | None) -> int:
        """How many notes lie in a cluster, or with None in none."""
        return len(self._members.get(cluster_id, ()))

    def lift(self, ids: frozenset[int], cluster_id: int | None) -> None:
        """Leave these out of what is painted in place, and take in what was left out before."""
        there = (self.notes.get(key) for key in ids | self.lifted)
        self._places.look_again(row for row in there if row is not None)
        self.lifted, self.lifted_cluster = ids, cluster_id

    def notes_in(self, rect: QRectF) -> list[IdeaRow]:
        """The notes that a rectangle meets, from the lowest to the topmost; not the lifted ones."""
        found = self._places.near(rect, self.notes)
        return [row for row in found if row.id not in self.lifted] if self.lifted else found

    def painted_in(self, rect: QRectF) -> list[IdeaRow]:
        """The notes whose picture, shadow included, a rectangle meets."""
        around = PAINTED_AROUND
        return self.notes_in(rect.adjusted(-around, -around, around, around))

    def sketch(self, rect: QRectF, zoom: float, until: float) -> bool:
        """Go on, until then, with what `paint_roughly` needs; whether all is there."""
        return self._places.sketch(rect, self.notes, self.lifted, zoom, until)

    def paint_roughly(self, painter: QPainter, rect: QRectF, zoom: float) -> None:
        """Paint the notes around here as mere boxes, those lifted left out."""
        self._places.paint_roughly(painter, rect, self.notes, self.lifted, zoom)

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

    def text_at(self, point: QPointF) -> str:
        """What the note at a point says, or the name of the cluster whose title is there."""
        note, cluster = self.note_at(point), self.cluster_at(point)
        if note is not None:
            return self.notes[note].text
        titled = cluster is not None and self.title_rect(cluster).contains(point)
        return self.clusters[cluster].name if cluster is not None and titled else ""

    def title_rect(self, cluster_id: int) -> QRectF:
        """The strip at the top of a cluster that holds its name."""
        row = self.clusters[cluster_id]
        return QRectF(row.x, row.y, row.width, TITLE_HEIGHT)

    @property
    def cluster_meant(self) -> int | None:
        """The cluster that was chosen, or that all the selected notes are in."""
        if self.chosen_cluster in self.clusters:
            return self.chosen_cluster
        chosen = {self.notes[key].cluster_id for key in self.selected if key in self.notes}
        return chosen.pop() if len(chosen) == 1 else None

    def keep_selected(self, difference: Difference) -> None:
        """What is gone is selected no longer; what came into the chosen cluster is, with it."""
        if any(key in self.selected for key in difference.gone):
            self.selected = dict.fromkeys(key for key in self.selected if key in self.notes)
        if self.chosen_cluster not in self.clusters:
            self.chosen_cluster = None
        elif any(row.cluster_id == self.chosen_cluster for row in difference.now):
            inside = self.notes_of(self.chosen_cluster)
            self.selected = self.selected | dict.fromkeys(row.id for row in inside)

    def in_corner(self, cluster_id: int, point: QPointF) -> bool:
        """Whether a point in a cluster lies in the corner by which it is pulled larger."""
        corner = cluster_rect(self.clusters[cluster_id]).bottomRight()
        return max(corner.x() - point.x(), corner.y() - point.y()) < _CORNER

    def notes_of(self, cluster_id: int | None) -> list[IdeaRow]:
        """The notes in a cluster, or with None in none, from the lowest to the topmost."""
        return sorted((self.notes[key] for key in self._members.get(cluster_id, ())), key=order)

    def bounds(self, ids: Iterable[int] | None = None) -> QRectF:
        """What surrounds these notes, or everything; empty when there is nothing."""
        if ids is not None:
            return _around([note_rect(self.notes[key]) for key in ids])
        if self._bounds is None:
            clusters = [cluster_rect(row) for row in self.clusters.values()]
            self._bounds = _around([_around_notes(self.notes.values()), *clusters])
        return QRectF(self._bounds)


def _around(rects: Iterable[QRectF]) -> QRectF:
    around = QRectF()
    for rect in rects:
        around = around.united(rect)
    return around


def _around_notes(rows: Collection[IdeaRow]) -> QRectF:
    if not rows:
        return QRectF()
    across, down = [row.x for row in rows], [row.y for row in rows]
    corner, end = QPointF(min(across), min(down)), QPointF(max(across), max(down))
    return QRectF(corner, end + QPointF(NOTE_WIDTH, NOTE_HEIGHT))


def _at_edge(rect: QRectF, around: QRectF) -> bool:
    return (
        rect.left() <= around.left()
        or rect.top() <= around.top()
        or rect.right() >= around.right()
        or rect.bottom() >= around.bottom()
    )
