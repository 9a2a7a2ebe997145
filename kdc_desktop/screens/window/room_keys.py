"""What the room's keys are goes on working while the shared window has the focus, and no more."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.screens.kit.keys import action_of, is_from_room
from kdc_desktop.screens.window.popups import Groups


class RoomKeys(QObject):
    """Does what a key stands for in the window, where it leads the evening or the shared screen.

    Whoever has the shared screen before them sees neither what is selected nor where a text would
    go: what is typed there is no command, and nothing opens over the slide.

    Not while a dialog waits in the window: its keys come first there, too.
    """

    def __init__(
        self, parent: QObject, shared_screen: SharedScreen, groups: Callable[[], Groups]
    ) -> None:
        super().__init__(parent)
        self._groups = groups
        shared_screen.key_unused.connect(self._take)

    def _take(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or QApplication.activeModalWidget() is not None:
            return
        actions = [action for group in self._groups().values() for action in group]
        action = action_of(event, filter(is_from_room, actions))
        if action is not None:
            action.trigger()
