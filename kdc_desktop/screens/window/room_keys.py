"""What the room's keys are goes on working while the shared window has the focus, and no more."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.screens.kit.keys import action_of, is_from_room, is_held
from kdc_desktop.screens.window.popups import Groups
from kdc_desktop.screens.window.room_feed import RoomFeed


class RoomKeys(QObject):
    """Does what a key stands for in the window, where it leads the evening or the shared screen.

    Whoever has the shared screen before them sees neither what is selected nor where a text would
    go: what is typed there is no command, and nothing opens over the slide.

    Space shows the room the next part of what it sees part by part.

    Not while a dialog waits in the window: its keys come first there, too.
    """

    def __init__(
        self,
        parent: QObject,
        shared_screen: SharedScreen,
        groups: Callable[[], Groups],
        feed: RoomFeed,
    ) -> None:
        super().__init__(parent)
        self._groups, self._feed = groups, feed
        shared_screen.key_unused.connect(self._take)

    def _step(self) -> bool:
        handed = self._feed.handed
        return handed is not None and handed.screen.step_room()

    def _take(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or QApplication.activeModalWidget() is not None:
            return
        if event.key() == Qt.Key.Key_Space and not is_held(event) and self._step():
            return
        actions = [action for group in self._groups().values() for action in group]
        action = action_of(event, filter(is_from_room, actions))
        if action is not None:
            action.trigger()
