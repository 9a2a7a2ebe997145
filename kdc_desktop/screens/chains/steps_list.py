"""The steps of a chain below each other, walked through with the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.chains.step_button import StepButton
from kdc_desktop.screens.kit.clipboard import put_cells
from kdc_desktop.screens.kit.keys import ENTER
from kdc_desktop.screens.kit.passing import open_menu
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.chains.rows import ChainStep

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TAB = Qt.FocusPolicy.TabFocus
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class StepsList(QWidget):
    """One Tab stop; `step_wanted` carries the `StepPlace` of a step that is opened."""

    step_wanted = Signal(object)
    is_a_group = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps_list")
        self.setAccessibleName(_("Steps"))
        self._theme = theme
        self._shown: Sequence[ChainStep] = ()
        self.buttons: list[StepButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_steps(self, steps: Sequence[ChainStep]) -> None:
        """Show these; the buttons are made anew only where they differ."""
        if steps == self._shown:
            return
        at, held = self._at(), any(button.hasFocus() for button in self.buttons)
        self._shown = steps
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        last = len(steps) - 1
        self.buttons = [
            StepButton(self._theme, step, self, begins=place == 0, ends=place == last)
            for place, step in enumerate(steps)
        ]
        for button in self.buttons:
            button.clicked.connect(lambda _on, one=button: self._open(one))
            button.installEventFilter(self)
            self._column.addWidget(button)
            button.show()
        self._stop_at(min(at, last) if held else 0)
        if held and self.buttons:
            self.focus_in()

    def focus_in(self) -> None:
        """Go to the step that Tab comes to."""
        if self.buttons:
            self.buttons[self._at()].setFocus(Qt.FocusReason.OtherFocusReason)

    def _at(self) -> int:
        stops = (at for at, one in enumerate(self.buttons) if one.focusPolicy() & _TAB)
        return next(stops, 0)

    def _stop_at(self, at: int) -> None:
        """Tab comes to this one, and the arrow keys go on from there."""
        for place, button in enumerate(self.buttons):
            stops = Qt.FocusPolicy.StrongFocus if place == at else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(stops)

    def _open(self, button: StepButton) -> None:
        self._stop_at(self.buttons.index(button))
        self.step_wanted.emit(button.step.stop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, StepButton):
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(watched, event)
        if isinstance(event, QContextMenuEvent):
            self._offer(watched, event)
            return True
        return False

    def _key(self, button: StepButton, event: QKeyEvent) -> bool:
        key, here = Qt.Key(event.key()), self.buttons.index(button)
        if key in ENTER:
            button.click()
            return True
        if key in _STEPS:
            wanted = here + _STEPS[key]
        elif key in _ENDS:
            wanted = _ENDS[key] % len(self.buttons)
        else:
            return False
        if 0 <= wanted < len(self.buttons):
            self._stop_at(wanted)
            self.buttons[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _offer(self, button: StepButton, event: QContextMenuEvent) -> None:
        go, copy = QAction(_("Go there"), button), QAction(_("Copy the words"), button)
        go.triggered.connect(lambda _on: button.click())
        copy.triggered.connect(lambda _on: put_cells([[button.step.words]]))
        open_menu(self, "step_menu", [go, copy], event.globalPos())
