"""Backups: which are kept, what is in them, and that restoring overwrites nothing."""

import os
import threading
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.errors import UserError
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.storage import backups, files, open_database, sole_use
from kdc_desktop.storage.backups import KEPT_DAYS, KEPT_NEWEST, Backup, surplus_of
from tests.storage.places import EVENING, STARTS, add_person, names_in

MINUTES = st.integers(0, 60 * 24 * 60)


def here(wall: datetime) -> Instant:
    return Instant.of(wall, laptop_zone())


@given(st.sets(MINUTES, max_size=60))
def test_the_ten_newest_and_one_a_day_for_thirty_days_are_kept(ages):
    taken = [STARTS - timedelta(minutes=age) for age in sorted(ages)]
    found = [Backup(Path(f"{at}"), at, 1) for at in taken]
    kept = [backup for backup in found if backup not in surplus_of(found, STARTS)]
    assert kept[:KEPT_NEWEST] == found[:KEPT_NEWEST]
    first_day = STARTS.date() - timedelta(days=KEPT_DAYS - 1)
    newest_of_days = {
        day: max(at for at in taken if at.date() == day)
        for day in {at.date() for at in taken}
        if day >= first_day
    }
    assert {backup.at for backup in kept} == {
        *taken[:KEPT_NEWEST],
        *newest_of_days.values(),
    }
    assert len(kept) <= KEPT_NEWEST + KEPT_DAYS


@given(st.lists(MINUTES, max_size=120, unique=True))
def test_pruning_at_every_backup_keeps_a_copy_of_each_recent_day(ages):
    kept: list[Backup] = []
    for age in sorted(ages, reverse=True):
        now = STARTS - timedelta(minutes=age)
        kept.insert(0, Backup(Path(f"{now}"), now, 1))
        kept = [backup for backup in kept if backup not in surplus_of(kept, now)]
    recent = {
        (STARTS - timedelta(minutes=age)).date()
        for age in ages
        if age < (KEPT_DAYS - 1) * 24 * 60 and ages
    }
    if ages:
        last = STARTS - timedelta(minutes=min(ages))
        recent = {day for day in recent if day > (last - timedelta(days=KEPT_DAYS)).date()}
    assert recent <= {backup.at.date() for backup in kept}


def test_a_backup_of_an_open_file_holds_its_newest_row(database):
    add_person(database, "Aino")
    backup = backups.back_up(database.path, EVENING)
    assert database.path.with_name("club.kdc-wal").stat().st_size > 0
    assert backup.path.parent.name == "club backups"
    assert [file.name for file in backup.path.parent.iterdir()] == ["club 2026-11-03 18.00.00.kdc"]
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
            backup = backups.back_up(database.path, EVENING + timedelta(hours=number))
            found = names_in(backup.path)
            assert found == [f"Guest {n}" for n in range(len(found))]
    finally:
        done.set()
        thread.join()


def test_surplus_backups_are_dropped_and_strangers_left_alone(database):
    for hour in range(14):
        backups.back_up(database.path, here(STARTS.replace(hour=hour)))
    folder = backups.folder_of(database.path)
    (folder / "club notes.kdc").write_text("mine")
    old = folder / ".club 2026-01-01 00.00.00.kdc.unfinished"
    old.write_text("killed")
    os.utime(old, (time.time() - 90_000,) * 2)
    backups.back_up(database.path, EVENING)
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
    assert not files.unfinished(target).exists()


def test_restoring_overwrites_nothing(database):
    add_person(database, "Aino")
    backup = backups.back_up(database.path, EVENING)
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


def test_backups_are_sorted_by_their_time(database):
    times = [STARTS, STARTS - timedelta(days=3), STARTS + timedelta(days=1)]
    for at in times:
        backups.back_up(database.path, here(at))
    found: list[datetime] = [backup.at for backup in backups.backups_of(database.path)]
    assert found == sorted(times, reverse=True)
