"""A paper of questions, each of which is answered by one of a few steps: a pulse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.audience.polls.kiosk.marks_paper import MarksPaper
from kdc_desktop.audience.polls.kiosk.paper import TALLEST
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.i18n import _, ngettext

_UP_AND_DOWN = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class StepPaper(MarksPaper):
    """A digit answers the question that the keys are on, and leads to the next one.

    Left and right, − and + go a step down and up; up and down go from question to question.
    """

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, tallest: int = TALLEST, steps: int
    ) -> None:
        super().__init__(look, parent, tallest=tallest, steps=steps)
        self._grid.stepped.connect(self.answer)

    @property
    def left_line(self) -> str:
        """How far it is: “3 of 5 answered”."""
        return ngettext(
            "{answered} of {count} answered",
            "{answered} of {count} answered",
            len(self._ballot.options),
            answered=len(self.marks),
        )

    def keys_line(self, *, roomy: bool) -> str:
        most = self._ballot.steps
        if not roomy:
            return _("1 to {most} answers. Enter: done. Esc: start over.", most=most)
        return _("1 to {most} answers. Arrows go back. Enter: done. Esc: start over.", most=most)

    def give(self, option_id: int) -> None:
        """One step up, as far as there are some."""
        if self._marks.get(Spot(option_id), 0) < self._ballot.steps:
            super().give(option_id)

    def answer(self, option_id: int, step: int) -> None:
        """This is the step of a question; the next one without is gone to."""
        self._marks[Spot(option_id)] = step
        self._changed(Spot(option_id))
        self._go_on(option_id)

    def _press(self, key: Qt.Key) -> bool:
        if key in _UP_AND_DOWN:
            self._at_current(self.give if _UP_AND_DOWN[key] > 0 else self.take)
            return True
        return super()._press(key)

    def _type_digit(self, digit: str) -> None:
        if not self._ballot.options:
            return
        self.code.add_over(self.marks, digit)
        if 1 <= int(digit) <= self._ballot.steps:
            self.answer(self._ballot.options[self._current][0], int(digit))
            self.code.gave(something=True)
        else:
            steps = self._ballot.steps
            self.said.emit(_("Each question is answered from 1 to {most}.", most=steps))

    def _go_on(self, option_id: int) -> None:
        keys = [key for key, _title in self._ballot.options]
        here = keys.index(option_id)
        after = [*range(here + 1, len(keys)), *range(here)]
        self.focus_option(next((at for at in after if Spot(keys[at]) not in self.marks), here))
