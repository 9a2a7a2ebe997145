"""The bar of an option with what each sector gave, and the legend to it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    SMALLEST,
    Down,
    SlidePalette,
    font,
    metrics,
    text_block,
    text_width,
)
from kdc_desktop.audience.kit.marks import paint_badge, paint_hands, paint_hidden
from kdc_desktop.audience.kit.slide import FOOT, INNER
from kdc_desktop.audience.polls.result_picture import RevealRow
from kdc_desktop.domain.people.sectors import COUNTED, name_of
from kdc_desktop.i18n import _, decimal_text, listed_and, paired, titled

_BADGE, _SIGN, _APART = 32.0, 46.0, 28.0
_Paint = Callable[[QPainter, QRectF, SlidePalette], None]
NEARLY_HIGH = 38.0
"""How high the line of what is nearly told is, below a bar."""


def paint_sectors(painter: QPainter, bar: QRectF, row: RevealRow, palette: SlidePalette) -> None:
    """What each sector gave, side by side, then what is hidden, then hands."""
    outline = QPainterPath()
    outline.addRoundedRect(bar, 10, 10)
    painter.save()
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    shown = [(share.sector, float(share.count)) for share in row.shares if share.count]
    whole = sum(count for _, count in shown) + row.rest + row.hands
    if whole <= 0:
        painter.fillRect(bar, QColor(palette.accent))
    left = bar.left()
    for sector, count in shown:
        part = QRectF(left, bar.top(), bar.width() * count / whole, bar.height())
        _paint_share(painter, part, sector, palette)
        left = part.right()
    for amount, paint in ((row.rest, paint_hidden), (row.hands, paint_hands)):
        if amount > 0:
            part = QRectF(left, bar.top(), bar.width() * amount / whole, bar.height())
            paint(painter, part, palette)
            left = part.right()
    painter.restore()


def _paint_share(painter: QPainter, part: QRectF, sector: str, palette: SlidePalette) -> None:
    painter.fillRect(part, QColor(palette.sector(sector)))
    advance = text_width(sector, SMALLEST, BOLD)
    if advance + 10 > part.width():
        return
    painter.setFont(font(SMALLEST, BOLD))
    painter.setPen(QColor(palette.text_on_mark))
    baseline = part.center().y() + metrics(SMALLEST, BOLD).capHeight() / 2
    painter.drawText(QPointF(part.center().x() - advance / 2, baseline), sector)


def has_nearly(row: RevealRow) -> bool:
    """Whether something of it may only be told as nearly all or nearly none."""
    return bool(row.nearly_all or row.nearly_none)


def paint_nearly(painter: QPainter, line: QRectF, row: RevealRow, palette: SlidePalette) -> None:
    """The marks of sectors of which nearly all, or nearly none support it, with these words."""
    left = line.left()
    for letters, words in ((row.nearly_all, _("nearly all")), (row.nearly_none, _("nearly none"))):
        for letter in letters:
            badge = QRectF(left, line.center().y() - _BADGE / 2, _BADGE, _BADGE)
            paint_badge(painter, badge, letter, palette)
            left += _BADGE + 6
        if letters:
            room = QRectF(left + 2, line.top(), line.right() - left - 2, line.height())
            text_block(
                painter,
                room,
                words,
                SMALLEST,
                colour=palette.ink,
                max_lines=1,
                down=Down.MIDDLE,
            )
            left += text_width(words, SMALLEST) + 28


def sectors_told(row: RevealRow) -> list[str]:
    """What each sector gave in words; those of which nothing is told are not named."""
    told = [
        paired(name_of(share.sector), decimal_text(share.count, 2, trimmed=True))
        for share in row.shares
        if share.count
    ]
    if row.rest > 0:
        told.append(titled(_hidden(), decimal_text(row.rest, 2, trimmed=True)))
    if row.hands > 0:
        told.append(titled(_by_hands(), decimal_text(row.hands, 2, trimmed=True)))
    if row.nearly_all:
        told.append(titled(_("nearly all"), _names(row.nearly_all)))
    if row.nearly_none:
        told.append(titled(_("nearly none"), _names(row.nearly_none)))
    return told


def _names(letters: str) -> str:
    return listed_and(name_of(letter) for letter in letters)


def paint_legend(painter: QPainter, rows: Sequence[RevealRow], palette: SlidePalette) -> float:
    """What the colours, hatches and dots mean that appear in these rows; where it ends.

    It takes two lines where one is too narrow.
    """
    entries = list(_legend(rows))
    room = INNER + _APART
    wide = sum(_SIGN + text_width(words, SMALLEST) + _APART for _paint, words in entries)
    left, middle = MARGIN, FOOT if wide <= room else FOOT - 22
    for paint, words in entries:
        advance = text_width(words, SMALLEST)
        if left + _SIGN + advance > MARGIN + INNER:
            left, middle = MARGIN, FOOT + 22
        paint(painter, QRectF(left, middle - 18, 36, 36), palette)
        box = QRectF(left + _SIGN, middle - 20, advance + 2, 40)
        muted = palette.muted
        text_block(painter, box, words, SMALLEST, colour=muted, max_lines=1, down=Down.MIDDLE)
        left += _SIGN + advance + _APART
    return MARGIN + min(wide, room)


def _legend(rows: Sequence[RevealRow]) -> Iterator[tuple[_Paint, str]]:
    present = {share.sector for row in rows for share in row.shares if share.count}
    present |= {letter for row in rows for letter in row.nearly_all + row.nearly_none}
    for letter in (letter for letter in COUNTED if letter in present):
        yield partial(_paint_sector, letter), name_of(letter)
    if any(row.rest > 0 for row in rows):
        yield paint_hidden, _hidden()
    if any(row.hands > 0 for row in rows):
        yield paint_hands, _by_hands()


def _paint_sector(letter: str, painter: QPainter, sign: QRectF, palette: SlidePalette) -> None:
    paint_badge(painter, sign, letter, palette)


def _hidden() -> str:
    return _("Hidden: too few")


def _by_hands() -> str:
    return _("By show of hands")
