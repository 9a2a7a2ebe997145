"""The one place that knows every part and puts them together."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from kdc_desktop import crash, paths
from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.state import RoomView
from kdc_desktop.domain.stage_kinds import STAGE_KINDS
from kdc_desktop.errors import UserError
from kdc_desktop.jobs import GuiThread, Jobs, Progress
from kdc_desktop.screens.club.file_actions import FileActions
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.sessions.home_screen import HomeScreen
from kdc_desktop.screens.window.main_window import MainWindow
from kdc_desktop.screens.window.shelf import Screens
from kdc_desktop.settings import Settings
from kdc_desktop.storage import Database, backups, open_database
from kdc_desktop.storage.sole_use import Claim, claim

Rehearse = Callable[[MainWindow], object]
PAINTED = 100  # ms after the window is shown


class Club(QObject):
    """One open club file with its window and its shared screen.

    `open_file` is asked for another club file, from the menu and from Home; `rehearse` plays the
    open session on a copy.
    """

    def __init__(
        self,
        database: Database,
        theme: Theme,
        settings: Settings,
        open_file: Callable[[Path], object],
        rehearse: Rehearse,
    ) -> None:
        super().__init__()
        self.database, self._theme, self._settings = database, theme, settings
        self.claim: Claim | None = None
        self._gui = GuiThread()
        database.deliver = self._gui.post
        self.jobs = Jobs(self)
        self.room = RoomView(self)
        self.shared_screen = SharedScreen(motion=settings.motion)
        self.room.shown.connect(self.shared_screen.show_slide)
        self.window = MainWindow(
            database, theme, settings, self.jobs, self.room, self.shared_screen, self._screens()
        )
        self.window.go("home")
        settings.changed.connect(self._follow_settings)
        self.files = FileActions(self.window, open_file, lambda: rehearse(self.window))
        self._back_up_hourly()

    def settle_in(self) -> None:
        """Do in the background, once the window is painted, what it did without so far."""
        self._painted = QTimer(self)
        self._painted.setSingleShot(True)
        self._painted.timeout.connect(self._get_ready)
        self.window.closed.connect(self._painted.stop)
        self._painted.start(PAINTED)

    def _get_ready(self) -> None:
        def work(_progress: Progress) -> None:
            self.database.get_ready()
            backups.back_up(self.database.path)

        self.jobs.run_quietly(work)

    def _back_up_hourly(self) -> None:
        self._hourly = QTimer(self)
        self._hourly.setInterval(3_600_000)
        self._hourly.timeout.connect(self._back_up_while_live)
        self._hourly.start()

    def _back_up_while_live(self) -> None:
        if self.window.is_live:
            self.jobs.run_quietly(lambda _progress: backups.back_up(self.database.path))

    def _follow_settings(self) -> None:
        self.shared_screen.motion = self._settings.motion

    def _screens(self) -> Screens:
        # Screens are imported when they are first shown, so that the window opens fast.
        areas: dict[str, Callable[[], Screen]] = {
            "home": self._home,
            "people": self._people,
            "settings": self._settings_screen,
        }
        session: dict[str, Callable[[int], Screen]] = {
            "agenda": self._agenda,
            "talk": self._talk,
            "check_in": self._check_in,
            "board": self._board,
            "poll": self._poll,
            "interests": self._interests,
            "consortia": self._consortia,
            "vision": self._vision,
        }
        return Screens(areas, session, {kind.key: kind.screen for kind in STAGE_KINDS})

    def _home(self) -> Screen:
        screen = HomeScreen(self._theme, self.database)
        screen.session_chosen.connect(self.window.open_session)
        screen.sample_wanted.connect(self.window.sample_wanted)
        return screen

    def _people(self) -> Screen:
        from kdc_desktop.screens.people.people_screen import PeopleScreen

        return PeopleScreen(self._theme, self.database, self._settings.store)

    def _settings_screen(self) -> Screen:
        from kdc_desktop.screens.club.settings_screen import SettingsScreen

        screen = SettingsScreen(self._theme, self.database, self._settings)
        screen.restored.connect(self.window.file_wanted)
        return screen

    def _agenda(self, session_id: int) -> Screen:
        from kdc_desktop.screens.sessions.agenda_screen import AgendaScreen

        return AgendaScreen(self._theme, self.database, session_id, STAGE_KINDS)

    def _talk(self, session_id: int) -> Screen:
        from kdc_desktop.screens.sessions.talk_screen import TalkScreen

        return TalkScreen(self._theme, self.database, session_id, STAGE_KINDS)

    def _check_in(self, session_id: int) -> Screen:
        from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen

        return CheckInScreen(self._theme, self.database, session_id)

    def _board(self, session_id: int) -> Screen:
        from kdc_desktop.screens.board.board_screen import BoardScreen

        screen = BoardScreen(self._theme, self.database, session_id, jobs=self.jobs)
        screen.poll_wanted.connect(self._plan_poll)
        return screen

    def _poll(self, session_id: int) -> Screen:
        from kdc_desktop.screens.polls.poll_screen import PollScreen

        screen = PollScreen(self._theme, self.database, session_id)
        screen.kiosk_wanted.connect(self._open_kiosk)
        return screen

    def _interests(self, session_id: int) -> Screen:
        from kdc_desktop.screens.interests.interests_screen import InterestsScreen

        return InterestsScreen(self._theme, self.database, session_id)

    def _consortia(self, session_id: int) -> Screen:
        from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen

        screen = ConsortiaScreen(self._theme, self.database, session_id, self.jobs)
        screen.consortium_opened.connect(self._open_consortium)
        screen.interests_wanted.connect(lambda: self.window.show_session_screen("interests"))
        return screen

    def _vision(self, session_id: int) -> Screen:
        from kdc_desktop.screens.visions.vision_screen import VisionScreen

        screen = VisionScreen(self._theme, self.database, session_id)
        screen.consortia_wanted.connect(lambda: self.window.go("consortia"))
        return screen

    def _open_consortium(self, consortium_id: int) -> None:
        from kdc_desktop.screens.visions.vision_screen import VisionScreen

        screen = self.window.show_session_screen("vision")
        assert isinstance(screen, VisionScreen)
        screen.show_consortium(consortium_id)

    def _plan_poll(self, idea_ids: list[int]) -> None:
        from kdc_desktop.screens.polls.poll_screen import PollScreen

        screen = self.window.show_session_screen("poll")
        assert isinstance(screen, PollScreen)
        screen.plan_for_ideas(idea_ids)

    def _open_kiosk(self, poll_id: int) -> None:
        from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk

        kiosk = Kiosk(self.database, poll_id, self._settings.pin_ok)
        kiosk.left.connect(self._leave_kiosk)
        self.shared_screen.show_kiosk(kiosk)
        self.shared_screen.open(self.window.screen())

    def _leave_kiosk(self) -> None:
        kiosk = self.shared_screen.kiosk
        self.shared_screen.leave_kiosk()
        if kiosk is not None:
            kiosk.deleteLater()

    def close(self) -> None:
        """Close the window and let the file go."""
        self.window.close()
        self.database.close()
        if self.claim is not None:
            self.claim.close()


class Program(QObject):
    """Holds what outlives a club file, and the one club that is open."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        rehearse: Rehearse,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__()
        self._app, self.settings, self._clock = app, settings, clock
        self._rehearse = rehearse
        self.theme = Theme(self)
        self.theme.apply(app, settings.theme, settings.text_size / 100)
        settings.changed.connect(self._dress)
        self.club: Club | None = None

    def _dress(self) -> None:
        wanted = (self.settings.theme, self.settings.text_size / 100)
        if wanted != (self.theme.mode, self.theme.scale):
            self.theme.apply(self._app, *wanted)

    def open(self, path: Path) -> Club:
        """Open a club file in a window of its own; the one before is closed.

        Raises:
            UserError: the file cannot be opened; the one before stays open.
        """
        if self.club is not None and self.club.database.path.resolve() == path.resolve():
            return self.club
        claimed = claim(path)
        try:
            database = open_database(path, self._clock)
        except UserError:
            claimed.close()
            raise
        before = self.club
        self.club = Club(database, self.theme, self.settings, self.open, self._rehearse)
        self.club.claim = claimed
        self.club.window.show()
        self.club.settle_in()
        self.settings.last_database = path
        if before is not None:
            before.close()
        return self.club

    def say(self, sentence: str) -> None:
        """Tell a problem in the window, or on the terminal while there is none."""
        if self.club is not None:
            self.club.window.frame.warn(sentence)
        else:
            sys.stderr.write(sentence + "\n")


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application with the program's name and icon."""
    app = QApplication(arguments)
    app.setApplicationName("kdc-desktop")
    app.setApplicationDisplayName("KDC Desktop")
    app.setDesktopFileName("kdc-desktop")
    app.setWindowIcon(QIcon(str(paths.resource("kdc-desktop.svg"))))
    return app


def run(path: Path, settings: Settings, rehearse: Rehearse) -> int:
    """Open the program on a club file; returns the exit status when the window is closed.

    When the file cannot be opened, the facilitator is asked for another, if there is a screen.
    `rehearse` is asked to play the window's session on a copy: the rehearsal knows this module,
    so this module is handed it.

    Raises:
        UserError: the file cannot be opened, nor was another chosen.
    """
    app = make_application(sys.argv[:1])
    program = Program(app, settings, rehearse)
    crash.catch_bugs(program.say, crash.log_file())
    try:
        program.open(path)
    except UserError as problem:
        from kdc_desktop.screens.club.start_dialog import StartDialog

        seen = app.platformName() not in ("offscreen", "minimal")
        if not (seen and StartDialog(program.theme, path, str(problem), program.open).exec()):
            raise
    status = app.exec()
    if program.club is not None:
        program.club.close()
    return status
