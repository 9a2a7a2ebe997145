"""Slips of paper: words above, boxes to tick, and lines to write on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.audience.kit.ink import SEMIBOLD
from kdc_desktop.domain.pages.values import PaperCard
from kdc_desktop.screens.pages.setting import MILLIMETRE, POINT, QUIET, Face, SetText

_PAD = 12 * MILLIMETRE
_LINE = 9 * MILLIMETRE
_SIZES = (11.0, 10.0, 9.5, 9.0, 8.5, 8.0)
_READ_ONLY = (16.0, 15.0, 14.0, 13.0, 12.0, *_SIZES)
_MOST_SPARE = 7 * MILLIMETRE
_TIMES = 1.8  # of two letters' height: what a time takes
_MANY = 4  # choices: more stand in two columns


@dataclass
class _Part:
    """Something on a slip: how high it is, and how it is painted from its upper left corner.

    `written`: it is written on, and has more room above it where there is some to spare.
    """

    height: float
    paint: Callable[[QPainter, float, float], object]
    written: bool = False


def paint_slip(painter: QPainter, card: PaperCard, place: QRectF) -> None:
    """Paint a slip, in the largest size in which all of it has room; spare room goes to writing."""
    inner = place.adjusted(_PAD, _PAD, -_PAD, -_PAD)
    parts, filled = list[_Part](), 0.0
    for points in _READ_ONLY if card.pairs else _SIZES:
        parts = list(_parts(card, inner.width(), points))
        filled = sum(part.height for part in parts)
        if filled <= inner.height():
            break
    spare = (inner.height() - filled) / max(1, sum(part.written for part in parts))
    more, top = max(0.0, min(_MOST_SPARE, spare)), inner.top()
    for part in parts:
        top += more if part.written else 0.0
        part.paint(painter, inner.left(), top)
        top += part.height


def _parts(card: PaperCard, width: float, points: float) -> Iterator[_Part]:
    body, bold = Face(points), Face(points, SEMIBOLD)
    if card.above:
        yield _text(card.above, bold, width, 2)
    yield _text(card.title, Face(points + 4, SEMIBOLD, leading=1.2), width, 4)
    if card.below:
        yield _text(card.below, body, width, 6)
    for left, right in card.pairs:
        yield _pair(left, right, body, bold, width)
    for _line in range(card.ruled):
        yield _Part(_LINE, lambda painter, left, top: _rule(painter, left, top, width), True)
    if card.choices:
        yield _Part(3 * MILLIMETRE, lambda *_where: None)
        yield from _choices(card.choices, body, width)
    for label in card.blanks:
        yield _blank(label, body, width)


def _text(text: str, face: Face, width: float, below: float) -> _Part:
    found = SetText(text, face, width)
    return _Part(found.height() + below * POINT, found.paint)


def _pair(left: str, right: str, body: Face, bold: Face, width: float) -> _Part:
    times = body.points * POINT * _TIMES * 2
    first, second = SetText(left, body, times), SetText(right, bold, width - times)

    def paint(painter: QPainter, across: float, top: float) -> None:
        first.paint(painter, across, top)
        second.paint(painter, across + times, top)

    return _Part(max(first.height(), second.height()) + 2 * POINT, paint)


def _choices(choices: tuple[str, ...], face: Face, width: float) -> Iterator[_Part]:
    columns = 2 if len(choices) > _MANY else 1
    rows = -(-len(choices) // columns)
    each = width / columns - 3 * MILLIMETRE
    for at in range(rows):
        texts = [SetText(text, face, each) for text in choices[at::rows]]
        yield _Part(
            max(text.height() for text in texts) + 2 * POINT, _beside(texts, width / columns)
        )


def _beside(texts: list[SetText], step: float) -> Callable[[QPainter, float, float], object]:
    def paint(painter: QPainter, left: float, top: float) -> None:
        for place, text in enumerate(texts):
            text.paint(painter, left + place * step, top)

    return paint


def _blank(label: str, face: Face, width: float) -> _Part:
    text = SetText(label, face, width / 2)

    def paint(painter: QPainter, left: float, top: float) -> None:
        text.paint(painter, left, top + _LINE - text.height())
        begin = text.widest + 2 * MILLIMETRE
        _rule(painter, left + begin, top, width - begin)

    return _Part(max(_LINE, text.height()) + 1 * MILLIMETRE, paint, True)


def _rule(painter: QPainter, left: float, top: float, width: float) -> None:
    painter.setPen(QPen(QColor(QUIET), 0.5 * POINT))
    painter.drawLine(QLineF(left, top + _LINE, left + width, top + _LINE))
