"""Rows of levels on as few pages as they need: a row for each option, or for each criterion."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.kit.ink import SEMIBOLD, fit, text_width
from kdc_desktop.audience.polls.kiosk.ballot import BLANK, Ballot
from kdc_desktop.audience.polls.kiosk.level_card import LevelCard, around, indent
from kdc_desktop.audience.polls.kiosk.level_shape import LevelShape, LevelWords, level_shape
from kdc_desktop.audience.polls.kiosk.look import ROOMY, Look
from kdc_desktop.audience.polls.kiosk.option_card import number_width, title_sizes
from kdc_desktop.audience.polls.kiosk.pager import Pager
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.method import PaperKind
from kdc_desktop.i18n import number_text

GAPS = (22, 12)  # between cards; the second where it saves a page
_ONE_OF_SEVERAL, _SOLE = 64, 112  # the height of a button


@dataclass(frozen=True)
class LevelPage:
    """How cards stand on a page, as many on each: `lines` rows on a `card` below a `head` of so
    many pixels, titles in `letters` of one size. `over`: how much higher than the page a card would
    have to be to show its title whole."""

    columns: int
    gap: int
    letters: int
    levels: LevelShape
    head: int
    card: QSize
    lines: int
    per_page: int
    pages: int
    over: int


class LevelGrid(QWidget):
    """Shows one page of rows; their places are those of the ballot's spots, from 0.

    `answered` carries a place and the level, `cleared` and `entered` a place, `filled` tells that
    other rows are shown. `pager` stands wherever its owner puts it.
    """

    answered = Signal(int, int)
    cleared = Signal(int)
    entered = Signal(int)
    filled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None, *, tallest: int) -> None:
        super().__init__(parent)
        self._look, self._ballot, self._tallest = look, BLANK, tallest
        self._cards: list[LevelCard] = []
        self._on_cards: list[Sequence[int]] = []  # the places on each card of all pages
        self._current = self._page = 0
        self.shape = self._measure(1, 1, 1)
        self.pager = Pager(self)

    def show_ballot(self, ballot: Ballot) -> None:
        """Show the rows of this ballot, from the first page on."""
        self._ballot, self._current = ballot, 0
        self._arrange()

    def set_look(self, look: Look) -> None:
        """Wear another palette or size."""
        self._look = look
        self.pager.be_short(look.text > ROOMY)
        for card in self._cards:
            card.set_look(look)
        self._arrange()

    def show_values(self, says: Callable[[int], tuple[int | None, str]], left_line: str) -> None:
        """Show what is said at each place, as a number and in words; `left_line` is said too."""
        for card in self._cards:
            if not card.isHidden():
                for place, row in card.shown.items():
                    row.setAccessibleDescription(left_line)
                    row.show_value(*says(place))

    def focus(self, place: int) -> None:
        """Go to the row at this place, turning the page if need be."""
        self._current = place
        if self._page_of(place) != self._page:
            self._fill()
        for card in self._cards:
            if not card.isHidden() and place in card.shown:
                card.shown[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def first_after_turning(self, pages: int) -> int | None:
        """The first place of the page that many pages on; None when there is no other page."""
        page = min(max(0, self._page + pages), self.shape.pages - 1)
        return None if page == self._page else self._on_cards[page * self.shape.per_page][0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Find out how many rows fit, and show the page with the current one."""
        columns = (1, 2) if self.width() >= self._look.px(1100) else (1,)
        sizes = self._sizes
        gaps = [self._look.px(gap) for gap in GAPS]
        shapes = [self._measure(*how) for how in _each(columns, sizes, gaps)]
        self.shape = min(shapes, key=lambda one: (one.over, not one.levels.buttons, one.pages))
        self._on_cards = list(self._chunks(self.shape.lines))
        self._fill()

    def _measure(self, columns: int, letters: int, gap: int) -> LevelPage:
        look, ballot, height = self._look, self._ballot, self.height()
        width = (self.width() - gap * (columns - 1)) // columns
        edges, numbered = 2 * look.px(26), number_width(look) + look.px(16)
        titles = [title for _key, title in ballot.options]
        judged = [one.name for one in ballot.terms.criteria] if self._grouped else []
        inside = width - edges - (indent(look) + 2 * look.px(8) if judged else numbered)
        longest = max((text_width(one, letters, SEMIBOLD) for one in judged or titles), default=0)
        levels = level_shape(look, self._words, inside, longest)
        room = inside - (0 if levels.below else levels.hands + look.px(16))
        line = _line(_tallest(judged or titles, room, letters), look, levels)
        head = _tallest(titles, width - edges - numbered, letters) if judged else 0
        lines = _balanced(len(judged) or 1, (height - around(look, head)) // line)
        card = around(look, head) + lines * line if judged else line
        cards = len(titles) * ceil((len(judged) or 1) / lines)
        fit_in_column = max(1, (height + gap) // (card + gap))
        pages = max(1, ceil(cards / (fit_in_column * columns)))
        per_page = max(1, ceil(cards / pages))
        rows = ceil(per_page / columns)
        most = (height - gap * (rows - 1)) // rows
        nice = card if judged else max(card, look.px(min(132, self._tallest)))
        size = QSize(width, max(1, min(most, nice)))
        over = max(0, card - height)
        head = max(letters, head - over) if judged else 0
        return LevelPage(columns, gap, letters, levels, head, size, lines, per_page, pages, over)

    @property
    def _sizes(self) -> tuple[int, ...]:
        """The letters of titles that are tried; a single one has room for large ones."""
        sizes = title_sizes(self._look)
        return (self._look.letters(48), self._look.letters(38), *sizes) if self._sole else sizes

    @property
    def _words(self) -> LevelWords:
        ballot = self._ballot
        keys = () if ballot.in_numbers else ballot.level_keys
        names = tuple(str(level.name) for level in ballot.levels)
        return LevelWords(names, keys, _SOLE if self._sole else _ONE_OF_SEVERAL, not ballot.needs)

    @property
    def _sole(self) -> bool:
        """Whether there is but one question, so that its buttons may be large."""
        return len(self._ballot.spots) == 1

    @property
    def _grouped(self) -> bool:
        return self._ballot.kind is PaperKind.GRID

    def _chunks(self, lines: int) -> Iterator[Sequence[int]]:
        """The places on each card: of one option, as many criteria as stand on it."""
        places: dict[int, list[int]] = {key: [] for key in self._ballot.terms.ids}
        for place, spot in enumerate(self._ballot.spots):
            places[spot.option_id].append(place)
        for some in places.values():
            yield from (some[at : at + lines] for at in range(0, len(some), lines))

    def _page_of(self, place: int) -> int:
        at = next((at for at, some in enumerate(self._on_cards) if place in some), 0)
        return at // self.shape.per_page

    def _fill(self) -> None:
        shape = self.shape
        self._page = self._page_of(self._current)
        shown = self._on_cards[self._page * shape.per_page :][: shape.per_page]
        while len(self._cards) < len(shown):
            self._cards.append(self._new_card())
        width, height = shape.card.width(), shape.card.height()
        rows = max(1, ceil(shape.per_page / shape.columns))
        for at, card in enumerate(self._cards):
            card.setVisible(at < len(shown))
            if at < len(shown):
                column, row = divmod(at, rows)
                left, top = column * (width + shape.gap), row * (height + shape.gap)
                card.setGeometry(left, top, width, height)
                self._show_card(card, shown[at])
        self.pager.show_page(self._page, shape.pages)
        self.filled.emit()

    def _show_card(self, card: LevelCard, places: Sequence[int]) -> None:
        ballot, shape = self._ballot, self.shape
        option_id = ballot.spots[places[0]].option_id
        number = number_text(ballot.terms.ids.index(option_id) + 1)
        title = ballot.terms.title(option_id)
        names = {place: self._name(ballot.spots[place]) for place in places}
        levels, keys = ballot.levels, self._words.keys
        card.show_rows(number, title, names, levels, keys, shape.levels, shape.letters, shape.head)

    def _name(self, spot: Spot) -> str:
        return self._ballot.criterion(spot) if self._grouped else ""

    def _new_card(self) -> LevelCard:
        card = LevelCard(self._look, self)
        card.answered.connect(self.answered)
        card.cleared.connect(self.cleared)
        card.entered.connect(self._entered)
        return card

    def _entered(self, place: int) -> None:
        self._current = place
        self.entered.emit(place)


def _each(
    columns: Iterable[int], sizes: Iterable[int], gaps: Iterable[int]
) -> Iterator[tuple[int, int, int]]:
    """All ways in which a page could be laid out, those that are nicer first."""
    sizes, gaps = tuple(sizes), tuple(gaps)
    return ((one, size, gap) for one in columns for size in sizes for gap in gaps)


def _tallest(texts: Iterable[str], room: int, letters: int) -> int:
    """How high the longest of these is in this width, in pixels."""
    heights = (
        fit(text, room, 10_000, letters, SEMIBOLD, smallest=letters).height for text in texts
    )
    return ceil(max(heights, default=letters))


def _line(title: int, look: Look, levels: LevelShape) -> int:
    """How high a row is with such a title, in pixels."""
    hands = levels.high
    inner = title + look.px(6) + hands if levels.below else max(title, hands)
    return inner + 2 * look.px(8) + 8


def _balanced(number: int, room: int) -> int:
    """How many of so many stand on each card where there is room for some."""
    cards = ceil(number / max(1, room))
    return ceil(number / max(1, cards))
