"""Where everything is on the picture of an asking that is revealed; nothing lies on another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from kdc_desktop.audience.kit.ink import BOLD, MARGIN, MEDIUM, SMALLEST, Fitted, fit, text_width
from kdc_desktop.audience.kit.slide import INNER
from kdc_desktop.audience.visions.lanes import Lane, LaneRoom, PositionDot, lanes_by_page
from kdc_desktop.domain.kit.remembering import remembered

TOP, STATEMENT, COUNT, FOOT_TOP = 134.0, 62, 52.0, 972.0
MOST_LABEL_LINES, AIR, LEAST_FIELD, BIG = 4, 24.0, 300.0, 96
LANE = 58.0


@dataclass(frozen=True)
class RevealPlan:
    """The statement and the labels as they fit, the field above the axis, and what is in it.

    `shared` is the place of “8 of 10”, empty where it stands in the line at the top instead.
    `standing` are the marks of those who stay, each with its sector.
    """

    statement: Fitted
    labels: tuple[Fitted, ...]
    field: QRectF
    step: float
    shared: QRectF
    standing: tuple[tuple[QRectF, str], ...]
    pages: tuple[tuple[Lane, ...], ...]

    def centre(self, level: int) -> float:
        """The middle of a level on the axis."""
        return MARGIN + (level + 0.5) * self.step


@remembered(16)
def plan_reveal(
    statement: str, scale: tuple[str, ...], dots: tuple[PositionDot, ...], shared: tuple[str, str]
) -> RevealPlan:
    """The plan for these words and positions; `shared` are the two lines of “8 of 10”."""
    step = INNER / len(scale)
    room = MOST_LABEL_LINES * SMALLEST * 1.26
    labels = tuple(
        fit(label, step - 4, room, SMALLEST, MEDIUM, MOST_LABEL_LINES) for label in scale
    )
    axis = FOOT_TOP - max(label.height for label in labels) - COUNT - 2 * 8
    words = _fit_statement(statement, axis - TOP - AIR - LEAST_FIELD)
    field = QRectF(MARGIN, TOP + words.height + AIR, INNER, axis - TOP - words.height - AIR)
    moved = tuple(dot for dot in dots if dot.has_moved)
    stays = [dot for dot in dots if not dot.has_moved]
    wanted = len(moved) * LANE
    mark, high = _marks_that_fit(stays, step, field.height(), wanted)
    standing = tuple(_standing(stays, step, mark, field.bottom()))
    lanes = field.adjusted(0, 8, 0, -high - 8)
    box = _shared_box(shared, field, lanes)
    pages = lanes_by_page(moved, LaneRoom(lanes, step, box))
    if len(pages) > 1:
        more = lanes_by_page(moved, LaneRoom(lanes, step, QRectF()))
        box, pages = (QRectF(), more) if len(more) < len(pages) else (box, pages)
    return RevealPlan(words, labels, field, step, box, standing, pages)


def _fit_statement(text: str, most: float) -> Fitted:
    usual = min(most, STATEMENT * 1.12 * 3 + 12)
    fitted = fit(text, INNER, usual, STATEMENT, BOLD, smallest=44)
    return fitted if fitted.whole else fit(text, INNER, most, 44, BOLD, smallest=20)


def _shared_box(shared: tuple[str, str], field: QRectF, lanes: QRectF) -> QRectF:
    """In the corner at the right, where lanes have room below it as well."""
    if lanes.height() < 320:
        return QRectF()
    width = max(text_width(shared[0], BIG, BOLD), text_width(shared[1], 30)) + 8
    return QRectF(field.right() - width, field.top(), width, 148)


def _marks_that_fit(
    stays: Sequence[PositionDot], step: float, whole: float, wanted: float
) -> tuple[float, float]:
    """The size of the marks on the axis, and how high they stand: lanes come first, up to half."""
    if not stays:
        return 48.0, 0.0
    most = max(whole - wanted - 16, min(whole * 0.5, 170.0)) if wanted else whole - 160
    fullest = max(sum(dot.level == level for dot in stays) for level in {d.level for d in stays})
    mark = 48.0 if wanted else 64.0
    while mark > 6 and _height_of(fullest, step, mark) > most:
        mark -= 2
    return mark, _height_of(fullest, step, mark)


def _height_of(count: int, step: float, mark: float) -> float:
    return -(-count // _across(step, mark)) * (mark + _gap(mark)) + 8


def _across(step: float, mark: float) -> int:
    return max(1, int((step - 16) // (mark + _gap(mark))))


def _gap(mark: float) -> float:
    return min(8.0, mark * 0.25)


def _standing(
    stays: Sequence[PositionDot], step: float, mark: float, axis: float
) -> Iterator[tuple[QRectF, str]]:
    for level in sorted({dot.level for dot in stays}):
        here = [dot for dot in stays if dot.level == level]
        across, side = min(len(here), _across(step, mark)), mark + _gap(mark)
        left = MARGIN + (level + 0.5) * step - across * side / 2 + _gap(mark) / 2
        for index, dot in enumerate(here):
            row, column = divmod(index, across)
            top = axis - 12 - (row + 1) * side + _gap(mark)
            yield QRectF(left + column * side, top, mark, mark), dot.sector
