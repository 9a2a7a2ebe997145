"""The time that a club goes by while it is open: it counts sleep, and it never goes back."""

import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from kdc_desktop.domain.kit.lengths import LAST_DAY
from kdc_desktop.instants import Instant, instant_from

Clock = Callable[[], Instant]
# What a file says beyond it is not believed.
LATEST = Instant.of(datetime.combine(LAST_DAY, datetime.min.time()), UTC)

# The last ones only, because a journal is long; in older files the clock may have gone back.
_LAST_DONE = "SELECT at, undone_at FROM journal_entry ORDER BY id DESC LIMIT 500"

if sys.platform == "linux":

    def since_start() -> float:
        """Seconds that nobody can set, the time asleep among them."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)

elif sys.platform == "darwin":

    def since_start() -> float:
        """Seconds that nobody can set, the time asleep among them."""
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW)  # time.monotonic() stops in sleep

else:

    def since_start() -> float:
        """Seconds that nobody can set, the time asleep among them."""
        return time.monotonic()  # on Windows it goes on in sleep


class SteadyClock:
    """Begins with what the laptop's clock says, and then runs by itself.

    So every span is as long as it took, whoever sets the laptop's clock meanwhile.
    """

    def __init__(
        self, wall: Callable[[], float] = time.time, steady: Callable[[], float] = since_start
    ) -> None:
        self._wall, self._steady = wall, steady
        self._offset = wall() - steady()

    def __call__(self) -> Instant:
        return Instant(int(self._steady() + self._offset))

    def go_on_from(self, newest: Instant) -> None:
        """Be no earlier than this, which has happened already."""
        self._offset = max(self._offset, newest.seconds - self._steady())

    def ahead(self) -> timedelta:
        """By how much it is ahead of the laptop's clock; negative where that one is ahead."""
        return timedelta(seconds=round(self._steady() + self._offset - self._wall()))


def ahead_of_laptop(clock: Clock) -> Callable[[], timedelta]:
    """What tells by how much a clock is ahead of the laptop's; those of tests never are."""
    return clock.ahead if isinstance(clock, SteadyClock) else timedelta


def newest_in(connection: sqlite3.Connection) -> Instant:
    """When something was last done in a club, as its journal tells."""
    newest = Instant(0)
    for told in connection.execute(_LAST_DONE):
        for kept in filter(None, told):
            with suppress(ValueError, TypeError):
                newest = max(newest, min(instant_from(kept), LATEST))
    return newest
