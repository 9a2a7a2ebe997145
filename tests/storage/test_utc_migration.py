"""What old files tell by the laptop's clock is told in UTC, and reads as it did."""

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kdc_desktop.instants import Instant, instant_from
from kdc_desktop.model import Base
from kdc_desktop.model.values import InstantInUtc, Moment
from kdc_desktop.storage import migrating, open_database
from kdc_desktop.storage.checking import check_database

CLUBS = Path(__file__).parents[1] / "data" / "clubs"
OLD = [CLUBS / f"{number:04}.kdc" for number in range(1, 4)]
ZONES = [
    "Europe/Helsinki",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Africa/Casablanca",
]


@pytest.fixture
def helsinki(monkeypatch) -> ZoneInfo:
    monkeypatch.setenv("TZ", "Europe/Helsinki")
    return ZoneInfo("Europe/Helsinki")


def told(path: Path) -> dict[str, list[datetime]]:
    """Every time of day in a file by where it stands, images included, as clocks show it here."""
    zone = ZoneInfo(migrating_zone(path)) if migrating.version_of(path) >= "0004" else None
    found: dict[str, list[datetime]] = {}
    with closing(sqlite3.connect(path)) as file:
        there = {name for (name,) in file.execute("SELECT name FROM sqlite_master")}
        for table in (one for one in Base.metadata.sorted_tables if one.name != "consent"):
            for column in table.c:
                if isinstance(column.type, (InstantInUtc, Moment)):
                    asked = f'SELECT "{column.name}" FROM "{table.name}" ORDER BY rowid'
                    kept_there = file.execute(asked) if table.name in there else ()
                    rows = [shown(kept, zone) for (kept,) in kept_there if kept]
                    found[str(column)] = rows
        for name, *sides in file.execute("SELECT table_name, before, after FROM journal_change"):
            for image in (json.loads(side) for side in sides if side):
                times = {key: text for key, text in image.items() if key.endswith("_at") and text}
                for key, text in sorted(times.items()):
                    found.setdefault(f"image {name}.{key}", []).append(shown(text, zone))
    return found


def shown(kept: str, zone: ZoneInfo | None) -> datetime:
    if zone is None or not kept.endswith("Z"):
        return datetime.fromisoformat(kept)
    return instant_from(kept).in_zone(zone)


def migrating_zone(path: Path) -> str:
    with closing(sqlite3.connect(path)) as file:
        (zone,) = file.execute("SELECT DISTINCT zone FROM session").fetchone()
        return str(zone)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("old", OLD, ids=lambda file: file.stem)
def test_every_old_file_shows_the_times_that_it_showed(path, monkeypatch, old, zone):
    shutil.copy(old, path)
    before = told(path)
    monkeypatch.setenv("TZ", zone)
    open_database(path).close()
    after = told(path)
    assert after == before
    assert sum(map(len, after.values())) > 12
    assert migrating_zone(path) == zone
    assert check_database(path) == []


def old_evening(path: Path, times: list[str]) -> None:
    """An old file in which Aino was added again and again, at these times of the laptop's clock."""
    shutil.copy(CLUBS / "0003.kdc", path)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("DELETE FROM journal_change")
        file.execute("DELETE FROM journal_entry")
        for number, at in enumerate(times, 1):
            image = json.dumps(
                {"id": 100 + number, "name": "Aino", "created_at": f"2026-10-25T{at}"}
            )
            file.execute(
                "INSERT INTO journal_entry (id, label, at, undoable) VALUES (?, 'Added', ?, 1)",
                (number, f"2026-10-25 {at}.000000"),
            )
            file.execute(
                "INSERT INTO journal_change (entry_id, table_name, row_key, after) "
                "VALUES (?, 'person', ?, ?)",
                (number, f'{{"id": {100 + number}}}', image),
            )
            file.execute(
                "INSERT INTO person (id, name, email, notes, created_at) "
                "VALUES (?, 'Aino', '', '', ?)",
                (100 + number, f"2026-10-25 {at}.000000"),
            )


def test_in_the_hour_that_comes_twice_the_order_of_the_log_is_kept(path, helsinki):
    times = ["02:50:00", "03:10:00", "03:50:00", "03:05:00", "03:40:00", "04:00:00"]
    old_evening(path, times)
    open_database(path).close()
    at = Instant.of(datetime(2026, 10, 25, 2, 50), helsinki)
    minutes = [0, 20, 60, 75, 110, 130]
    wanted = [(at + timedelta(minutes=each)).kept() for each in minutes]
    with closing(sqlite3.connect(path)) as file:
        entries = [row[0] for row in file.execute("SELECT at FROM journal_entry ORDER BY id")]
        asked = "SELECT created_at FROM person WHERE id > 99 ORDER BY id"
        people = [row[0] for row in file.execute(asked)]
        images = [
            json.loads(after)["created_at"]
            for (after,) in file.execute("SELECT after FROM journal_change ORDER BY id")
        ]
    assert (entries, people, images) == (wanted, wanted, wanted)


def test_an_edit_counts_with_the_second_it_ended_in(path, helsinki):
    """A verb looks at the clock a moment before its edit is written down."""
    old_evening(path, ["03:50:00", "03:05:02"])
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE person SET created_at = '2026-10-25 03:05:00.000000' WHERE id = 102")
    open_database(path).close()
    with closing(sqlite3.connect(path)) as file:
        (kept,) = file.execute("SELECT created_at FROM person WHERE id = 102").fetchone()
    assert kept == "2026-10-25T01:05:00Z"


def test_nothing_is_undone_before_it_was_done(path, helsinki):
    old_evening(path, ["03:50:00", "03:05:00"])
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE journal_entry SET undone_at = '2026-10-25 03:10:00.000000'")
    open_database(path).close()
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute("SELECT at <= undone_at FROM journal_entry").fetchall()
    assert rows == [(1,), (1,)]


@pytest.mark.parametrize(
    "value", ["'0001-01-01 00:00:00'", "'9999-12-31 23:59:59'", "'yesterday'", "7", "x'ff'", "''"]
)
def test_what_is_no_time_stays_as_it_is(path, helsinki, value):
    old_evening(path, ["18:00:00"])
    image = "'not JSON'" if value == "7" else "CAST(x'7bff7d' AS TEXT)"
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(f"UPDATE idea SET created_at = {value}")
        file.execute(f"UPDATE journal_change SET before = {image}")
        before = file.execute("SELECT created_at FROM idea").fetchall()
        kept = file.execute("SELECT CAST(before AS BLOB) FROM journal_change").fetchall()
    migrating.bring_up_to_date(path)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT created_at FROM idea").fetchall() == before
        assert file.execute("SELECT CAST(before AS BLOB) FROM journal_change").fetchall() == kept
        (at,) = file.execute("SELECT at FROM journal_entry").fetchone()
    assert at == "2026-10-25T16:00:00Z"
