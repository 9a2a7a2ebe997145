"""What is typed where no name is asked for, by somebody who does not see whose paper is open."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from kdc_desktop.audience.kit.digit_keys import digit_of

PAUSE = 2_000  # ms between the keys of a name or of a number
_NO_COMMAND = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_IN_A_NAME = (Qt.Key.Key_Space, Qt.Key.Key_Minus, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NameTyped(QTimer):
    """Knows whether somebody types a name on a paper, so that its keys give nothing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, singleShot=True, interval=PAUSE)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether this key is of a name."""
        letter = event.text().isalpha() and not digit_of(event)  # à is a 0 where digits need Shift
        begins = letter and event.modifiers() in _NO_COMMAND
        if begins or (self.isActive() and event.key() in _IN_A_NAME):
            self.start()
            return True
        return False


class Typed(QTimer):
    """What came key after key, as the letters of a name or the digits of a badge do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, singleShot=True, interval=PAUSE)
        self._signs = ""

    def add(self, signs: str) -> None:
        """One more; the first one after a pause begins anew, and a space begins nothing."""
        self._signs = self.signs + signs
        if self._signs.strip():
            self.start()

    @property
    def signs(self) -> str:
        """What was typed until now; nothing once there was a pause."""
        return self._signs if self.isActive() else ""


class NumberTyped(Typed):
    """The digits of a badge, or of options: those that all gave something are of options."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all_gave = True

    def add_digit(self, digit: str, *, gave: bool) -> None:
        """One more digit, and whether it gave something."""
        self._all_gave = gave and (self._all_gave or not self.signs)
        self.add(digit)

    @property
    def not_given(self) -> str:
        """The digits of just now where they cannot all be marks; else nothing."""
        return "" if self._all_gave else self.signs


class Strays(Typed):
    """What is written where there is no field; `somebody` carries it when it is no slip."""

    somebody = Signal(str)

    def hear(self, signs: str) -> None:
        """A letter may be a slip; two are of a name, and so is one with Enter, which is nothing."""
        ends = not signs and bool(self.signs)
        self.add(signs)
        if ends or len(self.signs.strip()) > 1:
            self.somebody.emit(self.signs)
