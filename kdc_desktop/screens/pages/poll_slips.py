"""Slips of a poll on paper: words, boxes for a pen, and what a picture of them is read by."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kdc_desktop.audience.kit.ink import BOLD, MEDIUM, PAPER, REGULAR, SEMIBOLD
from kdc_desktop.audience.kit.marks import paint_badge
from kdc_desktop.domain.board.layout import Rect
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.pages.values import NumberedSlip, SlipPile
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.domain.polls.slip_sheet import MARK, SlipLayout, SlipSize, layout_of
from kdc_desktop.i18n import _
from kdc_desktop.interchange.codes import code_of
from kdc_desktop.screens.pages.cutting import HAIR, paint_dashes
from kdc_desktop.screens.pages.fitting import fitted
from kdc_desktop.screens.pages.setting import MILLIMETRE, POINT, RULE, Face, SetText

_EDGE = 0.4 * MILLIMETRE
_SMALLEST = 8.0
_ACROSS = {SlipSize.QUARTER: (2, 2), SlipSize.HALF: (1, 2), SlipSize.WHOLE: (1, 1)}
_OVER = 0.03  # of a square of the code: so that no light shows between two


def slip_pages(pile: SlipPile, width: float, height: float) -> list[Callable[[QPainter], object]]:
    """The pages that these slips take; paper is so wide and high."""
    layout, size = layout_of(pile.shape), pile.shape.size
    columns, rows = _ACROSS[size]
    across, down = width / columns, height / rows
    places = [
        QRectF(column * across, row * down, across, down)
        for row in range(rows)
        for column in range(columns)
    ]
    return [
        partial(_paint_page, pile, layout, list(zip(pile.slips[at:], places, strict=False)))
        for at in range(0, len(pile.slips), size.a_sheet)
    ]


def _paint_page(
    pile: SlipPile,
    layout: SlipLayout,
    slips: list[tuple[NumberedSlip, QRectF]],
    painter: QPainter,
) -> None:
    for slip, place in slips:
        painter.save()
        paint_dashes(painter, place)
        left = place.center().x() - layout.width * MILLIMETRE / 2
        top = place.center().y() - layout.height * MILLIMETRE / 2
        painter.translate(left, top)
        paint_poll_slip(painter, pile, layout, slip)
        painter.restore()


def paint_poll_slip(
    painter: QPainter, pile: SlipPile, layout: SlipLayout, slip: NumberedSlip
) -> None:
    """Paint one slip, its code in the upper left corner of where the painter stands."""
    _paint_code(painter, _rect(layout.code), slip.code)
    for mark in layout.marks:
        square = Rect(mark.x - MARK / 2, mark.y - MARK / 2, MARK, MARK)
        painter.fillRect(_rect(square), QColor("black"))
    number = fitted(_("No. {number}", number=slip.number), 15, _SMALLEST, _rect(layout.number))
    number.paint(painter, _rect(layout.number).left(), _rect(layout.number).top())
    if slip.sector in LETTERS:
        side = layout.number.height
        badge = Rect(layout.number.x + layout.number.width - side, layout.number.y, side, side)
        paint_badge(painter, _rect(badge), slip.sector, PAPER)
    _write(painter, pile.words.question, layout.question, 13, BOLD)
    _write(painter, pile.words.rule, layout.rule, 9.5, REGULAR)
    _write(painter, pile.promise, layout.foot, 8.0, REGULAR)
    for column in layout.heads:
        for words, place in zip(pile.words.heads, column, strict=False):
            _paint_head(painter, words, place, turned=pile.shape.tall)
    _paint_lines(painter, pile, layout)


def _paint_lines(painter: QPainter, pile: SlipPile, layout: SlipLayout) -> None:
    words, grid = pile.words, pile.shape.has_names
    for line in layout.lines:
        named = line.line < 0 or not grid
        text = words.titles[line.group] if named else words.lines[line.line]
        inner = Rect(line.title.x, line.title.y + 0.3, line.title.width, line.title.height - 0.6)
        _write(painter, text, inner, 11, SEMIBOLD if grid and named else MEDIUM, middle=True)
        painter.setPen(QPen(QColor(RULE), HAIR))
        end = line.boxes[-1].x + line.boxes[-1].width if line.boxes else inner.x + inner.width
        under = line.title.y + line.title.height
        painter.drawLine(_at(line.title.x, under), _at(end, under))
        painter.setPen(QPen(QColor("black"), _EDGE, Qt.PenStyle.SolidLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in line.boxes:
            painter.drawRect(_rect(box))


def _paint_head(painter: QPainter, words: str, place: Rect, *, turned: bool) -> None:
    if not turned:
        centre = Qt.AlignmentFlag.AlignHCenter
        text = SetText(words, Face(9, SEMIBOLD, leading=1.2), place.width * MILLIMETRE, centre)
        text.paint(painter, place.x * MILLIMETRE, _rect(place).bottom() - text.height())
        return
    room = QRectF(0, 0, place.height * MILLIMETRE - POINT, place.width * MILLIMETRE)
    text = fitted(words, 9, _SMALLEST, room, SEMIBOLD)
    painter.save()
    painter.translate(_rect(place).center().x() - text.height() / 2, _rect(place).bottom())
    painter.rotate(-90)
    text.paint(painter, POINT, 0)
    painter.restore()


def _write(
    painter: QPainter,
    text: str,
    place: Rect,
    points: float,
    weight: int,
    *,
    middle: bool = False,
) -> None:
    """Text as large as it fits; what has no room even at its smallest is cut, and shows it."""
    box = _rect(place)
    found = fitted(text, points, _SMALLEST, box, weight)
    while found.height() > box.height() and len(text) > 1:
        text = shortened(text, max(1, len(text) * 9 // 10))
        found = fitted(text, points, _SMALLEST, box, weight)
    down = (box.height() - found.height()) / 2 if middle else 0.0
    found.paint(painter, box.left(), box.top() + max(0.0, down))


def _paint_code(painter: QPainter, place: QRectF, said: str) -> None:
    """One path, each run of dark squares a part of it."""
    rows = code_of(said)
    side = place.width() / len(rows)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for down, row in enumerate(rows):
        for start, end in _runs(row):
            left, top = place.left() + start * side, place.top() + down * side
            path.addRect(QRectF(left, top, (end - start) * side, side * (1 + _OVER)))
    painter.fillPath(path, QColor("black"))


def _runs(row: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    """From where to where a row is dark."""
    start: int | None = None
    for at, dark in enumerate((*row, False)):
        if dark and start is None:
            start = at
        elif not dark and start is not None:
            yield start, at
            start = None


def _rect(place: Rect) -> QRectF:
    return QRectF(*(value * MILLIMETRE for value in place))


def _at(x: float, y: float) -> QPointF:
    return QPointF(x * MILLIMETRE, y * MILLIMETRE)
