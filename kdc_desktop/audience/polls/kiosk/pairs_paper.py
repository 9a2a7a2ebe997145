"""A paper on which one of two options is preferred to the other, as often as one likes."""

from secrets import randbelow

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.polls.kiosk.ballot import Ballot
from kdc_desktop.audience.polls.kiosk.look import ROOMY, Look
from kdc_desktop.audience.polls.kiosk.page import press
from kdc_desktop.audience.polls.kiosk.pager import Pager
from kdc_desktop.audience.polls.kiosk.pair_board import PairBoard
from kdc_desktop.audience.polls.kiosk.paper import TALLEST, PaperWidget
from kdc_desktop.domain.polls.cast import Marks, Spot
from kdc_desktop.domain.polls.pairing import next_pair
from kdc_desktop.i18n import _, ngettext

_SIDES = {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}
_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_VOTERS = 1 << 16  # more than there are ways to begin


class PairsPaper(PaperWidget):
    """Left or 1 prefers the first, right or 2 the second, 0 or Space neither; Backspace goes back
    to the pair before. Each voter begins with other pairs."""

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, tallest: int = TALLEST
    ) -> None:
        super().__init__(look, parent, tallest=tallest)
        self._voter = 0
        self._pair: tuple[int, int] | None = None
        self._asked: list[tuple[int, int]] = []  # those before, the last one last
        self._board = PairBoard(look, self)
        self._board.chosen.connect(self.prefer)
        self.pager = Pager(self)
        self.back_button = press(_("The pair before"), "tool", "kiosk_pair_back", self.go_back)
        self.neither_button = press(_("Cannot say"), "tool", "kiosk_neither", self.pass_over)
        self.tools = (self.back_button, self.neither_button)
        for button in self.tools:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fill(self._board)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.back_button.setText(_("Back") if look.text > ROOMY else _("The pair before"))
        self._board.set_look(look)

    def show_ballot(self, ballot: Ballot, marks: Marks | None = None) -> None:
        if marks is None:
            self._voter = randbelow(_VOTERS)
        self._asked = [(spot.option_id, spot.part) for spot in marks or ()]
        super().show_ballot(ballot, marks)

    @property
    def left_line(self) -> str:
        """How far it is: “3 pairs compared”."""
        if self.left is not None:
            return super().left_line
        return ngettext("{count} pair compared", "{count} pairs compared", self.given)

    def keys_line(self, *, roomy: bool) -> str:
        if not roomy:
            return _("1 or 2 prefers, 0: cannot say. Enter: done. Esc: start over.")
        return _(
            "← or 1, → or 2 prefers. 0: cannot say. Backspace: the pair before."
            " Enter: done, at any time. Esc: start over."
        )

    def prefer(self, side: int) -> None:
        """The first (0) or the second (1) of the two is preferred."""
        if self._pair is None:
            return
        spot = Spot(self._pair[side], self._pair[1 - side])
        self._marks[spot] = 1
        self._asked.append(self._pair)
        self._changed()
        self.said.emit(self._ballot.told_of(spot, self._marks, self.left_line))

    def pass_over(self) -> None:
        """Neither is preferred, and another pair comes."""
        if self._pair is not None:
            self._asked.append(self._pair)
            self._changed()

    def go_back(self) -> None:
        """Ask about the pair before again; what was said of it is taken back."""
        if self._asked:
            pair = self._asked.pop()
            for spot in (Spot(*pair), Spot(*pair[::-1])):
                self._marks.pop(spot, None)
            self._changed(pair)

    def focus_option(self, _place: int | None = None) -> None:
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def turn(self, _pages: int) -> None:
        """There is one page."""

    def _press(self, key: Qt.Key) -> bool:
        if key in _SIDES:
            self.prefer(_SIDES[key])
        elif key == Qt.Key.Key_Space:
            self.pass_over()
        elif key in _BACK:
            self.go_back()
        else:
            return False
        return True

    def _type_digit(self, digit: str) -> None:
        self.code.add_over(self.marks, digit)
        if digit == "0":
            self.pass_over()
        elif digit in "12" and self._pair is not None:
            self.prefer(int(digit) - 1)
            self.code.gave(something=True)
        else:
            self.said.emit(_("1 is the first of the two, 2 the second, 0: cannot say."))

    def _changed(self, pair: tuple[int, int] | None = None) -> None:
        self._ask(pair)
        self.changed.emit()

    def _lay_out(self) -> None:
        self._ask()

    def _ask(self, pair: tuple[int, int] | None = None) -> None:
        ids, terms = self._ballot.terms.ids, self._ballot.terms
        self._pair = pair
        if pair is None and self.left != 0:
            passed = [frozenset(one) for one in self._asked]
            self._pair = next_pair(ids, self._marks, self._voter, passed=passed)
        self.back_button.setEnabled(bool(self._asked))
        self.neither_button.setEnabled(self._pair is not None)
        if self._pair is None:
            self._board.show_pair(None, _("That was the last pair. Enter or “Done” goes on."))
        else:
            first, second = self._pair
            self._board.show_pair((terms.title(first), terms.title(second)))
