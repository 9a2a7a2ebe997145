"""What the guard over the open file takes for its own work, and what for that of others."""

import os
import shutil
import sqlite3
import threading
import time
from contextlib import closing
from types import SimpleNamespace

import pytest

from kdc_desktop.storage import folding, open_database, open_file
from kdc_desktop.storage.folding import Folding
from kdc_desktop.storage.open_file import FileState
from tests.storage.places import add_person, names, names_in
from tests.storage.sticks import quiet, until

TICK = 2_000_000_000  # ns, of the times on a FAT stick


def overwrite(path) -> None:
    """Write into the last page, as no program of SQLite does it."""
    with path.open("r+b") as file:
        file.seek(-2048, os.SEEK_END)
        file.write(os.urandom(2048))


def test_one_commit_of_another_program_does_not_blind_it_for_what_comes_later(path, database):
    add_person(database, "Aino")
    assert names(database) == ["Aino"]
    quiet(database)
    with closing(sqlite3.connect(path)) as other:
        other.execute("INSERT INTO setting VALUES ('theirs', '1')")
        other.commit()
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert database.file.look() is FileState.OURS
    until(lambda: not database.connections.others_wrote())
    overwrite(path)
    assert database.file.look() is FileState.OVERWRITTEN


def test_a_new_connection_does_not_cover_up_what_was_written_over(path, database):
    add_person(database, "Aino")
    quiet(database)
    state = database.file._state_now
    database.file._state_now = lambda: FileState.OURS  # written over after it was asked
    overwrite(path)
    database.file.handles._connect().close()
    database.file._state_now = state
    assert database.file.look() is FileState.OVERWRITTEN


def test_what_one_of_us_folds_is_not_taken_for_anothers_work(path, database):
    with closing(database.once_more()) as second:
        add_person(second, "Aino")
        second.file._folding.stop()
        assert names(database) == ["Aino"]
        with second.file.turn():
            assert second.connections.settle()
            with database.file.at_its_path() as there:
                assert there == path
            second.file.settle()
    assert database.file.look() is FileState.OURS


class _CoarseTimes:
    """The system as it looks where a disk keeps times by two seconds."""

    def __getattr__(self, name):
        return getattr(os, name)

    def stat(self, path):
        return self._coarse(os.stat(path))

    def fstat(self, number):
        return self._coarse(os.fstat(number))

    def _coarse(self, told):
        kept = {name: getattr(told, name) for name in dir(told) if name.startswith("st_")}
        return SimpleNamespace(**{**kept, "st_mtime_ns": told.st_mtime_ns // TICK * TICK})


@pytest.mark.parametrize("settled", [False, True])
def test_two_foldings_within_a_tick_of_the_disk_are_no_alarm(path, monkeypatch, settled):
    monkeypatch.setattr(open_file, "os", _CoarseTimes())
    monkeypatch.setattr(folding, "QUIET", 0.01)
    database = open_database(path)
    add_person(database, "Aino")
    quiet(database)
    until(lambda: time.time() % 2 < 0.2)
    for name in ("Eero", "Ida"):
        add_person(database, name)
        if settled:
            database.settle()
        else:
            quiet(database)
    os.utime(path, (1, 1))
    assert database.file.look() is FileState.OURS
    database.close()


def test_closing_in_the_moment_of_loss_keeps_what_was_done(path, database):
    database.file.keeps_later = True
    add_person(database, "Aino")
    quiet(database)
    theirs = shutil.copyfile(path, path.with_name("theirs"))
    with closing(sqlite3.connect(theirs)) as other:
        other.execute("INSERT INTO setting VALUES ('theirs', '1')")
        other.commit()
    add_person(database, "Eero")
    os.replace(theirs, path)
    taken, ended = threading.Event(), threading.Event()

    def write_for_a_while() -> None:
        assert database.file.turns.take()
        taken.set()
        ended.wait(0.3)
        database.file.turns.hand_on()

    writer = threading.Thread(target=write_for_a_while)
    writer.start()
    taken.wait()
    database.close()
    writer.join()
    (kept,) = path.parent.glob("club (kept *).kdc")
    assert names_in(kept) == ["Aino", "Eero"]
    assert names_in(path) == ["Aino"]


def test_threads_that_write_at_once_have_one_folding_between_them(monkeypatch):
    started = []

    class Slow(threading.Thread):
        def __init__(self, **told) -> None:
            started.append(self)
            time.sleep(0.05)
            super().__init__(**told)

    monkeypatch.setattr(
        folding, "threading", SimpleNamespace(**{**vars(threading), "Thread": Slow})
    )
    shared = Folding(lambda: True)
    writers = [threading.Thread(target=shared.soon) for _number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    shared.stop()
    assert len(started) == 1
    assert not started[0].is_alive()


def test_what_goes_wrong_while_folding_is_told_and_folding_goes_on(monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: told.append(str(args.exc_value)))
    monkeypatch.setattr(folding, "QUIET", 0.01)
    times = []

    def fold() -> bool:
        times.append(1)
        if len(times) == 1:
            raise ValueError("a bug")
        return True

    folds = Folding(fold)
    folds.soon()
    until(lambda: bool(told))
    folds.soon()
    until(lambda: len(times) == 2)
    folds.stop()
    assert told == ["a bug"]
