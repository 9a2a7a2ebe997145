"""What is typed and pressed at the kiosk: one key, one deed, and nothing from elsewhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_HANDS = {
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter),
}
_GO_ON = {
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
}


def signs_of(event: QKeyEvent) -> str:
    """What a key writes, also with Shift or AltGr; nothing for an order and for keys that move."""
    held, text = event.modifiers() & _HELD, event.text()
    orders = held and not held & Qt.KeyboardModifier.AltModifier  # AltGr writes signs
    return text if text.isprintable() and not orders else ""


def only_held(event: QKeyEvent) -> bool:
    """Whether a key is just still down, and does more than to move or to take back."""
    return event.isAutoRepeat() and event.key() not in _GO_ON


class PressOnce(QPushButton):
    """A button that a key presses once, however long it is held."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            super().keyPressEvent(event)


class AnswerButton(PressOnce):
    """A button for whoever goes to it or clicks it: what is typed passes it by, Space too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if signs_of(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class KioskField(QLineEdit):
    """A field for what one person types, and for nothing else.

    It takes signs, and keys that move or delete. The clipboard, undo, a menu or something dropped
    would bring what others have typed or copied before the room, so none of them is there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAcceptDrops(False)
        self.setDragEnabled(False)

    def forget(self) -> None:
        """Be empty, with nothing left to take back."""
        self.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if only_held(event):
            return
        held = event.modifiers() & _HELD
        if signs_of(event) or (event.key() in _HANDS and not held):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:  # the middle one pastes on X11
            super().mouseReleaseEvent(event)
