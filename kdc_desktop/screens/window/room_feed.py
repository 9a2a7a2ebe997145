"""Hands the slide of the screen that is looked at to the room, with clock and what comes next."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from kdc_desktop.audience.kit.overlay import Overlay
from kdc_desktop.audience.kit.slide import Slide, Tone
from kdc_desktop.audience.sessions.prompt import PromptSlide
from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.state import RoomMode, RoomView
from kdc_desktop.domain.sessions.agenda import countdown
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.storage import Database

SOON = 30  # ms; the facilitator's own window is painted first
TONES = {"calm": Tone.CALM, "amber": Tone.WARNING, "red": Tone.OVER}


class RoomFeed(QObject):
    """Follows one screen at a time; ticks once a second for the clock."""

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
        self._message = ""
        self._large_timer = False
        self._page = 0
        shared_screen.page_turned.connect(self._turn_to)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._offer_what_is_seen)
        self._stale = False
        room.mode_changed.connect(self._catch_up)
        shared_screen.kiosk_changed.connect(self._catch_up)
        self._screen: Screen | None = None
        self._slide: Slide | None = None

    @property
    def is_up_to_date(self) -> bool:
        """Whether the room has been handed what the screen has for it now."""
        return not self._soon.isActive()

    def follow(self, screen: Screen) -> None:
        """From now on show what this screen has for the room."""
        if self._screen is not screen:
            if self._screen is not None:
                self._screen.room_changed.disconnect(self._soon.start)
            screen.room_changed.connect(self._soon.start)
            self._screen = screen
        self.offer()

    def leave(self, screen: Screen) -> None:
        """Follow this screen no longer, because it goes."""
        if self._screen is screen:
            screen.room_changed.disconnect(self._soon.start)
            self._screen = None

    def _offer_what_is_seen(self) -> None:
        """Ask the screen again, however often it has changed; not while the room sees another."""
        self._stale = True
        self._catch_up()

    def _catch_up(self) -> None:
        followed = self._room.mode is RoomMode.FOLLOW and self._shared_screen.kiosk is None
        if self._stale and followed:
            self.offer()

    def offer(self) -> None:
        """Ask the screen again and hand its slide over."""
        self._soon.stop()
        self._stale = False
        if self._screen is not None and self._walk.session is not None:
            slide = self._screen.slide() or self._prompt()
            if type(slide) is not type(self._slide):
                self._page = 0
            self._slide = slide
            self.tick()

    def _turn_to(self, page: int) -> None:
        self._page = page

    def say(self, message: str) -> None:
        """Lay a message over whatever the room sees; an empty one takes it away."""
        self._message = message
        self.tick()

    def toggle_timer(self) -> None:
        """Show the stage's clock as large as the room, or no more."""
        self._large_timer = not self._large_timer
        self.tick()

    def tick(self) -> None:
        """Hand the slide over with the clock as it is now."""
        if self._slide is None or self._walk.session is None:
            return
        current, following = self._walk.current, self._walk.following
        left = countdown(current.time(), self._database.now()) if current else None
        tone = TONES[left.level] if left else Tone.CALM
        timer = left.text if left and self._large_timer else ""
        self._shared_screen.overlay = Overlay(timer=timer, timer_tone=tone, message=self._message)
        self._room.offer(
            replace(
                self._slide.on_page(self._page),
                session=self._walk.session.title,
                next_up=following.title if following else "",
                clock=left.text if left else "",
                clock_tone=tone,
            )
        )

    def _prompt(self) -> Slide:
        stage = self._walk.shown or self._walk.current
        if stage is None:
            assert self._walk.session is not None
            return PromptSlide(prompt=self._walk.session.title)
        return PromptSlide(prompt=stage.prompt or stage.title, stage=stage.title)
