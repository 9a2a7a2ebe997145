"""What somebody types on, after the Enter that ended a text, is no command for what lies behind."""

from collections.abc import Callable, Iterable
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from shiboken6 import isValid

from kdc_desktop.screens.kit.keys import ENTER, Field, can_follow_at_once, is_held

PAUSE = 0.4  # s without a key, after which the next one is a command again
_ENDS = (*ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_DELETES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class TypingOn:
    """Knows whether a field that a key has closed was typed in a moment ago.

    Then letters, digits, Enter, Space and Delete do nothing until there is a pause. What was meant
    is taken: keys held with Ctrl or Alt, those that only move, and the key of an action that opens
    an empty line (`begins_text`), because then one types into that.
    """

    def __init__(
        self, actions: Callable[[], Iterable[QAction]], now: Callable[[], float] = monotonic
    ) -> None:
        self._actions, self._now = actions, now
        self._ended: Field | None = None
        self._at = 0.0

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key is typed on, and so must not become a shortcut."""
        if not self._is_typed_on(event):
            return False
        if can_follow_at_once(event, self._actions()):
            self._ended = None
            return False
        event.accept()
        return True

    def takes(self, event: QKeyEvent, field: Field | None) -> bool:
        """Whether a key that was pressed, in a field or elsewhere, is typed on and does nothing."""
        if field is not None and not _is_closed(field):
            self._ended = field if event.key() in _ENDS else None
            self._at = self._now()
            return False
        if not self._is_typed_on(event):
            return False
        self._at = self._now()
        return True

    def _is_typed_on(self, event: QKeyEvent) -> bool:
        ended = self._ended
        if ended is None or not _is_closed(ended) or self._now() - self._at > PAUSE:
            return False
        if is_held(event):
            return False
        types = event.text().isprintable() and bool(event.text())
        repeats = event.isAutoRepeat() and event.key() in _ENDS
        return types or repeats or event.key() in (*ENTER, *_DELETES)


def _is_closed(field: Field) -> bool:
    return not isValid(field) or not field.isVisible()
