"""The ballot paper as a widget: for the kiosk, and for the facilitator who enters one by hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdc_desktop.audience.kit.digit_keys import digit_of
from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.audience.polls.kiosk.card_grid import TALLEST, CardGrid
from kdc_desktop.audience.polls.kiosk.field import only_held, signs_of
from kdc_desktop.audience.polls.kiosk.look import Look, style_sheet
from kdc_desktop.audience.polls.kiosk.option_card import said_of
from kdc_desktop.audience.polls.kiosk.step_card import said_of_step
from kdc_desktop.audience.polls.kiosk.strangers import CodeTyped, NameTyped
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.method import Setting
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.i18n import _, ngettext

TOLD = 60
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True)
class Ballot:
    """What a paper offers: (option id, title) in order, and the rule; `marks_each` 0: no limit.

    `most_each` is how many marks one option can get, 0: as many as there are. On a `single` paper
    another choice takes the place of the first, on an `ordered` one the first given counts first.
    `needs` is how many options need a mark. With `steps` there is nothing to count: each option is
    a question, and its mark is the step from 1 on that answers it.
    """

    options: tuple[tuple[int, str], ...]
    method: str = "dots"
    marks_each: int = 5
    stacking: bool = True
    most_each: int = 0
    single: bool = False
    needs: int = 0
    ordered: bool = False
    steps: int = 0

    @property
    def dots(self) -> bool:
        """Whether marks are dots; otherwise each is a yes."""
        return Setting.MOST_ON_ONE in method_of(self.method).settings and not self.steps

    @property
    def most_on_one(self) -> int:
        """How many marks one option can get."""
        if self.steps:
            return self.steps
        if not (self.dots and self.stacking):
            return 1
        return self.most_each or self.marks_each or 99

    @property
    def most(self) -> int:
        """How many marks can be given before one has to be taken back; 0 is no limit."""
        return 0 if self.single else self.marks_each

    def said_of(self, number: int, title: str, count: int) -> str:
        """What an option has, in words: “4. One ticket: 2 dots”."""
        if self.steps:
            return said_of_step(number, title, count, self.steps)
        return said_of(number, title, count, dots=self.dots)

    def told_of(self, option_id: int, marks: Mapping[int, int], left: str = "") -> str:
        """What an option has of these marks, and what is `left` where it is counted."""
        number = [key for key, _title in self.options].index(option_id)
        title = shortened(self.options[number][1], TOLD)
        return dotted(
            self.said_of(number + 1, title, marks.get(option_id, 0)), "" if self.single else left
        )

    def lacks(self, marks: Mapping[int, int]) -> bool:
        """Whether a paper with these marks needs more of them."""
        return len(marks) < self.needs


BLANK = Ballot(())
"""A paper with nothing on it, between two voters."""


class PaperWidget(QWidget):
    """Options with what the voter gives each; it never lets them give more than they have.

    Keys: arrows go from option to option, Space and + give, − and Backspace take back, digits
    give to the option with that number, Page Up and Page Down turn the page. `done_wanted` comes on
    Enter, `changed` after every mark and move, `said` tells what was given or why not; `code`
    knows what was typed just now. `pager` turns the pages; whoever holds the paper places it.

    A digit gives at once; where the next one comes in a moment and makes the number of an option
    with it, that one gets it instead: of ten options 1 1 are two for the first, 1 0 is the tenth.
    """

    changed = Signal()
    said = Signal(str)
    done_wanted = Signal()

    def __init__(
        self,
        look: Look,
        parent: QWidget | None = None,
        *,
        tallest: int = TALLEST,
        steps: int = 0,
    ) -> None:
        super().__init__(parent)
        self.digit_pause = 700
        """Milliseconds within which a second digit makes one number of two: 1 and 0 are 10."""
        self._look = look
        self._ballot = BLANK
        self._marks: dict[int, int] = {}
        self._current = 0
        self._typed = ""
        self._before = (0, 0)  # the option that the first digit gave to, and what it had
        self._digits = QTimer(self, singleShot=True)
        self._digits.timeout.connect(self._end_number)
        self._names, self.code = NameTyped(self), CodeTyped(self)
        self._grid = CardGrid(look, self, tallest=tallest, steps=steps)
        self._grid.given.connect(self.give)
        self._grid.taken.connect(self.take)
        self._grid.entered.connect(self._entered)
        self._grid.filled.connect(self._show_counts)
        self.pager = self._grid.pager
        self.pager.turned.connect(self.turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._grid)
        self.set_look(look)

    def show_ballot(self, ballot: Ballot, marks: Mapping[int, int] | None = None) -> None:
        """Show this paper, blank or with these marks; nothing of the one before is left."""
        self._ballot = ballot
        self._marks = dict(marks or {})
        self._current = 0
        self._names.stop()
        self.code.stop()
        self._end_number()
        self._grid.show_options(ballot.options, dots=ballot.dots, single=ballot.most_on_one == 1)
        self.changed.emit()

    def set_look(self, look: Look) -> None:
        """Wear another palette or size."""
        self._look = look
        self.setStyleSheet(style_sheet(look))
        self.pager.setStyleSheet(style_sheet(look))
        self._grid.set_look(look)

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
        """How many marks are left to give; None when there is no limit, or one moves."""
        return self._ballot.most - self.given if self._ballot.most else None

    @property
    def left_line(self) -> str:
        """What is left, in words: “2 of 5 left”."""
        if self.left is None:
            return ngettext("{count} chosen", "{count} chosen", self.given)
        of_all = self._ballot.marks_each
        return ngettext("{count} of {all} left", "{count} of {all} left", self.left, all=of_all)

    def give(self, option_id: int) -> None:
        """One more for an option, if there is one left; a yes that is there is taken back."""
        count, most = self._marks.get(option_id, 0), self._ballot.most_on_one
        if most == 1 and count:
            self.take(option_id)
            return
        self._marks = {} if self._ballot.single else self._marks
        if self.left == 0 or count >= most:
            self.said.emit(_("Nothing is left to give. Take something back first."))
            return
        self._marks[option_id] = count + 1
        self._show_marks()
        self.said.emit(self._told_of(option_id))

    def take(self, option_id: int) -> None:
        """One less for an option."""
        if had := self._marks.pop(option_id, 0):
            self._marks |= {option_id: had - 1} if had > 1 else {}
            self._show_marks()
            self.said.emit(self._told_of(option_id))

    def focus_option(self, place: int | None = None) -> None:
        """Go to the option at this place, from 0, turning the page if need be; else back to it."""
        if not self._ballot.options:
            return
        place = self._current if place is None else place
        self._current = min(max(0, place), len(self._ballot.options) - 1)
        self._grid.focus(self._current)
        self.changed.emit()

    def turn(self, pages: int) -> None:
        """Go on or back by pages."""
        first = self._grid.first_after_turning(pages)
        if first is not None:
            self.focus_option(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, digit = event.key(), digit_of(event)
        if only_held(event):
            return
        if self._names.takes(event):
            event.ignore()  # whoever holds the paper hears who is there
            self.code.add_over(self.marks, signs_of(event))
            self.said.emit(_("Somebody has begun here. If it is not you, Esc starts over."))
        elif digit:  # also where the layout says “-” on its key
            self._type_digit(digit)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done_wanted.emit()
        elif key in _STEPS:
            across, down = _STEPS[Qt.Key(key)]
            self.focus_option(self._current + across + down * self._grid.shape.columns)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Plus):
            self._at_current(self.give)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._at_current(self.take)
        else:
            super().keyPressEvent(event)

    def _at_current(self, change: Callable[[int], None]) -> None:
        if self._ballot.options:
            change(self._ballot.options[self._current][0])

    def _type_digit(self, digit: str) -> None:
        options = self._ballot.options
        self.code.add_over(self.marks, digit)
        if self._typed and int(self._typed + digit) <= len(options):
            self._typed += digit
            option, had = self._before
            self._marks[option] = had
        else:
            self._typed = digit
        number = int(self._typed)
        if 1 <= number <= len(options):
            option = options[number - 1][0]
            self._before = (option, self._marks.get(option, 0))
            self.focus_option(number - 1)
            self._show_marks()
            before = self.given
            self.give(option)
            self.code.gave(something=self.given != before)
        elif options:
            self.said.emit(_("Nothing here has the number {number}.", number=str(number)))
        if 1 <= number * 10 <= len(options):
            self._digits.start(self.digit_pause)
        else:
            self._end_number()

    def _end_number(self) -> None:
        self._typed = ""
        self._digits.stop()

    def _told_of(self, option_id: int) -> str:
        return self._ballot.told_of(option_id, self._marks, self.left_line)

    def _entered(self, place: int) -> None:
        self._current = place

    def _show_marks(self) -> None:
        self._show_counts()
        self.changed.emit()

    def _show_counts(self) -> None:
        most = self._ballot.most_on_one
        self._grid.show_counts(self._marks, self.left, most, self.left_line)
