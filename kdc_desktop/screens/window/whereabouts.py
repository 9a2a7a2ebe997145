"""Where the facilitator is: in an area of the rail, or at a stage of the open session."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.instants import Instant
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Area, SessionArea, SetUp, Wiring
from kdc_desktop.screens.sessions.wiring import AGENDA, HOME, OUTCOME, SESSION
from kdc_desktop.screens.window.areas import SeenWhere, in_rail
from kdc_desktop.screens.window.frame import Frame, get_ready_in
from kdc_desktop.screens.window.led_away import Origin
from kdc_desktop.screens.window.room_feed import RoomFeed
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.screens.window.shelf import Shelf
from kdc_desktop.services.sessions.rows import SessionRow


class ShownSpot(NamedTuple):
    """An area, and what is looked at of the session that is open: a stage, its end, a screen."""

    area: str
    session: SessionRow | None
    stage_id: int | None
    at_end: bool
    aside: str


class Whereabouts(QObject):
    """Goes from place to place, with the screen in the centre; the room stays with the stage.

    It knows no place until it is told of what the nouns bring along: see `learn`.
    """

    show_wanted, hide_wanted = Signal(object, object, str), Signal(object, object, str)
    along_wanted = Signal(object, object, str)

    def __init__(
        self,
        frame: Frame,
        walk: SessionWalk,
        feed: RoomFeed,
        now: Callable[[], Instant],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame, self._walk, self._feed, self._now = frame, walk, feed, now
        self._shelf = Shelf({}, {}, self._greet, self._part)
        self._areas: dict[str, Area | SessionArea] = {}
        self._seen = SeenWhere()
        self._area = ""
        self._aside: tuple[int, int | None, bool] | None = None  # what the walk looked at meanwhile
        walk.moved.connect(self._follow)

    def learn(self, wiring: Wiring, kinds: Sequence[StageKind]) -> None:
        """Know these areas, and the screens of a session for these kinds of stages."""
        stages = {kind.key: kind.screen for kind in kinds}
        self._shelf = Shelf(wiring.screens, stages, self._greet, self._part)
        self._areas = {area.key: area for area in wiring.areas}
        self._seen = SeenWhere(wiring.seen_at, wiring.settings_at)
        self._frame.rail.show_areas(in_rail(wiring.areas))

    @property
    def screens(self) -> tuple[Screen, ...]:
        """Every screen that has been made so far, shown or not."""
        return tuple(self._shelf)

    def go(self, area: str, set_up: SetUp | None = None) -> None:
        """Show an area; Home where it needs a session and none is open.

        Where it is `set_up` before, one is led there, and back to where one was.
        """
        origin = self._origin if set_up is not None else None
        wanted = self._areas[self.stands_for(area)]
        if isinstance(wanted, SessionArea) and self._walk.session is None:
            if self._area == HOME or wanted.screen is not None:
                self._frame.warn(str(wanted.without))
            wanted = self._areas[HOME]
        self._area, self._aside = wanted.key, None
        if isinstance(wanted, Area):
            screen = self._shelf.of_area(wanted)
            if set_up is not None:
                set_up(screen)
            self._show(screen)
            self._frame.set_area(wanted.behind or wanted.key, strip=False)
        elif wanted.screen is None:
            self._follow()
        else:
            self._show(self._session_screen(wanted.screen))
            self._frame.set_area(wanted.key, strip=False)
        if origin is not None:
            self._frame.led_away.offer(origin, self._frame.shown())

    def stands_for(self, area: str) -> str:
        """What this area shows now: without a session it may be another one, that needs none."""
        wanted, in_session = self._areas[area], self._walk.session is not None
        alone = wanted.alone if isinstance(wanted, SessionArea) and not in_session else None
        return alone or area

    def open_session(self, session_id: int) -> None:
        """Open a session where it stands."""
        self._area, self._aside = SESSION, None
        self._walk.open(session_id)

    @property
    def spot(self) -> ShownSpot:
        """Where one is, to be there again in another window of the same club."""
        walk, shown = self._walk, self._frame.shown()
        aside = self._shelf.key_of(shown) if self._aside else ""
        return ShownSpot(self._area, walk.session, walk.shown_id, walk.at_end, aside)

    def like(self, screen: Screen, other: "Whereabouts") -> Screen:
        """The screen that is here what this one is in another window of the same club."""
        area = self._areas.get(key := other._shelf.key_of(screen))
        return self._shelf.of_area(area) if isinstance(area, Area) else self._session_screen(key)

    def show_agenda(self) -> None:
        """Show the open session's agenda."""
        if self._walk.session is None:
            self.go(SESSION)
        else:
            self.look_at(None)

    def show_outcome(self) -> None:
        """Show what the open session has come to."""
        if self._walk.session is None:
            self.go(SESSION)
        else:
            self._area, self._aside = SESSION, None
            self._walk.look_at_outcome()

    def look_at(self, stage_id: int | None) -> None:
        """Show a stage of the open session without going there; None shows its agenda."""
        self._area, self._aside = SESSION, None
        self._walk.look_at(stage_id)

    def look_at_current(self) -> None:
        """Show the stage that runs, or the agenda where none does."""
        if self._walk.session is None:
            self.go(SESSION)
        else:
            self.look_at(self._walk.current.id if self._walk.current else None)

    def show_session_screen(self, key: str, set_up: SetUp) -> Screen:
        """Set up one of the open session's screens, show it, whatever its stage, and return it."""
        screen = self._session_screen(key)
        set_up(screen)
        self._show_aside(screen)
        return screen

    def lead(
        self, tables: Collection[str], settings: Collection[str], session_id: int | None
    ) -> Screen | None:
        """The screen of these rows or settings, where one is or is led; None: not seen here."""
        shown, is_open = self._frame.shown(), self._walk.is_open(session_id)
        areas = {key for key, area in self._areas.items() if isinstance(area, Area)}
        places = self._seen.places(tables, settings, areas, is_open=is_open)
        if not places:
            return None
        if self._shelf.key_of(shown) in places:
            return shown
        if places[0] in areas:
            origin = self._origin
            self.go(places[0])
            self._frame.led_away.offer(origin, self._frame.shown())
        else:
            self._show_aside(self._session_screen(places[0]))
        return self._frame.shown()

    @property
    def _origin(self) -> Origin:
        here = _origin_at(self.spot, self._frame.shown(), self._walk)
        return self._frame.led_away.origin or here

    def _show_aside(self, screen: Screen) -> None:
        origin = self._origin
        self._area, self._aside = SESSION, self._walk.looked_at
        self._show_in_session(screen)
        self._frame.led_away.offer(origin, screen)

    def _follow(self) -> None:
        """Show what the walk looks at, if that is where we are; the room goes where it stands."""
        session, current = self._walk.session, self._walk.current
        self._frame.set_in_session(session is not None)
        self._frame.led_away.stay_at(self._walk.looked_at)
        if session is None:
            self._shelf.keep_only(None)
            self._feed.clear()
            if isinstance(self._areas.get(self._area), SessionArea):
                self.go(HOME)
            return
        self._frame.strip.show_session(session, self._walk.stages, self._walk.shown_id, self._now())
        if self._area == SESSION:
            self._show_what_is_looked_at(session.id)
        whole = self._session_screen(OUTCOME if session.is_over else AGENDA)
        self._feed.follow(self._shelf.of_stage(current.kind, session.id) if current else whole)
        self._shelf.keep_only(session.id, self._feed.in_room.screens)

    def _show_what_is_looked_at(self, session_id: int) -> None:
        screen = self._session_screen(OUTCOME if self._walk.at_end else AGENDA)
        shown = self._walk.shown
        if shown is not None:
            screen = self._shelf.of_stage(shown.kind, session_id)
            screen.show_stage(shown)
        if self._aside != self._walk.looked_at:  # else only rows have changed, which moves nobody
            self._aside = None
            self._show_in_session(screen)

    def _session_screen(self, key: str) -> Screen:
        assert self._walk.session is not None
        return self._shelf.of_session(key, self._walk.session.id)

    def _show_in_session(self, screen: Screen) -> None:
        self._show(screen)
        self._frame.set_area(SESSION, strip=True)

    def _show(self, screen: Screen) -> None:
        self._frame.led_away.forget()
        if self._frame.shown_or_none() is not screen:
            self._frame.show_screen(screen)

    def _greet(self, screen: Screen) -> None:
        _let_tell(screen, self._frame)
        _tell_of_the_room(screen, self._feed, self)

    def _part(self, screen: Screen) -> None:
        self._feed.leave(screen)
        self._frame.remove_screen(screen)


