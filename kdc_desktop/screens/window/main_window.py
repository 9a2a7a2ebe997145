"""The facilitator's window: rail, run strip, the screen in the centre, inspector, foot."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.state import RoomView
from kdc_desktop.errors import UserError
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.window.frame import Frame
from kdc_desktop.screens.window.room_feed import RoomFeed
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.screens.window.shelf import Screens, Shelf
from kdc_desktop.screens.window.window_actions import add_actions
from kdc_desktop.settings import Settings
from kdc_desktop.storage import Changes, Database

PRESENCE_TABLES = frozenset({"attendance", "person", "organisation"})
AGENDA_TABLES = frozenset({"session", "stage", "attendance", "idea"})


class MainWindow(QMainWindow):
    """Puts screens side by side and keeps them up to date; does no work of its own."""

    undo_action: QAction
    palette_action: QAction

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
        self.feed = RoomFeed(database, room, shared_screen, self.walk, self)
        self._shelf = Shelf(screens, self._greet, self._part)
        self._area = ""
        add_actions(self)
        self._connect()
        self._unsubscribe = database.subscribe(self._on_changes)
        self._ticking = QTimer(self)
        self._ticking.setInterval(1000)
        self._ticking.timeout.connect(self.tick)
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
        frame.room.message_wanted.connect(self.feed.say)
        frame.quiet.undo_wanted.connect(self.undo)
        frame.foot.connect_actions(self.undo_action, self.palette_action.trigger)
        walk.moved.connect(self._show_walk)
        walk.problem.connect(frame.warn)
        self.jobs.problem.connect(frame.warn)

    def act(
        self, text: str, slot: Callable[[], object], keys: str | None, icon: str | None
    ) -> QAction:
        """An action of the whole window; the palette and the key sheet find it."""
        action = QAction(text, self)
        action.setAutoRepeat(False)
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
            self._show_to_the_room(self._session_screen("consortia"))
        elif area == "consortia":
            self.frame.warn("Consortia belong to a session: open one first.")
            self.go("home")
            return
        else:
            self._show(self._shelf.area(area))
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

    def go_to_shown(self) -> None:
        """Make the stage that is looked at the current one."""
        if self.walk.shown_id is not None:
            self.walk.go_to(self.walk.shown_id)

    def _show_walk(self) -> None:
        session, shown = self.walk.session, self.walk.shown
        self._shelf.keep_only(session.id if session else None)
        if session is None:
            if self._area in ("session", "consortia"):
                self.go("home")
            return
        self.frame.strip.show_session(
            session, self.walk.stages, self.walk.shown_id, self.database.now()
        )
        if self._area == "session":
            if shown is None:
                screen = self._session_screen("agenda")
            else:
                screen = self._shelf.of_stage(shown.kind, session.id)
                screen.show_stage(shown)
            self._show_to_the_room(screen)
            self.frame.set_area("session", in_session=True)

    def _session_screen(self, key: str) -> Screen:
        assert self.walk.session is not None
        return self._shelf.of_session(key, self.walk.session.id)

    def show_session_screen(self, key: str) -> Screen:
        """Show one of the open session's screens, whatever its stage, and return it."""
        screen = self._session_screen(key)
        self._show_to_the_room(screen)
        self.frame.set_area("session", in_session=True)
        return screen

    def _greet(self, screen: Screen) -> None:
        screen.problem.connect(self.frame.warn)
        screen.said.connect(self.frame.say)

    def _part(self, screen: Screen) -> None:
        self.feed.leave(screen)
        self.frame.remove_screen(screen)

    def _show_to_the_room(self, screen: Screen) -> None:
        self._show(screen)
        self.feed.follow(screen)

    def _show(self, screen: Screen) -> None:
        if self.frame.shown_or_none() is not screen:
            self.frame.show_screen(screen)

    # What changes.

    def _on_changes(self, changes: Changes) -> None:
        if changes.tables & AGENDA_TABLES:
            self.walk.read_again()
        for screen in self._shelf:
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
            from kdc_desktop.services.attendance.door import presence

            found = presence(self.database, self.walk.session.id)
            self.frame.foot.show_presence(found.present, found.registered, found.by_sector)

    def tick(self) -> None:
        """Bring every clock up to date."""
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

    def closeEvent(self, event: QCloseEvent) -> None:
        self._ticking.stop()
        self._unsubscribe()
        self.jobs.cancel()
        self.jobs.wait()
        self.shared_screen.leave_kiosk()
        self.shared_screen.close()
        self.closed.emit()
        super().closeEvent(event)
