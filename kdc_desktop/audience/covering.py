"""Whether the facilitator's window lies over the shared screen, so that nobody sees that."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.placing import Placing


class Covering(QObject):
    """Of two windows on one display, the one that last had the keys is in front.

    `changed` tells that it may be another one.
    """

    changed = Signal()

    def __init__(self, window: QWidget, placing: Placing) -> None:
        super().__init__(window)
        self._window, self._placing = window, placing
        self._is_behind = False
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._heed)

    def __bool__(self) -> bool:
        """Whether it covers it now."""
        front = self._placing.facilitators
        if front is None or not self._is_behind or not front.isVisible() or front.isMinimized():
            return False
        return front.frameGeometry().contains(self._window.geometry().center())

    def _heed(self, focused: QWindow | None) -> None:
        front = self._placing.facilitators
        here = focused is not None and focused is self._window.windowHandle()
        there = focused is not None and front is not None and focused is front.windowHandle()
        if (here or there) and self._is_behind is not there:
            self._is_behind = there
            self.changed.emit()
