"""The rehearsal's own time of day, so that the same seed gives the same session."""

from datetime import datetime, timedelta

EVENING = datetime(2026, 11, 3, 17, 30)


class RehearsalClock:
    """Stands still until it is told how much later it is."""

    def __init__(self, start: datetime = EVENING) -> None:
        self._now = start

    def __call__(self) -> datetime:
        return self._now

    def later(self, seconds: float) -> None:
        """So much time has passed."""
        self._now += timedelta(seconds=round(seconds))
