"""Where the facilitator is: in an area of the rail, or at a stage of the open session."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject

from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Area, SessionArea, Wiring
from kdc_desktop.screens.sessions.wiring import AGENDA, HOME, SESSION
from kdc_desktop.screens.window.frame import Frame
from kdc_desktop.screens.window.room_feed import RoomFeed
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.screens.window.shelf import Shelf


class Whereabouts(QObject):
    """Goes from place to place, with the screen in the centre and, in a session, to the room.

    It knows no place until it is told of what the nouns bring along: see `learn`.
    """

    def __init__(
        self,
        frame: Frame,
        walk: SessionWalk,
        feed: RoomFeed,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame, self._walk, self._feed, self._now = frame, walk, feed, now
        self._shelf = Shelf({}, {}, self._greet, self._part)
        self._areas: dict[str, Area | SessionArea] = {}
        self._area = ""
        walk.moved.connect(self._follow)

    def learn(self, wiring: Wiring, kinds: Sequence[StageKind]) -> None:
        """Know these areas, and the screens of a session for these kinds of stages."""
        stages = {kind.key: kind.screen for kind in kinds}
        self._shelf = Shelf(wiring.screens, stages, self._greet, self._part)
        self._areas = {area.key: area for area in wiring.areas}
        self._frame.rail.show_areas(wiring.areas)

    @property
    def screens(self) -> tuple[Screen, ...]:
        """Every screen that has been made so far, shown or not."""
        return tuple(self._shelf)

    def go(self, area: str) -> None:
        """Show an area of the rail; Home where it needs a session and none is open."""
        wanted = self._areas[area]
        if isinstance(wanted, SessionArea) and self._walk.session is None:
            if self._area == HOME or wanted.screen is not None:
                self._frame.warn(str(wanted.without))
            wanted = self._areas[HOME]
        self._area = wanted.key
        if isinstance(wanted, Area):
            self._show(self._shelf.of_area(wanted))
            self._frame.set_area(wanted.key, strip=False, room=False)
        elif wanted.screen is None:
            self._follow()
        else:
            self._show_to_the_room(self._session_screen(wanted.screen))
            self._frame.set_area(wanted.key, strip=False, room=True)

    def open_session(self, session_id: int) -> None:
        """Open a session where it stands."""
        self._area = SESSION
        self._walk.open(session_id)

    def show_agenda(self) -> None:
        """Show the open session's agenda."""
        if self._walk.session is None:
            self.go(SESSION)
        else:
            self.look_at(None)

    def look_at(self, stage_id: int | None) -> None:
        """Show a stage of the open session without going there; None shows its agenda."""
        self._area = SESSION
        self._walk.look_at(stage_id)

    def show_session_screen(self, key: str) -> Screen:
        """Show one of the open session's screens, whatever its stage, and return it."""
        screen = self._session_screen(key)
        self._show_in_session(screen)
        return screen

    def _follow(self) -> None:
        """Show what the walk looks at, if that is where we are."""
        session, shown = self._walk.session, self._walk.shown
        self._shelf.keep_only(session.id if session else None)
        if session is None:
            if isinstance(self._areas.get(self._area), SessionArea):
                self.go(HOME)
            return
        self._frame.strip.show_session(session, self._walk.stages, self._walk.shown_id, self._now())
        if self._area == SESSION and shown is None:
            self._show_in_session(self._session_screen(AGENDA))
        elif self._area == SESSION and shown is not None:
            screen = self._shelf.of_stage(shown.kind, session.id)
            screen.show_stage(shown)
            self._show_in_session(screen)

    def _session_screen(self, key: str) -> Screen:
        assert self._walk.session is not None
        return self._shelf.of_session(key, self._walk.session.id)

    def _show_in_session(self, screen: Screen) -> None:
        self._show_to_the_room(screen)
        self._frame.set_area(SESSION, strip=True, room=True)

    def _show_to_the_room(self, screen: Screen) -> None:
        self._show(screen)
        self._feed.follow(screen)

    def _show(self, screen: Screen) -> None:
        if self._frame.shown_or_none() is not screen:
            self._frame.show_screen(screen)

    def _greet(self, screen: Screen) -> None:
        screen.problem.connect(self._frame.warn)
        screen.said.connect(self._frame.say)

    def _part(self, screen: Screen) -> None:
        self._feed.leave(screen)
        self._frame.remove_screen(screen)
