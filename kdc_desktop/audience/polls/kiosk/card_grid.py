"""The options of a paper, arranged on as few pages as their titles allow."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.kit.ink import text_width
from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.audience.polls.kiosk.look import ROOMY, Look
from kdc_desktop.audience.polls.kiosk.option_card import (
    CardShows,
    OptionCard,
    hands_width,
    letters_for,
    note_letters,
    title_heights,
    title_room,
)
from kdc_desktop.audience.polls.kiosk.pager import Pager

GAPS = (22, 12)  # between cards; the second where it saves a page


@dataclass(frozen=True)
class Shape:
    """How options stand on a page, as many on each; `card` is the size of one, `letters` that of
    all titles in pixels, as is the `gap` between cards; `whole`: no title is cut."""

    columns: int
    gap: int
    per_page: int
    card: QSize
    letters: int
    whole: bool
    pages: int


class CardGrid(QWidget):
    """Shows one page of options; `given` and `taken` carry an option's id, `entered` its place from
    0 when it gets the focus, `filled` tells that other cards are shown. `pager` stands wherever its
    owner puts it. No card is made higher than `tallest` for the sake of its title."""

    given = Signal(int)
    taken = Signal(int)
    entered = Signal(int)
    filled = Signal()

    def __init__(
        self,
        look: Look,
        parent: QWidget | None = None,
        *,
        tallest: int,
    ) -> None:
        super().__init__(parent)
        self._look, self._tallest = look, tallest
        self._options: tuple[tuple[int, str], ...] = ()
        self._single, self._notes = False, tuple[str, ...]()
        self._cards: list[OptionCard] = []
        self._current = self._page = 0
        self.shape = Shape(1, 1, 1, QSize(1, 1), 1, whole=True, pages=1)
        self.pager = Pager(self)

    def show_options(
        self, options: tuple[tuple[int, str], ...], *, single: bool, notes: tuple[str, ...] = ()
    ) -> None:
        """Show these (option id, title), from the first page on; `notes` are the longest that may
        stand below titles."""
        self._options, self._single, self._notes = options, single, notes
        self._current = 0
        self._arrange()

    def set_look(self, look: Look) -> None:
        """Wear another palette or size."""
        self._look = look
        self.pager.be_short(look.text > ROOMY)
        for card in self._cards:
            card.set_look(look)
        self._arrange()

    def show_given(self, shown: Callable[[int], CardShows], left_line: str) -> None:
        """Show what is given by option id; `left_line` says aloud what is left."""
        for card in self._cards:
            if not card.isHidden():
                says = shown(card.option_id)
                card.setAccessibleDescription(dotted(says.note, left_line))
                card.show_given(says, single=self._single)

    def focus(self, place: int) -> None:
        """Go to the option at this place, turning the page if need be."""
        self._current = place
        if place // self.shape.per_page != self._page:
            self._fill()
        card = self._cards[place % self.shape.per_page]
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_after_turning(self, pages: int) -> int | None:
        """The first place of the page that many pages on; None when there is no other page."""
        page = min(max(0, self._page + pages), self.shape.pages - 1)
        return None if page == self._page else page * self.shape.per_page

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Find out how many options fit, and show the page with the current one."""
        wide = self.width() >= self._look.px(1100)
        shapes: list[Shape] = []
        for gap in GAPS:
            shapes += [self._shape(at, self._look.px(gap)) for at in ((2, 1) if wide else (1,))]
            self.shape = min(shapes, key=lambda shape: (not shape.whole, shape.pages))
            if self.shape.pages == 1:
                break
        self._fill()

    def _shape(self, columns: int, gap: int) -> Shape:
        look = self._look
        hands = hands_width(look, single=self._single)
        width = (self.width() - gap * (columns - 1)) // columns
        low = look.target(64) + look.px(24)
        base = max(low, look.px(132))
        heights = [
            title_heights(title, width, look, hands, notes=bool(self._notes))
            for _, title in self._options
        ]
        wanted = max((largest for largest, _ in heights), default=base)
        needed = max((smallest for _, smallest in heights), default=base)
        most = max(base, min(look.px(self._tallest), self.height()))
        least = min(max(low, needed), most)  # lower than is nice, where that saves a page
        fit = max(1, (self.height() + gap) // (least + gap))
        pages = max(1, ceil(len(self._options) / (fit * columns)))
        per_page = max(1, ceil(len(self._options) / pages))  # as many on the last as on the first
        rows = ceil(per_page / columns)
        height = (self.height() - gap * (rows - 1)) // rows
        card = QSize(width, max(1, min(height, max(base, least, wanted))))
        titles = [title for _, title in self._options]
        letters = letters_for(titles, card, look, hands, notes=bool(self._notes))
        room = title_room(width, look, hands)
        said = all(text_width(note, note_letters(look)) <= room for note in self._notes)
        return Shape(columns, gap, per_page, card, letters, needed <= most and said, pages)

    def _fill(self) -> None:
        shape, gap = self.shape, self.shape.gap
        self._page = self._current // shape.per_page
        first = self._page * shape.per_page
        shown = self._options[first : first + shape.per_page]
        while len(self._cards) < len(shown):
            self._cards.append(self._new_card())
        width, height = shape.card.width(), shape.card.height()
        for at, card in enumerate(self._cards):
            card.setVisible(at < len(shown))
            if at < len(shown):
                row, column = divmod(at, shape.columns)
                left, top = column * (width + gap), row * (height + gap)
                card.setGeometry(left, top, width, height)
                card.show_option(first + at + 1, *shown[at], shape.letters, notes=bool(self._notes))
        self.pager.show_page(self._page, shape.pages)
        self.filled.emit()

    def _new_card(self) -> OptionCard:
        card = OptionCard(self._look, self)
        card.given.connect(self.given)
        card.taken.connect(self.taken)
        card.entered.connect(self._entered)
        return card

    def _entered(self, number: int) -> None:
        self._current = number - 1
        self.entered.emit(self._current)