def _origin_at(spot: ShownSpot, shown: Screen, walk: SessionWalk) -> Origin:
    """Where one is, by the name of its stage where that is what is seen."""
    stage = walk.shown if spot.area == SESSION and not spot.aside else None
    name = stage.title if stage else shown.accessibleName()
    return Origin(spot.area, shown, spot.aside, name, walk.looked_at)


def _let_tell(screen: Screen, frame: Frame) -> None:
    screen.problem.connect(frame.warn)
    screen.cautioned.connect(frame.quiet.caution)
    screen.said.connect(frame.say)
    screen.told.connect(frame.quiet.told)
    screen.wrote.connect(frame.say)
    screen.room_changed.connect(frame.room.redraw_soon)


def _tell_of_the_room(screen: Screen, feed: RoomFeed, whereabouts: Whereabouts) -> None:
    screen.worked.connect(partial(feed.hear_of_work, screen))
    screen.show_wanted.connect(partial(whereabouts.show_wanted.emit, screen))
    screen.hide_wanted.connect(partial(whereabouts.hide_wanted.emit, screen))
    screen.along_wanted.connect(partial(whereabouts.along_wanted.emit, screen))


def get_ready_for(here: Whereabouts, other: Whereabouts) -> Iterator[None]:
    """Have the screens that are needed first to be where another window is, one by one."""
    walk = other._walk
    assert walk.session is not None
    here._shelf.of_session(OUTCOME if walk.session.is_over else AGENDA, walk.session.id)
    yield
    for kind in {stage.kind: None for stage in (walk.current, walk.shown) if stage}:
        screen = here._shelf.of_stage(kind, walk.session.id)
        yield
        screen.catch_up()
        yield
    if isinstance(area := here._areas[other._area], Area):
        here._shelf.of_area(area)
        yield


def get_ready_for_next(here: Whereabouts) -> Iterator[None]:
    """Have the screen of the stage to which the session goes on as it will be seen, in parts."""
    session, stage = here._walk.session, here._walk.following
    if session is not None and stage is not None:
        screen = here._shelf.of_stage(stage.kind, session.id)
        yield from get_ready_in(here._frame, screen)


def go_on_at(here: Whereabouts, spot: ShownSpot) -> Iterator[None]:
    """Be at a place of another window, whose session is in this file, too, in some parts."""
    assert spot.session is not None
    here.open_session(spot.session.id)
    yield
    look = partial(here._walk.look_at, spot.stage_id)
    (here._walk.look_at_outcome if spot.at_end else look)()
    yield
    if spot.aside:
        here._show_aside(here._session_screen(spot.aside))
    else:
        here.go(spot.area)
    yield


def leaving_for(whereabouts: Whereabouts, session_id: int) -> tuple[Screen, ...]:
    """The screens that go where this session is opened."""
    return whereabouts._shelf.leaving_for(session_id)
