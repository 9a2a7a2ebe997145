"""Keeps what the window shows up to date: with the file, with the clock, with the session."""

from functools import partial, reduce

from PySide6.QtCore import QObject, QTimer

from kdc_desktop.domain.kit.actors import FACILITATOR
from kdc_desktop.errors import on_its_own
from kdc_desktop.screens.window.clock_watch import ClockWatch
from kdc_desktop.screens.window.frame import Frame
from kdc_desktop.screens.window.room_feed import RoomFeed
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.screens.window.stage_ahead import StageAhead
from kdc_desktop.screens.window.undoing import Undoing
from kdc_desktop.screens.window.whereabouts import Whereabouts, get_ready_for_next
from kdc_desktop.services.kit.many import MANY
from kdc_desktop.storage import Changes, Database

A_TURN = 10  # ms: enough for what was shown to be painted and for the hands


class Upkeep(QObject):
    """Hears of every change in the file and of every second, until it is told to `stop`."""

    def __init__(
        self,
        database: Database,
        frame: Frame,
        walk: SessionWalk,
        feed: RoomFeed,
        undoing: Undoing,
        whereabouts: Whereabouts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database, self._frame, self._walk, self._feed = database, frame, walk, feed
        self._undoing, self._whereabouts = undoing, whereabouts
        self._session_id: int | None = None
        walk.moved.connect(self._follow)
        self._ahead = StageAhead(partial(get_ready_for_next, whereabouts), self)
        walk.moved.connect(self._ahead.wait)
        self._clock_watch = ClockWatch(database, frame.warn)
        self._heard: list[Changes] = []  # and not yet shown
        self._unsubscribe = database.subscribe(self._hear, self._catch_up)
        self._ticking = QTimer(self)
        self._ticking.setInterval(1000)
        self._ticking.timeout.connect(self.tick)
        self._ticking.start()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(A_TURN)
        self._later.timeout.connect(self._show_the_rest)
        undoing.name_steps()
        self._show_presence()

    def stop(self) -> None:
        """Hear of nothing any more."""
        self._ticking.stop()
        self._later.stop()
        self._ahead.stop()
        self._feed.soon.stop()
        self._unsubscribe()

    def tick(self) -> None:
        """Bring every clock up to date."""
        self._clock_watch.look()
        self._frame.strip.tick(self._database.now())
        self._frame.foot.saved.look(self._database)
        for screen in self._whereabouts.screens:  # also one that only the room sees
            with on_its_own():
                screen.tick()
        self._feed.tick()

    def _hear(self, changes: Changes) -> None:
        self._heard.append(changes)

    def _catch_up(self) -> None:
        """Show what changed, once for all that many hands have written meanwhile."""
        heard = self._next_to_show()
        changes = reduce(Changes.and_then, heard)
        with on_its_own():
            if changes.tables & self._walk.tables:
                self._walk.read_again(along=any(each.actor == FACILITATOR for each in heard))
        for screen in self._whereabouts.screens:
            with on_its_own():
                screen.on_changes(changes)
        with on_its_own():
            if changes.tables & self._frame.foot.tables:
                self._show_presence()
        self._frame.foot.saved.look(self._database)
        own = [each for each in heard if each.actor == FACILITATOR]
        self._undoing.show((own or heard)[-1])
        self._ahead.wait()

    def _next_to_show(self) -> list[Changes]:
        """What was heard; where much came beside little, the little first and the rest in a turn.

        Whoever has done it waits for what they did, and not for what a job has brought meanwhile.
        """
        heard, self._heard = self._heard, []
        little = [each for each in heard if sum(map(len, each.ids.values())) < MANY]
        if not little or len(little) == len(heard):
            return heard
        self._heard = [each for each in heard if each not in little]
        self._later.start()
        return little

    def _show_the_rest(self) -> None:
        if self._heard:
            self._catch_up()

    def _follow(self) -> None:
        session = self._walk.session
        if self._session_id != (session.id if session else None):
            self._show_presence()

    def _show_presence(self) -> None:
        session = self._walk.session
        self._session_id = session.id if session else None
        self._frame.foot.set_in_session(session is not None)
        if session is not None:
            from kdc_desktop.services.attendance.questions import presence

            found = presence(self._database, session.id)
            self._frame.foot.show_presence(found.present, found.registered, found.by_sector)
