"""The zone in which a club tells what happened: at each instant, where its session was."""

from datetime import UTC, datetime, timedelta, tzinfo

from sqlalchemy import select

from kdc_desktop.instants import Instant, Zone
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.kit.clocks import Clocks
from kdc_desktop.storage import Database, Snapshot


class _ClubZone(tzinfo):
    """Wherever the laptop is by now: an evening in Chicago stays on the day that it had there."""

    def __init__(self, clocks: Clocks) -> None:
        self._clocks = clocks

    def fromutc(self, dt: datetime) -> datetime:
        at = dt.replace(tzinfo=UTC)
        zone = self._clocks.at(Instant(int(at.timestamp())))
        return at.astimezone(zone).replace(tzinfo=self)

    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        if dt is None:
            return None
        near = self._clocks.at(Instant(int(dt.replace(tzinfo=UTC).timestamp())))
        return dt.replace(tzinfo=near).utcoffset()

    def dst(self, _dt: datetime | None) -> timedelta | None:
        return None

    def tzname(self, _dt: datetime | None) -> str | None:
        return None


def club_zone(snapshot: Snapshot) -> Zone:
    """On whose clock the club tells days and times, and what day it is by now; see `Clocks`."""
    return _ClubZone(Clocks(snapshot.scalars(select(Session))))


def club_zone_of(database: Database) -> Zone:
    """The same where nothing else is read."""
    with database.read() as snapshot:
        return club_zone(snapshot)
