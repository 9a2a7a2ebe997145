"""Instants, which are kept and reckoned with, and the times of day that people read off them.

An `Instant` is the same everywhere and never comes twice, so spans between two are true over every
change of clocks. A `datetime` in this program is always a *wall time*: what a clock on the wall
shows, without a zone, such as the planned start of a session. The two are different types and
have nothing in common: `in_zone` leads from one to the other, and whoever calls it says in which
zone the clock hangs.
"""

import functools
import os
import sys
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import overload
from zoneinfo import ZoneInfo

Zone = tzinfo
"""Where clocks show the same: Europe/Helsinki."""

_SYSTEM_ZONE = "/etc/localtime"  # a link into a folder of zones, on Linux and macOS
_FIRST, _LAST = -62_135_510_400, 253_402_214_400  # a day within the years 1 and 9999
_FOLDER_OF_ZONES = "zoneinfo"
_OFTEN_ENOUGH = 30.0  # seconds after which Windows is asked again


@dataclass(frozen=True, order=True, slots=True)
class Instant:
    """A second in the life of the world, however clocks show it anywhere."""

    seconds: int  # since 1970 began in UTC

    @classmethod
    def of(cls, wall: datetime, zone: Zone) -> "Instant":
        """When a clock in this zone shows the wall time.

        Of two such instants, when clocks were turned back, the earlier one, or the later for
        `fold=1`; a time that was passed over counts from before it.
        """
        return cls(int(wall.replace(tzinfo=zone).timestamp()))

    def in_zone(self, zone: Zone) -> datetime:
        """What a clock in this zone shows then, in whole seconds; the calendar has an end."""
        seconds = min(max(self.seconds, _FIRST), _LAST)
        return datetime.fromtimestamp(seconds, zone).replace(tzinfo=None)

    def with_zone(self, zone: Zone) -> datetime:
        """The same with how far it is from UTC, for programs outside; no wall time."""
        return datetime.fromtimestamp(min(max(self.seconds, _FIRST), _LAST), zone)

    def __add__(self, span: timedelta) -> "Instant":
        return Instant(self.seconds + round(span.total_seconds()))

    @overload
    def __sub__(self, other: "Instant") -> timedelta: ...
    @overload
    def __sub__(self, other: timedelta) -> "Instant": ...
    def __sub__(self, other: "Instant | timedelta") -> "Instant | timedelta":
        if isinstance(other, timedelta):
            return self + -other
        return timedelta(seconds=self.seconds - other.seconds)

    def kept(self) -> str:
        """As files keep it: “2026-11-03T16:00:00Z”. For people, `in_zone` and a format of i18n."""
        return f"{datetime.fromtimestamp(self.seconds, UTC).replace(tzinfo=None).isoformat()}Z"


@functools.lru_cache(maxsize=8192)  # what is read together was often written together
def instant_from(kept: str) -> Instant:
    """The instant that a file keeps as this text.

    Raises:
        ValueError: it is none.
    """
    read = datetime.fromisoformat(kept)
    if read.tzinfo is None:
        raise ValueError(f"{kept!r} does not say that it is in UTC")
    return Instant(int(read.timestamp()))


def days_between(earlier: Instant, later: Instant, zone: Zone) -> int:
    """How many midnights in this zone lie between; none where it is the other way round."""
    return max(0, (day_of(later, zone) - day_of(earlier, zone)).days)


def zone_called(name: str | None) -> Zone:
    """The zone of this IANA name; without a name, or with one that nobody knows, the laptop's."""
    return (_zone(name) if name else None) or laptop_zone()


def name_of(zone: Zone) -> str:
    """The IANA name of a zone; empty where it has none."""
    return getattr(zone, "key", None) or ""


def laptop_zone() -> Zone:
    """The zone that the laptop is set to now: it travels, so ask again for each screen."""
    return _of_laptop(os.environ.get("TZ", "").removeprefix(":"), _system_zone())


def day_of(at: Instant, zone: Zone) -> date:
    """The day that it is in a zone then."""
    return at.in_zone(zone).date()


@functools.lru_cache(maxsize=64)
def _zone(name: str) -> Zone | None:
    try:
        return ZoneInfo(name)
    except (KeyError, TypeError, ValueError, OSError):  # not known, or no name at all
        return None


@functools.lru_cache(maxsize=16)
def _of_laptop(wanted: str, system: str) -> Zone:
    """The zone of the variable TZ, or of the system; UTC where neither is one with a name."""
    for name in (wanted, _below_folder(wanted), system):
        zone = _zone(name) if name else None
        if zone is not None:
            return zone
    try:
        with open(_SYSTEM_ZONE, "rb") as file:  # copied there and not linked: it has no name
            return ZoneInfo.from_file(file)
    except (OSError, ValueError):
        return UTC


def _below_folder(path: str) -> str:
    _before, folder, name = path.partition(f"{_FOLDER_OF_ZONES}/")
    return name if folder else ""


if sys.platform == "win32":

    def _system_zone() -> str:
        return _registered(int(time.monotonic() / _OFTEN_ENOUGH))

    @functools.lru_cache(maxsize=1)
    def _registered(_moment: int) -> str:
        import tzlocal.win32

        try:
            return str(tzlocal.win32._get_localzone_name())
        except (OSError, LookupError):
            return ""

else:

    def _system_zone() -> str:
        try:
            return _below_folder(os.readlink(_SYSTEM_ZONE))
        except OSError:
            return ""
