"""How long the kiosk waits: for somebody who stopped, for an answer, and before the next turn."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal


class Patience(QObject):
    """Three clocks of the kiosk; times are in milliseconds and may be changed at any time.

    `missed`: nobody has done anything for `idle_after`. `gone`: nobody answered for
    `start_over_after`. `turned`: what was said has stood there long enough.
    """

    missed = Signal()
    gone = Signal()
    turned = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.idle_after = 60_000
        self.marked_after = 20_000
        """The same for a paper that says something which nobody else is to see."""
        self.start_over_after = 15_000
        self.thanks_for = 3_000
        self.problem_for = 8_000
        self._idle = self._timer(self.missed.emit)
        self._answer = self._timer(self.gone.emit)
        self._turn = self._timer(self.turned.emit)

    def expect(self, somebody: bool, *, marked: bool = False) -> None:
        """Count the idle time from now where somebody is there; not at all where nobody is.

        `marked`: what stands there is nobody else's concern.
        """
        if somebody:
            after = self.idle_after
            self._idle.start(min(after, self.marked_after) if marked else after)
        else:
            self._idle.stop()

    def await_answer(self) -> None:
        """Somebody was asked whether they are still there."""
        self._answer.start(self.start_over_after)

    def turn_after(self, milliseconds: int) -> None:
        """Something is said that is to stand for that long."""
        self._turn.start(milliseconds)

    def forget_turn(self) -> None:
        """Another page is shown: what was waited for there is over."""
        self._answer.stop()
        self._turn.stop()

    def rest(self) -> None:
        """Wait for nothing any more."""
        self._idle.stop()
        self.forget_turn()

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(slot)
        return timer
