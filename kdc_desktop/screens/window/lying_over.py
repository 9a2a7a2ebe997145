"""What lies over whatever the room sees: a message, and the clock as large as the room."""

from PySide6.QtCore import QObject, Signal

from kdc_desktop.audience.kit.overlay import Overlay
from kdc_desktop.instants import Instant
from kdc_desktop.screens.window.running import Running


class LyingOver(QObject):
    """A message goes with the stage that it was said in, the large clock with the session.

    `changed` tells that something else lies there, `message_gone` that a message went unasked.
    """

    changed = Signal()
    message_gone = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._message = ""
        self._large_timer = False
        self._session: int | None = None
        self._stage: int | None = None

    def say(self, message: str) -> None:
        """Lay a message over whatever the room sees; an empty one takes it away."""
        self._message = message
        self.changed.emit()

    def toggle_timer(self) -> None:
        """Show the stage's clock as large as the room, or no more."""
        self._large_timer = not self._large_timer
        self.changed.emit()

    def be_in(self, running: Running | None) -> None:
        """The room is in this session and stage, or in none; what was for another one goes."""
        before = self._session, self._stage
        self._session = running.session.id if running else None
        self._stage = running.stage_id if running else None
        if before[0] != self._session:
            self._large_timer = False
        if before != (self._session, self._stage):
            said, self._message = self._message, ""
            if said:
                self.message_gone.emit()

    def go_on_like(self, other: "LyingOver") -> None:
        """Lay over the room what lies there in another window of the same club."""
        self._message, self._large_timer = other._message, other._large_timer

    def overlay(self, running: Running, now: Instant) -> Overlay:
        """It all, with the clock as it is now."""
        clock, tone = running.clock(now)
        return Overlay(
            timer=clock if self._large_timer else "", timer_tone=tone, message=self._message
        )
