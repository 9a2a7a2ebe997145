"""Going live on the day that was planned, over its midnight, and on another day."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.services.sessions import agenda, listing, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import open_database

WEEK = timedelta(days=7)
DATE = datetime(2026, 11, 3)


class Evening:
    """A session planned for a wall time, in a club whose clock shows when somebody goes live."""

    def __init__(self, path: Path) -> None:
        self.now = Instant.of(DATE, laptop_zone())
        self.database = open_database(path, lambda: self.now)

    def plan(self, planned: datetime, late: timedelta) -> int:
        made = planning.plan_session(self.database, "Autumn", planned, templates()[0])
        self.now = Instant.of(planned, laptop_zone()) + late
        return made

    def asks(self, session_id: int) -> bool:
        return listing.session(self.database, session_id).is_for_another_day(self.now)

    def goes_live(self, session_id: int) -> datetime:
        agenda.go_live(self.database, session_id)
        return listing.session(self.database, session_id).starts_at


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    made = Evening(tmp_path / "club.kdc")
    yield made
    made.database.close()


@pytest.mark.parametrize(
    ("planned", "late", "asks"),
    [
        (time(18), timedelta(hours=-12, minutes=-30), False),  # a rehearsal
        (time(9), timedelta(hours=12, minutes=30), False),
        (time(20), timedelta(hours=5), False),  # after midnight
        (time(0, 30), timedelta(hours=-1), False),
        (time(9), timedelta(hours=-11), True),  # a rehearsal on the evening before
        (time(20), timedelta(hours=13), True),
        (time(20), WEEK + timedelta(hours=5), True),
        (time(18), WEEK - timedelta(hours=12, minutes=30), True),
    ],
)
def test_another_day_is_another_date_but_for_an_evening_over_midnight(
    evening: Evening, planned: time, late: timedelta, asks: bool
) -> None:
    wall = datetime.combine(DATE, planned)
    session_id = evening.plan(wall, late)
    assert evening.asks(session_id) is asks
    assert evening.goes_live(session_id) == wall + late * asks


@pytest.mark.parametrize("hours", [-20, -13, -8, 0, 8, 13, 20])
def test_what_is_asked_and_what_is_moved_go_by_the_laptops_clock(
    evening: Evening, monkeypatch: pytest.MonkeyPatch, hours: int
) -> None:
    wall = datetime.combine(DATE, time(17, 30))
    session_id = evening.plan(wall, timedelta(hours=hours))
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    asks = evening.asks(session_id)
    assert (evening.goes_live(session_id) != wall) is asks
