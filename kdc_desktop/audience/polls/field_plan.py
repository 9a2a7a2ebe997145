"""Where options stand between two axes, and their names: nothing lies on anything else."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from kdc_desktop.audience.kit.ink import BOLD, SEMIBOLD, SMALLEST, fit, text_width
from kdc_desktop.audience.kit.name_places import NamePlaces
from kdc_desktop.audience.polls.result_picture import RevealRow
from kdc_desktop.domain.kit.remembering import remembered

PILL = 46.0
_INSET, _DOT, _AIR, _LONGEST, _LINE = 34.0, 8.0, 6.0, 330.0, SMALLEST * 1.26
_TURNS, _STEP, _FARTHEST = 16, 10, 420


class OnField(NamedTuple):
    """An option on the field: where it really stands, its place there or near, its name.

    Without room for its name, `words` are empty: whoever looks finds it by its place.
    """

    row: RevealRow
    point: QPointF
    pill: QRectF
    words: QRectF


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
    sides = [pill.adjusted(-_AIR, 0, _AIR, 0) for pill in pills]
    places = NamePlaces([*sides, *dots], rect, _LINE)
    named = []
    for at, ((row, point), pill, side) in enumerate(zip(there, pills, sides, strict=True)):
        name = fit(row.option, _LONGEST, 2 * _LINE, SMALLEST, SEMIBOLD, 2)
        wide = max((text_width(line, SMALLEST, SEMIBOLD) for line in name.lines), default=0.0)
        fits = name.whole and row.option
        where = places.place(at, row.option, wide, side, len(name.lines)) if fits else None
        named.append(OnField(row, point, pill, where.rect if where is not None else QRectF()))
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
