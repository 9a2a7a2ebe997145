"""Backups: which are kept, what is in them, and that restoring overwrites nothing."""

import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.errors import UserError
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.storage import Database, backups, open_database, open_to_read, sole_use
from kdc_desktop.storage.backups import KEPT_DAYS, KEPT_NEWEST, Backup, surplus_of
from tests.storage.places import STARTS, add_person, names_in

MINUTES = st.integers(0, 60 * 24 * 60)
CLOCKS = st.lists(st.integers(-(10**7), 10**7), max_size=120)


def back_up(database: Database, at: datetime) -> Backup:
    """Keep a copy, while the clock of this laptop shows that time."""
    return backups.back_up(database.path, Instant.of(at, laptop_zone()))


def made(stamps: Iterable[datetime]) -> list[Backup]:
    """One after the other, each with its number, the newest first."""
    found = [Backup(Path(f"{n}"), at, 1, n) for n, at in enumerate(stamps, start=1)]
    return found[::-1]


def here(wall: datetime) -> Instant:
    return Instant.of(wall, laptop_zone())


@given(st.sets(MINUTES, max_size=60))
def test_the_ten_newest_and_one_a_day_for_thirty_days_are_kept(ages):
    found = made(STARTS - timedelta(minutes=age) for age in sorted(ages, reverse=True))
    kept = [backup for backup in found if backup not in surplus_of(found)]
    assert kept[:KEPT_NEWEST] == found[:KEPT_NEWEST]
    days = sorted({backup.at.date() for backup in found})[-KEPT_DAYS:]
    newest_of_days = {max(b.number for b in found if b.at.date() == day) for day in days}
    assert {b.number for b in kept} == {
        *(b.number for b in found[:KEPT_NEWEST]),
        *newest_of_days,
    }
    assert len(kept) <= KEPT_NEWEST + KEPT_DAYS


@given(CLOCKS)
def test_however_the_clock_is_set_the_ten_that_were_made_last_are_kept(minutes):
    kept: list[Backup] = []
    for number, minute in enumerate(minutes, start=1):
        at = STARTS + timedelta(minutes=minute)
        kept.insert(0, Backup(Path(f"{number}"), at, 1, number))
        dropped = surplus_of(kept, kept[0])
        assert not set(dropped) & set(kept[:KEPT_NEWEST])
        for each in dropped:  # only where its day has a newer one, or 30 days have
            newer = {b.at.date() for b in kept if b.number > each.number}
            assert each.at.date() in newer or len(newer) >= KEPT_DAYS
        kept = [backup for backup in kept if backup not in dropped]
    assert [b.number for b in kept][:KEPT_NEWEST] == list(
        range(len(minutes), max(0, len(minutes) - KEPT_NEWEST), -1)
    )


def test_a_clock_set_forward_and_back_costs_no_backup_of_the_days_before(database):
    for day in range(12):
        back_up(database, STARTS + timedelta(days=day))
    before = backups.backups_of(database.path)
    far = back_up(database, STARTS.replace(year=2040))
    early = back_up(database, STARTS.replace(year=1999))
    assert backups.backups_of(database.path) == [early, far, *before]


