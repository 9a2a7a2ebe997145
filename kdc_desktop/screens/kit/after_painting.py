"""A moment that begins once what is being done now has been painted."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

PATIENCE = 5  # times that it waits for what is painted bit by bit


class AfterPainting(QObject):
    """Tells `over` so many milliseconds after the turn in which it was last started.

    A plain timer counts from its start: what takes longer than that to be shown would be painted
    after what is meant to come later. It waits again, though not for ever, until what is painted
    bit by bit is `complete`.
    """

    over = Signal()

    def __init__(
        self, wait: int, parent: QObject, complete: Callable[[], bool] = lambda: True
    ) -> None:
        super().__init__(parent)
        self._complete, self._waited = complete, 0
        self._painting = QTimer(self, singleShot=True, interval=0)  # after what is posted
        self._waiting = QTimer(self, singleShot=True, interval=wait)
        self._painting.timeout.connect(self._waiting.start)
        self._waiting.timeout.connect(self._look)

    @property
    def is_under_way(self) -> bool:
        """Whether it was started and is not over."""
        return self._painting.isActive() or self._waiting.isActive()

    def start(self) -> None:
        """Wait from now on, also where it was waiting."""
        self._waiting.stop()
        self._painting.start()

    def stop(self) -> None:
        """Wait no longer, and do not tell."""
        self._waited = 0
        self._painting.stop()
        self._waiting.stop()

    def _look(self) -> None:
        self._waited += 1
        if self._waited <= PATIENCE and not self._complete():
            self._waiting.start()
        else:
            self._waited = 0
            self.over.emit()
