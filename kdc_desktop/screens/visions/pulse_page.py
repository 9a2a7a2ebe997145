"""How a consortium does, in five short questions: what was answered last, and what comes next."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.domain.visions.pulse import SMALLEST
from kdc_desktop.i18n import _, date_text, ngettext, sentences
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.asking_words import answered_words
from kdc_desktop.screens.visions.pulse_picture import PulsePicture
from kdc_desktop.services.visions.pulses import PulseRow


class PulsePage(QWidget):
    """The last pulse that was revealed, and a line that says what can be done now."""

    take_wanted = Signal()
    reveal_wanted = Signal()
    call_off_wanted = Signal()
    kiosk_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pulse_page")
        self._is_open = False
        head, buttons = QWidget(self), QWidget(self)
        self.state = plain_label("", "muted", head, wrap=True)
        self.state.setObjectName("pulse_label")
        self.next_button = _button(buttons, "pulse_button")
        self.next_button.setProperty("kind", "primary")
        self.kiosk_button = _button(buttons, "pulse_kiosk_button", _("Start the kiosk"))
        self.call_off_button = _button(buttons, "call_off_the_pulse_button", _("Call off"))
        once(self.next_button)
        self.next_button.clicked.connect(self._go_on)
        self.kiosk_button.clicked.connect(self.kiosk_wanted)
        self.call_off_button.clicked.connect(self.call_off_wanted)
        row = FlowLayout(buttons, 8)
        for button in (self.next_button, self.kiosk_button, self.call_off_button):
            row.addWidget(button)
        TurningRow(head, self.state, buttons)
        self.when = plain_label("", "section", self)
        self.picture = PulsePicture(theme, self)
        self.told = plain_label("", "small", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (head, self.when, self.picture, self.told):
            column.addWidget(part)
        column.addStretch(1)

    def show_pulses(self, rows: Sequence[PulseRow], asked: int) -> None:
        """Show the newest of these that was revealed; `asked` is how many members are asked."""
        running = next((row for row in rows if row.is_open), None)
        done = [row for row in rows if not row.is_open]
        self._is_open = running is not None
        self.state.setText(_state(running, asked, taken=bool(done)))
        self.next_button.setText(_("Reveal") if running else _("Take the pulse"))
        self.kiosk_button.setVisible(running is not None)
        self.call_off_button.setVisible(running is not None and not running.answered)
        for part in (self.when, self.told):
            part.setVisible(bool(done))
        self.picture.setVisible(bool(done) and done[-1].answered >= SMALLEST)
        if done:
            last = done[-1]
            self.when.setText(_when(last))
            self.picture.show_beats(last.beats, done[-2].beats if len(done) > 1 else ())
            self.told.setText(_about(last, compares=len(done) > 1))

    def _go_on(self) -> None:
        (self.reveal_wanted if self._is_open else self.take_wanted).emit()


def _button(parent: QWidget, name: str, text: str = "") -> QPushButton:
    button = QPushButton(text, parent)
    button.setObjectName(name)
    return button


def _state(running: PulseRow | None, asked: int, *, taken: bool) -> str:
    if running is not None:
        told = answered_words(running.answered, asked)
        if running.answered >= SMALLEST:
            return told
        few = _("From {least} answers on a reveal shows them.", least=SMALLEST)
        return dotted(told, few)
    if taken:
        return _("Five short questions to every member, hidden until you reveal them.")
    return _(
        "No pulse was taken yet: five short questions to every member, hidden until you reveal "
        "them."
    )


def _when(pulse: PulseRow) -> str:
    day = date_text(pulse.opened_on)
    return ngettext("{day}, {count} answer", "{day}, {count} answers", pulse.answered, day=day)


def _about(pulse: PulseRow, *, compares: bool) -> str:
    if pulse.answered < SMALLEST:
        few = ngettext(
            "{count} member has answered, and {least} have to: fewer would tell who said what.",
            "{count} members have answered, and {least} have to: fewer would tell who said what.",
            pulse.answered,
            least=SMALLEST,
        )
        return sentences((few, _("Take the pulse again once more of them are here.")))
    scale = _("1 is not at all, 5 is fully. The bar reaches from the lowest answer to the highest.")
    return sentences((scale, _("The ring is the pulse before.") if compares else ""))
