"""What a facilitator also tries to leave: Ctrl+Shift+Q, F9, F11, a long press in a corner."""

from PySide6.QtCore import QObject, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

CORNER = 72


class WayOut(QObject):
    """Told of keys and presses, it emits `asked`."""

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._hold = QTimer(self, singleShot=True)
        self._hold.timeout.connect(self.asked)

    def press(self, at: QPointF, size: QSize, hold_for: int) -> None:
        """Something was pressed in a window of this size; in a corner it counts after
        `hold_for` milliseconds."""
        x = min(at.x(), size.width() - at.x())
        y = min(at.y(), size.height() - at.y())
        if max(x, y) < CORNER:
            self._hold.start(hold_for)

    def release(self) -> None:
        """It was let go."""
        self._hold.stop()

    def key(self, event: QKeyEvent) -> bool:
        """Whether this key asks to leave."""
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        wanted = event.key() in (Qt.Key.Key_F9, Qt.Key.Key_F11) or (
            event.key() == Qt.Key.Key_Q and event.modifiers() & both == both
        )
        if wanted:
            self.asked.emit()
        return wanted
