"""Cards that are read from a metre off: a table with its people, somebody with their tables."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.audience.kit.ink import BOLD, MEDIUM, SEMIBOLD
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.pages.values import PaperCard
from kdc_desktop.screens.pages.fitting import fitted
from kdc_desktop.screens.pages.setting import ACCENT, MILLIMETRE, POINT, QUIET, RULE, Face, SetText

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_PAD, _GAP = 11 * MILLIMETRE, 6 * MILLIMETRE
_LETTER_SHARE = 0.36  # of the width
_NAMES = (24.0, 22.0, 20.0, 18.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0)
_SMALLER = 0.62  # of a name: for whom they speak
_LEAST = 10.0  # points of a letter
_LONGEST = 80  # characters of what stands around it
_ROW = 4  # letters beside each other on a strip: more stand in two rows
_CAPTION, _LARGEST = 8.5, 60.0  # points


def paint_table_card(painter: QPainter, card: PaperCard, place: QRectF) -> None:
    """On the left the letter and what it is for, on the right who sits there, both as large as
    there is room."""
    inner = place.adjusted(_PAD, _PAD, -_PAD, -_PAD)
    wide = inner.width() * _LETTER_SHARE
    title = fitted(
        shortened(card.title, _LONGEST),
        24,
        10,
        QRectF(0, 0, wide, inner.height() * 0.22),
        across=_CENTRE,
    )
    below = fitted(
        shortened(card.below, _LONGEST),
        13,
        9,
        QRectF(0, 0, wide, inner.height() * 0.16),
        MEDIUM,
        _CENTRE,
    )
    above = SetText(shortened(card.above, _LONGEST), Face(10, SEMIBOLD, QUIET), wide, _CENTRE)
    room = inner.height() - title.height() - below.height() - above.height()
    letter = SetText(
        card.corner, Face(_letter(card.corner, wide, room), BOLD, ACCENT, 1.05), wide, _CENTRE
    )
    left, top = inner.left(), inner.top()
    above.paint(painter, left, top)
    letter.paint(painter, left, top + above.height() + (room - letter.height()) / 2)
    title.paint(painter, left, inner.bottom() - below.height() - title.height())
    below.paint(painter, left, inner.bottom() - below.height())
    painter.setPen(QPen(QColor(RULE), POINT))
    line = left + wide + _GAP
    painter.drawLine(QLineF(line, inner.top(), line, inner.bottom()))
    _paint_people(
        painter, card, QRectF(line + _GAP, top, inner.right() - line - _GAP, inner.height())
    )


def _letter(letter: str, width: float, height: float) -> float:
    """How many points a letter may have: of two, such as AA, each is smaller."""
    return max(_LEAST, min(width / (0.85 * max(1, len(letter))), height * 0.92) / POINT)


def _paint_people(painter: QPainter, card: PaperCard, room: QRectF) -> None:
    """Names with for whom they speak beneath, in one column, or in two where that is larger."""
    for points in _NAMES:
        for columns in (1, 2):
            each = (room.width() - _GAP * (columns - 1)) / columns
            rows = -(-len(card.pairs) // columns)
            name, whom = (
                Face(points, SEMIBOLD, leading=1.15),
                Face(max(8.0, points * _SMALLER), colour=QUIET),
            )
            texts = [
                (SetText(one, name, each), SetText(other, whom, each)) for one, other in card.pairs
            ]
            heights = [one.height() + other.height() + points * 4 for one, other in texts]
            whole = max(
                (sum(heights[at : at + rows]) for at in range(0, len(heights), max(1, rows))),
                default=0.0,
            )
            if whole <= room.height() or (points, columns) == (_NAMES[-1], 2):
                top = room.top() + max(0.0, room.height() - whole) / 2
                for at, (one, other) in enumerate(texts):
                    left = room.left() + (at // rows) * (each + _GAP)
                    y = top + sum(heights[at - at % rows : at])
                    one.paint(painter, left, y)
                    other.paint(painter, left, y + one.height())
                return


def paint_strip(painter: QPainter, card: PaperCard, place: QRectF) -> None:
    """Somebody's name, and their letters beside each other, each below what it is for."""
    pad = 7 * MILLIMETRE
    inner = place.adjusted(pad, pad * 0.8, -pad, -pad * 0.8)
    above = SetText(shortened(card.above, _LONGEST), Face(8, colour=QUIET), inner.width())
    name = fitted(card.title, 17, 9, QRectF(0, 0, inner.width(), inner.height() * 0.3))
    whom = fitted(
        shortened(card.below, _LONGEST),
        9.5,
        8,
        QRectF(0, 0, inner.width(), inner.height() * 0.16),
        MEDIUM,
    )
    top = inner.top()
    for text in (above, name, whom):
        text.paint(painter, inner.left(), top)
        top += text.height()
    top += MILLIMETRE
    rows = 1 if len(card.pairs) <= _ROW else 2
    columns = -(-len(card.pairs) // rows)
    each, high = inner.width() / max(1, columns), (inner.bottom() - top) / rows
    room = QRectF(0, 0, each - 2 * MILLIMETRE, high * 0.5)
    captions = [
        fitted(shortened(what, _LONGEST), _CAPTION, 8, room, MEDIUM) for what, _letter in card.pairs
    ]
    left = high - max((one.height() for one in captions), default=0.0)
    points = min((_letter(one, room.width(), left) for _what, one in card.pairs), default=0.0)
    face = Face(min(_LARGEST, max(10.0, points)), BOLD, ACCENT, 1.05)
    for at, (caption, (_what, one)) in enumerate(zip(captions, card.pairs, strict=True)):
        x, y = inner.left() + at % columns * each, top + at // columns * high
        caption.paint(painter, x, y)
        letter = SetText(one, face, room.width())
        letter.paint(painter, x, y + high - max(left, letter.height()) / 2 - letter.height() / 2)
