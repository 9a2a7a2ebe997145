"""The ballot paper as a widget: for the kiosk, and for the facilitator who enters one by hand."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.audience.ink import say
from kdc_desktop.audience.kiosk.look import Look, style_sheet
from kdc_desktop.audience.kiosk.option_card import OptionCard
from kdc_desktop.domain.polls import BY_KEY

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True)
class Ballot:
    """What a paper offers: (option id, title) in order, and the rule; `marks_each` 0: no limit."""

    options: tuple[tuple[int, str], ...]
    method: str = "dots"
    marks_each: int = 5
    stacking: bool = True

    @property
    def dots(self) -> bool:
        """Whether marks are dots; otherwise each is a yes."""
        return BY_KEY[self.method].may_stack

    @property
    def most_on_one(self) -> int:
        """How many marks one option can get."""
        if not (self.dots and self.stacking):
            return 1
        return self.marks_each or 99


class PaperWidget(QWidget):
    """Options with what the voter gives each; it never lets them give more than they have.

    Keys: arrows go from option to option, Space and + give, − and Backspace take back, digits
    give to the option with that number, Page Up and Page Down turn the page. `done_wanted` is
    emitted on Enter, `changed` after every mark and every move.
    """

    changed = Signal()
    done_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.digit_pause = 700
        """Milliseconds to wait for a second digit, where one could follow."""
        self._look = look
        self._ballot = Ballot(())
        self._marks: dict[int, int] = {}
        self._cards: list[OptionCard] = []
        self._page = 0
        self._current = 0
        self._shape = (1, 1)
        self._typed = ""
        self._digits = QTimer(self, singleShot=True)
        self._digits.timeout.connect(self._give_typed)
        self._grid = QGridLayout()
        self._pages = QWidget(self)
        self._page_label = QLabel(self._pages)
        self.previous_button = self._page_button("previous_page", "‹", -1)
        self.next_button = self._page_button("next_page", "›", 1)
        self._lay_out()
        self.set_look(look)

    def show_ballot(self, ballot: Ballot, marks: Mapping[int, int] | None = None) -> None:
        """Show this paper, blank or with these marks; nothing of the one before is left."""
        self._ballot = ballot
        self._marks = dict(marks or {})
        self._page = self._current = 0
        self._typed = ""
        self._digits.stop()
        self._arrange()
        self.changed.emit()

    def set_look(self, look: Look) -> None:
        """Wear another palette or size."""
        self._look = look
        self.setStyleSheet(style_sheet(look))
        self._grid.setSpacing(look.px(22))
        for card in self._cards:
            card.set_look(look)
        self._arrange()

    @property
    def ballot(self) -> Ballot:
        """What is voted on, and how."""
        return self._ballot

    @property
    def marks(self) -> dict[int, int]:
        """What is given, by option id; options without a mark are left out."""
        return {option: count for option, count in self._marks.items() if count}

    @property
    def given(self) -> int:
        """How many marks are on the paper."""
        return sum(self._marks.values())

    @property
    def left(self) -> int | None:
        """How many marks are left to give; None when there is no limit."""
        return self._ballot.marks_each - self.given if self._ballot.marks_each else None

    @property
    def left_line(self) -> str:
        """What is left, in words: “2 of 5 left”."""
        if self.left is None:
            return say("kiosk", "{number} chosen").format(number=self.given)
        return say("kiosk", "{left} of {all} left").format(
            left=self.left, all=self._ballot.marks_each
        )

    def give(self, option_id: int) -> None:
        """One more for an option, if there is one left; a yes that is there is taken back."""
        count = self._marks.get(option_id, 0)
        if count >= self._ballot.most_on_one:
            if self._ballot.most_on_one == 1:
                self.take(option_id)
            return
        if self.left == 0:
            return
        self._marks[option_id] = count + 1
        self._show_marks()

    def take(self, option_id: int) -> None:
        """One less for an option."""
        if self._marks.get(option_id, 0):
            self._marks[option_id] -= 1
            self._show_marks()

    def focus_option(self, place: int) -> None:
        """Go to the option at this place, from 0, turning the page if need be."""
        if not self._ballot.options:
            return
        self._current = min(max(0, place), len(self._ballot.options) - 1)
        page = self._current // self._per_page
        if page != self._page:
            self._page = page
            self._fill()
        self._cards[self._current % self._per_page].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def turn(self, pages: int) -> None:
        """Go on or back by pages."""
        last = max(0, -(-len(self._ballot.options) // self._per_page) - 1)
        page = min(max(0, self._page + pages), last)
        if page != self._page:
            self.focus_option(page * self._per_page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._give_typed()
                self.done_wanted.emit()
        elif key in _STEPS:
            across, down = _STEPS[Qt.Key(key)]
            self.focus_option(self._current + across + down * self._shape[0])
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Plus):
            self._at_current(self.give)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._at_current(self.take)
        elif text.isdecimal() and text.isascii():
            self._type_digit(text)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @property
    def _per_page(self) -> int:
        return self._shape[0] * self._shape[1]

    def _at_current(self, change: object) -> None:
        if self._ballot.options and callable(change):
            change(self._ballot.options[self._current][0])

    def _type_digit(self, digit: str) -> None:
        self._typed += digit
        number = len(self._ballot.options)
        if int(self._typed) * 10 > number or len(self._typed) >= len(str(number)):
            self._give_typed()
        else:
            self._digits.start(self.digit_pause)

    def _give_typed(self) -> None:
        typed, self._typed = self._typed, ""
        self._digits.stop()
        if typed and 1 <= int(typed) <= len(self._ballot.options):
            self.focus_option(int(typed) - 1)
            self._at_current(self.give)

    def _page_button(self, name: str, text: str, pages: int) -> QPushButton:
        button = QPushButton(text, self._pages)
        button.setObjectName(name)
        button.setProperty("kiosk", "step")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(
            say("kiosk", "Next page") if pages > 0 else say("kiosk", "Previous page")
        )
        button.clicked.connect(lambda: self.turn(pages))
        return button

    def _lay_out(self) -> None:
        self._page_label.setProperty("kiosk", "quiet")
        self._page_label.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self._pages)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for widget in (self.previous_button, self._page_label, self.next_button):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        column.addWidget(self._pages)

    def _arrange(self) -> None:
        """Find out how many options fit, and show the page with the current one."""
        look, gap = self._look, self._grid.spacing()
        columns = 2 if self.width() >= look.px(1100) else 1
        height = self._card_height()
        needed = -(-len(self._ballot.options) // columns)
        room = self.height() + gap
        rows = max(1, room // (height + gap))
        if needed > rows:
            rows = max(1, (room - look.target(64) - gap) // (height + gap))
        self._shape = (columns, rows)
        self._page = self._current // self._per_page
        self._fill()

    def _card_height(self) -> int:
        return max(self._look.target(64) + self._look.px(24), self._look.px(132))

    def _fill(self) -> None:
        options, first = self._ballot.options, self._page * self._per_page
        shown = options[first : first + self._per_page]
        while len(self._cards) < len(shown):
            self._cards.append(self._new_card())
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._shape[0] else 0)
        for place, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            card.setVisible(place < len(shown))
            if place < len(shown):
                row, column = divmod(place, self._shape[0])
                self._grid.addWidget(card, row, column)
                card.setFixedHeight(self._card_height())
                card.show_option(first + place + 1, *shown[place], dots=self._ballot.dots)
        pages = max(1, -(-len(options) // self._per_page))
        self._pages.setVisible(pages > 1)
        self._page_label.setText(
            say("kiosk", "Page {page} of {pages}").format(page=self._page + 1, pages=pages)
        )
        self.previous_button.setEnabled(self._page > 0)
        self.next_button.setEnabled(self._page < pages - 1)
        self._show_counts()

    def _new_card(self) -> OptionCard:
        card = OptionCard(self._look, self)
        card.given.connect(self.give)
        card.taken.connect(self.take)
        card.entered.connect(self._entered)
        return card

    def _entered(self, number: int) -> None:
        self._current = number - 1

    def _show_marks(self) -> None:
        self._show_counts()
        self.changed.emit()

    def _show_counts(self) -> None:
        most, empty = self._ballot.most_on_one, self.left == 0
        for card in self._cards:
            if not card.isHidden():
                count = self._marks.get(card.option_id, 0)
                card.show_count(count, can_give=not empty and count < most, single=most == 1)