def test_backups_of_one_second_all_stay_also_when_made_at_once(database):
    add_person(database, "Aino")
    threads = [threading.Thread(target=back_up, args=(database, STARTS)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = backups.backups_of(database.path)
    assert len({backup.path for backup in found}) == 6
    assert [backup.number for backup in found] == sorted(
        (backup.number for backup in found), reverse=True
    )
    assert [names_in(backup.path) for backup in found] == [["Aino"]] * 6


def test_pruning_leaves_what_somebody_has_open_or_has_worked_in(database):
    first = [back_up(database, STARTS) for _ in range(4)]
    worked_in, held, by_hand, moved_in = (backup.path for backup in first)
    with closing(sqlite3.connect(worked_in)) as other:  # as an older version did
        other.execute("PRAGMA journal_mode = WAL")
    with closing(sqlite3.connect(by_hand)) as other, other:
        other.execute("CREATE TABLE mine (x)")
    moved_in.write_bytes(database.path.read_bytes())  # a club, under the name of a backup
    with sole_use.claim(held):
        for _ in range(KEPT_NEWEST + 2):
            back_up(database, STARTS)
    assert all(path.exists() for path in (worked_in, held, by_hand, moved_in))
    back_up(database, STARTS)
    assert [path.exists() for path in (worked_in, held, by_hand, moved_in)] == [
        True,
        False,
        True,
        True,
    ]


def test_a_backup_of_an_open_file_holds_its_newest_row(database):
    add_person(database, "Aino")
    backup = back_up(database, STARTS)
    assert database.path.with_name("club.kdc-wal").stat().st_size > 0
    assert backup.path.parent.name == "club backups"
    assert [file.name for file in backup.path.parent.iterdir()] == [
        "club 2026-11-03 18.00.00 #1.kdc"
    ]
    assert names_in(backup.path) == ["Aino"]
    assert backups.backups_of(database.path) == [backup]


def test_backups_taken_while_another_thread_edits_are_whole(database):
    done = threading.Event()

    def edit() -> None:
        number = 0
        while not done.is_set():
            add_person(database, f"Guest {number}")
            number += 1

    thread = threading.Thread(target=edit)
    thread.start()
    try:
        for number in range(12):
            backup = back_up(database, STARTS + timedelta(hours=number))
            found = names_in(backup.path)
            assert found == [f"Guest {n}" for n in range(len(found))]
    finally:
        done.set()
        thread.join()


def test_surplus_backups_are_dropped_and_strangers_left_alone(database):
    for hour in range(14):
        back_up(database, STARTS.replace(hour=hour))
    folder = backups.folder_of(database.path)
    (folder / "club notes.kdc").write_text("mine")
    old = folder / ".club 2026-01-01 00.00.00.kdc.unfinished"
    old.write_text("killed")
    os.utime(old, (time.time() - 90_000,) * 2)
    back_up(database, STARTS)
    assert [backup.at.hour for backup in backups.backups_of(database.path)] == [
        18,
        *range(13, 4, -1),
    ]
    assert (folder / "club notes.kdc").read_text() == "mine"
    assert not old.exists()


def test_a_copy_is_moved_into_place_when_it_is_whole(database, monkeypatch):
    target = database.path.with_name("copy.kdc")
    backups.copy_to(database.path, target)
    before = target.read_bytes()
    add_person(database, "Aino")

    def fail(_source: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(UserError, match="disk is full"):
        backups.copy_to(database.path, target)
    assert target.read_bytes() == before
    assert list(target.parent.glob(".*")) == []


def test_restoring_overwrites_nothing(database):
    add_person(database, "Aino")
    backup = back_up(database, STARTS)
    add_person(database, "Eero")
    with pytest.raises(UserError, match="exists already"):
        backups.restore(backup.path, database.path)
    assert names_in(database.path) == ["Aino", "Eero"]
    restored = database.path.with_name("restored.kdc")
    backups.restore(backup.path, restored)
    assert names_in(restored) == ["Aino"]
    assert names_in(backup.path) == ["Aino"]


def test_a_copy_never_replaces_the_file_itself_or_a_club_in_use(database, tmp_path):
    add_person(database, "Aino")
    with pytest.raises(UserError, match="the club file itself"):
        backups.copy_to(database.path, database.path)
    source = tmp_path / "source.kdc"
    backups.copy_to(database.path, source)
    with pytest.raises(UserError, match="open in a program"):
        backups.copy_to(source, database.path)
    assert names_in(database.path) == ["Aino"]


def test_a_copy_never_replaces_a_club_that_a_window_has_open(database, tmp_path):
    add_person(database, "Aino")
    other = tmp_path / "other.kdc"
    open_database(other).close()
    before = other.read_bytes()
    link = tmp_path / "link.kdc"
    link.symlink_to(other)
    with sole_use.claim(other):
        for target in (other, link):
            with pytest.raises(UserError, match=r"other\.kdc is open in another window"):
                backups.copy_to(database.path, target)
    assert other.read_bytes() == before
    assert link.is_symlink()
    backups.copy_to(database.path, other)
    assert names_in(other) == ["Aino"]


def test_a_missing_file_is_not_made_by_copying_it(tmp_path):
    with pytest.raises(UserError):
        backups.copy_to(tmp_path / "nothing.kdc", tmp_path / "copy.kdc")
    assert list(tmp_path.iterdir()) == []


def test_backups_are_sorted_as_they_were_made_and_those_of_older_versions_by_their_time(database):
    times = [STARTS, STARTS - timedelta(days=3), STARTS + timedelta(days=1)]
    new = [back_up(database, at) for at in times]
    for at in times:
        old = new[0].path.with_name(f"club {at:%Y-%m-%d %H.%M.%S}.kdc")
        backups.copy_to(database.path, old)
    found: list[datetime] = [backup.at for backup in backups.backups_of(database.path)]
    assert found == [*reversed(times), *sorted(times, reverse=True)]


def test_nobody_works_in_a_backup_wherever_it_was_moved_and_whatever_it_is_called(
    database, tmp_path
):
    add_person(database, "Aino")
    backup = back_up(database, STARTS).path
    moved = tmp_path / "elsewhere" / "found.kdc"
    moved.parent.mkdir()
    shutil.copy(backup, moved)
    old = moved.with_name("club 2026-11-03 18.00.00.kdc")  # unmarked, as by an older version
    old.write_bytes(backup.read_bytes()[:60] + bytes(4) + backup.read_bytes()[64:])
    for path in (backup, moved, old):
        before = path.read_bytes()
        with pytest.raises(UserError, match="is a backup and stays as it is"):
            open_database(path)
        with open_to_read(path) as read, read.glance() as glance:
            assert glance.execute("SELECT name FROM person").fetchall() == [("Aino",)]
        assert path.read_bytes() == before
        placed = moved.with_name("placed.kdc")
        backups.restore(path, placed)
        with closing(open_database(placed)) as opened:
            add_person(opened, "Eero")
        assert names_in(placed) == ["Aino", "Eero"]
        placed.unlink()


def test_a_backup_that_was_put_back_by_hand_is_the_club_again(database):
    add_person(database, "Aino")
    backup = back_up(database, STARTS)
    database.close()
    shutil.copy(backup.path, database.path)
    with closing(open_database(database.path)) as opened:
        add_person(opened, "Eero")
    assert names_in(database.path) == ["Aino", "Eero"]
    assert not backups.is_backup(database.path)


def test_a_copy_does_not_lie_among_the_backups(database):
    backup = back_up(database, STARTS)
    with pytest.raises(UserError, match="Choose another folder"):
        backups.restore(backup.path, backup.path.with_name("evening.kdc"))
