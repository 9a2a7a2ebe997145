"""Follow, Hold, Blank: what of the session reaches the room."""

from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QObject, Signal

from kdc_desktop.audience.kit.blank import BlankSlide
from kdc_desktop.audience.kit.slide import Slide


class RoomMode(Enum):
    """How the shared screen follows the stage that runs."""

    FOLLOW = "follow"
    HOLD = "hold"
    BLANK = "blank"


class RoomView(QObject):
    """Takes the slides that are offered and decides which one the room sees.

    `shown(slide)` is emitted for every slide to show, also when only its clock has moved.
    """

    shown = Signal(object)
    mode_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = RoomMode.FOLLOW
        self._offered: Slide = BlankSlide()
        self._held: Slide = self._offered

    @property
    def offered(self) -> Slide:
        """The latest slide on offer, shown or not."""
        return self._offered

    @property
    def current(self) -> Slide:
        """What the room sees now; a held slide's clock goes on."""
        if self._mode is RoomMode.BLANK:
            return self._blank()
        if self._mode is RoomMode.HOLD:
            return replace(
                self._held, clock=self._offered.clock, clock_tone=self._offered.clock_tone
            )
        return self._offered

    @property
    def mode(self) -> RoomMode:
        """Follow shows what is offered, Hold keeps the last, Blank shows title and clock."""
        return self._mode

    @mode.setter
    def mode(self, mode: RoomMode) -> None:
        if mode is self._mode:
            return
        if self._mode is RoomMode.FOLLOW:
            self._held = self._offered
        elif self._mode is RoomMode.BLANK and mode is RoomMode.HOLD:
            self._held = self._blank()
        self._mode = mode
        self.mode_changed.emit(mode)
        self.shown.emit(self.current)

    def go_on_like(self, other: "RoomView") -> None:
        """Show what another one shows, and hold or blank it as that does."""
        self._offered, self._held, self._mode = other._offered, other._held, other._mode
        self.mode_changed.emit(self._mode)
        self.shown.emit(self.current)

    def turn_held(self, page: int) -> Slide | None:
        """Turn what is held or blank to a page, and return that; None where nothing is."""
        if self._mode is RoomMode.FOLLOW:
            return None
        if self._mode is RoomMode.BLANK:
            return self._blank()
        self._held = self._held.on_page(page)
        return self._held

    def offer(self, slide: Slide) -> None:
        """Offer the slide that the room is to see, unless it is held or blank."""
        self._offered = slide
        self.shown.emit(self.current)

    def _blank(self) -> BlankSlide:
        offered = self._offered
        return BlankSlide(
            session=offered.session,
            clock=offered.clock,
            clock_tone=offered.clock_tone,
            palette=offered.palette,
        )
