"""A bar of levels for each option: how many said what of it, and where the middle lies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from kdc_desktop.audience.kit.ink import (
    MARGIN,
    MEDIUM,
    SMALLEST,
    Across,
    Down,
    SlidePalette,
    panel,
    text_block,
    text_width,
)
from kdc_desktop.audience.kit.slide import INNER
from kdc_desktop.audience.polls.level_colours import level_colours
from kdc_desktop.audience.polls.level_ink import paint_level, write_in_level
from kdc_desktop.audience.polls.level_key import LINE, SIGN, InKey, in_key
from kdc_desktop.audience.polls.result_picture import RevealRow
from kdc_desktop.audience.polls.result_slide import ResultSlide
from kdc_desktop.audience.polls.spread import (
    Band,
    bands,
    counts,
    median,
    place_of,
    score_text,
    score_word,
)
from kdc_desktop.audience.polls.values_ink import Values, values_of
from kdc_desktop.domain.polls.method import Average
from kdc_desktop.i18n import _, listed, number_text, paired, titled

_LEFT, _RIGHT, _GAP = 720.0, 1576.0, 3.0
_ANSWERS = 136.0
_KEY, _TRACK = 54.0, 24.0


@dataclass(frozen=True, kw_only=True)
class SpreadSlide(ResultSlide):
    """All options, each with the levels that were said of it in one bar of the same length.

    A mean is marked on the scale below its bar; a median is the level at half of the bar.
    """

    usual_rows: ClassVar[int] = 7
    most_rows: ClassVar[int] = 9
    option_wide: ClassVar[float] = 514.0

    @property
    def _right(self) -> float:
        """Where bars end: before how many said something, where that is not always the same."""
        return _RIGHT - (_ANSWERS if len({sum(row.spread) for row in self.rows}) > 1 else 0)

    @property
    def bands(self) -> tuple[Band, ...]:
        """The levels as they are shown."""
        return bands(self.result.levels)

    @property
    def _has_median(self) -> bool:
        return self.result.average is Average.MEDIAN

    def content_top(self) -> float:
        """Below the words of the levels."""
        return super().content_top() + self._key_high

    def row_words(self, row: RevealRow) -> str:
        """The middle, and how many said each level."""
        middle = paired(score_word(self.result), score_text(row))
        told = zip(self.bands, counts(row, self.bands), strict=True)
        said = [titled(band.name, number_text(count)) for band, count in told if count]
        return titled(paired(row.place, row.option), listed([middle, *said]))

    def paint_result(self, painter: QPainter, top: float, moment: float) -> None:
        """The words of the levels, and the rows below them."""
        self._paint_key(painter, QRectF(MARGIN, top - 8, INNER, 40))
        if self._has_median:
            self._paint_half(painter, top + self._key_high - 8)
        super().paint_result(painter, top + self._key_high, moment)

    def _paint_key(self, painter: QPainter, line: QRectF) -> None:
        colours = level_colours(len(self.bands), self.palette)
        for one in self._key:
            left, top = line.left() + one.left, line.top() + one.line * LINE
            sign = QRectF(left, top + 5, 30, 30)
            paint_level(painter, sign, colours[one.at], 6)
            box, ink = QRectF(left + SIGN, top, one.wide, 40), self.palette.ink
            name = self.bands[one.at].name
            text_block(painter, box, name, SMALLEST, colour=ink, max_lines=1, down=Down.MIDDLE)
        self._paint_score_name(painter, QRectF(_RIGHT, line.top(), line.right() - _RIGHT, 40))
        if self._right < _RIGHT:
            box = QRectF(self._right, line.top(), _ANSWERS - 12, 40)
            self._say_above(painter, box, _("answers"))

    @cached_property
    def _key(self) -> tuple[InKey, ...]:
        """Where the words of the levels stand: before the names of the columns beside them."""
        names = [band.name for band in self.bands]
        return in_key(names, self._right - MARGIN - 24)

    @property
    def _key_high(self) -> float:
        return _KEY + LINE * max((one.line for one in self._key), default=0)

    def _paint_score_name(self, painter: QPainter, box: QRectF) -> None:
        words = score_word(self.result)
        self._say_above(painter, box, words)
        if self.result.score_name:
            return
        beside = QPointF(box.right() - text_width(words, SMALLEST) - 28, box.center().y())
        if self._has_median:
            outline(painter, QRectF(beside.x() - 15, beside.y() - 12, 30, 24), self.palette)
        else:
            diamond(painter, beside, 13, self.palette)

    def _say_above(self, painter: QPainter, box: QRectF, words: str) -> None:
        muted, right, down = self.palette.muted, Across.RIGHT, Down.MIDDLE
        text_block(
            painter, box, words, SMALLEST, colour=muted, max_lines=1, across=right, down=down
        )

    def _paint_half(self, painter: QPainter, top: float) -> None:
        """Where half of all have said that or less."""
        pen = QPen(QColor(self.palette.muted), 3, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([0.1, 3.0])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = (_LEFT + self._right) / 2
        painter.drawLine(QPointF(middle, top), QPointF(middle, self.bottom))

    def paint_row(self, painter: QPainter, box: QRectF, row: RevealRow, grown: float) -> None:
        """Its levels, where the middle is, and that in words."""
        track = 0.0 if self._has_median else _TRACK
        high = min(64.0, box.height() - track)
        top = box.center().y() - (high + track) / 2
        bar = QRectF(_LEFT, top, self._right - _LEFT, high)
        painter.save()
        seen = bar.adjusted(-16, -4, 16 - bar.width() * (1 - grown), track + 4)
        painter.setClipRect(seen, Qt.ClipOperation.IntersectClip)
        self._paint_levels(painter, bar, row)
        painter.restore()
        if grown > 0.85:
            self._paint_middle(painter, bar, row)
            self._paint_words(painter, box, row)

    def _paint_levels(self, painter: QPainter, bar: QRectF, row: RevealRow) -> None:
        said, whole = counts(row, self.bands), sum(row.spread)
        colours = level_colours(len(said), self.palette)
        if not whole:
            panel(painter, bar, self.palette.surface, radius=8)
        for part, count, colour in zip(
            _parts(bar, said), said, colours if whole else (), strict=False
        ):
            if count:
                paint_level(painter, part, colour, min(6.0, part.width() / 3))
                write_in_level(painter, part, number_text(count), colour)

    def _paint_middle(self, painter: QPainter, bar: QRectF, row: RevealRow) -> None:
        where = place_of(self.result, row)
        if where is None:
            return
        if self._has_median:
            at = median(counts(row, self.bands)) or 0
            part = list(_parts(bar, counts(row, self.bands)))[at]
            outline(painter, part.adjusted(-1, -2, 1, 2), self.palette)
            return
        y, x = bar.bottom() + _TRACK / 2 + 2, bar.left() + where * bar.width()
        panel(painter, QRectF(bar.left(), y - 2, bar.width(), 4), self.palette.line, radius=2)
        diamond(painter, QPointF(x, y), 13, self.palette)

    def _paint_words(self, painter: QPainter, box: QRectF, row: RevealRow) -> None:
        ink, right, down = self.palette.ink, Across.RIGHT, Down.MIDDLE
        self._scores.paint(painter, box, score_text(row), ink)
        if self._right < _RIGHT:
            answers = QRectF(self._right, box.top(), _ANSWERS - 12, box.height())
            text, muted = number_text(sum(row.spread)), self.palette.muted
            text_block(painter, answers, text, 32, MEDIUM, muted, across=right, down=down)

    @cached_property
    def _scores(self) -> Values:
        room = MARGIN + INNER - _RIGHT - 12
        return values_of(map(score_text, self.rows), room, room)


def diamond(painter: QPainter, middle: QPointF, size: float, palette: SlidePalette) -> None:
    """The sign of a mean."""
    x, y = middle.x(), middle.y()
    corners = ((x, y - size), (x + size, y), (x, y + size), (x - size, y))
    painter.setPen(QPen(QColor(palette.paper), size / 4))
    painter.setBrush(QColor(palette.ink))
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def outline(painter: QPainter, part: QRectF, palette: SlidePalette) -> None:
    """The sign of a median, around its level: seen on a light one and on a dark one."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, wide in ((palette.paper, 11), (palette.ink, 5)):
        painter.setPen(QPen(QColor(colour), wide))
        painter.drawRoundedRect(part, 7, 7)


def _parts(bar: QRectF, said: Sequence[int]) -> Iterator[QRectF]:
    """The part of a bar for each level, with gaps between those that there are."""
    whole, left = max(1, sum(said)), bar.left()
    room = bar.width() - _GAP * (sum(count > 0 for count in said) - 1)
    for count in said:
        wide = room * count / whole
        yield QRectF(left, bar.top(), wide, bar.height())
        left += wide + (_GAP if count else 0)
