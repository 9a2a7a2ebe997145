"""A laptop whose clock is set, which sleeps and which travels."""

from datetime import timedelta

from kdc_desktop.instants import Instant
from kdc_desktop.storage.steady_clock import SteadyClock


class SetClock:
    """What the laptop's clock shows, and how long it has been running."""

    def __init__(self, wall: Instant) -> None:
        self._wall, self._running = float(wall.seconds), 1000.0

    def steady(self) -> SteadyClock:
        """The clock of a club that is opened now."""
        return SteadyClock(lambda: self._wall, lambda: self._running)

    def pass_by(self, span: timedelta) -> None:
        """Time passes, asleep or awake."""
        self._wall += span.total_seconds()
        self._running += span.total_seconds()

    def turn(self, span: timedelta) -> None:
        """Somebody sets the clock."""
        self._wall += span.total_seconds()
