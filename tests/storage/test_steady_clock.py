"""The club's clock counts sleep, follows nobody who sets the laptop's, and never goes back."""

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from kdc_desktop.instants import Instant
from kdc_desktop.model import JournalEntry
from kdc_desktop.storage import open_database
from kdc_desktop.storage.steady_clock import SteadyClock, since_start
from tests.rooms.set_clock import SetClock
from tests.storage.places import add_person

NEW_YEAR = Instant.of(datetime(2026, 12, 31, 23, 59, 30), UTC)


def test_it_begins_with_the_laptop_s_clock_and_counts_sleep():
    laptop = SetClock(NEW_YEAR)
    clock = laptop.steady()
    assert clock() == NEW_YEAR
    laptop.pass_by(timedelta(hours=9))
    assert clock() == NEW_YEAR + timedelta(hours=9)
    assert clock.ahead() == timedelta()


@pytest.mark.parametrize("turned", [timedelta(hours=-1), timedelta(minutes=20), timedelta(-4000)])
def test_it_takes_no_notice_of_who_sets_the_laptop_s_clock(turned):
    laptop = SetClock(NEW_YEAR)
    clock = laptop.steady()
    laptop.turn(turned)
    assert (clock(), clock.ahead()) == (NEW_YEAR, -turned)
    laptop.pass_by(timedelta(minutes=1))
    assert clock() == NEW_YEAR + timedelta(minutes=1)


def test_of_the_system_it_counts_seconds_that_nobody_can_set():
    before = since_start()
    time.sleep(0.01)
    assert 0.01 <= since_start() - before < 60
    assert abs(SteadyClock()().seconds - time.time()) <= 1.5


def test_a_club_that_tells_of_later_things_goes_on_from_there(path, monkeypatch):
    tomorrow = Instant(int(time.time())) + timedelta(days=1)
    database = open_database(path, lambda: tomorrow)
    add_person(database, "Aino")
    database.close()
    database = open_database(path)
    assert timedelta() <= database.now() - tomorrow < timedelta(minutes=1)
    assert timedelta(hours=23) < database.ahead() <= timedelta(days=1)
    add_person(database, "Eero")
    database.undo()
    with database.read() as snapshot:
        first, second = snapshot.execute(
            select(JournalEntry.at, JournalEntry.undone_at).order_by(JournalEntry.id)
        )
    assert tomorrow == first.at <= second.at <= second.undone_at
    database.close()


@pytest.mark.parametrize(
    "told",
    ["'9999-12-31T23:59:59Z'", "'0001-01-01T00:00:00Z'", "'never'", "17", "x'00ff'", "1e308"],
)
def test_what_a_file_cannot_know_does_not_lead_the_clock(path, told):
    database = open_database(path)
    add_person(database, "Aino")
    database.close()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(f"UPDATE journal_entry SET undone_at = {told}")
    database = open_database(path)
    assert database.now() < Instant.of(datetime(2201, 1, 1), UTC)
    database.close()
