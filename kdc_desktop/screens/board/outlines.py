"""Around what is selected: the rectangles of its outlines, kept where they are many."""

from PySide6.QtCore import QPointF, QRectF

from kdc_desktop.domain.board.layout import NOTE_HEIGHT, NOTE_WIDTH
from kdc_desktop.screens.board.contents import BoardContents
from kdc_desktop.screens.board.places import note_rect

MANY_OUTLINES = 600
_AROUND = (NOTE_WIDTH + 6.0, NOTE_HEIGHT + 6.0)


class Outlines:
    """Knows the outlines of the selected notes of these contents."""

    def __init__(self, contents: BoardContents) -> None:
        self._contents = contents
        self._kept: tuple[dict[int, None], int, list[QRectF]] = ({}, 0, [])

    def rects(self, seen: QRectF, carried: QPointF) -> list[QRectF]:
        """Of those that can be seen at least; lifted notes are `carried` so far."""
        contents = self._contents
        if len(contents.selected) > MANY_OUTLINES and not contents.lifted:
            of, edition, kept = self._kept
            if of is not contents.selected or edition != contents.edition:
                there = (contents.notes.get(key) for key in contents.selected)
                kept = [QRectF(row.x - 3, row.y - 3, *_AROUND) for row in there if row]
                self._kept = (contents.selected, contents.edition, kept)
            return kept
        wide = seen.adjusted(-NOTE_WIDTH, -NOTE_HEIGHT, NOTE_WIDTH, NOTE_HEIGHT)
        rects = []
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
