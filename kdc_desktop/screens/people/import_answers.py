"""The answers to what an import asks about a row: the same person, a new one, or left out."""

from collections.abc import Hashable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kdc_desktop.domain.people.states import Answer


class AnswerableRow(Protocol):
    """A row of a preview about which something may be asked."""

    @property
    def key(self) -> Hashable: ...
    @property
    def offers(self) -> tuple[Answer, ...]: ...


class Answering(QObject):
    """Offers the answers that all of the selected rows have; `answered` carries them by key."""

    answered = Signal(object)

    def __init__(
        self, line: QWidget, same: QPushButton, new: QPushButton, out: QPushButton
    ) -> None:
        super().__init__(line)
        self._line = line
        self._buttons = {Answer.SAME: same, Answer.NEW: new, Answer.LEAVE_OUT: out}
        self._rows: Sequence[AnswerableRow] = ()
        same.clicked.connect(self._say_same)
        new.clicked.connect(self._say_new)
        out.clicked.connect(self._say_leave_out)
        line.hide()

    def show_rows(self, rows: Sequence[AnswerableRow]) -> None:
        """These are selected."""
        self._rows = [row for row in rows if row.offers]
        for answer, button in self._buttons.items():
            button.setVisible(all(answer in row.offers for row in self._rows))
        self._line.setVisible(bool(self._rows))

    def _say_same(self) -> None:
        self._answer(Answer.SAME)

    def _say_new(self) -> None:
        self._answer(Answer.NEW)

    def _say_leave_out(self) -> None:
        self._answer(Answer.LEAVE_OUT)

    def _answer(self, answer: Answer) -> None:
        self.answered.emit({row.key: answer for row in self._rows})
