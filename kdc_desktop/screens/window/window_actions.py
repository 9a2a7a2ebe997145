"""What can be done everywhere in the window, with its keys."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.wiring import Area, MenuEntry, SessionArea
from kdc_desktop.screens.window.room_feed import RoomFeed
from kdc_desktop.screens.window.room_panel import RoomPanel
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.screens.window.showing import Showing


class WindowActions:
    """Adds actions to the window; the palette and the key sheet find them there."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        self._window, self._theme = window, theme

    def add(
        self, name: str, text: str, slot: Callable[[], object], keys: str | None, icon: str | None
    ) -> QAction:
        """An action of the whole window; its object name is “act_” and the name."""
        action = QAction(text, self._window)
        action.setObjectName(f"act_{name}")
        action.setAutoRepeat(False)
        if icon:
            action.setIcon(self._theme.icon(icon))
        if keys:
            action.setShortcut(keys)
        action.triggered.connect(lambda _checked: slot())
        self._window.addAction(action)
        return action

    def add_for_the_room(
        self, shared_screen: SharedScreen, room: RoomPanel, feed: RoomFeed, showing: Showing
    ) -> None:
        """What concerns the shared screen."""
        add, turn = self.add, shared_screen.turn_page
        text = _("Shared screen: full screen, or as a window")
        add("shared_screen", text, shared_screen.toggle_full_screen, "F11", "monitor")
        text = _("Bring the shared screen to the front")
        add("shared_screen_front", text, shared_screen.open, None, "monitor")
        add("show_this", _("Room: show this"), showing.show_this, "F5", "monitor")
        add("room_follow", _("Room: follow the stage"), showing.go_back, "F6", "monitor")
        add("room_hold", _("Room: hold"), partial(showing.pick, 1), "F7", "monitor")
        add("room_blank", _("Room: blank"), partial(showing.pick, 2), "F8", "monitor")
        add("room_next_page", _("Room: next page"), partial(turn, 1), "Alt+PgDown", "chevron-right")
        add(
            "room_page_before",
            _("Room: page before"),
            partial(turn, -1),
            "Alt+PgUp",
            "chevron-left",
        )
        end = add("end_kiosk", _("End the kiosk"), shared_screen.leave_kiosk, "F9", "x")
        end.setEnabled(False)
        shared_screen.kiosk_changed.connect(end.setEnabled)
        add("message", _("Message to the room"), room.begin_message, "Ctrl+M", "megaphone")
        text = _("Large timer for the room, or not")
        add("large_timer", text, feed.toggle_timer, "Ctrl+Shift+T", "timer")

    def add_for_the_session(self, walk: SessionWalk, show_agenda: Callable[[], object]) -> None:
        """What moves the session on."""
        add = self.add
        add("next_stage", _("Next stage"), walk.go_on, "Ctrl+PgDown", "skip-forward")
        add("previous_stage", _("Previous stage"), walk.go_back, "Ctrl+PgUp", "skip-back")
        text = _("Let the session go to the stage shown")
        add("go_to_shown", text, walk.go_to_shown, "Ctrl+Shift+G", "skip-forward")
        add("close_session", _("Close the session"), walk.close_session, None, "flag")
        add("edit_agenda", _("Edit the agenda"), show_agenda, "Ctrl+Shift+A", "list-checks")
        text = _("Pause or resume the clock")
        clock = add("clock", text, walk.toggle_clock, "Space", "timer")
        # Space reaches the window only when nothing with the focus wants it: see keyPressEvent.
        clock.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def add_for_areas(
        self, areas: Sequence[Area | SessionArea], go: Callable[[str], object]
    ) -> None:
        """A way to each area of the rail, with Alt and its number."""
        for number, area in enumerate(areas, 1):
            text = _("Go to {area}", area=area.title)
            keys = f"Alt+{number}"  # untranslated: keys
            self.add(f"go_{area.key}", text, partial(go, area.key), keys, area.icon)

    def add_for_the_menu(self, menu: QMenu, groups: Sequence[Sequence[MenuEntry]]) -> None:
        """What stands in the menu as well, with a line between its groups."""
        for group in groups:
            if not menu.isEmpty():
                menu.addSeparator()
            for entry in group:
                text = str(entry.text)
                menu.addAction(self.add(entry.name, text, entry.slot, entry.keys, entry.icon))
