"""Where the parts of the ledger lie: a row a member, a column an asking."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QRectF, QSize

from kdc_desktop.screens.kit.theme import Theme

GAP = 4
ROW, LOW_ROW = 40, 35
SPARK, LOW_SPARK = 116, 84
LEAST_MEMBER = 190
_WIDER = 26


@dataclass(frozen=True)
class LedgerPlan:
    """Lengths in pixels; x from the edge of the members' column, y from below the head.

    Members do not scroll sideways, head and foot not up and down. `lefts` are where the columns
    begin, and where the last one ends. `courses` are rows below those of the members, of all
    together and of each sector.
    """

    head: int
    row: int
    course: int
    foot: int
    member: int
    spark: int
    flag: int
    lefts: tuple[int, ...]
    rows: int
    courses: int

    @property
    def columns(self) -> int:
        """How many askings there are."""
        return len(self.lefts) - 1

    @property
    def height(self) -> int:
        """Of everything that scrolls up and down."""
        return self.rows * self.row + (self.courses and self.courses * self.course + self.row // 3)

    @property
    def width(self) -> int:
        """Of everything that scrolls sideways."""
        return self.lefts[-1] + self.spark + self.flag

    def cell(self, row: int, column: int) -> QRectF:
        """Where a member and an asking meet."""
        return self.span(row, column, column)

    def span(self, row: int, first: int, last: int) -> QRectF:
        """A member's columns `first` to `last`."""
        left, right = self.lefts[first], self.lefts[last + 1]
        return QRectF(left, row * self.row, right - left - GAP, self.row - GAP)

    def course_top(self, at: int) -> int:
        """Where the row of all together (0) begins, or that of a sector."""
        return self.rows * self.row + self.row // 3 + at * self.course

    def columns_within(self, left: int, right: int) -> range:
        """The columns of which something lies there."""
        first = max(0, bisect_right(self.lefts, left) - 1)
        return range(first, min(self.columns, bisect_left(self.lefts, right)))

    def rows_within(self, top: int, bottom: int) -> range:
        """The rows of members of which something lies there."""
        return range(max(0, top // self.row), min(self.rows, -(-bottom // self.row)))

    def column_at(self, x: float) -> int | None:
        """The column there, if one is."""
        found = bisect_right(self.lefts, x) - 1
        return found if 0 <= found < self.columns else None


@dataclass(frozen=True)
class LedgerLengths:
    """How long the longest words are: of each column's head, and of a flag."""

    heads: tuple[int, ...] = ()
    flag: int = 0


def ledger_plan(
    theme: Theme,
    size: QSize,
    rows: int,
    phones: Sequence[bool],
    lengths: LedgerLengths,
    courses: int,
) -> LedgerPlan:
    """How to share out `size` in pixels; `phones` says of each column whether only calls came in.

    Rows are lower where not all would be in sight, columns wider where there is room.
    """
    px = theme.px
    head, course, foot = px(58), px(28), px(28)
    widths = [
        max(px(54 if phone else 62), least + px(6)) + GAP
        for phone, least in zip(phones, lengths.heads, strict=True)
    ]
    flag = max(px(60), lengths.flag + px(36))
    room = size.width() - sum(widths) - flag
    member = min(px(300), room - px(SPARK))
    if member < px(LEAST_MEMBER):  # all must scroll anyway
        member = min(px(260), round(size.width() * 0.4))
    spark = max(px(LOW_SPARK), min(px(SPARK), room - member))
    free = max(0, size.width() - member - sum(widths) - spark - flag)
    wider = min(px(_WIDER), free // max(1, len(widths)))
    lefts = tuple(accumulate((width + wider for width in widths), initial=0))
    free -= wider * len(widths)
    spark += min(free, px(116))
    flag = max(flag, size.width() - member - lefts[-1] - spark)
    in_sight = size.height() - head - 2 * foot
    row = px(ROW) if rows * px(ROW) <= in_sight else px(LOW_ROW)
    return LedgerPlan(head, row, course, foot, member, spark, flag, lefts, rows, courses)
