"""Where the caret stands takes nothing from undo: a field gives the keys on when it has no use."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_Field = QLineEdit | QTextEdit | QPlainTextEdit


class Caret(QObject):
    """Watches the field of the window that has the focus, and no other.

    A field claims the keys of undo and redo for what is typed in it, also when nothing is.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        QApplication.instance().focusChanged.connect(self._move)  # type: ignore[union-attr]

    def _move(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, _Field):
            before.removeEventFilter(self)
        if isinstance(now, _Field) and self._window.isAncestorOf(now):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo)
            redoes = event.matches(QKeySequence.StandardKey.Redo)
            if (undoes or redoes) and isinstance(watched, _Field):
                event.ignore()
                return not _has(watched, undoes=undoes)
        return super().eventFilter(watched, event)


def _has(field: _Field, *, undoes: bool) -> bool:
    """Whether what was typed in the field can be taken back, or brought back."""
    typed = field if isinstance(field, QLineEdit) else field.document()
    return typed.isUndoAvailable() if undoes else typed.isRedoAvailable()
