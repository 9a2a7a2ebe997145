"""The reveal: bars grow from the last place to the first, with sector shares in the total."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    SMALLEST,
    Across,
    Down,
    fit,
    text_block,
    text_width,
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
from kdc_desktop.i18n import listed, titled

BAR_LEFT = 846.0
BAR_WIDTH = 820.0
_LEAST_NEXT, _MOST_WORDS = 200.0, 160.0


@dataclass(frozen=True, kw_only=True)
class RevealSlide(ResultSlide):
    """A bar for each option, as long as its total, with the sectors' shares in it."""

    bar_left: ClassVar[float] = BAR_LEFT
    bar_wide: ClassVar[float] = BAR_WIDTH
    total_wide: ClassVar[float] = 150.0

    @cached_property
    def more_for_words(self) -> float:
        """How much narrower bars are, where totals are words instead of numbers."""
        totals = (text_width(row.written_total, SMALLEST, BOLD) for row in self.rows)
        return min(_MOST_WORDS, max(0.0, max(totals, default=0.0) + 4 - self.total_wide))

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
        return self.bar_wide - self.more_for_words

    def paint_row(self, painter: QPainter, box: QRectF, row: RevealRow, grown: float) -> None:
        """The bar, and the total once it is nearly there."""
        self.paint_bar(painter, box, row, grown, 76.0)
        if grown > 0.85:
            self.paint_total(painter, box, row, 44)

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

    def paint_total(self, painter: QPainter, box: QRectF, row: RevealRow, size: int) -> None:
        """The total at the right of its row."""
        wide = self.total_wide + self.more_for_words
        text_block(
            painter,
            QRectF(box.right() - wide, box.top(), wide, box.height()),
            row.written_total,
            size,
            BOLD,
            self.palette.ink,
            max_lines=1,
            across=Across.RIGHT,
            down=Down.MIDDLE,
        )

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
