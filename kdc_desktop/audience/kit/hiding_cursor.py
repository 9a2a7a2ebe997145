"""The cursor over what the room sees: there while the mouse moves, and gone when it rests."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

HIDES_AFTER = 3000


class HidingCursor(QObject):
    """Hides the cursor over a window, unless it is told to `stay`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._stays = window, False
        window.setAttribute(Qt.WidgetAttribute.WA_Hover)
        window.installEventFilter(self)
        self.rests = QTimer(self)
        self.rests.setSingleShot(True)
        self.rests.setInterval(HIDES_AFTER)
        self.rests.timeout.connect(self._hide)
        self.rests.start()

    def stay(self, stays: bool) -> None:
        """Let it be seen always, or while it moves."""
        self._stays = stays
        self._window.unsetCursor()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.HoverEnter):
            self._window.unsetCursor()
            self.rests.start()
        return super().eventFilter(watched, event)

    def _hide(self) -> None:
        if not self._stays:
            self._window.setCursor(Qt.CursorShape.BlankCursor)
