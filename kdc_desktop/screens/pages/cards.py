"""Sheets of cards: how many stand on one, where they are cut and folded, and badges."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.audience.kit.ink import PAPER, SEMIBOLD
from kdc_desktop.audience.kit.marks import paint_badge
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.pages.values import CardShape, CardSheet, PaperCard
from kdc_desktop.domain.people.sectors import LETTERS, name_of
from kdc_desktop.screens.pages.cutting import HAIR, paint_dashes
from kdc_desktop.screens.pages.fitting import fitted
from kdc_desktop.screens.pages.seat_cards import paint_strip, paint_table_card
from kdc_desktop.screens.pages.setting import (
    MILLIMETRE,
    POINT,
    QUIET,
    RULE,
    SMALL,
    SetText,
)
from kdc_desktop.screens.pages.slips import paint_slip

PaintPage = Callable[[QPainter], object]
PaintCard = Callable[[QPainter, PaperCard, QRectF], object]
_CUT_APART = (CardShape.SLIP, CardShape.HALF, CardShape.TABLE, CardShape.STRIP, CardShape.PLACE)
_BADGE = (90 * MILLIMETRE, 54 * MILLIMETRE)
_LEAST_MARGIN = 6 * MILLIMETRE
_MARK, _GAP = 4 * MILLIMETRE, 1 * MILLIMETRE
_A_LETTER = 0.55  # of the height of a card that says a letter only
_BETWEEN = 1.5 * MILLIMETRE
_SHARES = (0.68, 0.5, 0.35)  # of the room of both, for the name


def card_pages(sheet: CardSheet, width: float, height: float) -> list[PaintPage]:
    """The pages that these cards take; paper is so wide and high."""
    places = list(_places(sheet.shape, width, height))
    paint = _PAINTERS[sheet.shape]
    cards = sheet.cards
    return [
        _page(sheet.shape, list(zip(cards[at : at + len(places)], places, strict=False)), paint)
        for at in range(0, len(cards), len(places))
    ]


def _places(shape: CardShape, width: float, height: float) -> Iterator[QRectF]:
    """Where cards stand on a sheet, row by row."""
    sizes = {
        CardShape.BADGE: _BADGE,
        CardShape.TENT: (width, height),
        CardShape.PLACE: (width, height / 2),
        CardShape.SLIP: (width / 2, height / 2),
        CardShape.HALF: (width, height / 2),
        CardShape.TABLE: (width, height / 2),
        CardShape.STRIP: (width / 2, height / 4),
    }
    across, down = sizes[shape]
    margin = _LEAST_MARGIN if shape is CardShape.BADGE else 0.0
    columns, rows = (
        int((whole - 2 * margin) / side + 1e-6) for whole, side in ((width, across), (height, down))
    )
    left, top = (width - columns * across) / 2, (height - rows * down) / 2
    for row in range(rows):
        for column in range(columns):
            yield QRectF(left + column * across, top + row * down, across, down)


def _page(shape: CardShape, cards: list[tuple[PaperCard, QRectF]], paint: PaintCard) -> PaintPage:
    def page(painter: QPainter) -> None:
        painter.save()
        if shape is CardShape.BADGE:
            _paint_marks(painter, [place for _card, place in cards])
        for card, place in cards:
            painter.save()
            painter.setClipRect(place)
            paint(painter, card, place)
            painter.restore()
            if shape in _CUT_APART:
                paint_dashes(painter, place)
        painter.restore()

    return page


def _paint_marks(painter: QPainter, places: list[QRectF]) -> None:
    """Where to cut: short lines around the cards, none on them."""
    painter.setPen(QPen(QColor(QUIET), HAIR))
    whole = QRectF(places[0])
    for place in places:
        whole = whole.united(place)
    out, far = _GAP, _GAP + _MARK
    for x in {edge for place in places for edge in (place.left(), place.right())}:
        painter.drawLine(QLineF(x, whole.top() - far, x, whole.top() - out))
        painter.drawLine(QLineF(x, whole.bottom() + out, x, whole.bottom() + far))
    for y in {edge for place in places for edge in (place.top(), place.bottom())}:
        painter.drawLine(QLineF(whole.left() - far, y, whole.left() - out, y))
        painter.drawLine(QLineF(whole.right() + out, y, whole.right() + far, y))


def name_and_below(name: str, below: str, box: QRectF) -> tuple[SetText, SetText]:
    """A name and what stands below it, as large as both fit: the name is always whole.

    Only what stands below a very long name is shortened.
    """
    for share in _SHARES:
        found, second, room = _both(name, below, box, share)
        if second.height() <= room:
            return found, second
    found, second, room = _both(name, below, box, _SHARES[-1])
    while second.height() > max(room, second.line_height(0)):
        below = shortened(below, len(below) * 4 // 5)
        found, second, room = _both(name, below, box, _SHARES[-1])
    return found, second


def _both(name: str, below: str, box: QRectF, share: float) -> tuple[SetText, SetText, float]:
    """Both, the name in its share of the room, and how much room the other has."""
    found = fitted(name, 28, 8, QRectF(0, 0, box.width(), box.height() * share))
    rest = QRectF(0, 0, box.width(), box.height() - found.height() - _BETWEEN)
    return found, fitted(below, 13, 8, rest, SEMIBOLD), rest.height()


def _paint_name_badge(painter: QPainter, card: PaperCard, place: QRectF) -> None:
    pad = 6 * MILLIMETRE
    inner = place.adjusted(pad, pad, -pad, -pad)
    mark = 9 * MILLIMETRE
    code = fitted(card.corner, 20, 8, QRectF(0, 0, inner.width() / 2, mark), SEMIBOLD)
    upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() - mark - pad / 2)
    name, below = name_and_below(card.title, card.below, upper)
    name.paint(painter, upper.left(), upper.top())
    below.paint(painter, upper.left(), upper.top() + name.height() + _BETWEEN)
    base = inner.bottom() - mark
    if card.sector in LETTERS:
        paint_badge(painter, QRectF(inner.left(), base, mark, mark), card.sector, PAPER)
        sector = SetText(name_of(card.sector), SMALL, inner.width() / 2 - mark)
        sector.paint(painter, inner.left() + mark * 1.3, base + (mark - sector.height()) / 2)
    left = inner.right() - code.widest
    code.paint(painter, left, base + (mark - code.height()) / 2)


def _paint_folded(painter: QPainter, card: PaperCard, place: QRectF) -> None:
    """The same on both halves, so that it is read from both sides of the table."""
    half = QRectF(place.left(), place.center().y(), place.width(), place.height() / 2)
    _paint_face(painter, card, half)
    painter.save()
    painter.translate(place.center())
    painter.rotate(180)
    painter.translate(-place.center())
    _paint_face(painter, card, half)
    painter.restore()
    painter.setPen(QPen(QColor(RULE), HAIR, Qt.PenStyle.DotLine))
    for left in (place.left(), place.right() - 8 * MILLIMETRE):
        start = QPointF(left, place.center().y())
        painter.drawLine(QLineF(start, start + QPointF(8 * MILLIMETRE, 0)))


def _paint_face(painter: QPainter, card: PaperCard, place: QRectF) -> None:
    pad = 14 * MILLIMETRE
    inner = place.adjusted(pad, pad / 2, -pad, -pad / 2)
    middle = Qt.AlignmentFlag.AlignHCenter
    room = QRectF(0, 0, inner.width(), inner.height() * 0.66)
    largest = place.height() / POINT * (_A_LETTER if len(card.title) <= 2 else 0.3)
    title = fitted(card.title, largest, 14, room, across=middle)
    rest = QRectF(0, 0, inner.width(), inner.height() - title.height())
    below = fitted(card.below, max(12.0, largest * 0.26), 9, rest, SEMIBOLD, middle)
    top = inner.top() + (inner.height() - title.height() - below.height() * 1.3) / 2
    title.paint(painter, inner.left(), top)
    below.paint(painter, inner.left(), top + title.height() + below.height() * 0.3)
    if card.sector:
        mark = min(12 * MILLIMETRE, place.height() * 0.16)
        corner = QRectF(place.right() - pad, place.bottom() - pad, mark, mark)
        corner.moveBottomRight(QPointF(place.right() - pad * 0.6, place.bottom() - pad * 0.6))
        paint_badge(painter, corner, card.sector, PAPER)


_PAINTERS: dict[CardShape, PaintCard] = {
    CardShape.BADGE: _paint_name_badge,
    CardShape.TENT: _paint_folded,
    CardShape.PLACE: _paint_folded,
    CardShape.SLIP: paint_slip,
    CardShape.HALF: paint_slip,
    CardShape.TABLE: paint_table_card,
    CardShape.STRIP: paint_strip,
}
