"""Instants are the same everywhere, and clocks on walls show them in their own way."""

from datetime import UTC, date, datetime, timedelta
from importlib import resources
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop import instants
from kdc_desktop.instants import (
    Instant,
    day_of,
    days_between,
    instant_from,
    laptop_zone,
    name_of,
    zone_called,
)

HELSINKI = ZoneInfo("Europe/Helsinki")
ODD = [
    "Europe/Helsinki",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Pacific/Kiritimati",
]
WALLS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(
    lambda wall: wall.replace(microsecond=0)
)


@given(st.sampled_from(ODD), WALLS, st.integers(0, 10**6))
def test_a_span_between_two_instants_is_as_long_as_it_took(name, wall, seconds):
    begin = Instant.of(wall, zone_called(name))
    end = begin + timedelta(seconds=seconds)
    assert (end - begin).total_seconds() == seconds
    assert (end - timedelta(seconds=seconds), max(begin, end)) == (begin, end)
    assert instant_from(end.kept()) == end
    assert (begin.kept() <= end.kept()) == (begin <= end)


@given(st.sampled_from(ODD), WALLS)
def test_a_wall_time_that_a_clock_shows_is_shown_again(name, wall):
    zone = zone_called(name)
    at = Instant.of(wall, zone)
    shown = at.in_zone(zone)
    passed_over = datetime.fromtimestamp(at.seconds, UTC) != wall.replace(tzinfo=zone).astimezone(
        UTC
    )
    assert shown == wall or passed_over or shown > wall  # the last: in spring, when clocks jump


def test_the_hour_that_comes_twice_is_two_hours_long():
    first = Instant.of(datetime(2026, 10, 25, 3, 30), HELSINKI)
    again = Instant.of(datetime(2026, 10, 25, 3, 30, fold=1), HELSINKI)
    assert again - first == timedelta(hours=1)
    assert first.in_zone(HELSINKI) == again.in_zone(HELSINKI) == datetime(2026, 10, 25, 3, 30)
    assert (first.kept(), again.kept()) == ("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")


def test_days_are_counted_at_the_midnights_of_a_zone():
    evening = Instant.of(datetime(2026, 12, 31, 23, 59), HELSINKI)
    assert days_between(evening, evening + timedelta(minutes=1), HELSINKI) == 1
    assert days_between(evening, evening + timedelta(minutes=1), UTC) == 0
    assert days_between(evening, evening - timedelta(days=3), HELSINKI) == 0
    assert day_of(evening + timedelta(minutes=1), HELSINKI) == date(2027, 1, 1)
    samoa = ZoneInfo("Pacific/Apia")  # which had no 30th of December in 2011
    last = Instant.of(datetime(2011, 12, 29, 23, 30), samoa)
    assert day_of(last + timedelta(hours=1), samoa) == date(2011, 12, 31)


@pytest.mark.parametrize("kept", ["", "2026-11-03T18:00:00", "2026-11-03", "yesterday", "18:00Z"])
def test_what_does_not_say_that_it_is_in_utc_is_no_instant(kept):
    with pytest.raises(ValueError):
        instant_from(kept)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("America/St_Johns", "America/St_Johns"),
        (":Asia/Kathmandu", "Asia/Kathmandu"),
        ("/usr/share/zoneinfo/Europe/Helsinki", "Europe/Helsinki"),
    ],
)
def test_the_laptop_is_where_the_variable_says(monkeypatch, said, name):
    monkeypatch.setenv("TZ", said)
    assert name_of(laptop_zone()) == name
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")  # it travels
    assert name_of(laptop_zone()) == "Pacific/Kiritimati"


@pytest.mark.parametrize("said", ["", "EST5EDT,M3.2.0,M11.1.0", "Nowhere/Land", "../etc", "/"])
def test_a_zone_that_nobody_knows_is_that_of_the_system(monkeypatch, said):
    monkeypatch.delenv("TZ", raising=False)
    system = laptop_zone()
    monkeypatch.setenv("TZ", said)
    assert (laptop_zone(), zone_called(said), zone_called("a\0b")) == (system, system, system)


def test_a_zone_without_a_link_has_the_system_s_times_and_no_name(monkeypatch, tmp_path):
    file = tmp_path / "localtime"
    file.write_bytes(
        resources.files("tzdata").joinpath("zoneinfo", "Europe", "Helsinki").read_bytes()
    )
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(instants, "_SYSTEM_ZONE", str(file))
    instants._of_laptop.cache_clear()
    zone = laptop_zone()
    instants._of_laptop.cache_clear()
    assert name_of(zone) == ""
    assert Instant.of(datetime(2026, 7, 1, 12), zone).kept() == "2026-07-01T09:00:00Z"
