"""A lane for each member that moved: where it stood, where it stands, and its name beside."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from kdc_desktop.audience.kit.ink import MARGIN, SEMIBOLD, Fitted, fit, text_width

_NAME, _BESIDE, _BETWEEN = 30, 20.0, 32.0
_ROW, _LOWEST_ROW, _SMALLEST_NAME = 58.0, 46.0, 20
_LONG_NAME = 600.0


@dataclass(frozen=True)
class PositionDot:
    """One member's position: the index of its level in the slide's `scale`, and a sector letter.

    Without a letter it is a plain dot, which says nothing about whose it is. `before` is where it
    stood, None where it has not answered before; who `is_new` has joined since the last asking.
    """

    level: int
    sector: str = ""
    before: int | None = None
    name: str = ""
    is_new: bool = False

    @property
    def has_moved(self) -> bool:
        """Whether it stands elsewhere now, or is here for the first time."""
        return self.is_new or self.before not in (None, self.level)

    @property
    def has_fallen(self) -> bool:
        """Whether it supports the version less than what it was asked before."""
        return self.before is not None and self.level > self.before


@dataclass(frozen=True)
class Lane:
    """One member's way: its row, the marks of then and now, and its name."""

    dot: PositionDot
    now: QRectF
    before: QRectF | None
    name: Fitted
    words: QRectF

    @property
    def whole(self) -> QRectF:
        """All of it."""
        marks = self.now if self.before is None else self.now.united(self.before)
        return marks if self.words.isEmpty() else marks.united(self.words)


@dataclass(frozen=True)
class LaneRoom:
    """Where lanes may be: a rectangle, levels `step` apart, without a `corner` of it."""

    rect: QRectF
    step: float
    corner: QRectF

    def right(self, row: QRectF) -> float:
        """How far a row may go."""
        taken = not self.corner.isEmpty() and self.corner.bottom() > row.top()
        return self.corner.left() - _BETWEEN if taken else self.rect.right()


@dataclass
class _Row:
    rect: QRectF
    right: float
    lanes: list[Lane] = field(default_factory=list)

    def is_free_for(self, lane: Lane) -> bool:
        """Whether a lane lies in it, and on none of the others."""
        whole = lane.whole.adjusted(-_BETWEEN, 0, _BETWEEN, 0)
        inside = lane.whole.left() >= MARGIN and lane.whole.right() <= self.right
        return inside and not any(whole.intersects(one.whole) for one in self.lanes)


def lanes_by_page(dots: Sequence[PositionDot], place: LaneRoom) -> tuple[tuple[Lane, ...], ...]:
    """All lanes, page by page; one at least, which may be empty."""
    waiting = sorted(dots, key=_order)
    pages: list[tuple[Lane, ...]] = []
    while waiting:
        rows = list(_rows(_rows_for(waiting, place.rect.height()), place))
        left = [dot for dot in waiting if not _put(dot, rows, place)]
        if len(left) == len(waiting):
            left = [dot for dot in waiting if not _put(dot, rows, place, cut=True)]
        if len(left) == len(waiting):  # there is no room at all
            break
        waiting = left
        pages.append(tuple(lane for row in rows for lane in row.lanes))
    return tuple(pages) or ((),)


def _order(dot: PositionDot) -> tuple[int, int, str]:
    return dot.level, -1 if dot.before is None else dot.before, dot.name


def _rows_for(dots: Sequence[PositionDot], height: float) -> int:
    """As many as there is room for: lower ones for many, unless a name needs two lines."""
    is_long = any(text_width(dot.name, _SMALLEST_NAME, SEMIBOLD) > _LONG_NAME for dot in dots)
    row = _ROW if is_long or len(dots) * _ROW <= height else _LOWEST_ROW
    return max(1, int(height // row))


def _rows(count: int, place: LaneRoom) -> Iterator[_Row]:
    high = min(_ROW, place.rect.height() / count)
    for index in range(count):
        rect = QRectF(place.rect.left(), place.rect.top() + index * high, place.rect.width(), high)
        yield _Row(rect, place.right(rect))


def _put(dot: PositionDot, rows: list[_Row], place: LaneRoom, *, cut: bool = False) -> bool:
    """Give a dot its lane in a row of its own, or beside others; False where there is no room.

    A row is best where its name keeps its size; only as a last resort it is `cut`.
    """
    found = [
        (lane.name.size < _NAME, bool(row.lanes), at)
        for at, row in enumerate(rows)
        if row.is_free_for(lane := _lane(dot, row, place.step)) and (cut or lane.name.whole)
    ]
    if not found:
        return False
    row = rows[min(found)[-1]]
    row.lanes.append(_lane(dot, row, place.step))
    return True


def _lane(dot: PositionDot, row: _Row, step: float) -> Lane:
    mark = min(46.0, row.rect.height() - 8)
    now = _mark(dot.level, step, mark, row.rect)
    before = None if dot.before is None else _mark(dot.before, step, mark, row.rect)
    marks = now if before is None else now.united(before)
    left, right = marks.left() - _BESIDE - MARGIN, row.right - marks.right() - _BESIDE
    between = marks.width() - 2 * mark - 2 * _BESIDE - 120
    wide = text_width(dot.name, _NAME, SEMIBOLD) + 2 if dot.name else 0.0
    best = max(left, right, between)
    room = wide if wide <= max(left, right, between) else best
    high = row.rect.height() - 4
    name = fit(dot.name, max(room, 1.0), high, _NAME, SEMIBOLD, 2, _SMALLEST_NAME)
    if room <= right:
        x = marks.right() + _BESIDE
    elif room <= left:
        x = marks.left() - _BESIDE - room
    else:
        x = marks.center().x() - room / 2
    words = QRectF(x, row.rect.center().y() - name.height / 2, room, name.height)
    return Lane(dot, now, before, name, words if dot.name else QRectF())


def _mark(level: int, step: float, mark: float, row: QRectF) -> QRectF:
    middle = MARGIN + (level + 0.5) * step
    return QRectF(middle - mark / 2, row.center().y() - mark / 2, mark, mark)
