"""Around what is selected: the rectangles of its outlines, kept where they are many."""

from PySide6.QtCore import QPointF, QRectF

from kdc_desktop.domain.board.layout import NOTE_HEIGHT, NOTE_WIDTH
from kdc_desktop.screens.board.contents import BoardContents, cluster_rect
from kdc_desktop.screens.board.labels import ClusterLabels
from kdc_desktop.screens.board.places import note_rect
from kdc_desktop.services.board.rows import IdeaRow

MANY_OUTLINES = 600
_AROUND = (NOTE_WIDTH + 6.0, NOTE_HEIGHT + 6.0)


class Outlines:
    """Knows the outlines of the selected notes of these contents, and of the chosen cluster."""

    def __init__(self, contents: BoardContents, labels: ClusterLabels) -> None:
        self._contents, self._labels = contents, labels
        self._kept: tuple[dict[int, None], int, list[QRectF]] = ({}, 0, [])

    @property
    def are_many(self) -> bool:
        """Whether so many are selected that all of their outlines are kept."""
        return len(self._contents.selected) > MANY_OUTLINES and not self._contents.lifted

    def rects(
        self, seen: QRectF, zoom: float, carried: QPointF, part: QRectF | None = None
    ) -> list[QRectF]:
        """Of those that can be seen at least; lifted notes are `carried` so far.

        With `part`, where they are many, only of those that meet it.
        """
        contents = self._contents
        if self.are_many and part is not None:
            near = contents.notes_in(part.adjusted(-3, -3, 3, 3))
            return [_outline(row) for row in near if row.id in contents.selected]
        if self.are_many:
            of, edition, kept = self._kept
            if of is not contents.selected or edition != contents.edition:
                there = (contents.notes.get(key) for key in contents.selected)
                kept = [_outline(row) for row in there if row]
                self._kept = (contents.selected, contents.edition, kept)
            return kept
        wide = seen.adjusted(-NOTE_WIDTH, -NOTE_HEIGHT, NOTE_WIDTH, NOTE_HEIGHT)
        rects = self._around_cluster(zoom, carried)
        for key in contents.selected:
            row = contents.notes.get(key)
            if row is None:
                continue
            rect = note_rect(row)
            if key in contents.lifted:
                rect.translate(carried)
            if wide.intersects(rect):
                rects.append(rect.adjusted(-3, -3, 3, 3))
        return rects

    def _around_cluster(self, zoom: float, carried: QPointF) -> list[QRectF]:
        contents = self._contents
        row = contents.clusters.get(contents.chosen_cluster or 0)
        if row is None:
            return []
        if contents.lifted_cluster == row.id:  # it is carried without its name
            rect = cluster_rect(row).translated(carried)
        else:
            rect = self._labels.framed(row, zoom)
        return [rect.adjusted(-3, -3, 3, 3)]


def _outline(row: IdeaRow) -> QRectF:
    return QRectF(row.x - 3, row.y - 3, *_AROUND)
