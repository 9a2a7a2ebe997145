"""The picture of a network under pointer and keys: one organisation is chosen, arrows go on."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from kdc_desktop.screens.kit.keys import ENTER
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.network.canvas import NetworkCanvas

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_DRAG = 4  # pixels from which a press is a drag
_NOTCH = 120  # of a wheel


class NetworkView(NetworkCanvas):
    """Arrow keys and clicks choose, Enter and double clicks open; the wheel zooms, a drag pans."""

    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("network_view")
        self._pressed: QPointF | None = None
        self._dragged = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, marks = Qt.Key(event.key()), self.in_order()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not marks:
            event.ignore()
        elif key in _ARROWS:
            self._step(*_ARROWS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(marks[0 if key == Qt.Key.Key_Home else -1].id)
        elif key in ENTER and self.chosen is not None:
            self.opened.emit()
        elif key == Qt.Key.Key_Escape and self.chosen is not None:
            self.choose(None)
        else:
            event.ignore()

    def _step(self, right: int, down: int) -> None:
        if self.chosen is None:
            self.choose(self.in_order()[0].id)
            return
        found = self.sight.next_mark(self.chosen, right, down)
        if found is not None:
            self.choose(found.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position() - self._pressed
        if self._dragged or way.manhattanLength() > _DRAG:
            self._dragged, self._pressed = True, event.position()
            self.sight.pan_by(way)
            self.again()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._dragged:
            mark = self.sight.mark_at(event.position())
            self.choose(None if mark is None else mark.id)
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.sight.mark_at(event.position()) is not None:
            self.opened.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(event.angleDelta().y() / _NOTCH, event.position())
