"""What can be done everywhere in the window, with its keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kdc_desktop.screens.window import popups
from kdc_desktop.screens.window.rail import AREAS

if TYPE_CHECKING:
    from kdc_desktop.screens.window.main_window import MainWindow

ROOM_MODES = (("Room: follow me", "F6"), ("Room: hold", "F7"), ("Room: blank", "F8"))


def add_actions(window: MainWindow) -> None:
    """Add every action of the window; undo and palette are known to it by name."""
    act, walk, room = window.act, window.walk, window.frame.room
    window.undo_action = act("Undo", window.undo, "Ctrl+Z", "undo-2")
    act("Redo", window.redo, "Ctrl+Shift+Z", "redo-2")
    window.palette_action = act(
        "All actions", partial(popups.show_palette, window), "Ctrl+K", "command"
    )
    act("All keys", partial(popups.show_keys, window), "F1", "keyboard")
    act("Shared screen", window.shared_screen.open, "F11", "monitor")
    for at, (text, keys) in enumerate(ROOM_MODES):
        act(text, partial(room.pick, at), keys, "monitor")
    turn = window.shared_screen.turn_page
    act("Room: next page", partial(turn, 1), "Alt+PgDown", "chevron-right")
    act("Room: page before", partial(turn, -1), "Alt+PgUp", "chevron-left")
    act("Message to the room", room.begin_message, "Ctrl+M", "megaphone")
    act("Large timer for the room, or not", window.feed.toggle_timer, "Ctrl+Shift+T", "timer")
    act("Inspector", window.frame.toggle_inspector, "Ctrl+I", "panel-right")
    act("Next stage", walk.go_on, "Ctrl+PgDown", "skip-forward")
    act("Previous stage", walk.go_back, "Ctrl+PgUp", "skip-back")
    act("Go to the stage shown", window.go_to_shown, "Ctrl+G", "arrow-right")
    act("Close the session", walk.close_session, None, "flag")
    act("Edit the agenda", window.show_agenda, "Ctrl+Shift+A", "list-checks")
    clock = act("Pause or resume the clock", walk.toggle_clock, "Space", "timer")
    # Space reaches the window only when nothing with the focus wants it: see its keyPressEvent.
    clock.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    for number, (area, title, icon) in enumerate(AREAS, 1):
        act(f"Go to {title}", partial(window.go, area), f"Alt+{number}", icon)
