"""Needs that nobody meets, read aloud one at a time, and the line for who raises a hand."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed, spoken
from kdc_desktop.screens.kit.fields import begin_anew, prompt
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.name_choice import NameChoice
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_halves import TurningHalves
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.unkept import ask_when_half_typed
from kdc_desktop.screens.offers.lines import OfferLine
from kdc_desktop.services.offers.rows import Holder

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class ReadAloud(QWidget):
    """Shows one need as it is read; the arrow keys lead on, and Esc back to the wall.

    `turned` carries by how many, `left` that reading ends, `raised` who raised a hand for what is
    shown, and `problem` why nobody is meant by what was typed.
    """

    turned = Signal(int)
    left = Signal()
    raised = Signal(object)
    problem = Signal(str)

    position_label: QLabel
    need_label: QLabel
    who_label: QLabel
    helped_label: QLabel
    raise_place: QWidget
    helper_edit: NameChoice
    raise_button: QPushButton
    turns: QWidget
    steps: QWidget
    previous_button: QPushButton
    next_button: QPushButton
    leave_button: QPushButton

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        load_form(self, "offers/read_aloud", [NameChoice])
        self.next_button.setProperty("kind", "primary")
        self._theme = theme
        TurningHalves(self.raise_place, self.helper_edit, self.raise_button, 8, shares=(1, 0))
        flow_in(self.steps)
        TurningRow(self.turns, self.steps, self.leave_button, 8)
        prompt(self.helper_edit, _("Who raised a hand? Name, Enter"))
        ask_when_half_typed(self.helper_edit)
        once(self.next_button, self.previous_button)
        self.previous_button.clicked.connect(lambda: self.turned.emit(-1))
        self.next_button.clicked.connect(lambda: self.turned.emit(1))
        self.leave_button.clicked.connect(self.left)
        self.raise_button.clicked.connect(self._raise)
        self.helper_edit.returnPressed.connect(self._raise)
        buttons = self.next_button, self.previous_button, self.raise_button, self.leave_button
        for widget in (self.helper_edit, *buttons):
            widget.installEventFilter(self)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.helper_edit.setMinimumWidth(self._theme.px(160))
        self.previous_button.setIcon(self._theme.icon("arrow-left"))
        self.next_button.setIcon(self._theme.icon("arrow-right", "on_accent"))
        self.raise_button.setIcon(self._theme.icon("hand"))
        self.leave_button.setIcon(self._theme.icon("x"))

    def offer(
        self,
        names: Callable[[], Mapping[str, Holder]],
        also_known: Callable[[], Mapping[str, Holder]],
    ) -> None:
        """Those who may raise a hand, and whoever else is known."""
        self.helper_edit.offer(names, also_known)

    def show_need(self, line: OfferLine, number: int, count: int, helper: str) -> None:
        """Show what is read now, which of how many it is, and who helps."""
        at = _("{number} of {count}", number=number, count=count)
        helpers = [one.who for one in line.met] or ([helper] if helper else [])
        helped = _("{names} can help", names=listed(helpers)) if helpers else ""
        said = (at, line.text, line.who, helped)
        labels = (self.position_label, self.need_label, self.who_label, self.helped_label)
        if [label.text() for label in labels] == list(said):
            return
        for label, text in zip(labels, said, strict=True):
            label.setText(text)
        self.helped_label.setVisible(bool(helped))
        self.previous_button.setEnabled(number > 1)
        self.next_button.setEnabled(number < count)
        self.setAccessibleName(spoken(said))
        if self.isVisible():
            speak(self, spoken(said))

    def ask_who(self) -> None:
        """Go to the line in which whoever raised a hand is named."""
        self.helper_edit.setFocus()
        self.helper_edit.selectAll()

    def go_on(self) -> None:
        """The name that was typed is taken: the keys are for reading again."""
        begin_anew(self.helper_edit)
        self.take_keys()

    def take_keys(self) -> None:
        """Have the keys go to what leads on, or where nothing does to who raises a hand."""
        ways = (self.next_button, self.previous_button, self.raise_button)
        next(button for button in ways if button.isEnabled()).setFocus()

    def _raise(self) -> None:
        try:
            holder = self.helper_edit.chosen()
        except UserError as error:
            self.problem.emit(str(error))
            return
        if holder is None:
            self.ask_who()
        else:
            self.raised.emit(holder)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if watched is self.helper_edit:
            if event.key() == Qt.Key.Key_Escape:
                self.go_on()
                return True
            return False
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.turned.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        return step is not None or event.key() == Qt.Key.Key_Escape
