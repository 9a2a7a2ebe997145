"""What the rows of the ledger come to: at each asking, and on the way, for all and by sector."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from kdc_desktop.domain.consortia.seats import shared
from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.domain.visions.ledger import (
    WAS_ASKED,
    LedgerCellKind,
    LedgerColumn,
    LedgerRow,
)
from kdc_desktop.domain.visions.positions import Trend


@dataclass(frozen=True)
class Middle:
    """Levels in short: the middle one (of two, the lower), the lowest, the highest, how many."""

    level: int
    lowest: int
    highest: int
    answers: int

    @property
    def spread(self) -> int:
        """How many levels lie between the lowest and the highest."""
        return self.highest - self.lowest


@dataclass(frozen=True)
class ColumnSum:
    """An asking in short.

    `agreed` counts who stands at its agreed level or higher, `asked` everybody who was asked. Who
    has not answered again about the same version stands where it stood. `middle` is that of the
    answers. While an answer is hidden there is neither `agreed` nor `middle`: they would tell it.
    """

    asked: int
    answered: int
    agreed: int | None
    middle: Middle | None


@dataclass(frozen=True)
class Course:
    """Where a sector, or all together (`letter` empty), stood from asking to asking.

    `points` are made of the answers that stand by then, on the scale of that asking. `trend` is
    what those come to who stood at both ends, so whoever joined or left moves nothing; it is silent
    where there is no answer, and steady across scales. `spread_before` is that at the other end.
    """

    letter: str
    points: tuple[Middle | None, ...]
    trend: Trend
    spread: int | None
    spread_before: int | None


def column_sums(
    columns: Sequence[LedgerColumn], rows: Sequence[LedgerRow]
) -> tuple[ColumnSum, ...]:
    """Each asking in short."""
    return tuple(_column_sum(columns, at, rows) for at in range(len(columns)))


def _column_sum(columns: Sequence[LedgerColumn], at: int, rows: Sequence[LedgerRow]) -> ColumnSum:
    column = columns[at]
    cells = [row.cells[at] for row in rows]
    asked = [cell for cell in cells if cell.kind in WAS_ASKED]
    askings = {one.key: one for one in columns}
    hidden = sum(cell.kind is LedgerCellKind.HIDDEN for cell in asked)
    levels = [cell.given.level for cell in asked if cell.given is not None]
    answered = len(levels) + hidden
    if hidden:
        return ColumnSum(len(asked), answered, None, None)
    stands = [cell.answer for cell in asked]
    about = (
        one.level if one and _is_about_same(askings[one.asking], column) else None for one in stands
    )
    agreed = shared(about, column.agreed_level).agreed
    return ColumnSum(len(asked), answered, agreed, _middle(levels))


def _is_about_same(asked: LedgerColumn, column: LedgerColumn) -> bool:
    return (asked.vision_id, asked.scale) == (column.vision_id, column.scale)


def _middle(levels: Sequence[int]) -> Middle | None:
    if not levels:
        return None
    return Middle(median_low(levels), min(levels), max(levels), len(levels))


def courses(columns: Sequence[LedgerColumn], rows: Sequence[LedgerRow]) -> tuple[Course, ...]:
    """The way of all together, and then of each sector that is asked, in their order."""
    by_letter: dict[str, list[LedgerRow]] = {}
    for row in rows:
        if row.answers or row.member.is_asked:
            by_letter.setdefault(row.member.sector, []).append(row)
    ordered = sorted(by_letter, key=lambda one: COUNTED.index(one) if one in COUNTED else 99)
    own = [_course(letter, columns, by_letter[letter]) for letter in ordered]
    return (_course("", columns, rows), *own)


def _course(letter: str, columns: Sequence[LedgerColumn], rows: Sequence[LedgerRow]) -> Course:
    stood = [_standing(columns, at, rows) for at in range(len(columns))]
    points = tuple(_middle([*levels.values()]) for levels in stood)
    moved = [at for at in range(len(columns)) if any(row.cells[at].given for row in rows)]
    trend, before = _trend(columns, stood, moved)
    spread = points[moved[-1]] if moved else None
    return Course(
        letter,
        points,
        trend,
        None if spread is None else spread.spread,
        None if before is None else before.spread,
    )


def _standing(
    columns: Sequence[LedgerColumn], at: int, rows: Sequence[LedgerRow]
) -> dict[int, int]:
    """The level of each member by then, where it is on the scale of this asking."""
    scales = {column.key: column.scale for column in columns}
    answers = (row.cells[at].answer for row in rows)
    return {
        answer.member_id: answer.level
        for answer in answers
        if answer is not None and scales[answer.asking] == columns[at].scale
    }


def _trend(
    columns: Sequence[LedgerColumn], stood: Sequence[dict[int, int]], moved: Sequence[int]
) -> tuple[Trend, Middle | None]:
    if not moved:
        return Trend.SILENT, None
    if len(moved) < 2 or columns[moved[-1]].scale != columns[moved[-2]].scale:
        return Trend.STEADY, None
    before, last = stood[moved[-2]], stood[moved[-1]]
    steps = sum(last[key] - before[key] for key in before.keys() & last.keys())
    found = Trend.RISING if steps > 0 else Trend.FALLING if steps < 0 else Trend.STEADY
    return found, _middle([*before.values()])
