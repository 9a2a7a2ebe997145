"""Interests: who wants to work on which winner."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    MEDIUM,
    SEMIBOLD,
    SMALLEST,
    Across,
    Down,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.marks import SectorCount, paint_tally
from kdc_desktop.audience.kit.slide import INNER, Slide, pages_of
from kdc_desktop.i18n import _, ngettext, number_text, spoken, titled

_PER_PAGE = 10


@dataclass(frozen=True)
class InterestLine:
    """One winner: how many want to join, by sector, and a note such as “still needs a resident”."""

    option: str
    people: int
    by_sector: tuple[SectorCount, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class InterestsSlide(Slide):
    """The winners with how many want to join the work on each."""

    prompt: str
    rows: tuple[InterestLine, ...]

    @property
    def turns_itself(self) -> bool:
        """All winners are to be read before one chooses."""
        return True

    @property
    def pages(self) -> int:
        """10 winners fit on a page."""
        return pages_of(len(self.rows), _PER_PAGE)

    @property
    def title(self) -> str:
        """The prompt."""
        return self.prompt

    @property
    def description(self) -> str:
        """The winners and their numbers in words."""
        return spoken(
            [self.prompt, *(titled(row.option, number_text(row.people)) for row in self.rows)]
        )

    def paint_content(self, painter: QPainter) -> None:
        """One card for each winner, in one column or two."""
        total = sum(row.people for row in self.rows)
        below = ngettext("{count} wish so far", "{count} wishes so far", total)
        top = self.paint_headline(painter, self.prompt, self.with_page(below))
        shown = self.rows[self.page * _PER_PAGE : (self.page + 1) * _PER_PAGE]
        if not shown:
            self.empty_line(painter, _("The winners of the vote come here"))
            return
        columns = 1 if len(shown) <= 4 else 2
        count = -(-len(shown) // columns)
        width = (INNER - (columns - 1) * 24) / columns
        step = min(176.0, (950 - top + 16) / count)
        for index, row in enumerate(shown):
            column, line = divmod(index, count)
            box = QRectF(MARGIN + column * (width + 24), top + line * step, width, step - 16)
            self._paint_card(painter, box, row)

    def _paint_card(self, painter: QPainter, box: QRectF, row: InterestLine) -> None:
        colours = self.palette
        panel(painter, box, colours.surface)
        text_block(
            painter,
            QRectF(box.left() + 12, box.top(), 130, box.height()),
            number_text(row.people),
            64,
            BOLD,
            colours.accent if row.people else colours.muted,
            max_lines=1,
            across=Across.CENTRE,
            down=Down.MIDDLE,
        )
        inner = box.adjusted(160, 8, -28, -10)
        tally = min(44.0, inner.height() * 0.34) if row.by_sector or row.note else 0.0
        name = QRectF(inner.left(), inner.top(), inner.width(), inner.height() - tally - 4)
        text_block(
            painter,
            name,
            row.option,
            38,
            SEMIBOLD,
            colours.ink,
            max_lines=2 if name.height() >= 70 else 1,
            one_line_from=30,
            down=Down.MIDDLE,
        )
        self._paint_tally(painter, inner, inner.bottom() - tally / 2, row)

    def _paint_tally(
        self, painter: QPainter, inner: QRectF, middle: float, row: InterestLine
    ) -> None:
        colours = self.palette
        end = paint_tally(
            painter, inner.left(), middle, row.by_sector, colours, limit=inner.right()
        )
        note = QRectF(end, middle - 20, max(0.0, inner.right() - end), 40)
        if note.width() > 160:
            text_block(
                painter,
                note,
                row.note,
                SMALLEST,
                MEDIUM,
                colours.warning,
                max_lines=1,
                across=Across.RIGHT,
                down=Down.MIDDLE,
            )
