"""Where columns and cards lie: geometry worked out from texts, widths and fonts."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics

from kdc_desktop.screens.consortia.contents import Card, CardKey, ColumnText
from kdc_desktop.screens.kit.theme import Theme

COLUMN_WIDTH = (216, 340)
ROOMY = 248
"""A card in a column at least so wide has its wish beside its words, else below the name."""
CLOSE_TOGETHER = (8, 8, 180)  # margin, gap and least width of two columns with little room
MARGIN, GAP, INSET, CARD_GAP = 24, 14, 12, 7
CARD_HEIGHT, ROW_HEIGHT, BADGE = 46, 30, 20
TICK, CLOSEST = 18, 2
TITLE_LINES = 2
MEASURED = 1000  # heights of texts that are remembered
KNOWN = 12  # letters, by which words that are cut are known again


class PlacedCard(NamedTuple):
    """A card, the column it is in, and its rectangle; `row`: it lies in the card of its member."""

    card: Card
    column: int
    rect: QRect
    row: bool = False

    @property
    def whole(self) -> str:
        """All that is written on it, whatever of it there is room for."""
        words = self.card.title, "" if self.row else self.card.below, self.card.chip
        return "\n".join(filter(None, words))


@dataclass(frozen=True)
class PlacedColumn:
    """A column with the rectangles of its parts; `cell` is where a drop counts for it.

    `status` is where the status ends at the right: beside what stands below the title, or under
    it where both do not fit.
    """

    text: ColumnText
    rect: QRect
    cell: QRect
    title: QRect
    below: QRect
    status: QRect
    badges: QRect
    notices: tuple[QRect, ...]


_Laid = tuple[PlacedColumn, list[PlacedCard]]


@dataclass(frozen=True)
class Layout:
    """Everything placed; the coordinates begin at the upper left of all content."""

    columns: tuple[PlacedColumn, ...] = ()
    cards: tuple[PlacedCard, ...] = ()
    size: QSize = field(default_factory=QSize)

    def card_at(self, point: QPoint) -> PlacedCard | None:
        """The innermost card at a point."""
        found = [placed for placed in self.cards if placed.rect.contains(point)]
        return found[-1] if found else None

    def column_at(self, point: QPoint) -> int | None:
        """The column at a point, by its cell."""
        for at, column in enumerate(self.columns):
            if column.cell.contains(point):
                return at
        return None

    def find(self, key: CardKey | None) -> PlacedCard | None:
        """The card with this key."""
        return next((placed for placed in self.cards if placed.card.key == key), None)

    def in_column(self, column: int) -> list[PlacedCard]:
        """The cards of a column from top to bottom."""
        return [placed for placed in self.cards if placed.column == column]


class _Wrapping(QFontMetrics):
    """Measures that remember how high a text is: one sentence stands in many columns."""

    def __init__(self, font: QFont) -> None:
        super().__init__(font)
        self.height_at = lru_cache(MEASURED)(partial(_height_at, QFontMetrics(font)))


def _height_at(metrics: QFontMetrics, text: str, width: int) -> int:
    wrap = int(Qt.TextFlag.TextWordWrap)
    return metrics.boundingRect(QRect(0, 0, width, 10_000), wrap, text).height()


class Ruler:
    """The measures of the look at the current text scale."""

    def __init__(self, theme: Theme) -> None:
        self.px = theme.px
        self.title = theme.font(16, QFont.Weight.Bold)
        self.name = theme.font(14)
        self.small = theme.font(12)
        self.strong = theme.font(12, QFont.Weight.DemiBold)
        self.title_metrics = _Wrapping(self.title)
        self.small_metrics = _Wrapping(self.small)
        self.strong_metrics = QFontMetrics(self.strong)
        self.name_metrics = QFontMetrics(self.name)
        self._known: dict[int, tuple[ColumnText, QPoint, int, _Laid]] = {}

    def column(self, text: ColumnText, at: int, corner: QPoint, width: int) -> _Laid:
        """A column laid out with its cards; what is as it was is not measured again."""
        if at in self._known:
            known, where, wide, laid = self._known[at]
            if known is text and wide == width:
                if where != corner:
                    laid = _shifted(laid, corner - where)
                    self._known[at] = (text, corner, width, laid)
                return laid
        laid = _column(text, at, corner, width, self)
        self._known[at] = (text, corner, width, laid)
        return laid

    def beside(self, text: ColumnText, width: int) -> bool:
        """Whether what stands below a title and the status have room in one line."""
        if not text.status:
            return True
        tick = self.px(TICK) if text.confirmed else 0
        below = self.small_metrics.horizontalAdvance(text.below)
        status = self.strong_metrics.horizontalAdvance(text.status)
        return below + status + tick + self.px(CLOSEST) <= width

    def names(self, text: ColumnText, width: int) -> bool:
        """Whether a column of this width has room for its whole title."""
        metrics, beside = self.title_metrics, self.px(2 * INSET + 26)
        room = width - beside - metrics.horizontalAdvance(f"{text.letter}  ")
        if any(metrics.horizontalAdvance(word) > room for word in text.title.split()):
            return False
        lines = TITLE_LINES * metrics.lineSpacing()
        if self.height_of(text.title, room, metrics) > lines:
            return False
        return all(self._tells(card, width - self.px(2 * INSET)) for card in text.cards)

    def _tells(self, card: Card, width: int) -> bool:
        """Whether a card of this width has room for its wish and the beginning of its words."""
        lock = 19 if card.pinned else 0
        room = width - self.px(BADGE + 33 + lock) - self.strong_metrics.horizontalAdvance(card.chip)
        known = card.below if len(card.below) <= KNOWN else f"{card.below[:KNOWN]}…"
        return self.small_metrics.horizontalAdvance(known) <= room

    def height_of(self, text: str, width: int, metrics: "_Wrapping", lines: int = 99) -> int:
        """How high a wrapped text is, in at most so many lines."""
        return min(metrics.height_at(text, width), lines * metrics.lineSpacing())


def arrange(columns: Sequence[ColumnText], width: int, ruler: Ruler) -> Layout:
    """Set columns side by side, as many as fit, and go on below."""
    px = ruler.px
    margin, gap, least = _spaced(columns, width, ruler)
    inner = max(least, width - 2 * margin)
    fitting = max(1, (inner + gap) // (least + gap))
    across = max(1, min(fitting, len(columns)))
    wide = min(px(COLUMN_WIDTH[1]), (inner - (across - 1) * gap) // across)
    placed: list[PlacedColumn] = []
    cards: list[PlacedCard] = []
    top = px(16)
    for first in range(0, len(columns), across):
        line = columns[first : first + across]
        made = []
        for at, column in enumerate(line):
            corner = QPoint(margin + at * (wide + gap), top)
            done, within = ruler.column(column, first + at, corner, wide)
            made.append(done)
            cards += within
        bottom = max(done.rect.bottom() for done in made) + 1
        for done in made:
            cell = QRect(done.rect)
            cell.setBottom(bottom - 1)
            cell.adjust(-gap // 2, -gap // 2, gap // 2, gap // 2)
            placed.append(replace(done, cell=cell))
        top = bottom + gap
    return Layout(tuple(placed), tuple(cards), QSize(2 * margin + wide, top + px(8)))


def is_higher(columns: Sequence[ColumnText], seen: QSize, ruler: Ruler) -> bool:
    """Whether the cards alone are surely higher than what is seen at once."""
    cards = sum(len(column.cards) for column in columns)
    across = max(1, seen.width() // ruler.px(COLUMN_WIDTH[0]))
    return cards * ruler.px(CARD_HEIGHT) > across * seen.height()


def _spaced(columns: Sequence[ColumnText], width: int, ruler: Ruler) -> tuple[int, int, int]:
    """Margin, gap and least width: two columns stand closer together before one stands alone.

    They do where both have room for their titles, and for what stands on their cards.
    """
    margin, gap, least = (ruler.px(length) for length in (MARGIN, GAP, COLUMN_WIDTH[0]))
    if width >= 2 * (margin + least) + gap:
        return margin, gap, least
    near, between, narrow = (ruler.px(length) for length in CLOSE_TOGETHER)
    each = (width - 2 * near - between) // 2
    if each >= narrow and all(ruler.names(column, each) for column in columns):
        return near, between, narrow
    return margin, gap, least


def _shifted(laid: _Laid, by: QPoint) -> _Laid:
    column, cards = laid
    moved = PlacedColumn(
        column.text,
        column.rect.translated(by),
        column.cell.translated(by),
        column.title.translated(by),
        column.below.translated(by),
        column.status.translated(by),
        column.badges.translated(by),
        tuple(rect.translated(by) for rect in column.notices),
    )
    return moved, [
        PlacedCard(one.card, one.column, one.rect.translated(by), one.row) for one in cards
    ]


def _column(
    text: ColumnText, at: int, corner: QPoint, width: int, ruler: Ruler
) -> tuple[PlacedColumn, list[PlacedCard]]:
    cards: list[PlacedCard] = []
    px = ruler.px
    inset = px(INSET)
    left, inner = corner.x() + inset, width - 2 * inset
    cap = px(26) if text.key else 0
    y = corner.y() + inset
    indent = ruler.title_metrics.horizontalAdvance(f"{text.letter}  ") if text.letter else 0
    room = inner - cap - indent
    title = ruler.height_of(text.title, room, ruler.title_metrics, TITLE_LINES)
    title_rect = QRect(left, y, inner - cap, title)
    y += title + px(3)
    line = ruler.small_metrics.lineSpacing()
    below = QRect(left, y, inner, ruler.height_of(text.below, inner, ruler.small_metrics))
    status = QRect(left, y, inner, line)
    if not ruler.beside(text, inner):
        status.moveTop(below.bottom() + 1)
    y = status.bottom() + 1 + px(4)
    badges = QRect(left, y, inner, px(BADGE) if text.badges else 0)
    y += badges.height() + px(8)
    for card in text.cards:
        height = px(CARD_HEIGHT) + len(card.rows) * px(ROW_HEIGHT)
        height += px(6) if card.rows else 0
        cards.append(PlacedCard(card, at, QRect(left, y, inner, height)))
        for place, row in enumerate(card.rows):
            row_top = y + px(CARD_HEIGHT) + place * px(ROW_HEIGHT)
            rect = QRect(left + px(6), row_top, inner - px(12), px(ROW_HEIGHT))
            cards.append(PlacedCard(row, at, rect, row=True))
        y += height + px(CARD_GAP)
    notices = []
    for sentence in text.notices:
        height = ruler.height_of(sentence, inner - px(20), ruler.small_metrics) + px(16)
        notices.append(QRect(left, y, inner, height))
        y += height + px(CARD_GAP)
    if not text.cards and not text.notices:
        y += px(CARD_HEIGHT)
    rect = QRect(corner.x(), corner.y(), width, y + px(5) - corner.y())
    return PlacedColumn(text, rect, rect, title_rect, below, status, badges, tuple(notices)), cards
