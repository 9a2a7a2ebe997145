"""Where options stand between two axes, and their names: nothing lies on anything else."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from kdc_desktop.audience.kit.ink import BOLD, SEMIBOLD, SMALLEST, Across, fit, text_width
from kdc_desktop.audience.polls.result_picture import RevealRow
from kdc_desktop.domain.kit.remembering import remembered

PILL = 46.0
_INSET, _DOT, _AIR, _LINE = 34.0, 8.0, 8.0, SMALLEST * 1.26
_SHAPES = ((330.0, 1), (330.0, 2), (230.0, 3))
"""How wide a name may be in how many lines."""
_TURNS, _STEP, _FARTHEST = 16, 10, 420


class OnField(NamedTuple):
    """An option on the field: where it really stands, its place there or near, its name.

    Without room for its name, `words` are empty: whoever looks finds it by its place. They stand
    `across` on the side of the pill.
    """

    row: RevealRow
    point: QPointF
    pill: QRectF
    words: QRectF
    across: Across


class FieldPlan(NamedTuple):
    """The options of a page, and where all others stand, as squares around dots."""

    named: tuple[OnField, ...]
    dots: tuple[QRectF, ...]


@remembered(16)
def plan_field(
    rows: tuple[RevealRow, ...],
    others: tuple[RevealRow, ...],
    field: tuple[float, float, float, float],
    scale: tuple[float, float],
) -> FieldPlan:
    """The plan of these rows, the first ones best placed, in a field by its sides and size."""
    rect = QRectF(*field)
    there = [(row, point) for row in rows if (point := _point(row, rect, scale)) is not None]
    spots = [point for row in others if (point := _point(row, rect, scale)) is not None]
    dots = tuple(QRectF(p.x() - _DOT, p.y() - _DOT, 2 * _DOT, 2 * _DOT) for p in spots)
    pills: list[QRectF] = []
    for row, point in there:
        pills.append(_free(row, point, pills, rect))
    taken = [*pills, *dots]
    named = []
    for (row, point), pill in zip(there, pills, strict=True):
        words, across = _words(row.option, pill, taken, rect)
        taken.append(words)
        named.append(OnField(row, point, pill, words, across))
    return FieldPlan(tuple(named), dots)


def _point(row: RevealRow, field: QRectF, scale: tuple[float, float]) -> QPointF | None:
    if row.across is None or row.up is None:
        return None
    low, high = scale
    inner = field.adjusted(_INSET, _INSET, -_INSET, -_INSET)
    across, up = (
        min(1.0, max(0.0, (value - low) / (high - low or 1))) for value in (row.across, row.up)
    )
    return QPointF(inner.left() + across * inner.width(), inner.bottom() - up * inner.height())


def _free(row: RevealRow, point: QPointF, taken: Sequence[QRectF], field: QRectF) -> QRectF:
    """As near to where it stands as there is room beside the others."""
    wide = max(PILL, text_width(row.place, SMALLEST, BOLD) + 22)
    first = QRectF(point.x() - wide / 2, point.y() - PILL / 2, wide, PILL)
    for move in _around():
        pill = first.translated(move)
        if field.contains(pill) and not any(
            pill.adjusted(-3, -3, 3, 3).intersects(one) for one in taken
        ):
            return pill
    return first


def _around() -> Iterator[QPointF]:
    yield QPointF(0, 0)
    for far in range(_STEP, _FARTHEST, _STEP):
        for turn in range(_TURNS):
            yield QPointF(far * cos(2 * pi * turn / _TURNS), far * sin(2 * pi * turn / _TURNS))


def _words(
    option: str, pill: QRectF, taken: Sequence[QRectF], field: QRectF
) -> tuple[QRectF, Across]:
    """Where a name is written in full, and on which side its lines begin; else an empty place."""
    for longest, lines in _SHAPES if option.strip() else ():
        name = fit(option, longest, lines * _LINE, SMALLEST, SEMIBOLD, lines)
        if not name.whole:
            continue
        wide = max(text_width(line, SMALLEST, SEMIBOLD) for line in name.lines) + 2
        for place, across in _beside(pill, wide, len(name.lines) * _LINE):
            if field.contains(place) and not any(place.intersects(one) for one in taken):
                return place, across
    return QRectF(), Across.LEFT


def _beside(pill: QRectF, wide: float, high: float) -> Iterator[tuple[QRectF, Across]]:
    """To the right and left, below and above, then where it only touches the pill's side."""
    right, left = pill.right() + _AIR, pill.left() - _AIR - wide
    middle, centre = pill.center().y() - high / 2, pill.center().x() - wide / 2
    below, above = pill.bottom() + 2, pill.top() - 2 - high
    for y in (middle, pill.top(), pill.bottom() - high):
        yield QRectF(right, y, wide, high), Across.LEFT
        yield QRectF(left, y, wide, high), Across.RIGHT
    for y in (below, above):
        yield QRectF(centre, y, wide, high), Across.CENTRE
        yield QRectF(pill.left(), y, wide, high), Across.LEFT
        yield QRectF(pill.right() - wide, y, wide, high), Across.RIGHT
