"""The rehearsal's own time of day, so that the same seed gives the same session."""

from datetime import datetime, timedelta

from kdc_desktop.instants import Instant, laptop_zone

EVENING = datetime(2026, 11, 3, 17, 30)
BETWEEN = timedelta(weeks=26)
"""From one evening to the next: three of them take a year, which ends with `EVENING`."""


class RehearsalClock:
    """Stands still until it is told how much later it is."""

    def __init__(self, start: datetime = EVENING) -> None:
        """`start` is what the clock on the wall shows here."""
        self._now = Instant.of(start, laptop_zone())

    def __call__(self) -> Instant:
        return self._now

    def be_at_least(self, at: Instant) -> None:
        """It is not earlier than this, at which a session begins."""
        self._now = max(self._now, at)

    def evening(self, number: int, of: int) -> None:
        """It is the day of this evening, counted from 1, at the hour at which people come."""
        self.be_at_least(Instant.of(EVENING - (of - number) * BETWEEN, laptop_zone()))

    def later(self, seconds: float) -> None:
        """So much time has passed."""
        self._now += timedelta(seconds=round(seconds))
