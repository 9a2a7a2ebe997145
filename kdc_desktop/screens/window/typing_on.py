"""What is typed on, after the key that ended or left a text, is no command for what lies behind."""

from collections.abc import Callable, Iterable
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kdc_desktop.screens.kit.keys import (
    ENTER,
    Field,
    can_follow_at_once,
    is_followed_by_text,
    is_held,
    one_goes_on_in,
    text_in,
)
from kdc_desktop.screens.kit.passing import is_seen, went_at
from kdc_desktop.screens.kit.reasons import ReasonedAction

PAUSE = 0.4  # s without a key, after which the next one is a command again
BLIND_PAUSE = 1.5  # the same for who believes to be typing where nothing was opened
_ENDS = (*ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_NO_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_DELETES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class TypingOn(QObject):
    """Knows whether a field was ended by a key a moment ago, or left with its text half-written.

    After it was ended letters, digits, Enter, Space and Delete do nothing until there is a pause;
    Delete does right after Escape gave the text up, because nobody goes on writing with it then.
    What was meant is taken: keys held with Ctrl or Alt, those that only move, and the key of an
    action that opens an empty line (`begins_text`), because then one types into that. Nor is
    anything kept from what one answers in after that Enter (`goes_on`).

    A text that Escape left half-written, and that is still seen, keeps the keys: what is typed
    goes on in it, until something else is done. Where an editor was refused (`edits_text`), what
    is typed on does nothing either, until a key that is seen to work, or a press of the mouse.
    Escape just after a box has closed by itself was to close it.
    """

    def __init__(
        self,
        actions: Callable[[], Iterable[QAction]],
        window: QObject,
        now: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(window)
        self._window, self._actions, self._now = window, actions, now
        self._ended: Field | None = None
        self._by: int = Qt.Key.Key_Return
        self._at = 0.0
        self._written: list[Field] = []  # those that are seen, the last one at the end
        self._left: Field | None = None
        self._blind_at, self._seeing_at, self._heeded_until = 0.0, 0.0, 0.0

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key is typed on, and so must not become a shortcut."""
        if self._is_for_what_went(event) or self._is_typed_blindly(event):
            event.accept()
            return True
        if self._half_written() is None or not _writes(event):
            if not self._is_typed_on(event):
                return False
            if can_follow_at_once(event, self._actions()):
                self._ended = None
                return False
        event.accept()
        return True

    def takes(self, event: QKeyEvent, field: Field | None) -> bool:
        """Whether a key that was pressed, in a field or elsewhere, is typed on and does nothing."""
        if self._closes_what_went(event):
            return True
        if field is not None and not _is_closed(field):
            self._hear(event, field)
            return False
        if self._goes_on_blindly(event):
            return True
        if event.key() not in _NO_KEYS[1:]:
            self._seeing_at = self._now()
        if (left := self._half_written()) is not None:
            if _writes(event):
                self._go_on_in(left, event)
                return True
            if event.key() not in _NO_KEYS:
                self._leave(None)
        if not self._is_typed_on(event):
            return False
        self._at = self._now()
        if self._by == Qt.Key.Key_Escape:
            self._by = event.key()  # somebody goes on writing
        return True

    def _is_for_what_went(self, event: QKeyEvent) -> bool:
        """Whether Escape is meant for a box that has closed by itself just now."""
        went = went_at(self._window) if event.key() == Qt.Key.Key_Escape else None
        return went is not None and self._now() - went < BLIND_PAUSE

    def _closes_what_went(self, event: QKeyEvent) -> bool:
        """The same, once: who presses another key, or this one again, has seen that it went."""
        is_meant = self._is_for_what_went(event)
        if event.key() not in _NO_KEYS[1:]:
            is_seen(self._window)
        return is_meant

    def heed_mouse(self) -> None:
        """Something was refused: who presses the mouse now has seen that."""
        self._heeded_until = self._now() + BLIND_PAUSE
        self._listen()

    def _hear(self, event: QKeyEvent, field: Field) -> None:
        key = event.key()
        self._ended, self._by = (field, key) if key in _ENDS else (None, key)
        self._at = self._now()
        seen = [one for one in self._written if not _is_closed(one)]
        escapes = key == Qt.Key.Key_Escape and seen[-1:] == [field]
        self._leave(field if escapes else None)
        if _writes(event):
            others = [one for one in self._written if one is not field and not _is_closed(one)]
            self._written = others if key in ENTER else [*others, field]

    def _leave(self, field: Field | None) -> None:
        """Remember a text that was left, until the mouse is pressed somewhere."""
        if field is self._left:
            return
        self._left = field
        self._listen()

    def _listen(self) -> None:
        """Hear of the mouse as long as there is something that a press of it ends."""
        if self._left is None and self._now() > self._heeded_until:
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        else:
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._seeing_at, self._heeded_until = self._now(), 0.0
            self._leave(None)
        if self._left is None and self._now() > self._heeded_until:
            self._listen()
        return False

    def _half_written(self) -> Field | None:
        left = self._left
        if left is None or _is_closed(left) or not left.isEnabled():
            return None
        return left if text_in(left).strip() else None

    def _go_on_in(self, field: Field, event: QKeyEvent) -> None:
        self._leave(None)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if event.key() not in ENTER:
            QCoreApplication.sendEvent(field, event)

    def _is_typed_blindly(self, event: QKeyEvent) -> bool:
        """Whether somebody goes on typing who was refused an editor, without having seen it."""
        if not _writes(event):
            return False
        asked = [one for one in self._actions() if isinstance(one, ReasonedAction)]
        refused = [one.refused_at or 0.0 for one in asked if is_followed_by_text(one)]
        latest = max([*refused, self._blind_at])
        return latest > self._seeing_at and self._now() - latest < BLIND_PAUSE

    def _goes_on_blindly(self, event: QKeyEvent) -> bool:
        """The same, and what is typed is followed by more; who repeats Delete does not type."""
        blind = self._is_typed_blindly(event)
        if blind and _types(event):
            self._blind_at = self._now()
            self.heed_mouse()
        return blind

    def _is_typed_on(self, event: QKeyEvent) -> bool:
        ended = self._ended
        if ended is None or self._now() - self._at > PAUSE or is_held(event):
            return False
        if one_goes_on_in(QApplication.focusWidget()):
            return False
        if not _is_closed(ended):
            return _types(event) and (self._by not in _TABS or event.text().isalnum())
        repeats = event.isAutoRepeat() and event.key() in _ENDS
        given_up = self._by == Qt.Key.Key_Escape and event.key() == Qt.Key.Key_Delete
        return repeats or (_writes(event) and not given_up)


def _types(event: QKeyEvent) -> bool:
    return event.text().isprintable() and bool(event.text())


def _writes(event: QKeyEvent) -> bool:
    """Whether the key would change a text, or end it."""
    return not is_held(event) and (_types(event) or event.key() in (*ENTER, *_DELETES))


def _is_closed(field: QWidget) -> bool:
    return not isValid(field) or not field.isVisible()
