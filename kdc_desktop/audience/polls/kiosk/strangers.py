"""What is typed where no name is asked for, by somebody who does not see whose paper is open."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from kdc_desktop.audience.kit.digit_keys import digit_of
from kdc_desktop.domain.polls.cast import Marks

PAUSE = 2_000  # ms between the keys of a name or of a number
AWAY = 3_000  # ms in which nobody gives their place to somebody else
ANSWERED = 10_000  # the same for who has just said that the paper is theirs
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

    def take(self) -> str:
        """The same, once: then nothing was typed."""
        taken = self.signs
        self.stop()
        return taken


class CodeTyped(Typed):
    """What is typed over a paper: the numbers of options, or the code of a badge.

    Digits that all gave something are of options, where whoever gave or moved just before them is
    still there; after a while somebody else may stand here, and mean a badge by the same digits.
    `before` is what was on the paper when it began.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._gave, self._was_there = 0, True
        self.before: Marks = {}
        self._there = QTimer(self, singleShot=True, interval=AWAY)

    def stay(self, at_least: int = AWAY) -> None:
        """Somebody has done something, and is there for now: for so many milliseconds."""
        self._there.start(max(at_least, self._there.remainingTime()))

    def leave(self) -> None:
        """Nobody has done anything for a while."""
        self.stop()
        self._there.stop()

    def add_over(self, marks: Marks, signs: str) -> None:
        """One more, typed over a paper that has these marks."""
        if not self.signs:
            self._gave, self._was_there, self.before = 0, self._there.isActive(), marks
        self.add(signs)

    def gave(self, *, something: bool) -> None:
        """What was added last gave something to an option, or nothing."""
        self._gave += something

    @property
    def of_a_badge(self) -> str:
        """What was typed just now where it can be somebody else's code; else nothing."""
        all_gave = self._gave == len(self.signs)
        return "" if all_gave and self._was_there else self.signs


class Strays(Typed):
    """What is written where there is no field; `somebody` carries it when it is no slip.

    `heard` is what was written, however long ago, until it is forgotten.
    """

    somebody = Signal(str)

    @property
    def heard(self) -> str:
        return self._signs.strip()

    def forget(self) -> None:
        """Nothing was written."""
        self.stop()
        self._signs = ""

    def hear(self, signs: str) -> None:
        """A letter may be a slip; two are of a name, and so is one with Enter, which is nothing."""
        ends = not signs and bool(self.signs)
        self.add(signs)
        if ends or len(self.signs.strip()) > 1:
            self.somebody.emit(self.signs)
