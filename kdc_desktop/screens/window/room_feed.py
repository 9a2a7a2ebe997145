"""Hands the stage that runs to the room, or what is shown in its place, with its clock.

Looking is not showing: docs/decisions/0018.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kdc_desktop.audience.kit.blank import BlankSlide
from kdc_desktop.audience.kit.overlay import Overlay
from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.state import RoomMode, RoomView
from kdc_desktop.screens.kit.after_painting import AfterPainting
from kdc_desktop.screens.kit.screen import Screen, Sight
from kdc_desktop.screens.window.in_room import Handed, InRoom
from kdc_desktop.screens.window.lying_over import LyingOver
from kdc_desktop.screens.window.page_turning import PageTurning
from kdc_desktop.screens.window.running import Running, left_in_room
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.storage import Database

SOON = 30  # ms; the facilitator's own window is painted first


class _Ear:
    """Hears of one screen, and no more of the one before, that it looks another way now."""

    def __init__(self) -> None:
        self.tell: Callable[[], object] = lambda: None
        self.screen: Screen | None = None

    def sees_all(self) -> bool:
        """Whether the facilitator sees all of what is new there, or none of that screen."""
        screen = self.screen
        return screen is None or not screen.isVisible() or screen.is_painted

    def hear(self, screen: Screen | None) -> None:
        """Hear of this screen from now on, or of none."""
        if self.screen is screen:
            return
        if self.screen is not None:
            self.screen.room_changed.disconnect(self.tell)
            self.screen.in_room = None
        if screen is not None:
            screen.room_changed.connect(self.tell)
        self.screen = screen

    def part(self, screen: Screen) -> None:
        """This one goes."""
        if self.screen is screen:
            self.hear(None)


class RoomFeed(QObject):
    """Follows the stage that runs and what is done in it; ticks once a second for the clock.

    `changed` tells that the room is handed something else, or from somewhere else; `in_room` knows
    the screens that it is shown something of.
    """

    changed = Signal()

    def __init__(
        self,
        database: Database,
        room: RoomView,
        shared_screen: SharedScreen,
        walk: SessionWalk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database, self._room, self._walk = database, room, walk
        self._shared_screen = shared_screen
        self.over = LyingOver(self)
        self.over.changed.connect(self.tick)
        self._pages = PageTurning()
        self._ear = _Ear()
        self.soon = AfterPainting(SOON, self, self._ear.sees_all)
        self.soon.over.connect(self._offer_what_is_new)
        self._stale, self.in_room = False, InRoom()
        self._ear.tell = self.soon.start
        self._slide: Slide | None = None
        self.running: Running | None = None
        shared_screen.page_turned.connect(self._turn_to)
        room.mode_changed.connect(self._catch_up)
        shared_screen.kiosk_changed.connect(self._catch_up)

    @property
    def is_up_to_date(self) -> bool:
        """Whether the room has been handed what there is for it now."""
        return not self.soon.is_under_way

    @property
    def is_elsewhere(self) -> bool:
        """Whether the room is in a live session, and another one is open here."""
        running, session = self.running, self._walk.session
        if running is None or running.stage is None or session is None:
            return False
        return running.session.id != session.id

    @property
    def handed(self) -> Handed | None:
        """What the room is handed now, unless it is held or blank."""
        return self.in_room.handed(self.running.stage if self.running is not None else None)

    def follow(self, screen: Screen) -> None:
        """The session stands where this screen belongs: the room follows, another stage at once.

        Not where a live session is in the room and one only looks into another.
        """
        self.in_room.here = screen
        stays = left_in_room(self._database, self.running, self._walk)
        if stays is not None:
            self._stay_in(stays)
        else:
            self._go_along()

    def _go_along(self) -> None:
        """Be where the session stands that is open here."""
        before, now = self.running, Running.of(self._walk)
        stays_in = before is not None and now is not None and before.stage_id == now.stage_id
        if self.in_room.here is not self.in_room.of_stage or not stays_in:
            self.in_room.forget()
            self._pages.turn_to(0)
        self.in_room.of_stage = self.in_room.here
        self._be_in(now)
        self.offer()

    def _stay_in(self, before: Running) -> None:
        """The session in the room goes on, whatever one looks into, until it is over or gone."""
        now = Running.read(self._database, before.session.id)
        if now is None or now.stage is None:
            self._go_along()
            return
        if self.running is None or now.stage_id != self.running.stage_id:
            self.in_room.of_stage = None
            self.in_room.forget()
        self._be_in(now)
        self.offer()

    def _be_in(self, running: Running | None) -> None:
        self.running = running
        self.over.be_in(running)

    def go_on_like(self, other: "RoomFeed", like: Callable[[Screen], Screen]) -> None:
        """Let the room see what it sees in another window; `like` gives a screen of that here."""
        self.over.go_on_like(other.over)
        self._pages, self._slide = other._pages, other._slide
        self.in_room.go_on_like(other.in_room, like)
        self.offer()
        self.tick()

    def follow_the_stage(self) -> None:
        """Show the room the stage that runs again, of the session that it is in."""
        self.in_room.shown = None
        if self.is_elsewhere:
            self.offer()
            self._room.mode = RoomMode.FOLLOW
        else:
            self._come()

    def _come(self) -> None:
        """Let the room see what there is, in the session that is open here."""
        if self.is_elsewhere:
            self.in_room.of_stage, self.in_room.worked = self.in_room.here, None
        self._be_in(Running.of(self._walk))
        self.offer()  # first, so that what was held back is not seen on the way
        self._room.mode = RoomMode.FOLLOW

    def show(self, screen: Screen, sight: Sight) -> bool:
        """Show the room this in place of the stage; False where there is nothing to see."""
        if screen.slide_of(sight) is None:
            return False
        wanted = Handed(screen, sight)
        if self.handed is None or not self.handed.is_same_as(wanted):  # else it has come already
            self.in_room.shown = wanted
        self._come()
        return True

    def hear_of_work(self, screen: Screen) -> None:
        """Something was done with what is in sight there: the room sees it if the stage is that."""
        if self.in_room.hear_of_work(screen):
            self.soon.start()

    def leave(self, screen: Screen) -> None:
        """Ask this screen no longer, because it goes."""
        self._ear.part(screen)
        self.in_room.leave(screen)

    def clear(self) -> None:
        """No session is open any more: the room sees none."""
        self._be_in(None)
        self._slide = None
        self._shared_screen.overlay = Overlay()
        self._room.offer(BlankSlide())
        self.changed.emit()

    def _offer_what_is_new(self) -> None:
        """Ask the screen again, however often it has changed; not while the room sees another."""
        self._stale = True
        self._catch_up()

    def _catch_up(self) -> None:
        followed = self._room.mode is RoomMode.FOLLOW and not self._shared_screen.is_kiosk_here
        if self._stale and followed:
            self.offer()

    def offer(self) -> None:
        """Ask for what the room is to see now and hand it over."""
        self.soon.stop()
        self._stale = False
        slide = self._asked()
        if slide is None:
            return
        if type(slide) is not type(self._slide):
            self._pages.turn_to(0)
        self._slide = slide.after(self._slide) if self._slide is not None else slide
        self.tick()
        self.soon.stop()  # started by a screen that has read again what it was asked for
        self.changed.emit()

    def _asked(self) -> Slide | None:
        """The slide of what is shown; of the stage that runs where that is gone."""
        if (shown := self.in_room.shown) is not None:
            self._ear.hear(shown.screen)
            fresh = shown.sight_among(self._walk.stages)
            shown.screen.in_room = fresh
            slide = shown.screen.slide_of(fresh)
            if slide is not None:
                return slide
            self.in_room.shown = None
        handed = self.handed
        if self.running is None:
            return None
        if handed is None:
            return self.running.prompt()
        self._ear.hear(handed.screen)
        handed.screen.in_room = handed.sight
        return handed.screen.slide_of(handed.sight) or self.running.prompt()

    def _turn_to(self, page: int) -> None:
        """Somebody turned to this page of what the room sees, which may be held."""
        held = self._room.turn_held(page)
        if held is None or type(held) is type(self._slide):
            self._pages.turn_to(page)

    def tick(self) -> None:
        """Hand the slide over with the clock as it is now."""
        running, now = self.running, self._database.now()
        if self._slide is not None and running is not None:
            self._shared_screen.overlay = self.over.overlay(running, now)
            slide = self._pages.turned(self._slide, now, motion=self._shared_screen.motion)
            self._room.offer(running.around(slide, now, in_its_place=self.in_room.is_in_place))
