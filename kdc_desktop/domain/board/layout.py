"""Where notes and clusters lie on the board. Units are board pixels, y grows downwards."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

NOTE_WIDTH = 168.0
NOTE_HEIGHT = 108.0
GAP = 12.0
TITLE_HEIGHT = 44.0
_STEP_X = NOTE_WIDTH + GAP
_STEP_Y = NOTE_HEIGHT + GAP


class Point(NamedTuple):
    """The top left corner of something."""

    x: float
    y: float


class Size(NamedTuple):
    """How large something is."""

    width: float
    height: float


class Rect(NamedTuple):
    """A rectangle from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: "Rect") -> bool:
        """Whether the insides meet; touching edges do not."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def between(self, top: float, bottom: float) -> "Rect":
        """The part of it from one height to another; without height where none of it is there."""
        start = max(self.y, top)
        return self._replace(y=start, height=max(0.0, min(self.y + self.height, bottom) - start))


ORIGIN = Point(0.0, 0.0)


def note_rect(place: tuple[float, float]) -> Rect:
    """The rectangle of a note at this place."""
    return Rect(place[0], place[1], NOTE_WIDTH, NOTE_HEIGHT)


def columns_for(count: int, shape: float = 16 / 9) -> int:
    """How many columns make `count` notes a block of about this width to height; at least 1."""
    return max(1, round(math.sqrt(count * shape * _STEP_Y / _STEP_X)))


def grid_positions(
    count: int, origin: tuple[float, float] = ORIGIN, columns: int | None = None
) -> list[Point]:
    """Places of `count` notes in rows from the origin; as wide as a screen without `columns`."""
    wide = columns or columns_for(count)
    x, y = origin
    return [Point(x + n % wide * _STEP_X, y + n // wide * _STEP_Y) for n in range(count)]


def cluster_columns(count: int) -> int:
    """How many columns a cluster of `count` notes has: about as wide as high, at least 2."""
    return max(2, columns_for(count, 1.3))


def cluster_box(count: int, columns: int | None = None) -> Size:
    """The size of a cluster that holds `count` notes below its title; an empty one has one row."""
    wide = columns or cluster_columns(count)
    rows = max(1, math.ceil(count / wide))
    return Size(wide * _STEP_X + GAP, TITLE_HEIGHT + rows * _STEP_Y + GAP)


def places_in_cluster(
    corner: tuple[float, float], count: int, columns: int | None = None
) -> list[Point]:
    """Places of `count` notes inside a cluster whose box has this top left corner."""
    inside = Point(corner[0] + GAP, corner[1] + TITLE_HEIGHT + GAP)
    return grid_positions(count, inside, columns or cluster_columns(count))


def cluster_rows(
    counts: Sequence[int], origin: tuple[float, float] = ORIGIN, width: float = 2400.0
) -> list[Rect]:
    """Boxes of clusters with so many notes, in rows not wider than `width`, none overlapping.

    A cluster wider than `width` gets a row of its own.
    """
    left, y = origin
    x, tallest = left, 0.0
    boxes = []
    for count in counts:
        size = cluster_box(count)
        if x > left and x + size.width > left + width:
            x, y, tallest = left, y + tallest + 2 * GAP, 0.0
        boxes.append(Rect(x, y, size.width, size.height))
        x += size.width + 2 * GAP
        tallest = max(tallest, size.height)
    return boxes


class Occupied:
    """Rectangles that are taken, and the places for notes that touch none of them.

    What finding costs grows with the places tried, not with their product with the rectangles.
    """

    def __init__(self, taken: Iterable[Rect] = ()) -> None:
        self._buckets: dict[tuple[int, int], list[Rect]] = defaultdict(list)
        for rect in taken:
            self.take(rect)

    def take(self, rect: Rect) -> None:
        """Let nothing more be laid here."""
        for bucket in _buckets(rect):
            self._buckets[bucket].append(rect)

    def free(
        self, count: int, origin: tuple[float, float], columns: int, first: int = 0
    ) -> list[Point]:
        """The first `count` free places of the grid from the origin, from the place `first` on."""
        places: list[Point] = []
        n = first
        while len(places) < count:
            x, y = origin[0] + n % columns * _STEP_X, origin[1] + n // columns * _STEP_Y
            if self._is_free(note_rect((x, y))):
                places.append(Point(x, y))
            n += 1
        return places

    def _is_free(self, note: Rect) -> bool:
        buckets = self._buckets
        return not any(
            note.overlaps(rect) for key in _buckets(note) for rect in buckets.get(key, ())
        )


def free_places(
    taken: Iterable[Rect],
    count: int,
    origin: tuple[float, float] = ORIGIN,
    columns: int | None = None,
) -> list[Point]:
    """The first `count` places of the grid from the origin that touch none of the taken rectangles.

    The cost grows with the rectangles and the places tried, not with their product.
    """
    return Occupied(taken).free(count, origin, columns or columns_for(count))


def _buckets(rect: Rect) -> Iterator[tuple[int, int]]:
    columns = range(int(rect.x // _STEP_X), int((rect.x + rect.width) // _STEP_X) + 1)
    rows = range(int(rect.y // _STEP_Y), int((rect.y + rect.height) // _STEP_Y) + 1)
    return ((column, row) for column in columns for row in rows)
