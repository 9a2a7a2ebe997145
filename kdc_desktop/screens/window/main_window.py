"""The facilitator's window: rail, run strip, the screen in the centre, inspector, foot."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QMainWindow

from kdc_desktop.audience.kit.digit_keys import digit_of
from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.state import RoomView
from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import _
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.help import keys_for_help
from kdc_desktop.screens.kit.keys import REDO
from kdc_desktop.screens.kit.open_papers import when_no_paper_is_lost
from kdc_desktop.screens.kit.row_hands import ask_for_menu
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.unkept import when_no_text_is_lost
from kdc_desktop.screens.kit.wiring import SetUp, Unfinished, Wiring
from kdc_desktop.screens.window.another_day import ask_for_today
from kdc_desktop.screens.window.areas import in_rail
from kdc_desktop.screens.window.by_key import go, go_back, go_by_key, look_by_key
from kdc_desktop.screens.window.caret import Caret
from kdc_desktop.screens.window.dropping import Dropping
from kdc_desktop.screens.window.elsewhere import DoneElsewhere
from kdc_desktop.screens.window.frame import Frame
from kdc_desktop.screens.window.last_done import LastDone
from kdc_desktop.screens.window.leading import lead
from kdc_desktop.screens.window.led_by_strip import arrive, let_strip_lead
from kdc_desktop.screens.window.open_vote import keep_the_vote
from kdc_desktop.screens.window.popups import Groups, Popups, told_once
from kdc_desktop.screens.window.retelling import Retelling
from kdc_desktop.screens.window.room_feed import RoomFeed
from kdc_desktop.screens.window.room_keys import RoomKeys
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.screens.window.showing import Showing
from kdc_desktop.screens.window.stage_actions import StageActions
from kdc_desktop.screens.window.typing_on import TypingOn
from kdc_desktop.screens.window.undoing import Undoing
from kdc_desktop.screens.window.upkeep import Upkeep
from kdc_desktop.screens.window.usual_keys import UsualKeys
from kdc_desktop.screens.window.whereabouts import Whereabouts, leaving_for
from kdc_desktop.screens.window.window_actions import WindowActions
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.storage import Database


class MainWindow(QMainWindow):
    """Joins what lies around the screens with what brings them there; does no work of its own.

    It closes only if it `may_close`; that is handed what is wanted then.
    It is empty until it is given what the nouns bring along: see `bring`.
    """

    closed = Signal()
    file_wanted = Signal(object)
    sample_wanted = Signal()
    own_wanted, export_wanted = Signal(), Signal()
    keys_wanted, file_asked = Signal(), Signal()
    pages_wanted, charter_wanted = Signal(str), Signal(int, str)
    visit_wanted, slips_wanted = Signal(object, str), Signal(int, object)
    agenda_wanted, live_wanted, author_page_wanted = Signal(), Signal(), Signal(int, str)
    stage_wanted, look_wanted = Signal(int), Signal(int)

    def __init__(
        self,
        database: Database,
        theme: Theme,
        jobs: Jobs,
        room: RoomView,
        shared_screen: SharedScreen,
        kinds: Sequence[StageKind],
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(database.path.stem.replace("[*]", "[*][*]"))  # Qt adds the program's
        self.database, self.theme = database, theme
        self.may_close: Callable[[Callable[[], object]], bool] = lambda _then: True
        self.unfinished: dict[str, Unfinished] = {}
        self._jobs, self._shared_screen, self._kinds = jobs, shared_screen, kinds
        shared_screen.placing.facilitators = self
        self.frame = Frame(theme, jobs, room, shared_screen, kinds, database.path, self)
        self.setCentralWidget(self.frame)
        self.walk = SessionWalk(database, self)
        self.feed = RoomFeed(database, room, shared_screen, self.walk, self)
        self.whereabouts = Whereabouts(self.frame, self.walk, self.feed, database.now, self)
        self.showing = Showing(self.frame, self.feed, room, shared_screen)
        self.undoing = _undoing(self, jobs)
        self.tell = Retelling(jobs, self.undoing, self.frame.quiet).tell
        self._actions = WindowActions(self, theme, self.frame.warn)
        self._into_nothing = _caret(self).into_nothing
        self._dropping = Dropping(self, self, self.frame, jobs)
        self._usual = UsualKeys(database, jobs, self.frame, self.walk, shared_screen, self)
        self._elsewhere = DoneElsewhere(theme, self.frame, self.walk, self.whereabouts, kinds)
        self._add_actions(Popups(self, theme, self._actions_by_group, self._elsewhere))
        RoomKeys(self, shared_screen, self._actions_by_group, self.feed)
        self._connect()
        self.upkeep = Upkeep(
            database, self.frame, self.walk, self.feed, self.undoing, self.whereabouts, self
        )
        self.resize(1440, 900)

    def _connect(self) -> None:
        frame, walk, whereabouts = self.frame, self.walk, self.whereabouts
        whereabouts.show_wanted.connect(self.showing.show)
        whereabouts.hide_wanted.connect(self.showing.hide)
        whereabouts.along_wanted.connect(self.showing.take_along)
        frame.rail.chosen.connect(partial(go, whereabouts, frame))
        frame.elsewhere.follow(self.database, walk, self.open_session)
        frame.led_away.button.clicked.connect(lambda _on: go_back(whereabouts, frame))
        let_strip_lead(frame.strip, walk, whereabouts)
        walk.went.connect(partial(arrive, whereabouts, frame))
        self.agenda_wanted.connect(whereabouts.show_agenda)
        self.live_wanted.connect(walk.go_live)
        self.stage_wanted.connect(walk.go_to)
        self.look_wanted.connect(whereabouts.look_at)
        frame.room.open_wanted.connect(self._shared_screen.open)
        frame.room.message_wanted.connect(self.feed.over.say)
        self.feed.over.message_gone.connect(frame.room.message.forget)
        frame.quiet.undo_wanted.connect(self.undoing.undo_named)
        frame.quiet.called_off.connect(self.undoing.call_off)
        for problem in (walk.problem, self._jobs.problem, frame.foot.club.problem):
            problem.connect(frame.warn)
        asked, caption = _("Close the session all the same?"), _("&Close the session")
        walk.when_it_may_close = partial(
            when_no_paper_is_lost, self._shared_screen, self, asked, caption
        )
        frame.foot.saved.asked.connect(self.file_asked)
        walk.another_day.connect(partial(ask_for_today, self, walk.go_live_today))
        walk.began.connect(self._shared_screen.placing.come_if_apart)

    def _add_actions(self, popups: Popups) -> None:
        add = self._actions.add
        self.undoing.action = add("undo", _("Undo"), self.undoing.undo, "Ctrl+Z", "undo-2")
        redo = add("redo", _("Redo"), self.undoing.redo, None, "redo-2")
        redo.setShortcuts([QKeySequence(keys) for keys in REDO])
        text = _("Call off the undo that waits")
        self.undoing.calling_off = add("call_off", text, self.undoing.call_off, "Esc", None)
        self.undoing.calling_off.setEnabled(False)
        palette = add(
            "palette", _("All actions"), lambda: popups.show_palette(palette), "Ctrl+K", "command"
        )
        self.frame.foot.connect_actions(self.undoing.undo_named, palette.trigger)
        text = _("Menu of what is selected")
        add("own_menu", text, partial(_open_own_menu, self), "Shift+F10", None)
        shown = self._shared_screen, self.frame, self.feed, self.showing
        self._actions.add_for_the_room(*shown, self.walk)
        keys = partial(self._with_shown, popups.show_keys)
        all_keys = add("keys", _("All keys"), keys, "F1", "keyboard")
        self.keys_wanted.connect(all_keys.trigger)
        words = partial(self._with_shown, popups.show_help)
        helps = add("help", _("Help with this screen"), words, None, "circle-help")
        helps.setShortcuts(keys_for_help())
        self.frame.rail.help_wanted.connect(helps.trigger)
        self._actions.add_for_the_session(self.walk, self.whereabouts, self.frame)
        self._usual.add_to(self._actions)
        look = partial(look_by_key, self.whereabouts, self.frame)
        StageActions(self._actions, self.walk, look, self)

    def _with_shown(self, show: Callable[[Screen], object]) -> None:
        show(self.screen_shown)

    def _actions_by_group(self) -> Groups:
        """The shown screen's and the window's actions, by the name of where they work."""
        screen = self.screen_shown
        return told_once(
            {screen.accessibleName(): screen.actions(), _("Everywhere"): self.actions()}
        )

    def bring(self, wiring: Wiring) -> None:
        """Have these areas, screens and entries of the menu, and show the first area."""
        self.whereabouts.learn(wiring, self._kinds)
        self._elsewhere.learn(wiring)
        self._dropping.takers = wiring.takes
        go = partial(go_by_key, self.whereabouts, self.frame)
        self._actions.add_for_areas(in_rail(wiring.areas), go)
        self._actions.add_for_the_menu(self.frame.rail.menu, wiring.menu)
        self.whereabouts.go(wiring.areas[0].key)

    # What a noun may ask of it.
    @property
    def session(self) -> SessionRow | None:
        """The session that is open here."""
        return self.walk.session

    @property
    def screen_shown(self) -> Screen:
        """The screen in the centre."""
        return self.frame.shown()

    def say(self, text: str, written: Path | None = None) -> None:
        """A quiet line about what was done, with the way to the file that was written."""
        self.frame.say(text, written)

    def warn(self, sentence: str) -> None:
        """A line about what has to be mended."""
        self.frame.warn(sentence)

    def mark_throwaway(self, keep: Callable[[], object]) -> None:
        """Say from now on that the club is temporary; `keep` keeps it."""
        self.frame.foot.club.mark_throwaway(keep)

    def go(self, area: str, set_up: SetUp | None = None) -> None:
        """Show an area, set up before; Home where it needs a session and none is open."""
        self.whereabouts.go(area, set_up)

    def open_session(self, session_id: int) -> None:
        """Open a session where it stands; asks where a text goes with the one before."""
        leaving, asked = leaving_for(self.whereabouts, session_id), _("Open it all the same?")
        then = partial(self.whereabouts.open_session, session_id)
        when_no_text_is_lost(leaving, self, asked, _("&Open it"), then)

    def show_session_screen(self, key: str, set_up: SetUp = lambda _screen: None) -> Screen:
        """Show one of the open session's screens, whatever its stage, and return it."""
        return self.whereabouts.show_session_screen(key, set_up)

    # What Qt tells it.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_space = event.key() == Qt.Key.Key_Space and not event.modifiers()
        if is_space and not event.isAutoRepeat() and not self._into_nothing.goes_on_with(event):
            self.walk.toggle_clock()
        elif event.matches(QKeySequence.StandardKey.New):
            self.frame.say(_("Nothing new begins on this screen. Ctrl+K tells what can be done."))
        elif not _digit_above_shift(self.screen_shown, event):
            self._into_nothing.hear(event)
            super().keyPressEvent(event)

    def let_go(self) -> None:
        """Close it without a question: another club takes its place, or the program ends."""
        self._usual.settle()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and not (self._usual.may_go() and self.may_close(self.close)):
            event.ignore()
            return
        self.upkeep.stop()
        self._jobs.stop()
        self.undoing.finish()
        self._shared_screen.leave_kiosk()
        self._shared_screen.close()
        self._shared_screen.placing.facilitators = None
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        self.closed.emit()
        super().closeEvent(event)


def _undoing(window: MainWindow, jobs: Jobs) -> Undoing:
    database, frame, walk = window.database, window.frame, window.walk
    done = LastDone(database, frame, walk, window.feed)
    to_it = partial(lead, database, walk, window.whereabouts, done)
    see = partial(keep_the_vote, database)
    return Undoing(database, jobs, frame.quiet, frame.foot, to_it, see, done, window)


def _caret(window: MainWindow) -> Caret:
    typing_on = TypingOn(lambda: [*window.screen_shown.actions()], window)
    window.frame.warned.connect(typing_on.heed_mouse)
    return Caret(window, window.undoing, typing_on, window.frame.warn)


def _open_own_menu(window: MainWindow) -> None:
    if not ask_for_menu(window.focusWidget()):
        window.warn(_("Nothing is selected that has a menu."))


def _digit_above_shift(screen: Screen, event: QKeyEvent) -> bool:
    """Do what a digit does on the screen, where the layout has another sign on its key."""
    digit = digit_of(event)
    if not digit or digit == event.text() or event.isAutoRepeat():
        return False
    for action in screen.actions():
        if action.isEnabled() and QKeySequence(digit) in action.shortcuts():
            action.trigger()
            return True
    return False
