"""Room below what a scroll area shows, so that one can scroll to what something lies over."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QScrollArea

_NEVER, _WHERE_NEEDED = (
    Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
    Qt.ScrollBarPolicy.ScrollBarAsNeeded,
)


class RoomBelow(QObject):
    """Of one scroll area; `leave` has so many pixels below its content.

    Nothing that is seen moves when the room comes or goes: no bar comes for it, and where somebody
    has scrolled down to it, it stays until they scroll up again.
    """

    def __init__(self, area: QScrollArea, leave: Callable[[int], object]) -> None:
        super().__init__(area)
        self._area, self._leave = area, leave
        self._left = self._wanted = 0
        area.verticalScrollBar().valueChanged.connect(self._give_back)

    def want(self, height: int) -> None:
        """Leave so much free, or no more once nobody looks there."""
        bar = self._area.verticalScrollBar()
        if height and not self._left and not bar.isVisible():
            self._area.setVerticalScrollBarPolicy(_NEVER)
        self._wanted = height
        if height > self._left:
            self._set(height)
        else:
            self._give_back()

    def scroll_by(self, pixels: int) -> None:
        """Scroll down so far, where there is so much."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def begin_anew(self) -> None:
        """Something else is shown: leave what is wanted now."""
        self._set(self._wanted)

    def _give_back(self) -> None:
        bar, spare = self._area.verticalScrollBar(), self._left - self._wanted
        if spare > 0 and bar.value() <= max(0, bar.maximum() - spare):
            self._set(self._wanted)

    def _set(self, height: int) -> None:
        self._left = height
        self._leave(height)
        if not height:
            self._area.setVerticalScrollBarPolicy(_WHERE_NEEDED)
