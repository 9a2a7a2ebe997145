"""A paper of questions, each of which is answered by one of a few steps: a pulse."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kdc_desktop.audience.kit.digit_keys import digit_of
from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.audience.polls.kiosk.paper import PaperWidget
from kdc_desktop.i18n import _, ngettext

_UP_AND_DOWN = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class StepPaper(PaperWidget):
    """A digit answers the question that the keys are on, and leads to the next one.

    Left and right, − and + go a step down and up; up and down go from question to question.
    """

    def __init__(self, look: Look, steps: int) -> None:
        super().__init__(look, steps=steps)
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

    def answer(self, option_id: int, step: int) -> None:
        """This is the step of a question; the next one without is gone to."""
        self._marks[option_id] = step
        self._show_marks()
        self.said.emit(self._told_of(option_id))
        self._go_on(option_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _UP_AND_DOWN and not digit_of(event):
            self._at_current(self.give if _UP_AND_DOWN[key] > 0 else self.take)
        else:
            super().keyPressEvent(event)

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
        self.focus_option(next((at for at in after if keys[at] not in self.marks), here))
