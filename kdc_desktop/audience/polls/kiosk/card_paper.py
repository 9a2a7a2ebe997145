"""Papers on which each option is a card: what touch and keys do there."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.polls.kiosk.card_grid import CardGrid
from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.audience.polls.kiosk.option_card import CardShows
from kdc_desktop.audience.polls.kiosk.paper import TALLEST, PaperWidget
from kdc_desktop.domain.polls.cast import Marks, Spot
from kdc_desktop.i18n import _

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_GIVE = (Qt.Key.Key_Space, Qt.Key.Key_Plus)
_TAKE = (Qt.Key.Key_Minus, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class CardPaper(PaperWidget):
    """Keys: arrows go from option to option, Space and + give, − and Backspace take back, digits
    give to the option with that number, Page Up and Page Down turn the page.

    A digit gives at once; where the next one comes in a moment and makes the number of an option
    with it, that one gets it instead: of ten options 1 1 are two for the first, 1 0 is the tenth.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget | None = None,
        *,
        tallest: int = TALLEST,
    ) -> None:
        super().__init__(look, parent, tallest=tallest)
        self._before: Marks = {}  # what there was when the first digit of a number came
        self._grid = CardGrid(look, self, tallest=tallest)
        self._grid.given.connect(self.give)
        self._grid.taken.connect(self.take)
        self._grid.entered.connect(self._entered)
        self._grid.filled.connect(self._show_given)
        self.pager = self._grid.pager
        self.pager.turned.connect(self.turn)
        self._fill(self._grid)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Wear another palette or size."""
        super().set_look(look)
        self._grid.set_look(look)

    def keys_line(self, *, roomy: bool) -> str:
        if not roomy:
            return _("Arrow keys choose, + gives, − takes back. Enter: done. Esc: start over.")
        return _(
            "Arrow keys choose, + or a number gives, − takes back. Enter: done. Esc: start over."
        )

    def give(self, option_id: int) -> None:
        """Give something to an option, as far as there is something to give."""
        raise NotImplementedError

    def take(self, option_id: int) -> None:
        """Take something back from an option."""
        raise NotImplementedError

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

    def _press(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            across, down = _STEPS[key]
            self.focus_option(self._current + across + down * self._grid.shape.columns)
        elif key in _GIVE:
            self._at_current(self.give)
        elif key in _TAKE:
            self._at_current(self.take)
        else:
            return False
        return True

    def _at_current(self, change: Callable[[int], None]) -> None:
        if self._ballot.options:
            change(self._ballot.options[self._current][0])

    def _type_digit(self, digit: str) -> None:
        options = self._ballot.options
        self.code.add_over(self.marks, digit)
        if self._typed and int(self._typed + digit) <= len(options):
            self._restore(options[int(self._typed) - 1][0], self._before)
            self._typed += digit
        else:
            self._typed = digit
        number = int(self._typed)
        if 1 <= number <= len(options):
            option = options[number - 1][0]
            self._before = before = self.marks
            self.focus_option(number - 1)
            self._show_marks()
            self.give(option)
            self.code.gave(something=self.marks != before)
        elif options:
            self.said.emit(_("Nothing here has the number {number}.", number=str(number)))
        if 1 <= number * 10 <= len(options):
            self._digits.start(self.digit_pause)
        else:
            self._end_number()

    def _restore(self, option_id: int, before: Marks) -> None:
        """The option has again what it had before."""
        self._marks.pop(Spot(option_id), None)
        if had := before.get(Spot(option_id)):
            self._marks[Spot(option_id)] = had

    def _lay_out(self) -> None:
        options, notes = self._ballot.options, self._ballot.notes
        self._grid.show_options(options, single=self._is_single, notes=notes)

    @property
    def _is_single(self) -> bool:
        """Whether one button gives and takes back."""
        return True

    def _shown(self, option_id: int) -> CardShows:
        """What the card of an option shows."""
        raise NotImplementedError

    def _entered(self, place: int) -> None:
        self._current = place

    def _changed(self, spot: Spot) -> None:
        self._show_marks()
        self.said.emit(self._ballot.told_of(spot, self._marks, self.left_line))

    def _show_marks(self) -> None:
        self._show_given()
        self.changed.emit()

    def _show_given(self) -> None:
        self._grid.show_given(self._shown, self.left_line)
