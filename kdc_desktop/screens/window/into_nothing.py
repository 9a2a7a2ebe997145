"""What is typed where nothing takes it: its blanks press no button and stop no clock, and what is
typed right after a click beside a field is no command."""

from collections.abc import Callable
from math import inf
from time import monotonic

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.keys import ENTER, Field, field_of, is_held
from kdc_desktop.screens.window.typing_on import BLIND_PAUSE

BESIDE = 24  # pixels from a field, within which a click was meant for it
_BETWEEN = (Qt.Key.Key_Space, *ENTER)


class IntoNothing:
    """Knows that somebody types who believes to be in a field, and has the window `tell` them."""

    def __init__(self, tell: Callable[[str], object], now: Callable[[], float] = monotonic) -> None:
        self._tell, self._now = tell, now
        self._typed_at = self._missed_at = -inf

    def hear(self, event: QKeyEvent) -> None:
        """A key has come that nothing in the window had a use for."""
        if _writes(event):
            self._typed_at = self._now()

    def heed_press(self, window: QWidget, at: QPoint) -> None:
        """The mouse was pressed where nothing takes it; a field may lie just beside."""
        self._missed_at = self._now() if _is_beside_a_field(window, at) else -inf

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key must not become a shortcut, because it is part of what is typed so."""
        if self._is_meant_for_a_field(event):
            return True
        return event.key() == Qt.Key.Key_Space and self._is_typing

    def goes_on_with(self, event: QKeyEvent) -> bool:
        """Whether a key is part of what is typed so: it does nothing, and that is said."""
        if self._is_meant_for_a_field(event):
            self._missed_at = self._now()
        elif event.key() not in _BETWEEN or not self._is_typing:
            return False
        self._typed_at = self._now()
        self._tell(_("Nothing takes what is typed here. Click into the field that it is for."))
        return True

    @property
    def _is_typing(self) -> bool:
        return self._now() - self._typed_at < BLIND_PAUSE

    def _is_meant_for_a_field(self, event: QKeyEvent) -> bool:
        return _writes(event) and self._now() - self._missed_at < BLIND_PAUSE


def _writes(event: QKeyEvent) -> bool:
    return bool(event.text().strip()) and event.text().isprintable() and not is_held(event)


def _is_beside_a_field(window: QWidget, at: QPoint) -> bool:
    kinds: tuple[type[Field], ...] = (QLineEdit, QPlainTextEdit, QTextEdit)
    fields = (one for kind in kinds for one in window.findChildren(kind) if one.isVisible())
    return any(
        _around(one, window).contains(at) for one in fields if field_of(one) and one.isEnabled()
    )


def _around(field: QWidget, window: QWidget) -> QRect:
    place = QRect(field.mapTo(window, QPoint(0, 0)), field.size())
    return place.adjusted(-BESIDE, -BESIDE, BESIDE, BESIDE)
