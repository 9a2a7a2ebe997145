"""What can be done everywhere in the window, with its keys."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.keys import from_room
from kdc_desktop.screens.kit.open_papers import end_kiosk
from kdc_desktop.screens.kit.reasons import ReasonedAction, WhyNot, action_done
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.wiring import Area, MenuEntry, SessionArea
from kdc_desktop.screens.window.by_key import go_back, look_at_what_runs
from kdc_desktop.screens.window.frame import Frame
from kdc_desktop.screens.window.room_feed import RoomFeed
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.screens.window.showing import Showing
from kdc_desktop.screens.window.whereabouts import Whereabouts
from kdc_desktop.screens.window.window_reasons import (
    no_inspector,
    no_panel,
    no_stage_shown,
    no_timer,
    not_to_begin,
    not_to_close,
    not_to_reopen,
    nowhere_back,
    one_page,
)


class WindowActions:
    """Adds actions to the window; the palette and the key sheet find them there."""

    def __init__(self, window: QWidget, theme: Theme, tell: Callable[[str], object]) -> None:
        self._window, self._theme, self._tell = window, theme, tell

    def add(
        self,
        name: str,
        text: str,
        slot: Callable[[], object],
        keys: str | None,
        icon: str | None,
        why_not: WhyNot | None = None,
    ) -> ReasonedAction:
        """An action of the whole window; its object name is “act_” and the name.

        Where `why_not` gives a sentence, that is told instead.
        """
        action = ReasonedAction(text, self._window, why_not)
        action.setObjectName(f"act_{name}")
        action.setAutoRepeat(False)
        if icon:
            action.setIcon(self._theme.icon(icon))
        if keys:
            action.setShortcut(keys)
        tell, reason = self._tell, action.why_not
        action.triggered.connect(lambda on: action_done(slot, on, False, reason, tell))
        self._window.addAction(action)
        return action

    def _add_from_room(
        self,
        name: str,
        text: str,
        slot: Callable[[], object],
        keys: str | None,
        icon: str | None,
        why_not: WhyNot | None = None,
    ) -> ReasonedAction:
        return from_room(self.add(name, text, slot, keys, icon, why_not))

    def add_for_the_room(
        self,
        shared_screen: SharedScreen,
        frame: Frame,
        feed: RoomFeed,
        showing: Showing,
        walk: SessionWalk,
    ) -> None:
        """What concerns the shared screen, and the panel that shows it."""
        add, turn = self._add_from_room, shared_screen.turn_page
        text = _("Shared screen: full screen, or as a window")
        add("shared_screen", text, shared_screen.toggle_full_screen, "F11", "monitor")
        text = _("Bring the shared screen to the front")
        add("shared_screen_front", text, shared_screen.open, None, "monitor")
        add("show_this", _("Room: show this"), showing.show_this, "F5", "monitor")
        add("room_follow", _("Room: follow the stage"), showing.go_back, "F6", "monitor")
        add("room_hold", _("Room: hold"), partial(showing.pick, 1), "F7", "monitor")
        add("room_blank", _("Room: blank"), partial(showing.pick, 2), "F8", "monitor")
        single = partial(one_page, shared_screen)
        text, icon = _("Room: next page"), "chevron-right"
        add("room_next_page", text, partial(turn, 1), "Alt+PgDown", icon, single)
        text, icon = _("Room: page before"), "chevron-left"
        add("room_page_before", text, partial(turn, -1), "Alt+PgUp", icon, single)
        leave = partial(end_kiosk, shared_screen, self._window)
        end = add("end_kiosk", _("End the kiosk"), leave, "F9", "x")
        end.setEnabled(False)
        shared_screen.kiosk_changed.connect(end.setEnabled)
        text, hidden = _("Message to the room"), partial(no_panel, frame, self._window)
        self.add("message", text, frame.room.begin_message, "Ctrl+M", "megaphone", hidden)
        text = _("Large timer for the room, or not")
        none = partial(no_timer, walk)
        add("large_timer", text, feed.over.toggle_timer, "Ctrl+Shift+T", "timer", none)
        text, none = _("Inspector"), partial(no_inspector, frame)
        self.add("inspector", text, frame.toggle_inspector, "Ctrl+I", "panel-right", none)

    def add_for_the_session(
        self, walk: SessionWalk, whereabouts: Whereabouts, frame: Frame
    ) -> None:
        """What moves the session on, and whoever looks into it."""
        add, leads = self.add, self._add_from_room
        leads("next_stage", _("Next stage"), walk.go_on, "Ctrl+PgDown", "skip-forward")
        leads("previous_stage", _("Previous stage"), walk.go_back, "Ctrl+PgUp", "skip-back")
        text = _("Let the session go to the stage shown")
        none = partial(no_stage_shown, walk)
        add("go_to_shown", text, walk.go_to_shown, "Ctrl+Shift+G", "skip-forward", none)
        none = partial(not_to_begin, walk)
        add("go_live", _("Go live"), walk.go_live, None, "monitor-play", none)
        none = partial(not_to_close, walk)
        add("close_session", _("Close the session"), walk.close_session, None, "flag", none)
        none = partial(not_to_reopen, walk)
        add("reopen_session", _("Reopen the session"), walk.reopen, None, "rotate-ccw", none)
        agenda, look = whereabouts.show_agenda, partial(look_at_what_runs, whereabouts, frame)
        add("edit_agenda", _("Edit the agenda"), agenda, "Ctrl+Shift+A", "list-checks")
        text = _("Look at the stage that runs")
        add("look_at_current", text, look, "Ctrl+G", "arrow-right")
        text, none = _("Back to the screen before"), partial(nowhere_back, frame)
        add("go_back", text, partial(go_back, whereabouts, frame), "Alt+Left", "arrow-left", none)
        add("outcome", _("What was decided"), whereabouts.show_outcome, None, "flag")
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
            act = self.add(f"go_{area.key}", text, partial(go, area.key), keys, area.icon)
            if area.keys:
                act.setShortcuts([QKeySequence(keys), QKeySequence(area.keys)])

    def add_for_the_menu(self, menu: QMenu, groups: Sequence[Sequence[MenuEntry]]) -> None:
        """What stands in the menu as well, with a line between its groups."""
        for group in groups:
            if not menu.isEmpty():
                menu.addSeparator()
            for entry in group:
                text = str(entry.text)
                menu.addAction(self.add(entry.name, text, entry.slot, entry.keys, entry.icon))
