"""On whose clock an instant is told: that of the session in which it happened, or of the last."""

from bisect import bisect_right
from collections.abc import Iterable

from kdc_desktop.instants import Instant, Zone, laptop_zone, name_of, zone_called
from kdc_desktop.model.sessions import Session


class Clocks:
    """The clocks of a club's sessions, wherever the laptop is that asks.

    What happened between two sessions is told on the clock of the one before; what happened before
    all of them, on that of the first. A club without sessions has the laptop's clock only.
    """

    def __init__(self, sessions: Iterable[Session]) -> None:
        began = sorted((_began(one), one.id, zone_called(one.zone)) for one in sessions)
        self._begins = [at for at, _key, _zone in began]
        self._zones = [zone for _at, _key, zone in began]

    def names(self) -> list[str]:
        """What the zones are called, each once."""
        return sorted({name_of(zone) for zone in self._zones or (laptop_zone(),)} - {""})

    def at(self, instant: Instant) -> Zone:
        """Where the clock hangs on which this instant is told."""
        if not self._zones:
            return laptop_zone()
        return self._zones[max(0, bisect_right(self._begins, instant) - 1)]


def _began(session: Session) -> Instant:
    planned = Instant.of(session.starts_at, zone_called(session.zone))
    return session.went_live_at or planned
