"""The wall of offers and needs: what has met glows, what nobody offers stands apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    SEMIBOLD,
    Across,
    Down,
    text_block,
)
from kdc_desktop.audience.kit.slide import INNER, Slide, dotted, page_line, pages_of
from kdc_desktop.audience.offers.offer_card import OfferCard, paint_card
from kdc_desktop.i18n import _, listed_apart, ngettext, spoken, titled

_PAIRS, _CARDS, _DOWN = 4, 8, 4
_TOGETHER = 4  # rows in which all parts of a small wall stand on one page
_BETWEEN, _GAP, _FOOT = 176.0, 18.0, 966.0
_CIRCLE, _HEADING = 64.0, 42.0
_HALF = (INNER - _BETWEEN) / 2
_RIGHT = MARGIN + _HALF + _BETWEEN


@dataclass(frozen=True)
class PairLine:
    """An offer and a need, and the number that joins them; or such as only may meet."""

    offer: OfferCard
    need: OfferCard
    number: int
    met: bool


class _Part(Enum):
    """What a page of the wall holds."""

    PAIRS = "pairs"
    NEEDS = "needs"
    OFFERS = "offers"
    ALL = "all"


@dataclass(frozen=True, kw_only=True)
class OffersSlide(Slide):
    """Pairs side by side, then the needs that nobody meets, then the offers that nobody needs.

    Where there are few, they stand below each other on one page, offers at the left.
    """

    prompt: str
    pairs: tuple[PairLine, ...] = ()
    needs: tuple[OfferCard, ...] = ()
    offers: tuple[OfferCard, ...] = ()

    @property
    def turns_itself(self) -> bool:
        """Everybody looks for their own."""
        return True

    @property
    def pages(self) -> int:
        """Each part begins on a page of its own, unless all have room on one."""
        return max(1, len(self._pages))

    @property
    def _pages(self) -> list[tuple[_Part, int]]:
        """What each page holds, and from which entry of it on."""
        parts = (
            (_Part.PAIRS, len(self.pairs), _PAIRS),
            (_Part.NEEDS, len(self.needs), _CARDS),
            (_Part.OFFERS, len(self.offers), _CARDS),
        )
        several = sum(count > 0 for _part, count, _per_page in parts) > 1
        if several and self._rows <= _TOGETHER:
            return [(_Part.ALL, 0)]
        return [
            (part, page * per_page)
            for part, count, per_page in parts
            if count
            for page in range(pages_of(count, per_page))
        ]

    @property
    def _rows(self) -> int:
        """How many rows it takes, where what has met nothing stands below the pairs."""
        return len(self.pairs) + max(len(self.needs), len(self.offers))

    @property
    def title(self) -> str:
        """The prompt."""
        return self.prompt

    @property
    def description(self) -> str:
        """All of the wall in words."""
        pairs = [dotted(str(one.number), one.offer.told, one.need.told) for one in self.pairs]
        parts = (
            (_("Offers that meet needs"), pairs),
            (_("Who can help?"), [one.told for one in self.needs]),
            (_("On offer"), [one.told for one in self.offers]),
        )
        told = (titled(name, listed_apart(lines)) for name, lines in parts if lines)
        return spoken((self.prompt, self._counts(), *told))

    def _counts(self) -> str:
        met = sum(one.met for one in self.pairs)
        likely = len(self.pairs) - met
        return dotted(
            ngettext("{count} match", "{count} matches", met) if met else "",
            ngettext("{count} may match", "{count} may match", likely) if likely else "",
            ngettext("{count} need is open", "{count} needs are open", len(self.needs))
            if self.needs
            else "",
        )

    def paint_content(self, painter: QPainter) -> None:
        """The page that is shown."""
        below = dotted(self._counts(), page_line(self.page, self.pages))
        top = self.paint_headline(painter, self.prompt, below)
        if not self._pages:
            self.empty_line(painter, _("What you offer and what you need comes here"))
            return
        part, first = self._pages[min(self.page, self.pages - 1)]
        if part is _Part.ALL:
            self._paint_all(painter, top)
        elif part is _Part.PAIRS:
            self._paint_pairs(painter, top, self.pairs[first : first + _PAIRS])
        elif part is _Part.NEEDS:
            shown, colours = self.needs[first : first + _CARDS], self.palette
            self._paint_cards(painter, top, _("Who can help?"), shown, colours.warning)
        else:
            shown, colours = self.offers[first : first + _CARDS], self.palette
            self._paint_cards(painter, top, _("On offer"), shown, colours.good)

    def _heading(self, painter: QPainter, left: float, top: float, words: str, colour: str) -> None:
        box = QRectF(left, top, INNER / 2, 44)
        text_block(painter, box, words, 34, SEMIBOLD, colour, max_lines=1, down=Down.MIDDLE)

    def _paint_pairs(
        self, painter: QPainter, top: float, shown: Sequence[PairLine], step: float = 0.0
    ) -> float:
        """Paint pairs, each as high as a `step`; where the last one ends."""
        colours = self.palette
        self._heading(painter, MARGIN, top - 26, _("Offers"), colours.good)
        self._heading(painter, _RIGHT, top - 26, _("Needs"), colours.warning)
        top += _HEADING
        step = step or (_FOOT - top) / _PAIRS
        for at, pair in enumerate(shown):
            y = top + at * step
            offer = QRectF(MARGIN, y, _HALF, step - _GAP)
            need = QRectF(_RIGHT, y, _HALF, step - _GAP)
            self._paint_line(painter, offer, need, pair)
            border = colours.accent if pair.met else colours.line
            for box, card in ((offer, pair.offer), (need, pair.need)):
                paint_card(painter, box, card, colours, border=border, glows=pair.met)
        return top + len(shown) * step

    def _paint_all(self, painter: QPainter, top: float) -> None:
        """The pairs, and below them what has met nothing: offers left, needs right."""
        colours, left_over = self.palette, bool(self.offers or self.needs)
        headings = _HEADING * bool(self.pairs) + (_HEADING + 26) * left_over
        step = (_FOOT - top - headings) / max(self._rows, _TOGETHER - 1)
        if self.pairs:
            top = self._paint_pairs(painter, top, self.pairs, step) + 26
        sides = (
            (MARGIN, _("On offer"), self.offers, colours.good),
            (_RIGHT, _("Who can help?"), self.needs, colours.warning),
        )
        for left, words, cards, colour in sides:
            if cards:
                self._heading(painter, left, top - 26, words, colour)
            for at, card in enumerate(cards):
                box = QRectF(left, top + _HEADING + at * step, _HALF, step - _GAP)
                paint_card(painter, box, card, colours, border=colour)

    def _paint_line(self, painter: QPainter, offer: QRectF, need: QRectF, pair: PairLine) -> None:
        """What joins them: whole and filled where they have met, dashed and hollow before."""
        colours = self.palette
        colour = colours.accent if pair.met else colours.muted
        pen = QPen(QColor(colour), 7 if pair.met else 4)
        if not pair.met:
            pen.setDashPattern([2.0, 2.0])
        middle = offer.center().y()
        painter.setPen(pen)
        painter.drawLine(QPointF(offer.right(), middle), QPointF(need.left(), middle))
        circle = QRectF(0, 0, _CIRCLE, _CIRCLE)
        circle.moveCenter(QPointF((offer.right() + need.left()) / 2, middle))
        painter.setPen(QPen(QColor(colour), 4))
        painter.setBrush(QColor(colours.accent if pair.met else colours.paper))
        painter.drawEllipse(circle)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        text_block(
            *(painter, circle, str(pair.number), 34, BOLD),
            colours.on_accent if pair.met else colours.muted,
            max_lines=1,
            across=Across.CENTRE,
            down=Down.MIDDLE,
        )

    def _paint_cards(
        self, painter: QPainter, top: float, words: str, shown: Sequence[OfferCard], colour: str
    ) -> None:
        self._heading(painter, MARGIN, top - 26, words, colour)
        top += _HEADING
        columns = -(-len(shown) // _DOWN)
        width, step = (INNER - (columns - 1) * 24) / columns, (_FOOT - top) / _DOWN
        for at, card in enumerate(shown):
            column, row = divmod(at, _DOWN)
            box = QRectF(MARGIN + column * (width + 24), top + row * step, width, step - _GAP)
            paint_card(painter, box, card, self.palette, border=colour)
