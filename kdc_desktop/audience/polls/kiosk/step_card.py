"""A question on a paper that is answered by one of a few steps."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.audience.polls.kiosk.option_card import CardShows, OptionCard
from kdc_desktop.i18n import _, number_text


class StepCard(OptionCard):
    """A question with a button for each step from 1 on; `stepped` is told its id and the step."""

    def __init__(
        self,
        look: Look,
        steps: int,
        stepped: Callable[[int, int], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._stepped = stepped
        self._buttons: list[QPushButton] = []
        for step in range(1, steps + 1):
            button = self._step(number_text(step))
            button.setObjectName(f"step_{step}")
            button.setCheckable(True)
            button.clicked.connect(partial(self._press, step))
            self._buttons.append(button)
            self._row.addWidget(button)
        for part in (self.take_button, self._count_label, self.give_button):
            part.hide()

    def show_given(self, shown: CardShows, *, single: bool) -> None:
        """Show which step is given; 0 is none."""
        title, most, self._single = self._title.text, len(self._buttons), single
        for step, button in enumerate(self._buttons, 1):
            button.setChecked(step == shown.given)
            told = _("{step} of {most} for {title}", step=step, most=most, title=title)
            button.setAccessibleName(told)
        self.setAccessibleName(shown.said)
        self.mark(on=shown.given > 0)

    def _press(self, step: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._stepped(self.option_id, step)
