"""The facilitator's window: rail, run strip, the screen in the centre, inspector, foot."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QMainWindow

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.state import RoomView
from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import _
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.wiring import Area, SessionArea, Wiring
from kdc_desktop.screens.sessions.wiring import AGENDA, HOME, SESSION
from kdc_desktop.screens.window.frame import Frame
from kdc_desktop.screens.window.popups import Groups, Popups
from kdc_desktop.screens.window.room_feed import RoomFeed
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.screens.window.shelf import Shelf
from kdc_desktop.screens.window.undoing import Undoing
from kdc_desktop.screens.window.window_actions import WindowActions
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.settings import Settings
from kdc_desktop.storage import Changes, Database


class MainWindow(QMainWindow):
    """Puts screens side by side and keeps them up to date; does no work of its own.

    It is empty until it is given what the nouns bring along: see `bring`.
    """

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
        kinds: Sequence[StageKind],
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(_("{club} – KDC Desktop", club=database.path.stem))
        self.database, self.theme, self.settings, self.jobs = database, theme, settings, jobs
        self.walk = SessionWalk(database, self)
        self.shared_screen = shared_screen
        self._kinds = kinds
        self.frame = Frame(theme, jobs, room, shared_screen, kinds, self)
        self.setCentralWidget(self.frame)
        self.feed = RoomFeed(database, room, shared_screen, self.walk, self)
        self.undoing = Undoing(database, self.frame.quiet, self.frame.foot, self)
        self._shelf = Shelf({}, {}, self._greet, self._part)
        self._areas: dict[str, Area | SessionArea] = {}
        self._area = ""
        self._popups = Popups(self, theme, self._actions_by_group)
        self._actions = WindowActions(self, theme)
        self._add_actions()
        self._connect()
        self._unsubscribe = database.subscribe(self._on_changes)
        self._ticking = QTimer(self)
        self._ticking.setInterval(1000)
        self._ticking.timeout.connect(self.tick)
        self._ticking.start()
        self.resize(1440, 900)
        self.undoing.show(None)
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
        frame.quiet.undo_wanted.connect(self.undoing.undo)
        walk.moved.connect(self._show_walk)
        walk.problem.connect(self.warn)
        self.jobs.problem.connect(self.warn)

    def _add_actions(self) -> None:
        add, popups = self._actions.add, self._popups
        undo = add("undo", _("Undo"), self.undoing.undo, "Ctrl+Z", "undo-2")
        self.undoing.action = undo
        add("redo", _("Redo"), self.undoing.redo, "Ctrl+Shift+Z", "redo-2")
        self.palette_action = add(
            "palette", _("All actions"), self._show_palette, "Ctrl+K", "command"
        )
        self.frame.foot.connect_actions(undo, self.palette_action.trigger)
        add("keys", _("All keys"), popups.show_keys, "F1", "keyboard")
        self._actions.add_for_the_room(self.shared_screen, self.frame.room, self.feed)
        toggle = self.frame.toggle_inspector
        add("inspector", _("Inspector"), toggle, "Ctrl+I", "panel-right")
        self._actions.add_for_the_session(self.walk, self.go_to_shown, self.show_agenda)

    def _show_palette(self) -> None:
        self._popups.show_palette(self.palette_action)

    def _actions_by_group(self) -> Groups:
        """The shown screen's and the window's actions, by the name of where they work."""
        screen = self.screen_shown
        return {
            screen.accessibleName(): [action for action in screen.actions() if action.text()],
            _("Everywhere"): [action for action in self.actions() if action.text()],
        }

    def bring(self, wiring: Wiring) -> None:
        """Have these areas, screens and entries of the menu, and show the first area."""
        stages = {kind.key: kind.screen for kind in self._kinds}
        self._shelf = Shelf(wiring.screens, stages, self._greet, self._part)
        self._areas = {area.key: area for area in wiring.areas}
        self.frame.rail.show_areas(wiring.areas)
        self._actions.add_for_areas(wiring.areas, self.go)
        menu = self.frame.rail.menu
        for group in wiring.menu:
            if not menu.isEmpty():
                menu.addSeparator()
            for entry in group:
                menu.addAction(
                    self._actions.add(entry.name, str(entry.text), entry.slot, None, entry.icon)
                )
        self.go(wiring.areas[0].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and not event.isAutoRepeat():
            self.walk.toggle_clock()
        else:
            super().keyPressEvent(event)

    # Where we are.

    @property
    def is_live(self) -> bool:
        """Whether a session that is open here is running."""
        return self.session is not None and self.session.status == SessionStatus.LIVE

    @property
    def session(self) -> SessionRow | None:
        """The session that is open here."""
        return self.walk.session

    def say(self, text: str) -> None:
        """A quiet line about what was done."""
        self.frame.say(text)

    def warn(self, sentence: str) -> None:
        """A line about what has to be mended."""
        self.frame.warn(sentence)

    @property
    def screen_shown(self) -> Screen:
        """The screen in the centre."""
        return self.frame.shown()

    def go(self, area: str) -> None:
        """Show an area of the rail; Home where it needs a session and none is open."""
        wanted = self._areas[area]
        if isinstance(wanted, SessionArea) and self.session is None:
            if self._area == HOME or wanted.screen is not None:
                self.warn(str(wanted.without))
            wanted = self._areas[HOME]
        self._area = wanted.key
        if isinstance(wanted, Area):
            self._show(self._shelf.of_area(wanted))
            self.frame.set_area(wanted.key, strip=False, room=False)
        elif wanted.screen is None:
            self._show_walk()
        else:
            self._show_to_the_room(self._session_screen(wanted.screen))
            self.frame.set_area(wanted.key, strip=False, room=True)

    def open_session(self, session_id: int) -> None:
        """Open a session where it stands."""
        self._area = SESSION
        self.walk.open(session_id)
        self._show_presence()

    def show_agenda(self) -> None:
        """Show the open session's agenda."""
        if self.walk.session is None:
            self.go(SESSION)
            return
        self._area = SESSION
        self.walk.look_at(None)

    def _look_at(self, stage_id: int) -> None:
        self._area = SESSION
        self.walk.look_at(stage_id)

    def go_to_shown(self) -> None:
        """Make the stage that is looked at the current one."""
        if self.walk.shown_id is not None:
            self.walk.go_to(self.walk.shown_id)

    def _show_walk(self) -> None:
        session, shown = self.walk.session, self.walk.shown
        self._shelf.keep_only(session.id if session else None)
        if session is None:
            if isinstance(self._areas.get(self._area), SessionArea):
                self.go(HOME)
            return
        self.frame.strip.show_session(
            session, self.walk.stages, self.walk.shown_id, self.database.now()
        )
        if self._area == SESSION:
            if shown is None:
                screen = self._session_screen(AGENDA)
            else:
                screen = self._shelf.of_stage(shown.kind, session.id)
                screen.show_stage(shown)
            self._show_to_the_room(screen)
            self.frame.set_area(SESSION, strip=True, room=True)

    def _session_screen(self, key: str) -> Screen:
        assert self.walk.session is not None
        return self._shelf.of_session(key, self.walk.session.id)

    def show_session_screen(self, key: str) -> Screen:
        """Show one of the open session's screens, whatever its stage, and return it."""
        screen = self._session_screen(key)
        self._show_to_the_room(screen)
        self.frame.set_area(SESSION, strip=True, room=True)
        return screen

    def _greet(self, screen: Screen) -> None:
        screen.problem.connect(self.warn)
        screen.said.connect(self.say)

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
        if changes.tables & self.walk.tables:
            self.walk.read_again()
        for screen in self._shelf:
            screen.on_changes(changes)
        if changes.tables & self.frame.foot.tables:
            self._show_presence()
        self.undoing.show(changes)

    def _show_presence(self) -> None:
        self.frame.foot.set_in_session(self.walk.session is not None)
        if self.walk.session is not None:
            from kdc_desktop.services.attendance.questions import presence

            found = presence(self.database, self.walk.session.id)
            self.frame.foot.show_presence(found.present, found.registered, found.by_sector)

    def tick(self) -> None:
        """Bring every clock up to date."""
        self.frame.strip.tick(self.database.now())
        self.feed.tick()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._ticking.stop()
        self._unsubscribe()
        self.jobs.cancel()
        self.jobs.wait()
        self.shared_screen.leave_kiosk()
        self.shared_screen.close()
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        self.closed.emit()
        super().closeEvent(event)
