"""The sheet of a slip: what stands where on the paper that a voter fills in with a pen.

Where its boxes are follows from the shape alone, which is part of the code that is printed on it.
So a slip is read as it was printed, whatever the limits of its poll have become since. All is in
millimetres from the upper left corner of that code.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from math import ceil
from typing import NamedTuple

from kdc_desktop.domain.board.layout import Point, Rect
from kdc_desktop.domain.polls.method import PaperKind

CODE = 22.0
"""How wide and high the code is."""
MARK = 4.0
"""How wide and high the black squares are by which a picture is straightened."""
MOST_BOXES = 12
"""So many boxes have room beside a title."""
MOST_LINES = 60
NOTHING_NEAR = 3.0
"""What stays white around the code and each square."""

_INSET = 8.0  # from the sides: between are the squares
_HALF_MARK = MARK / 2
_STEP_DOWN, _STEP_ACROSS = 44.0, 60.0  # at most, from square to square
_NUMBER = Rect(26, 0.5, 44, 7)
_QUESTION_TOP, _QUESTION_BOTTOM = 8.0, 23.5
_RULE_TOP = 26.0
_HEAD, _TALL_HEAD = 5.0, 20.0
_FOOT = 8.0
_LEAST_ROW, _TALLEST_ROW = 5.2, 12.0
_BOX, _AROUND_BOX = 5.0, 1.4
_BETWEEN_BOXES = 2.6
_BEFORE_BOXES = 3.0
_GUTTER = 7.0
_LEAST_TITLE = 30.0


class SlipSize(StrEnum):
    """How much of a sheet of paper a slip takes: a quarter, half of it, or the whole."""

    QUARTER = "Q"
    HALF = "H"
    WHOLE = "W"

    @property
    def a_sheet(self) -> int:
        """How many stand on a sheet."""
        return {SlipSize.QUARTER: 4, SlipSize.HALF: 2, SlipSize.WHOLE: 1}[self]

    @property
    def room(self) -> tuple[float, float]:
        """How wide and high what is printed on it is; A4 and Letter leave room around it."""
        match self:
            case SlipSize.QUARTER:
                return 92, 126
            case SlipSize.HALF:
                return 192, 126
            case SlipSize.WHOLE:
                return 192, 262


class SlipShape(NamedTuple):
    """What stands on a slip, as far as places depend on it.

    For each of its `groups` there are `lines` with `boxes` each: a group is an option, of which a
    grid has a line for each criterion. They stand in so many `columns`. `tall`: above the boxes are
    words, not numbers.
    """

    kind: PaperKind
    size: SlipSize
    columns: int
    tall: bool
    groups: int
    lines: int
    boxes: int

    @property
    def rows(self) -> int:
        """How many lines stand below each other, those that only name an option included."""
        return ceil(self.groups / self.columns) * (self.lines + self.has_names)

    @property
    def has_names(self) -> bool:
        """Whether a group has a line of its own that says what it is."""
        return self.kind is PaperKind.GRID

    @property
    def head(self) -> float:
        """How much room there is above the boxes for what they mean."""
        if self.tall:
            return _TALL_HEAD
        return _HEAD if self.boxes > 1 else 0.0

    @property
    def row(self) -> float:
        """How high a line is."""
        _width, height = self.size.room
        room = height - _rows_top(self) - _FOOT - 2
        return min(_TALLEST_ROW, room / self.rows)

    @property
    def title(self) -> float:
        """How wide what stands before the boxes is."""
        width, _height = self.size.room
        inner = width - 2 * _INSET - _GUTTER * (self.columns - 1)
        return inner / self.columns - self.boxes * self.step + _BETWEEN_BOXES - _BEFORE_BOXES

    @property
    def box(self) -> float:
        """How wide and high a box is."""
        return min(_BOX, self.row - _AROUND_BOX)

    @property
    def step(self) -> float:
        """From box to box."""
        return self.box + _BETWEEN_BOXES

    @property
    def can_be(self) -> bool:
        """Whether all of it has room, for hands and for a picture."""
        numbers = (self.columns, self.groups, self.lines, self.boxes)
        if min(numbers) < 1 or self.boxes > MOST_BOXES or self.columns > 2:
            return False
        if self.groups * self.lines > MOST_LINES or self.kind is PaperKind.PAIRS:
            return False
        return self.row >= _LEAST_ROW and self.title >= _LEAST_TITLE


class SlipLine(NamedTuple):
    """A line: which of a group it is, −1 where it only names that, its title and its boxes."""

    group: int
    line: int
    title: Rect
    boxes: tuple[Rect, ...]


class SlipLayout(NamedTuple):
    """Where all of a slip stands; `marks` are the middles of its squares, the nearest to the code
    first. `heads` stand above the boxes of each column."""

    width: float
    height: float
    code: Rect
    marks: tuple[Point, ...]
    number: Rect
    question: Rect
    rule: Rect
    heads: tuple[tuple[Rect, ...], ...]
    lines: tuple[SlipLine, ...]
    foot: Rect

    @property
    def answers(self) -> tuple[SlipLine, ...]:
        """The lines that have boxes, in the order of the paper."""
        return tuple(line for line in self.lines if line.boxes)


@cache
def layout_of(shape: SlipShape) -> SlipLayout:
    """Where everything stands on a slip of a shape that `can_be`."""
    width, height = shape.size.room
    lines = tuple(_lines(shape))
    wide = width - _INSET
    return SlipLayout(
        width,
        height,
        Rect(0, 0, CODE, CODE),
        _marks(width, height),
        _NUMBER,
        Rect(_NUMBER.x, _QUESTION_TOP, wide - _NUMBER.x, _QUESTION_BOTTOM - _QUESTION_TOP),
        Rect(_INSET, _RULE_TOP, wide - _INSET, _rule_height(shape.size)),
        tuple(_heads(shape)),
        lines,
        Rect(_INSET, height - _FOOT + 1, wide - _INSET, _FOOT - 1),
    )


def _rule_height(size: SlipSize) -> float:
    return 15.0 if size is SlipSize.QUARTER else 9.0


def _rows_top(shape: SlipShape) -> float:
    return _RULE_TOP + _rule_height(shape.size) + 1 + shape.head


def _lefts(shape: SlipShape) -> list[float]:
    """Where each column begins."""
    width, _height = shape.size.room
    each = (width - 2 * _INSET - _GUTTER * (shape.columns - 1)) / shape.columns
    return [_INSET + at * (each + _GUTTER) for at in range(shape.columns)]


def _lines(shape: SlipShape) -> Iterator[SlipLine]:
    lefts, top, row = _lefts(shape), _rows_top(shape), shape.row
    in_column = ceil(shape.groups / shape.columns)
    for group in range(shape.groups):
        left = lefts[group // in_column]
        y = top + group % in_column * (shape.lines + shape.has_names) * row
        if shape.has_names:
            whole = shape.title + _BEFORE_BOXES + shape.boxes * shape.step
            yield SlipLine(group, -1, Rect(left, y, whole - _BETWEEN_BOXES, row), ())
            y += row
        for line in range(shape.lines):
            title = Rect(left, y + line * row, shape.title, row)
            yield SlipLine(group, line, title, tuple(_boxes(shape, title)))


def _boxes(shape: SlipShape, title: Rect) -> Iterator[Rect]:
    x, y = title.x + title.width + _BEFORE_BOXES, title.y + (title.height - shape.box) / 2
    for at in range(shape.boxes):
        yield Rect(x + at * shape.step, y, shape.box, shape.box)


def _heads(shape: SlipShape) -> Iterator[tuple[Rect, ...]]:
    if not shape.head:
        return
    top = _rows_top(shape) - shape.head
    for left in _lefts(shape):
        x = left + shape.title + _BEFORE_BOXES - _BETWEEN_BOXES / 2
        yield tuple(
            Rect(x + at * shape.step, top, shape.step, shape.head) for at in range(shape.boxes)
        )


def _marks(width: float, height: float) -> tuple[Point, ...]:
    """Along the top, and down both sides; the first ones are found from the code."""
    right, bottom = width - _HALF_MARK, height - _HALF_MARK
    across = list(_steps(CODE, right, _STEP_ACROSS if width > 100 else width))
    down = list(_steps(CODE, bottom, _STEP_DOWN))
    points = [Point(x, _HALF_MARK) for x in across]
    points += [Point(_HALF_MARK, y) for y in down] + [Point(right, y) for y in down]
    return tuple(sorted(points, key=lambda at: at.x**2 + at.y**2))


def _steps(start: float, end: float, most: float) -> Iterator[float]:
    count = ceil((end - start) / most)
    yield from (start + (end - start) * at / count for at in range(1, count + 1))
