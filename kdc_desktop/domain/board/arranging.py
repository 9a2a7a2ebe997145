"""Making room on the board: filling clusters, moving what a grown one would cover.

Units are board pixels, y grows downwards, as in `layout`.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

from kdc_desktop.domain.board.layout import (
    GAP,
    NOTE_HEIGHT,
    NOTE_WIDTH,
    TITLE_HEIGHT,
    Occupied,
    Point,
    Rect,
    cluster_box,
    cluster_rows,
    columns_for,
    free_places,
    grid_positions,
    note_rect,
    places_in_cluster,
)

BETWEEN = 2 * GAP
SMALLEST_CLUSTER = cluster_box(1, 1)
ROW_WIDTH = 2600.0
_STEP_X, _STEP_Y = NOTE_WIDTH + GAP, NOTE_HEIGHT + GAP
_BAND_ROWS = 2
_ASTRAY = 3 * _STEP_Y
_SCREEN = 1.6  # width to height of what one sees of a board


def board_columns(count: int) -> int:
    """How many columns `count` free notes take, to fill a screen; at least 6.

    Grows in steps, so that one more note does not change where the rows end.
    """
    columns, wanted = 6, columns_for(count, _SCREEN)
    while columns < wanted:
        columns += max(1, columns // 8)
    return columns


def place_from(
    top: float,
    taken: Occupied,
    count: int,
    origin: tuple[float, float],
    right_of: float = -math.inf,
) -> tuple[Point, bool]:
    """The first free place for one more of `count` notes, from the row at `top` downwards.

    `taken` need only hold what `band_at(top)` holds; the second value is whether that was enough.
    The board's rows begin at `origin`; in the first of them nothing is free up to `right_of`.
    """
    row = max(0, math.floor((top - origin[1]) / _STEP_Y))
    start = Point(origin[0], origin[1] + row * _STEP_Y)
    first = max(0, math.ceil((right_of - origin[0]) / _STEP_X)) if right_of > origin[0] else 0
    (place,) = taken.free(1, start, board_columns(count + 1), first)
    return place, place.y + NOTE_HEIGHT <= band_at(top)[1]


def first_after(
    places: Iterable[tuple[float, float]],
    origin: tuple[float, float],
    columns: int,
    count: int,
    taken: Occupied,
) -> int:
    """The first place of the grid from the origin for `count` notes that are read after all these.

    Where they do not fit into what is free of the last row they begin one of their own.
    """
    x, y = origin
    first = max((_after(place[0] - x, place[1] - y, columns) for place in places), default=0)
    left = -first % columns
    *_, last = taken.free(count, origin, columns, first)
    fits = last.y < y + (first // columns + 1) * _STEP_Y
    return first if fits else first + left


def _after(x: float, y: float, columns: int) -> int:
    """The place beside a note, or at the beginning of the row into which it only reaches."""
    row = math.floor((y + NOTE_HEIGHT) / _STEP_Y)
    beside = round(y / _STEP_Y) == row
    return row * columns + (min(columns, math.ceil(x / _STEP_X) + 1) if beside else 0)


def none_astray(
    places: Sequence[tuple[float, float]], taken: Iterable[Rect]
) -> Sequence[tuple[float, float]]:
    """These places of notes without one that lies alone, far below all that is taken."""
    lowest = max((place[1] for place in places), default=0.0)
    ends = sorted(rect.y + rect.height for rect in taken)
    if len(ends) < 2 or lowest + NOTE_HEIGHT < ends[-1] or lowest - ends[-2] <= _ASTRAY:
        return places
    return [place for place in places if place[1] < lowest]


def band_at(top: float) -> tuple[float, float]:
    """Between which heights a note begins that matters for the rows at and below `top`."""
    return top - _STEP_Y - NOTE_HEIGHT, top + _BAND_ROWS * _STEP_Y


def tidy_board(counts: Sequence[int], free: int) -> tuple[list[Rect], list[Point]]:
    """Boxes of clusters with so many notes, in rows, and places of the free notes below them.

    The rows are as wide as makes the whole fill a screen best.
    """
    total = max(40, sum(counts) + free)
    narrowest = columns_for(total, _SCREEN * 0.6)
    widths = range(narrowest, columns_for(total, _SCREEN * 2.5) + 1)
    columns = min(widths, key=lambda columns: _on_screen(counts, free, columns))
    boxes = cluster_rows(counts, width=columns * _STEP_X)
    return boxes, grid_positions(free, (0.0, _below_all(boxes)), columns)


def _below_all(boxes: Sequence[Rect]) -> float:
    return max((box.y + box.height + 2 * BETWEEN for box in boxes), default=0.0)


def _on_screen(counts: Sequence[int], free: int, columns: int) -> float:
    """How far away one has to stand to see it all."""
    boxes = cluster_rows(counts, width=columns * _STEP_X)
    width = max((box.x + box.width for box in boxes), default=0.0)
    height = _below_all(boxes) + math.ceil(free / columns) * _STEP_Y
    return max(max(width, min(free, columns) * _STEP_X) / _SCREEN, height)


def columns_in(width: float) -> int:
    """How many notes stand side by side in a cluster of this width; at least 1."""
    return max(1, int((width - GAP) // (NOTE_WIDTH + GAP)))


def bottom_for(places: Iterable[Point]) -> float:
    """Where a cluster must end to hold notes at these places."""
    return max((place.y + NOTE_HEIGHT + GAP for place in places), default=0.0)


def fill_cluster(
    box: Rect, taken: Iterable[tuple[float, float]], count: int
) -> tuple[list[Point], Rect]:
    """Places for `count` more notes in a cluster, and its box, grown downwards to hold them.

    `taken` are the places of the notes that are in it already. A cluster that grows gets a row to
    spare, so that it does not push the others about with every note.
    """
    inside = Point(box.x + GAP, box.y + TITLE_HEIGHT + GAP)
    columns = columns_in(box.width)
    notes = [note_rect(place) for place in taken]
    cells = grid_positions(len(notes) + count, inside, columns)
    filled = {(note.x, note.y) for note in notes}
    if filled == set(cells[: len(notes)]):
        places = cells[len(notes) :]
    else:
        places = free_places(notes, count, inside, columns)
    needed = bottom_for(places) - box.y
    if needed <= box.height:
        return places, box
    return places, box._replace(height=needed + NOTE_HEIGHT + GAP)


def relay_cluster(box: Rect, count: int) -> tuple[list[Point], Rect]:
    """Places for all `count` notes of a cluster of this width, and its box, never too low."""
    columns = columns_in(box.width)
    width = max(box.width, SMALLEST_CLUSTER.width)
    height = max(box.height, cluster_box(count, columns).height)
    return places_in_cluster((box.x, box.y), count, columns), Rect(box.x, box.y, width, height)


def make_room(grown: Rect, others: Mapping[int, Rect]) -> dict[int, Rect]:
    """The clusters that have to move down because `grown` would cover them, and where to."""
    moved: dict[int, Rect] = {}
    fixed = [grown]
    waiting = dict(sorted(others.items(), key=lambda item: item[1].y))
    at = 0
    while at < len(fixed):
        pusher = fixed[at]
        for key in [key for key, rect in waiting.items() if rect.overlaps(pusher)]:
            rect = waiting.pop(key)
            place = _below(rect, fixed)
            moved[key] = place
            fixed.append(place)
        at += 1
    return moved


def _below(rect: Rect, fixed: Sequence[Rect]) -> Rect:
    while True:
        covering = [other for other in fixed if rect.overlaps(other)]
        if not covering:
            return rect
        rect = rect._replace(y=max(other.y + other.height for other in covering) + BETWEEN)


def next_cluster_box(count: int, clusters: Sequence[Rect], notes: Sequence[Rect]) -> Rect:
    """Where a new cluster for `count` notes goes: on in their row, else right of the notes."""
    size = cluster_box(count)
    if not clusters:
        x = max((note.x + note.width + 4 * GAP for note in notes), default=0.0)
        y = min((note.y for note in notes), default=0.0)
        return Rect(x, y, *size)
    left = min(box.x for box in clusters)
    row = max(box.y for box in clusters)
    x = max(box.x + box.width for box in clusters if box.y + box.height > row) + BETWEEN
    if x + size.width <= left + ROW_WIDTH:
        return Rect(x, row, *size)
    return Rect(left, max(box.y + box.height for box in clusters) + BETWEEN, *size)


def inside_cluster(place: tuple[float, float], box: Rect) -> Point:
    """The place nearest to this one at which a note lies inside the box, below its title."""
    right = max(box.x + GAP, box.x + box.width - NOTE_WIDTH - GAP)
    bottom = max(box.y + TITLE_HEIGHT + GAP, box.y + box.height - NOTE_HEIGHT - GAP)
    return Point(
        min(max(place[0], box.x + GAP), right),
        min(max(place[1], box.y + TITLE_HEIGHT + GAP), bottom),
    )


def reading_order(places: Mapping[int, tuple[float, float]]) -> list[int]:
    """The notes as one reads them: by rows of about a note's height, then from the left."""
    return sorted(places, key=lambda key: (places[key][1] // (NOTE_HEIGHT / 2), places[key][0]))
