"""Consortia as cards, each with what it still lacks."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    MEDIUM,
    SEMIBOLD,
    SMALLEST,
    fit,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.marks import SectorCount, paint_tally
from kdc_desktop.audience.kit.slide import INNER, Slide, pages_of
from kdc_desktop.i18n import _, listed_and, ngettext, spoken, titled

_PER_PAGE = 9


@dataclass(frozen=True)
class ConsortiumCard:
    """One consortium: its letter ("B"), name, number of members, sectors, and its gaps.

    `gaps` are phrases that continue “still needs …”: ("a resident", "a lead").
    """

    letter: str
    name: str
    members: int
    by_sector: tuple[SectorCount, ...] = ()
    gaps: tuple[str, ...] = ()

    @property
    def gap_line(self) -> str:
        """“B still needs a resident and a lead”, or that nothing is missing."""
        if not self.gaps:
            return _("{consortium} has everyone it needs", consortium=self.letter)
        needs = listed_and(self.gaps)
        return _("{consortium} still needs {needs}", consortium=self.letter, needs=needs)

    @property
    def member_line(self) -> str:
        """“9 members”."""
        return ngettext("{count} member", "{count} members", self.members)


@dataclass(frozen=True, kw_only=True)
class ConsortiaSlide(Slide):
    """All consortia of the session."""

    headline: str
    cards: tuple[ConsortiumCard, ...]
    below: str = ""

    @property
    def pages(self) -> int:
        """9 cards fit on a page."""
        return pages_of(len(self.cards), _PER_PAGE)

    @property
    def title(self) -> str:
        """The headline."""
        return self.headline

    @property
    def description(self) -> str:
        """Each consortium with its gaps in words."""
        return spoken([self.headline, *(titled(c.name, c.gap_line) for c in self.cards)])

    def paint_content(self, painter: QPainter) -> None:
        """Up to nine cards in a grid."""
        below = self.with_page(self.below)
        top = self.paint_headline(painter, self.headline, below)
        shown = self.cards[self.page * _PER_PAGE : (self.page + 1) * _PER_PAGE]
        if not shown:
            self.empty_line(painter, _("The consortia come here as they form"))
            return
        columns = len(shown) if len(shown) < 3 else 2 if len(shown) == 4 else 3
        rows = -(-len(shown) // columns)
        width = (INNER - (columns - 1) * 24) / columns
        height = min(480.0, (950 - top - (rows - 1) * 24) / rows)
        for index, card in enumerate(shown):
            row, column = divmod(index, columns)
            box = QRectF(MARGIN + column * (width + 24), top + row * (height + 24), width, height)
            self._paint_card(painter, box, card)

    def _paint_card(self, painter: QPainter, box: QRectF, card: ConsortiumCard) -> None:
        colours = self.palette
        panel(painter, box, colours.surface)
        gap_colour = colours.warning if card.gaps else colours.good
        stripe = QRectF(box.left(), box.top() + 24, 6, box.height() - 48)
        panel(painter, stripe, gap_colour, radius=3)
        tall = box.height() >= 300
        inner = box.adjusted(36, 30, -28, -28) if tall else box.adjusted(32, 18, -24, -16)
        size = 34 if tall else SMALLEST
        gap = fit(card.gap_line, inner.width(), size * 2.7, size, SEMIBOLD, 2)
        foot = QRectF(inner.left(), inner.bottom() - gap.height, inner.width(), gap.height)
        text_block(painter, foot, card.gap_line, size, SEMIBOLD, gap_colour, max_lines=2)
        middle = foot.top() - (44 if tall else 30)
        mark = 44.0 if tall else 34.0
        paint_tally(
            painter,
            inner.left(),
            middle,
            card.by_sector,
            colours,
            mark=mark,
            size=size,
            limit=inner.right(),
        )
        top = middle - mark / 2 - 12
        if tall:
            members = QRectF(inner.left(), top - 48, inner.width(), 44)
            text_block(painter, members, card.member_line, 32, MEDIUM, colours.muted, max_lines=1)
            top = members.top() - 16
        self._paint_name(painter, QRectF(inner.topLeft(), QPointF(inner.right(), top)), card, tall)

    def _paint_name(self, painter: QPainter, box: QRectF, card: ConsortiumCard, tall: bool) -> None:
        size = 52 if tall else 40
        colours = self.palette
        letter = text_block(painter, box, card.letter, size, BOLD, colours.accent, max_lines=1)
        beside = QRectF(box)
        beside.setLeft(letter.right() + 20)
        text_block(painter, beside, card.name, size, BOLD, colours.ink, max_lines=3)
