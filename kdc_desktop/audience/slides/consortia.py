"""Consortia as cards, each with what it still lacks."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.ink import (
    BOLD,
    MARGIN,
    MEDIUM,
    SEMIBOLD,
    SMALLEST,
    counted,
    fit,
    panel,
    say,
    text_block,
)
from kdc_desktop.audience.marks import SectorCount, paint_tally
from kdc_desktop.audience.slides.base import INNER, Slide, joined, page_line, pages_of

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
            return say("audience", "{letter} has everyone it needs").format(letter=self.letter)
        last = say("audience", " and ").join((", ".join(self.gaps[:-1]), self.gaps[-1]))
        needs = last if len(self.gaps) > 1 else self.gaps[0]
        return say("audience", "{letter} still needs {needs}").format(
            letter=self.letter, needs=needs
        )


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
        return ". ".join([self.headline, *(f"{c.name}: {c.gap_line}" for c in self.cards)])

    def paint_content(self, painter: QPainter) -> None:
        """Up to nine cards in a grid."""
        below = joined(self.below, page_line(self.page, self.pages))
        top = self.paint_headline(painter, self.headline, below)
        shown = self.cards[self.page * _PER_PAGE : (self.page + 1) * _PER_PAGE]
        if not shown:
            self.empty_line(painter, say("audience", "The consortia come here as they form"))
            return
        columns = len(shown) if len(shown) < 3 else 2 if len(shown) == 4 else 3
        rows = -(-len(shown) // columns)
        width = (INNER - (columns - 1) * 24) / columns
        height = min(420.0, (950 - top - (rows - 1) * 24) / rows)
        for index, card in enumerate(shown):
            row, column = divmod(index, columns)
            box = QRectF(MARGIN + column * (width + 24), top + row * (height + 24), width, height)
            self._paint_card(painter, box, card)

    def _paint_card(self, painter: QPainter, box: QRectF, card: ConsortiumCard) -> None:
        colours = self.palette
        panel(painter, box, colours.surface)
        gap_colour = colours.warning if card.gaps else colours.good
        panel(
            painter, QRectF(box.left(), box.top() + 24, 6, box.height() - 48), gap_colour, radius=3
        )
        inner = box.adjusted(32, 18, -24, -16)
        gap = fit(card.gap_line, inner.width(), 74, SMALLEST, SEMIBOLD, 2)
        gap_box = QRectF(inner.left(), inner.bottom() - gap.height, inner.width(), gap.height)
        text_block(painter, gap_box, card.gap_line, SMALLEST, SEMIBOLD, gap_colour, max_lines=2)
        middle = gap_box.top() - 30
        self._paint_members(painter, inner, middle, card)
        name_box = QRectF(inner.left(), inner.top(), inner.width(), middle - 30 - inner.top())
        letter = text_block(painter, name_box, card.letter, 44, BOLD, colours.accent, max_lines=1)
        name_box.setLeft(letter.right() + 20)
        text_block(painter, name_box, card.name, 40, BOLD, colours.ink, max_lines=3)

    def _paint_members(
        self, painter: QPainter, inner: QRectF, middle: float, card: ConsortiumCard
    ) -> None:
        colours = self.palette
        end = paint_tally(
            painter, inner.left(), middle, card.by_sector, colours, limit=inner.right()
        )
        members = counted(card.members, say("audience", "member"), say("audience", "members"))
        room = QRectF(end, middle - 20, max(0.0, inner.right() - end), 40)
        if fit(members, room.width(), 40, SMALLEST, MEDIUM, 1).whole:
            text_block(
                painter,
                room,
                members,
                SMALLEST,
                MEDIUM,
                colours.muted,
                max_lines=1,
                across="right",
                down="middle",
            )
