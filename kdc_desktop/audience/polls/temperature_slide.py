"""How the room stands to one thing: a column for each level, with its hand or its word."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    MEDIUM,
    SEMIBOLD,
    Across,
    Down,
    fit,
    panel,
    text_block,
    text_width,
)
from kdc_desktop.audience.kit.slide import INNER
from kdc_desktop.audience.polls.hand_signs_ink import paint_fingers, paint_thumb
from kdc_desktop.audience.polls.level_colours import level_colours
from kdc_desktop.audience.polls.level_ink import paint_level
from kdc_desktop.audience.polls.result_picture import RevealRow, Signs
from kdc_desktop.audience.polls.spread import (
    counts,
    median,
    place_of,
    score_text,
    score_word,
)
from kdc_desktop.audience.polls.spread_slide import SpreadSlide, diamond, outline
from kdc_desktop.domain.polls.method import Average
from kdc_desktop.i18n import number_text, paired

_COUNT, _SIGN, _LINES = 84.0, 92.0, 3
_WIDEST, _BAR = 460.0, 0.62
_SIGNS = {Signs.FISTS: 6, Signs.THUMBS: 3}


@dataclass(frozen=True, kw_only=True)
class TemperatureSlide(SpreadSlide):
    """One option, large."""

    def paint_result(self, painter: QPainter, top: float, moment: float) -> None:
        """What it is, where the middle lies, and the columns."""
        row, come = self.rows[0], self.come(0, 0, 1, moment)
        self._paint_option(painter, QRectF(MARGIN, top - 6, INNER, 96), row, come)
        step = min(_WIDEST, INNER / len(self.bands))
        left = MARGIN + (INNER - step * len(self.bands)) / 2
        boxes = [
            QRectF(left + at * step, top + 104, step, self.bottom - top - 104)
            for at in range(len(self.bands))
        ]
        axis = self._paint_labels(painter, boxes)
        for box in boxes:
            box.setBottom(axis)
        if come > 0:
            self._paint_columns(painter, boxes, row, come)

    def _paint_option(self, painter: QPainter, line: QRectF, row: RevealRow, come: float) -> None:
        right, ink = line.right(), self.palette.ink
        if come > 0.85:
            told = paired(score_word(self.result), score_text(row))
            wide = min(900.0, text_width(told, 48, BOLD) + 4)
            box, across = QRectF(right - wide, line.top(), wide, line.height()), Across.RIGHT
            text_block(
                painter, box, told, 48, BOLD, ink, max_lines=2, across=across, down=Down.MIDDLE
            )
            right -= wide + 40
        if row.option != self.question:
            box = QRectF(line.left(), line.top(), right - line.left(), line.height())
            text_block(painter, box, row.option, 44, SEMIBOLD, ink, max_lines=2, down=Down.MIDDLE)

    def _paint_labels(self, painter: QPainter, boxes: Sequence[QRectF]) -> float:
        """The words and hands below the columns; where the columns end above them."""
        names = [band.name for band in self.bands]
        room, most = boxes[0].width() - 12, _LINES * 32 * 1.26
        words = [fit(name, room, most, 32, MEDIUM, _LINES) for name in names]
        high = max(word.height for word in words)
        signs = self.result.signs if _SIGNS.get(self.result.signs) == len(boxes) else Signs.WORDS
        sign = 0.0 if signs is Signs.WORDS else _SIGN
        for at, (box, name) in enumerate(zip(boxes, names, strict=True)):
            label = QRectF(box.left() + 6, self.bottom - high, room, high)
            text_block(
                painter,
                label,
                name,
                32,
                MEDIUM,
                self.palette.ink,
                max_lines=_LINES,
                across=Across.CENTRE,
            )
            hand = QRectF(0, 0, sign - 12, sign - 12)
            hand.moveCenter(QPointF(box.center().x(), self.bottom - high - sign / 2 - 2))
            ink, paper = self.palette.ink, self.palette.paper
            if signs is Signs.FISTS:
                paint_fingers(painter, hand, at, ink, paper)
            elif signs is Signs.THUMBS:
                paint_thumb(painter, hand, at - 1, ink, paper)
        axis = self.bottom - high - sign - 16
        panel(painter, QRectF(MARGIN, axis, INNER, 4), self.palette.line, radius=2)
        return axis

    def _paint_columns(
        self, painter: QPainter, boxes: Sequence[QRectF], row: RevealRow, come: float
    ) -> None:
        said = counts(row, self.bands)
        most, colours = max(*said, 1), level_colours(len(said), self.palette)
        middle = median(said) if self.result.average is Average.MEDIAN else None
        for at, (box, count, colour) in enumerate(zip(boxes, said, colours, strict=True)):
            wide = box.width() * _BAR
            high = (box.height() - _COUNT) * count / most * come
            column = QRectF(box.center().x() - wide / 2, box.bottom() - high, wide, high)
            if count:
                paint_level(painter, column, colour, min(8.0, high / 2))
            if at == middle and come > 0.85:
                outline(painter, column.adjusted(-5, -5, 5, 5), self.palette)
            number = QRectF(box.left(), column.top() - _COUNT, box.width(), _COUNT - 8)
            ink = self.palette.ink if count else self.palette.muted
            text_block(
                painter,
                number,
                number_text(count),
                60,
                BOLD,
                ink,
                max_lines=1,
                across=Across.CENTRE,
                down=Down.BOTTOM,
            )
        if come > 0.85 and self.result.average is Average.MEAN:
            self._paint_mean(painter, boxes, row)

    def _paint_mean(self, painter: QPainter, boxes: Sequence[QRectF], row: RevealRow) -> None:
        where = place_of(self.result, row)
        if where is None:
            return
        first, last = boxes[0].center().x(), boxes[-1].center().x()
        x, y = first + (last - first) * where, boxes[0].bottom() + 2
        diamond(painter, QPointF(x, y), 18, self.palette)
