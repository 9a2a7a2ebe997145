"""Has the screen of the next stage ready before anybody goes on to it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

REST = 3000  # ms in which nothing was done; then there is time
A_TURN = 10  # ms between two parts: hands come first


class StageAhead(QObject):
    """Gets ready in parts what `ready` begins, once nothing has happened for a while.

    So a room of a thousand people is read while everybody talks, and not when the evening goes on.
    """

    def __init__(self, ready: Callable[[], Iterator[None]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin = ready
        self._parts: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def wait(self) -> None:
        """Something has happened: begin anew after a rest."""
        self._parts = None
        self._timer.start(REST)

    def stop(self) -> None:
        """Get nothing ready any more."""
        self._parts = None
        self._timer.stop()

    def _go_on(self) -> None:
        if self._parts is None:
            self._parts = self._begin()
        for _part in self._parts:
            self._timer.start(A_TURN)
            return
