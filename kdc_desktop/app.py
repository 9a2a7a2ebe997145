"""The one place that knows every part and puts them together."""

from kdc_desktop import quick_imports  # noqa: F401, I001 - acts before the rest
# isort: split

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from kdc_desktop import i18n
from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.state import RoomView
from kdc_desktop.collector import Collector, take_apart
from kdc_desktop.domain.kit.remembering import forget_words
from kdc_desktop.domain.stage_kinds import STAGE_KINDS
from kdc_desktop.gui_thread import GuiThread
from kdc_desktop.instants import Instant
from kdc_desktop.jobs import Jobs, Progress
from kdc_desktop.loading_ahead import FIRST_SHOWN, load
from kdc_desktop.opening import ClubOpening
from kdc_desktop.screens.attendance.wiring import bring_attendance
from kdc_desktop.screens.board.wiring import bring_board
from kdc_desktop.screens.chains.wiring import bring_chains, show_behind, show_chain
from kdc_desktop.screens.club.answers import Answers, OpenClub
from kdc_desktop.screens.club.file_actions import FileActions
from kdc_desktop.screens.club.file_watch import FileWatch
from kdc_desktop.screens.club.handing import Handing
from kdc_desktop.screens.club.hourly import back_up_hourly
from kdc_desktop.screens.club.wiring import bring_club
from kdc_desktop.screens.consortia.wiring import bring_consortia
from kdc_desktop.screens.gains.wiring import beside_groups, bring_gains
from kdc_desktop.screens.interests.wiring import bring_interests
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.wiring import Desk, Wiring, brought_together
from kdc_desktop.screens.network.wiring import bring_network
from kdc_desktop.screens.obstacles.wiring import bring_obstacles
from kdc_desktop.screens.offers.wiring import beside_people, bring_offers
from kdc_desktop.screens.pages.wiring import bring_pages
from kdc_desktop.screens.past.wiring import bring_past
from kdc_desktop.screens.people.wiring import bring_people
from kdc_desktop.screens.polls.wiring import bring_polls, plan_poll
from kdc_desktop.screens.seating.wiring import bring_seating
from kdc_desktop.screens.sessions.home_screen import HomeJoins
from kdc_desktop.screens.sessions.wiring import bring_sessions
from kdc_desktop.screens.twins.wiring import bring_twins
from kdc_desktop.screens.visions.wiring import bring_visions, look_at, open_vision
from kdc_desktop.screens.window.main_window import MainWindow
from kdc_desktop.services.club.backups import back_up
from kdc_desktop.services.club.handing_over import HandedOverError
from kdc_desktop.services.joined import later
from kdc_desktop.settings import Settings
from kdc_desktop.storage import Database, open_database
from kdc_desktop.storage.sole_use import Claim

Rehearse = Callable[[MainWindow], object]
TURN = 0.0001  # s after which a job lets the window have its turn: docs/decisions/0011
PAINTED = 100  # ms after the window is shown
COME_TO_REST = 1000  # ms after which nothing of the club before is taken apart any more


class Club(QObject):
    """One open club file with its window and its shared screen.

    `open_club` is asked for another club file; `rehearse` plays the open session on a copy.
    `ready`: what it did without at first is loaded; `handed_over`: the club goes on elsewhere.
    """

    ready = Signal()
    handed_over = Signal(object)

    def __init__(
        self,
        database: Database,
        theme: Theme,
        settings: Settings,
        open_club: OpenClub,
        rehearse: Rehearse,
    ) -> None:
        super().__init__()
        self.database, self._theme, self._settings = database, theme, settings
        self.claim: Claim | None = None
        self._closed = False
        self._gui = GuiThread()
        database.deliver_through(self._gui.post)
        self.jobs, self.room = Jobs(self), RoomView(self)
        self.shared_screen = SharedScreen(motion=settings.motion)
        self.room.shown.connect(self.shared_screen.show_slide)
        self.window = window = MainWindow(
            database, theme, self.jobs, self.room, self.shared_screen, STAGE_KINDS
        )
        desk = Desk(database, theme, settings, self.jobs, self.shared_screen, window, window)
        handing = Handing(desk, later.hand_over, self.handed_over.emit, later.refusal_to_go)
        self._play = partial(rehearse, self.window)
        self.files = FileActions(desk, open_club, self._play, later.export, handing)
        self.watch = FileWatch(desk, open_club, self)
        self.window.closed.connect(self.watch.stop)
        self.window.bring(self._wiring(desk))
        settings.changed.connect(self._follow_settings)
        back_up_hourly(database, self.jobs, lambda: window.walk.is_live)

    @property
    def busy(self) -> bool:
        """Whether a job is running or waiting."""
        return not self._closed and self.jobs.busy

    def settle_in(self) -> None:
        """Do in the background, once the window is painted, what it did without so far."""
        self._painted = QTimer(self, singleShot=True)
        self._painted.timeout.connect(self._get_ready)
        self.window.closed.connect(self._painted.stop)
        self._painted.start(PAINTED)

    def _get_ready(self) -> None:
        def work(_progress: Progress) -> str | None:
            from kdc_desktop.services.polls.urns import tidy_up

            self.database.get_ready()
            from kdc_desktop.storage.faults_told import faults_of

            faults = faults_of(self.database)
            load(FIRST_SHOWN)
            tidy_up(self.database)
            back_up(self.database)
            return faults

        self.jobs.run_quietly(work, self._is_ready)
        self.jobs.run_quietly(lambda job: later.get_all_ready(self.database, job.cancelled))

    def _is_ready(self, faults: str | None) -> None:
        for sentence in filter(None, (*self.database.told, faults)):
            self.window.frame.warn(sentence)
        self.ready.emit()

    def _follow_settings(self) -> None:
        self.shared_screen.motion = self._settings.motion

    def _wiring(self, desk: Desk) -> Wiring:
        """What the nouns bring along, in their order; the club's own comes last."""
        home, look = HomeJoins(*later.AT_HOME, partial(look_at, desk)), partial(open_vision, desk)
        of_groups = *later.CONSORTIA, beside_groups(desk), show_behind
        return brought_together(
            (
                bring_sessions(desk, STAGE_KINDS, home, self.ready, self._play, *later.SESSIONS),
                bring_people(desk, later.to_people, *beside_people(desk)),
                bring_attendance(desk, later.to_people, later.to_attendance),
                bring_offers(desk, later.to_offers),
                bring_board(desk, partial(plan_poll, desk), later.to_board, show_chain),
                *(bring_polls(desk, later.to_polls), bring_interests(desk)),
                bring_consortia(desk, look, *of_groups),
                *(bring_obstacles(desk, look), bring_gains(), bring_visions(desk)),
                *(bring_network(desk), bring_chains(desk), bring_past(desk), bring_pages(desk)),
                *(bring_seating(desk), bring_twins(desk, later.compare)),
                bring_club(desk, self.files, later.every_default),
            )
        )

    def close(self) -> None:
        """Close the window and let the file go; nothing of either stays in memory."""
        if self._closed:
            return
        self._closed = True
        self.window.let_go()
        forget_words()
        self.database.close()
        if self.claim is not None:
            self.claim.close()
        here = self.shared_screen, self.window, self.room, self.watch, self.jobs, self._gui
        take_apart(*self.window.whereabouts.screens, *here)
        QPixmapCache.clear()  # else the pictures of its buttons stay until there are 10 MB of them
        self.deleteLater()


