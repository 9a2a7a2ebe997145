"""A point for each option with how far off it may be, on one scale for all."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.audience.kit.ink import (
    MARGIN,
    SMALLEST,
    Across,
    Down,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.slide import FOOT, INNER
from kdc_desktop.audience.polls.result_picture import RevealRow
from kdc_desktop.audience.polls.result_slide import ResultSlide
from kdc_desktop.audience.polls.values_ink import Values, values_of
from kdc_desktop.i18n import _, decimal_text, percent_text, titled

_LEFT, _RIGHT, _POINT, _LINE = 790.0, 1600.0, 15.0, 10.0


class Axis(NamedTuple):
    """What a scale goes from and to, and whether it is one of chances, written in per cent."""

    low: float
    high: float
    is_chance: bool

    def x(self, value: float) -> float:
        """Where a value stands."""
        share = (value - self.low) / (self.high - self.low)
        return _LEFT + (_RIGHT - _LEFT) * min(1.0, max(0.0, share))

    def written(self, value: float) -> str:
        """A value as it is written below the scale."""
        return percent_text(value) if self.is_chance else decimal_text(value, 1, trimmed=True)


@dataclass(frozen=True, kw_only=True)
class RangesSlide(ResultSlide):
    """All options on one scale; chances from 0 to 1 are on one of per cent, else what there is."""

    bottom: ClassVar[float] = 906.0
    option_wide: ClassVar[float] = 576.0

    @property
    def axis(self) -> Axis:
        """From the lowest end of all to the highest."""
        ends = [end for row in self.rows for end in (row.low, row.high) if end is not None]
        low, high = min(ends, default=0.0), max(ends, default=1.0)
        if low >= 0 and high <= 1:
            return Axis(0.0, 1.0, True)
        return Axis(low, high if high > low else low + 1, False)

    @cached_property
    def _values(self) -> Values:
        room = MARGIN + INNER - _RIGHT - 16
        return values_of((row.written_total for row in self.rows), room, room)

    def row_words(self, row: RevealRow) -> str:
        """With the ends of its range."""
        told = super().row_words(row)
        if row.low is None or row.high is None:
            return told
        write = self.axis.written
        ends = _("between {low} and {high}", low=write(row.low), high=write(row.high))
        return titled(told, ends)

    def paint_result(self, painter: QPainter, top: float, moment: float) -> None:
        """The scale, and the rows on it."""
        axis, bottom = self.axis, self.bottom
        for value in (axis.low, (axis.low + axis.high) / 2, axis.high):
            pen = QPen(QColor(self.palette.line), 3)
            painter.setPen(pen)
            x = axis.x(value)
            painter.drawLine(QPointF(x, top - 4), QPointF(x, bottom))
            box = QRectF(x - 150, bottom + 4, 300, 40)
            words, muted = axis.written(value), self.palette.muted
            text_block(
                painter, box, words, SMALLEST, colour=muted, max_lines=1, across=Across.CENTRE
            )
        super().paint_result(painter, top, moment)

    def paint_row(self, painter: QPainter, box: QRectF, row: RevealRow, grown: float) -> None:
        """The line of where it may be, which grows out of its point, and the value.

        Of what nobody has said anything there is neither.
        """
        axis, colours = self.axis, self.palette
        x, y = axis.x(row.total), box.center().y()
        if row.low is not None and row.high is not None:
            low, high = (x + (axis.x(end) - x) * grown for end in (row.low, row.high))
            line = QRectF(low, y - _LINE / 2, max(2.0, high - low), _LINE)
            panel(painter, line, colours.accent, radius=_LINE / 2)
            for end in (low, high):
                cap = QRectF(end - 3, y - 18, 6, 36)
                panel(painter, cap, colours.accent, radius=3)
            painter.setPen(QPen(QColor(colours.paper), 4))
            painter.setBrush(QColor(colours.ink))
            painter.drawEllipse(QPointF(x, y), _POINT, _POINT)
        if grown > 0.85:
            self._values.paint(painter, box, row.written_total, colours.ink)

    def paint_foot(self, painter: QPainter) -> None:
        """What the lines say, and what comes next."""
        words = _("Where lines overlap, it may well be the other way round.")
        muted = self.palette.muted
        for text, left, wide, across in (
            (words, MARGIN, INNER * 0.62, Across.LEFT),
            (self.next_line(), MARGIN + INNER * 0.65, INNER * 0.35, Across.RIGHT),
        ):
            box = QRectF(left, FOOT - 20, wide, 40)
            text_block(
                painter,
                box,
                text,
                SMALLEST,
                colour=muted,
                max_lines=1,
                across=across,
                down=Down.MIDDLE,
            )
