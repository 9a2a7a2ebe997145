"""A paper on which one of several levels is said of each option, or by each criterion."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.polls.kiosk.level_grid import LevelGrid
from kdc_desktop.audience.polls.kiosk.level_row import moved
from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.audience.polls.kiosk.paper import TALLEST, PaperWidget
from kdc_desktop.i18n import _, ngettext

_ROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_Minus: -1,
}
_CLEARS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class LevelsPaper(PaperWidget):
    """A number answers the row that the keys are on, and leads to the next one without an answer.

    Where levels have words, the key stands before them. Numbers below zero begin with “-”. Left and
    right step through them, Backspace makes a row blank again, which is no level. Up and down lead
    from row to row.
    """

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, tallest: int = TALLEST
    ) -> None:
        super().__init__(look, parent, tallest=tallest)
        self._at = 0  # the row that the number is for which is being typed
        self._numbers: dict[str, int] = {}  # what is typed for each level
        self._grid = LevelGrid(look, self, tallest=tallest)
        self._grid.answered.connect(self.answer)
        self._grid.cleared.connect(self.clear)
        self._grid.entered.connect(self._entered)
        self._grid.filled.connect(self._show_values)
        self.pager = self._grid.pager
        self.pager.turned.connect(self.turn)
        self._fill(self._grid)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._grid.set_look(look)

    @property
    def left_line(self) -> str:
        """How far it is: “3 of 5 answered”."""
        return ngettext(
            "{answered} of {count} answered",
            "{answered} of {count} answered",
            len(self._ballot.spots),
            answered=self.given,
        )

    @property
    def rest_line(self) -> str:
        rest = len(self._ballot.spots) - self.given
        if not rest:
            return ""
        return ngettext("{count} is left blank.", "{count} are left blank.", rest)

    def keys_line(self, *, roomy: bool) -> str:
        first, last = self._ends
        if not roomy:
            return _(
                "{first} to {last} answers, Backspace: blank. Enter: done. Esc: start over.",
                first=first,
                last=last,
            )
        return _(
            "{first} to {last} or the arrow keys answer, Backspace makes it blank."
            " Enter: done. Esc: start over.",
            first=first,
            last=last,
        )

    def answer(self, place: int, value: int) -> None:
        """This is the level of a row; the next one without an answer is gone to."""
        self._forget_number()
        self._set(place, value)
        self._go_on(place)

    def clear(self, place: int) -> None:
        """Nothing is said there any more."""
        self._set(place, None)

    def focus_option(self, place: int | None = None) -> None:
        rows = len(self._ballot.spots)
        if rows:
            place = self._current if place is None else place
            self._current = min(max(0, place), rows - 1)
            self._grid.focus(self._current)
            self.changed.emit()

    def turn(self, pages: int) -> None:
        first = self._grid.first_after_turning(pages)
        if first is not None:
            self.focus_option(first)

    def _press(self, key: Qt.Key) -> bool:
        here = self._current
        if key == Qt.Key.Key_Minus and "-" in "".join(self._numbers):
            self._type_sign("-")
            return True
        self._forget_number()
        if key in _ROWS:
            self.focus_option(here + _ROWS[key])
        elif key in _STEPS and self._ballot.spots:
            value = self._marks.get(self._ballot.spots[here])
            self._set(here, moved(self._ballot.levels, value, _STEPS[key]))
        elif key in _CLEARS and self._ballot.spots:
            self.clear(here)
        else:
            return False
        return True

    def _type_digit(self, digit: str) -> None:
        if self._ballot.spots:
            self.code.add_over(self.marks, digit)
            self._type_sign(digit)

    def _type_sign(self, sign: str) -> None:
        if self._typed and not self._begins(self._typed + sign):
            self._end_number()
        if not self._typed:
            self._at = self._current
        typed = self._typed + sign
        if not self._begins(typed):
            self._forget_number()
            first, last = self._ends
            told = _("Each question is answered from {first} to {last}.", first=first, last=last)
            self.said.emit(told)
            return
        self._typed = typed
        if typed in self._numbers:
            self._set(self._at, self._numbers[typed])
            self.code.gave(something=True)
        if any(number != typed for number in self._numbers if number.startswith(typed)):
            self._digits.start(self.digit_pause)
        else:
            self._end_number()

    def _begins(self, typed: str) -> bool:
        return any(number.startswith(typed) for number in self._numbers)

    def _end_number(self) -> None:
        answered, at = self._typed in self._numbers, self._at
        self._forget_number()
        if answered:
            self._go_on(at)

    def _go_on(self, here: int) -> None:
        """To the next row without an answer; where there is but one row, all is said."""
        spots = self._ballot.spots
        if len(spots) == 1:
            self.settled.emit()
            return
        after = [*range(here + 1, len(spots)), *range(here)]
        self.focus_option(next((at for at in after if spots[at] not in self._marks), here))

    def _set(self, place: int, value: int | None) -> None:
        spot = self._ballot.spots[place]
        self._marks.pop(spot, None)
        if value is not None:
            self._marks[spot] = value
        self._show_values()
        self.changed.emit()
        self.said.emit(self._ballot.told_of(spot, self._marks, self.left_line))

    def _lay_out(self) -> None:
        ballot = self._ballot
        values = (level.value for level in ballot.levels)
        self._numbers = dict(zip(ballot.level_keys, values, strict=True))
        self._grid.show_ballot(ballot)

    @property
    def _ends(self) -> tuple[str, str]:
        """What is typed for the lowest and for the highest level."""
        names = list(self._numbers) or [""]
        return names[0], names[-1]

    def _entered(self, place: int) -> None:
        self._current = place

    def _show_values(self) -> None:
        self._grid.show_values(self._says, self.left_line)

    def _says(self, place: int) -> tuple[int | None, str]:
        spot = self._ballot.spots[place]
        value = self._marks.get(spot)
        return value, self._ballot.said_of(spot, value)
