"""What is typed where nothing takes it: its blanks press no button and stop no clock."""

from collections.abc import Callable
from math import inf
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.keys import ENTER, is_held
from kdc_desktop.screens.window.typing_on import BLIND_PAUSE

_BETWEEN = (Qt.Key.Key_Space, *ENTER)


class IntoNothing:
    """Knows that somebody types who believes to be in a field, and has the window `tell` them."""

    def __init__(self, tell: Callable[[str], object], now: Callable[[], float] = monotonic) -> None:
        self._tell, self._now = tell, now
        self._typed_at = -inf

    def hear(self, event: QKeyEvent) -> None:
        """A key has come that nothing in the window had a use for."""
        if event.text().strip() and event.text().isprintable() and not is_held(event):
            self._typed_at = self._now()

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key must not become a shortcut, because it is a blank of what is typed so."""
        return event.key() == Qt.Key.Key_Space and self._is_typing

    def goes_on_with(self, event: QKeyEvent) -> bool:
        """Whether Space or Enter is part of what is typed so: it does nothing, and that is said."""
        if event.key() not in _BETWEEN or not self._is_typing:
            return False
        self._typed_at = self._now()
        self._tell(_("Nothing takes what is typed here. Click into the field that it is for."))
        return True

    @property
    def _is_typing(self) -> bool:
        return self._now() - self._typed_at < BLIND_PAUSE
