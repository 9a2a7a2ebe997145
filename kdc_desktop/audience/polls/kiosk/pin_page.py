"""The way out of the kiosk: the facilitator's PIN, on a pad or typed."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.audience.kit.digit_keys import digit_of
from kdc_desktop.audience.polls.kiosk.field import KioskField, only_held, signs_of
from kdc_desktop.audience.polls.kiosk.look import ROOMY, Look
from kdc_desktop.audience.polls.kiosk.page import Page, press, words
from kdc_desktop.i18n import _, pgettext

WRONG_PINS = 5
PAD_COLUMNS = 3


class DigitsEdit(KioskField):
    """A field for digits, also where they stand above Shift."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = digit_of(event)
        if digit and not only_held(event):
            self.insert(digit)
            self.textEdited.emit(self.text())
        elif signs_of(event):
            event.ignore()  # somebody types a name: a PIN is digits alone
        else:
            super().keyPressEvent(event)


class PinPage(Page):
    """`opened` when the PIN was right. After five wrong ones it waits for `hold_off`
    milliseconds, also when it is left and asked for again. `named` carries letters, which are of
    somebody's name."""

    opened = Signal()
    cancelled = Signal()
    typed = Signal()
    named = Signal(str)

    def __init__(self, pin_ok: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hold_off = 30_000
        self._pin_ok = pin_ok
        self._wrong = 0
        self._waits = QTimer(self, singleShot=True)
        self._waits.timeout.connect(self._go_on)
        self._seconds = QTimer(self, interval=250)
        self._seconds.timeout.connect(self._say_how_long)
        self.headline = words("headline", "kiosk_headline", most_lines=1)
        self.headline.setText(_("Facilitator’s PIN"))
        self.keys = ""
        self.edit = DigitsEdit()
        self.edit.setObjectName("kiosk_pin")
        self.edit.setAccessibleName(_("Facilitator’s PIN"))
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.setMaxLength(32)
        self.edit.returnPressed.connect(self._try)
        self.edit.textEdited.connect(self.typed)
        self.problem = words("problem", "kiosk_problem", most_lines=3)
        self.cancel_button = press("", "second", "kiosk_pin_cancel", self.cancelled.emit)
        self._pad = QGridLayout()
        self.pad_buttons = self._pad_buttons()
        self._lay_out()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._word(roomy=look.text <= ROOMY)
        self._left.setFixedWidth(max(300, look.roomy(620)))
        self._right.setFixedWidth(max(3 * 60, look.roomy(420)))
        self._sides.setSpacing(look.px(96))
        self._pad.setSpacing(look.px(12))

    def _word(self, *, roomy: bool) -> None:
        back = _("Go back") if roomy else pgettext("to the vote", "Back")
        self.cancel_button.setText(back)
        self.keys = _(
            "Enter ends the kiosk, Esc goes back. No PIN: F9 in the facilitator’s own window."
        )
        if roomy:
            self.keys = _(
                "Enter ends the kiosk, Esc goes back. Without the PIN, go to the"
                " facilitator’s own window (Alt+Tab where it lies behind this) and press F9 there."
            )

    def start(self) -> None:
        """Ask for the PIN."""
        self.edit.forget()
        self.problem.clear()
        if self._waits.isActive():
            self._say_how_long()
            self.cancel_button.setFocus()
        else:
            self.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if only_held(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif signs_of(event).isalpha():
            self.named.emit(signs_of(event))
        else:
            super().keyPressEvent(event)

    def _press_key(self, press_key: Callable[[], object]) -> None:
        press_key()
        if self.edit.isEnabled():
            self.edit.setFocus()
        self.typed.emit()

    def _try(self) -> None:
        pin = self.edit.text()
        self.edit.forget()
        if self._waits.isActive() or not pin:
            return
        if self._pin_ok(pin):
            self._wrong = 0
            self.problem.clear()
            self.opened.emit()
            return
        self._wrong += 1
        if self._wrong < WRONG_PINS:
            self.problem.setText(_("That is not the PIN. Try again."))
        else:
            self._hold_off()

    def _hold_off(self) -> None:
        self._waits.start(self.hold_off)
        self._seconds.start()
        self._let(False)
        self._say_how_long()
        self.cancel_button.setFocus()

    def _go_on(self) -> None:
        self._wrong = 0
        self._seconds.stop()
        self._let(True)
        self.problem.clear()
        if self.isVisible():
            self.edit.setFocus()

    def _let(self, type_: bool) -> None:
        for widget in (self.edit, *self.pad_buttons):
            widget.setEnabled(type_)

    def _say_how_long(self) -> None:
        seconds = ceil(min(self.hold_off, max(0, self._waits.remainingTime())) / 1000)
        self.problem.setText(
            _("Too many wrong PINs. Wait {seconds} s, then try again.", seconds=seconds)
        )

    def _pad_buttons(self) -> list[QPushButton]:
        digits = [self._pad_button(digit, digit, self._type(digit)) for digit in "1234567890"]
        back = self._pad_button("back", "⌫", self.edit.backspace)
        back.setAccessibleName(_("Take the last back"))
        enter = self._pad_button("enter", _("OK"), self._try)
        buttons = [*digits[:9], back, digits[9], enter]
        for place, button in enumerate(buttons):
            self._pad.addWidget(button, *divmod(place, PAD_COLUMNS))
        return buttons

    def _type(self, digit: str) -> Callable[[], None]:
        return lambda: self.edit.insert(digit)

    def _pad_button(self, name: str, text: str, press_key: Callable[[], object]) -> QPushButton:
        button = press(text, "key", f"kiosk_pad_{name}", lambda: self._press_key(press_key))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _lay_out(self) -> None:
        self._left, self._right = QWidget(), QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addStretch(1)
        for widget in (self.headline, self.edit, self.problem):
            left.addWidget(widget)
        left.addStretch(1)
        left.addWidget(self.cancel_button)
        self._right.setLayout(self._pad)
        self._pad.setContentsMargins(0, 0, 0, 0)
        self._sides = QHBoxLayout()
        self._sides.addStretch(1)
        self._sides.addWidget(self._left)
        self._sides.addWidget(self._right)
        self._sides.addStretch(1)
        self.column.addStretch(1)
        self.column.addLayout(self._sides)
        self.column.addStretch(1)
