"""Many ideas on the wall: small notes one below the other, the newest first, in pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.board.notes import BoardNote
from kdc_desktop.audience.kit.ink import (
    MEDIUM,
    NOTE_INK,
    PAPER,
    SMALLEST,
    Down,
    SlidePalette,
    fit,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.marks import paint_badge
from kdc_desktop.domain.board.colours import paper_of
from kdc_desktop.domain.kit.remembering import remembered
from kdc_desktop.i18n import ngettext

_SIZES = (36, 32, SMALLEST)
_NARROWEST = 12.5
"""How wide a column is at least, in heights of its letters."""
_MOST_LINES, _FEWER_LINES = 4, 3
"""How many lines a note may have where all fit, and where they do not."""
_GAP = 10.0
_ACROSS, _DOWN = 14.0, 7.0
_MARK = 28.0
_MORE = 36.0
_LOOKED_AT = 24
"""So many older ideas are looked at for one that fits where the next does not."""
MOST_IN_PAGES = 200
"""More ideas than these nobody reads page by page."""
_SHORTEST = SMALLEST * 1.26 + 2 * _DOWN


@dataclass(frozen=True)
class Flow:
    """Where notes stand, at which size in how many columns, and which have no room there."""

    size: int
    columns: int
    placed: tuple[tuple[QRectF, BoardNote], ...]
    rest: tuple[BoardNote, ...]

    @property
    def more(self) -> int:
        """How many have no room."""
        return len(self.rest)


def flow_pages(notes: Sequence[BoardNote], area: QRectF) -> tuple[Flow, ...]:
    """All notes on as many pages as they need; of very many the first page only."""
    return _pages(tuple(notes), area.x(), area.y(), area.width(), area.height())


@remembered(64)
def _pages(
    notes: tuple[BoardNote, ...], left: float, top: float, width: float, height: float
) -> tuple[Flow, ...]:
    area = QRectF(left, top, width, height)
    pages = [flow(notes, area)]
    while (last := pages[-1]).rest and len(notes) <= MOST_IN_PAGES:
        pages.append(_flow(last.rest, area, last.size, last.columns))
    return tuple(pages)


def flow(notes: Sequence[BoardNote], area: QRectF) -> Flow:
    """Notes in columns, the newest first: as large as all fit, else as many as can be read."""
    best = Flow(SMALLEST, 1, (), tuple(notes))
    for size in _SIZES:
        most = max(1, int((area.width() + _GAP) / (size * _NARROWEST + _GAP)))
        in_one = int((area.height() + _GAP) / (size * 1.26 + 2 * _DOWN + _GAP))
        if len(notes) > most * in_one and size > SMALLEST:
            continue
        for columns in range(1, 1 + most):
            found = _flow(notes, area, size, columns)
            if not found.more:
                return found
            best = min(best, found, key=lambda one: one.more)
    return best


def _flow(notes: Sequence[BoardNote], area: QRectF, size: int, columns: int) -> Flow:
    placed = _placed(notes, area, size, columns, _MOST_LINES, area.height())
    if len(placed) < len(notes):
        placed = _placed(notes, area, size, columns, _FEWER_LINES, area.height() - _MORE)
    boxes = tuple((box, notes[at]) for at, box in placed.items())
    rest = tuple(note for at, note in enumerate(notes) if at not in placed)
    return Flow(size, columns, boxes, rest)


def _placed(
    notes: Sequence[BoardNote], area: QRectF, size: int, columns: int, lines: int, in_last: float
) -> dict[int, QRectF]:
    """Those that fit, where the last column is `in_last` high; the newest is always there.

    What is free at the end goes to the next one that is short enough.
    """
    width = (area.width() - (columns - 1) * _GAP) / columns
    rooms = [area.height()] * (columns - 1) + [in_last]
    placed: dict[int, QRectF] = {}
    column, used, skipped = 0, 0.0, 0
    for at in reversed(range(len(notes))):
        note = notes[at]
        room = width - 2 * _ACROSS - ((_MARK + 10) if note.sector else 0)
        fitted = fit(note.text, room, 1000, size, MEDIUM, lines, size)
        high = fitted.height + 2 * _DOWN
        if not placed:
            high = min(high, max(rooms[0], fitted.leading + 2 * _DOWN))
        elif used + high > rooms[column]:
            if column + 1 == columns:
                skipped += 1
                if used + _SHORTEST > rooms[column] or skipped > _LOOKED_AT:
                    break
                continue
            column, used = column + 1, 0.0
            if high > rooms[column]:
                continue
        left = area.left() + column * (width + _GAP)
        placed[at] = QRectF(left, area.top() + used, width, high)
        used += high + _GAP
    return placed


def paint_flow(
    painter: QPainter,
    area: QRectF,
    notes: Sequence[BoardNote],
    palette: SlidePalette,
    page: int = 0,
) -> None:
    """Paint the notes of a page, or of the last one, and below them how many more there are."""
    pages = flow_pages(notes, area)
    shown = pages[min(page, len(pages) - 1)]
    for box, note in shown.placed:
        _paint_small(painter, box, note, shown.size)
    if shown.more:
        line = QRectF(area.left(), area.bottom() - _MORE, area.width(), _MORE)
        if shown.placed:
            line.setLeft(shown.placed[-1][0].left())
        more = ngettext("and {count} more idea", "and {count} more ideas", shown.more)
        text_block(
            painter, line, more, SMALLEST, MEDIUM, palette.muted, max_lines=1, down=Down.BOTTOM
        )


def _paint_small(painter: QPainter, box: QRectF, note: BoardNote, size: int) -> None:
    panel(painter, box, paper_of(note.colour), radius=8)
    room = box.adjusted(_ACROSS, _DOWN, -_ACROSS, -_DOWN)
    if note.sector:
        mark = QRectF(room.left(), room.top() + (size * 1.26 - _MARK) / 2, _MARK, _MARK)
        paint_badge(painter, mark, note.sector, PAPER)
        room.setLeft(room.left() + _MARK + 10)
    text_block(
        painter, room, note.text, size, MEDIUM, NOTE_INK, max_lines=_MOST_LINES, smallest=size
    )
