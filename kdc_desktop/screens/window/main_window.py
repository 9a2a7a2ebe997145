"""The facilitator's window: rail, run strip, the screen in the centre, inspector, foot."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QMenu, QWidget
from shiboken6 import isValid

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.state import RoomView
from kdc_desktop.errors import UserError
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.window.frame import Frame
from kdc_desktop.screens.window.rail import AREAS
from kdc_desktop.screens.window.room_feed import RoomFeed
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.settings import Settings
from kdc_desktop.storage import Changes, Database

AreaFactory = Callable[[], Screen]
SessionFactory = Callable[[int], Screen]
PRESENCE_TABLES = frozenset({"attendance", "person", "organisation"})
AGENDA_TABLES = frozenset({"session", "stage", "attendance", "idea"})


@dataclass(frozen=True)
class Screens:
    """How to make every screen: areas of the rail, and the screen of each kind of stage.

    `stages` maps a kind of stage to the key of its screen in `session`, so that kinds can share
    one screen; `session["agenda"]` and `session["consortia"]` must be there.
    """

    areas: Mapping[str, AreaFactory]
    session: Mapping[str, SessionFactory]
    stages: Mapping[str, str]


class MainWindow(QMainWindow):
    """Puts screens side by side and keeps them up to date; does no work of its own."""

    closed = Signal()
    file_wanted = Signal(object)
    sample_wanted = Signal()

    def __init__(
        self,
        database: Database,
        theme: Theme,
        settings: Settings,
        jobs: Jobs,
        room: RoomView,
        shared_screen: SharedScreen,
        screens: Screens,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(f"{database.path.stem} – KDC Desktop")
        self.database, self.theme, self.settings, self.jobs = database, theme, settings, jobs
        self.walk = SessionWalk(database, self)
        self.shared_screen = shared_screen
        self.frame = Frame(theme, jobs, room, shared_screen, self)
        self.setCentralWidget(self.frame)
        self.feed = RoomFeed(database, room, self.walk, self)
        self._screens = screens
        self._made: dict[tuple[str, int], Screen] = {}
        self._area = ""
        self._make_actions()
        self._connect()
        self._unsubscribe = database.subscribe(self._on_changes)
        self._ticking = QTimer(self)
        self._ticking.setInterval(1000)
        self._ticking.timeout.connect(self._tick)
        self._ticking.start()
        self.resize(1440, 900)
        self._show_undo(None)
        self._show_presence()

    def _connect(self) -> None:
        frame, walk = self.frame, self.walk
        frame.rail.chosen.connect(self.go)
        frame.strip.next_wanted.connect(walk.go_on)
        frame.strip.live_wanted.connect(walk.go_on)
        frame.strip.previous_wanted.connect(walk.go_back)
        frame.strip.clock_wanted.connect(walk.toggle_clock)
        frame.strip.agenda_wanted.connect(self.show_agenda)
        frame.strip.timeline.clicked.connect(self._look_at)
        frame.strip.timeline.opened.connect(walk.go_to)
        frame.room.open_wanted.connect(self.shared_screen.open)
        frame.quiet.undo_wanted.connect(self.undo)
        frame.foot.connect_actions(self.undo_action, self.show_palette)
        walk.moved.connect(self._show_walk)
        walk.problem.connect(frame.warn)
        self.jobs.problem.connect(frame.warn)

    def _make_actions(self) -> None:
        self.undo_action = self.act("Undo", self.undo, "Ctrl+Z", "undo-2")
        self.act("Redo", self.redo, "Ctrl+Shift+Z", "redo-2")
        self.palette_action = self.act("All actions", self.show_palette, "Ctrl+K", "command")
        self.act("All keys", self.show_keys, "F1", "keyboard")
        self.act("Shared screen", self.shared_screen.open, "F11", "monitor")
        self.act("Inspector", self.frame.toggle_inspector, "Ctrl+I", "panel-right")
        self.act("Next stage", self.walk.go_on, "Ctrl+PgDown", "skip-forward")
        self.act("Previous stage", self.walk.go_back, "Ctrl+PgUp", "skip-back")
        self.act("Go to the stage shown", self._go_to_shown, "Ctrl+G", "arrow-right")
        self.act("Close the session", self.walk.close_session, None, "flag")
        self.act("Edit the agenda", self.show_agenda, "Ctrl+Shift+A", "list-checks")
        for at, (text, keys) in enumerate(
            (("Room: follow me", "F6"), ("Room: hold", "F7"), ("Room: blank", "F8"))
        ):
            self.act(text, partial(self.frame.room.pick, at), keys, "monitor")
        clock = self.act("Pause or resume the clock", self.walk.toggle_clock, "Space", "timer")
        # Space reaches the window only when nothing with the focus wants it: see keyPressEvent.
        clock.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        for number, (area, title, icon) in enumerate(AREAS, 1):
            self.act(f"Go to {title}", partial(self.go, area), f"Alt+{number}", icon)

    def act(
        self, text: str, slot: Callable[[], object], keys: str | None, icon: str | None
    ) -> QAction:
        """An action of the whole window; the palette and the key sheet find it."""
        action = QAction(text, self)
        if icon:
            action.setIcon(self.theme.icon(icon))
        if keys:
            action.setShortcut(keys)
        action.triggered.connect(lambda _checked: slot())
        self.addAction(action)
        return action

    def add_menu_action(self, text: str, slot: Callable[[], object], icon: str) -> None:
        """An action that also stands in the rail's menu."""
        self.frame.menu().addAction(self.act(text, slot, None, icon))

    def menu(self) -> QMenu:
        """The rail's menu."""
        return self.frame.menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and not event.isAutoRepeat():
            self.walk.toggle_clock()
        else:
            super().keyPressEvent(event)

    # Where we are.

    @property
    def is_live(self) -> bool:
        """Whether a session that is open here is running."""
        return self.walk.session is not None and self.walk.session.status == "live"

    @property
    def screen_shown(self) -> Screen:
        """The screen in the centre."""
        return self.frame.shown()

    def go(self, area: str) -> None:
        """Show an area of the rail."""
        if area == "session" and self.walk.session is None:
            if self._area == "home":
                self.frame.warn("Choose a session first: open one, or plan a new one.")
            area = "home"
        self._area = area
        if area == "session":
            self._show_walk()
            return
        if area == "consortia" and self.walk.session is not None:
            self._show(self._session_screen("consortia"))
        elif area == "consortia":
            self.frame.warn("Consortia belong to a session: open one first.")
            self.go("home")
            return
        else:
            self._show(self._made_once((area, 0), self._screens.areas[area]))
        self.frame.set_area(area, in_session=False)

    def open_session(self, session_id: int) -> None:
        """Open a session where it stands."""
        self._area = "session"
        self.walk.open(session_id)
        self._show_presence()

    def show_agenda(self) -> None:
        """Show the open session's agenda."""
        if self.walk.session is None:
            self.go("session")
            return
        self._area = "session"
        self.walk.look_at(None)

    def _look_at(self, stage_id: int) -> None:
        self._area = "session"
        self.walk.look_at(stage_id)

    def _go_to_shown(self) -> None:
        if self.walk.shown_id is not None:
            self.walk.go_to(self.walk.shown_id)

    def _show_walk(self) -> None:
        session, shown = self.walk.session, self.walk.shown
        self._forget_screens_of_others()
        if session is None:
            if self._area in ("session", "consortia"):
                self.go("home")
            return
        self.frame.strip.show_session(
            session, self.walk.stages, self.walk.shown_id, self.database.now()
        )
        if self._area == "session":
            key = "agenda" if shown is None else self._screens.stages[shown.kind]
            screen = self._session_screen(key)
            if shown is not None:
                screen.show_stage(shown)
            self._show(screen)
            self.frame.set_area("session", in_session=True)
            self.feed.follow(screen)

    def _session_screen(self, key: str) -> Screen:
        assert self.walk.session is not None
        session_id = self.walk.session.id
        return self._made_once((key, session_id), lambda: self._screens.session[key](session_id))

    def show_session_screen(self, key: str) -> Screen:
        """Show one of the open session's screens, whatever its stage, and return it."""
        screen = self._session_screen(key)
        self._show(screen)
        self.frame.set_area("session", in_session=True)
        return screen

    def _made_once(self, key: tuple[str, int], factory: AreaFactory) -> Screen:
        if key not in self._made:
            screen = factory()
            screen.problem.connect(self.frame.warn)
            screen.said.connect(self.frame.say)
            self._made[key] = screen
        return self._made[key]

    def _forget_screens_of_others(self) -> None:
        kept = {0, self.walk.session.id if self.walk.session else 0}
        for key in [key for key in self._made if key[1] not in kept]:
            screen = self._made.pop(key)
            self.feed.leave(screen)
            self.frame.remove_screen(screen)

    def _show(self, screen: Screen) -> None:
        if self.frame.shown_or_none() is not screen:
            self.frame.show_screen(screen)

    # What changes.

    def _on_changes(self, changes: Changes) -> None:
        if changes.tables & AGENDA_TABLES:
            self.walk.read_again()
        for screen in list(self._made.values()):
            screen.on_changes(changes)
        if changes.tables & PRESENCE_TABLES:
            self._show_presence()
        self._show_undo(changes.label)

    def _show_undo(self, label: str | None) -> None:
        undo, redo = self.database.next_steps()
        self.undo_action.setEnabled(undo is not None)
        self.undo_action.setText(f"Undo: {undo}" if undo else "Undo")
        self.frame.foot.show_undo(undo)
        if label is not None:
            self.frame.quiet.say(label, undo=label == undo)
        elif undo is None and redo is None:
            self.frame.quiet.clear()

    def _show_presence(self) -> None:
        self.frame.foot.set_in_session(self.walk.session is not None)
        if self.walk.session is not None:
            from kdc_desktop.services.attendance import presence

            found = presence(self.database, self.walk.session.id)
            self.frame.foot.show_presence(found.present, found.registered, found.by_sector)

    def _tick(self) -> None:
        self.frame.strip.tick(self.database.now())
        self.feed.tick()

    def undo(self) -> None:
        """Take back the newest edit."""
        self._travel(self.database.undo, "Undone")

    def redo(self) -> None:
        """Do the last undone edit again."""
        self._travel(self.database.redo, "Done again")

    def _travel(self, step: Callable[[], str], word: str) -> None:
        try:
            label = step()
        except UserError as error:
            self.frame.warn(str(error))
            return
        self.frame.quiet.say(f"{word}: {label}")

    # What can be asked for.

    def all_actions(self) -> dict[str, list[QAction]]:
        """The window's and the shown screen's actions, grouped for the key sheet."""
        title = self.screen_shown.accessibleName()
        return {
            title: [action for action in self.screen_shown.actions() if action.text()],
            "Everywhere": [action for action in self.actions() if action.text()],
        }

    def show_palette(self) -> None:
        """Let the facilitator find an action by name, and do it."""
        from kdc_desktop.screens.window.command_palette import CommandPalette

        groups = self.all_actions()
        actions = [action for actions in groups.values() for action in actions]
        actions = [action for action in actions if action is not self.palette_action]
        palette = CommandPalette(self.theme, actions, self)
        palette.move(self.geometry().center().x() - palette.width() // 2, self.geometry().y() + 96)
        palette.do_after_closing()
        self._open(palette)

    def show_keys(self) -> None:
        """Show the sheet of all keys."""
        from kdc_desktop.screens.window.key_sheet import KeySheet

        self._open(KeySheet(self.theme, self.all_actions(), self))

    def _open(self, dialog: QDialog) -> None:
        before = self.focusWidget()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._give_back(before))
        dialog.show()
        dialog.setFocus()

    def _give_back(self, before: QWidget | None) -> None:
        """Let the keys go where they went before a dialog lay over the window."""
        self.activateWindow()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._ticking.stop()
        self._unsubscribe()
        self.jobs.cancel()
        self.jobs.wait()
        self.shared_screen.leave_kiosk()
        self.shared_screen.close()
        self.closed.emit()
        super().closeEvent(event)