class Program(QObject):
    """Holds what outlives a club file, and the one club that is open."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        rehearse: Rehearse,
        clock: Callable[[], Instant] | None = None,
        draw: Callable[[], int] | None = None,
    ) -> None:
        super().__init__()
        sys.setswitchinterval(TURN)
        self._app, self.settings, self._clock, self._draw = app, settings, clock, draw
        self._rehearse = rehearse
        self._collector = Collector(lambda: self.club is not None and self.club.busy, self)
        self._worn = i18n.ENGLISH
        self.speak()
        self.theme = Theme(self)
        self.theme.apply(app, settings.theme, settings.text_size / 100)
        settings.changed.connect(self._dress)
        self.club: Club | None = None

    def _dress(self) -> None:
        wanted = (self.settings.theme, self.settings.text_size / 100)
        if wanted != (self.theme.mode, self.theme.scale):
            self.theme.change(*wanted)

    def open(self, path: Path) -> Club:
        """Open a club file in a window of its own, at once; the one before is closed.

        The window speaks the language that is chosen now: the same file may be opened once more.

        Raises:
            UserError: the file cannot be opened, or goes on elsewhere; the one before stays open.
        """
        return self._shown_already(path) or ClubOpening(self, path, None, self).at_once()

    def open_in_turns(self, path: Path, answers: Answers) -> None:
        """Open it while the one before can still be used; the newest wish counts."""
        if path in [one.path for one in self.under_way]:
            return
        if self._shown_already(path) is not None:
            answers.opened()
        else:
            ClubOpening(self, path, answers, self).begin()

    @property
    def under_way(self) -> list[ClubOpening[Club]]:
        """What is being opened and not called off."""
        return [one for one in self.findChildren(ClubOpening) if not one.is_over]

    def _shown_already(self, path: Path) -> Club | None:
        """The club, where it shows this file; nothing else is under way then."""
        for one in self.under_way:
            one.call_off()
        if self.club is None or self._worn != self.settings.language:
            return None
        return self.club if self.club.watch.shows(path) else None

    def begin_with(self, club: Club, *, first: bool) -> None:
        """Its window is shown, and the one before is about to go."""
        club.settle_in()
        if first:
            self._collector.begin()
            club.ready.connect(self._collector.settle)
        else:
            QTimer.singleShot(COME_TO_REST, self._collector, self._collector.release)

    def close(self) -> None:
        """End: whatever is open is closed, and nothing is opened any more."""
        for one in self.findChildren(ClubOpening):
            one.wait()
        if self.club is not None:
            self.club.close()

    def club_of(self, database: Database) -> Club:
        """A window for it, which is not shown yet."""
        club = Club(database, self.theme, self.settings, self.open_in_turns, self._rehearse)
        club.handed_over.connect(self.let_go)
        return club

    def let_go(self, told: HandedOverError) -> None:
        """Close the club, which goes on elsewhere, and ask for another."""
        club, self.club = self.club, None
        from kdc_desktop.screens.club.handed_dialog import HandedDialog

        self._asking = HandedDialog(told, self.open_in_turns)
        self._asking.rejected.connect(self._app.quit)
        open_for_now(self._asking)  # before the window goes, for without any the program ends
        if club is not None:
            club.close()

    def open_file(self, path: Path, held: Claim | None) -> Database:
        """The club file, for who holds it."""
        return open_database(path, self._clock, self._draw, held=held)

    def speak(self) -> None:
        """Speak the language that is chosen now, from the next window on."""
        wanted = self.settings.language
        if wanted != self._worn:
            # Not loaded for English, so that the window opens fast.
            from kdc_desktop.screens.kit.translator import wear

            wear(self._app, wanted)
            self._worn = wanted

    def say(self, sentence: str) -> None:
        """Tell a problem in the window, or on the terminal while there is none."""
        if self.club is not None:
            self.club.window.frame.warn(sentence)
        else:
            sys.stderr.write(sentence + "\n")

    def cover(self) -> None:
        """After a bug nobody may see what the one before was doing at the kiosk."""
        if self.club is not None:
            self.club.shared_screen.cover()
