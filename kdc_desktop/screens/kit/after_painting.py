"""A moment that begins once what is being done now has been painted."""

from PySide6.QtCore import QObject, QTimer, Signal


class AfterPainting(QObject):
    """Tells `over` so many milliseconds after the turn in which it was last started.

    A plain timer counts from its start: what takes longer than that to be shown would be painted
    after what is meant to come later.
    """

    over = Signal()

    def __init__(self, wait: int, parent: QObject) -> None:
        super().__init__(parent)
        self._painting = QTimer(self, singleShot=True, interval=0)  # after what is posted
        self._waiting = QTimer(self, singleShot=True, interval=wait)
        self._painting.timeout.connect(self._waiting.start)
        self._waiting.timeout.connect(self.over)

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
        self._painting.stop()
        self._waiting.stop()
