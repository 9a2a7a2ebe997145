"""The reveal: bars grow from the last place to the first, with sector shares in the total."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    MARGIN,
    SMALLEST,
    Across,
    Down,
    fit,
    text_block,
)
from kdc_desktop.audience.kit.slide import FOOT, INNER
from kdc_desktop.audience.polls.result_picture import RevealRow
from kdc_desktop.audience.polls.result_slide import ResultSlide
from kdc_desktop.audience.polls.sector_bar import (
    NEARLY_HIGH,
    has_nearly,
    paint_legend,
    paint_nearly,
    paint_sectors,
    sectors_told,
)
from kdc_desktop.audience.polls.values_ink import LARGEST, Values, values_of
from kdc_desktop.i18n import listed, titled

BAR_LEFT = 846.0
BAR_WIDTH = 820.0
_LEAST_NEXT, _MOST_WORDS = 200.0, 310.0


@dataclass(frozen=True, kw_only=True)
class RevealSlide(ResultSlide):
    """A bar for each option, as long as its total, with the sectors' shares in it."""

    bar_left: ClassVar[float] = BAR_LEFT
    bar_wide: ClassVar[float] = BAR_WIDTH
    total_wide: ClassVar[float] = 150.0
    total_lines: ClassVar[int] = 2

    @cached_property
    def totals(self) -> Values:
        """What all rows came to; a column of words is wider."""
        texts = (row.written_total for row in self.rows)
        return values_of(texts, self.total_wide, _MOST_WORDS, self.total_lines)

    @property
    def most(self) -> float:
        """What the longest bar stands for."""
        return max(*(row.total for row in self.rows), 1e-9)

    def row_words(self, row: RevealRow) -> str:
        """With what each sector gave."""
        told, sectors = super().row_words(row), sectors_told(row)
        return titled(told, listed(sectors)) if sectors else told

    @property
    def _room(self) -> float:
        return self.bar_wide + self.total_wide - self.totals.wide

    def paint_row(self, painter: QPainter, box: QRectF, row: RevealRow, grown: float) -> None:
        """The bar, and the total once it is nearly there."""
        self.paint_bar(painter, box, row, grown, 76.0)
        if grown > 0.85:
            self.paint_total(painter, box, row)

    def paint_bar(
        self, painter: QPainter, box: QRectF, row: RevealRow, grown: float, highest: float
    ) -> None:
        """The bar in the middle of its row, with what is only nearly told below it."""
        nearly = NEARLY_HIGH if has_nearly(row) else 0.0
        high = min(highest, box.height() - nearly)
        top = box.center().y() - (high + nearly) / 2
        if row.total > 0:
            wide = max(3.0, self._room * row.total / self.most * grown)
            paint_sectors(painter, QRectF(self.bar_left, top, wide, high), row, self.palette)
        if nearly:
            line = QRectF(self.bar_left, top + high, self._room, nearly)
            paint_nearly(painter, line, row, self.palette)

    def paint_total(
        self, painter: QPainter, box: QRectF, row: RevealRow, size: int = LARGEST
    ) -> None:
        """The total at the right of its row."""
        self.totals.paint(painter, box, row.written_total, self.palette.ink, size)

    def paint_foot(self, painter: QPainter) -> None:
        """The legend of what appears in bars, and what comes next where there is room."""
        shown = () if self.result.too_few else self.rows
        right = paint_legend(painter, shown, self.palette)
        if right == MARGIN:
            super().paint_foot(painter)
            return
        room = min(520.0, MARGIN + INNER - right)
        if room < _LEAST_NEXT:
            return
        next_line = fit(self.next_line(), room, 40, SMALLEST, max_lines=1)
        text_block(
            painter,
            QRectF(MARGIN + INNER - room, FOOT - 20, room, 40),
            " ".join(next_line.lines),  # untranslated: a text in lines
            SMALLEST,
            colour=self.palette.muted,
            max_lines=1,
            across=Across.RIGHT,
            down=Down.MIDDLE,
        )
