"""What a program at work does when the log beside its file is taken away or replaced."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kdc_desktop.errors import UserError
from kdc_desktop.model import Person
from kdc_desktop.storage import Database, open_database
from kdc_desktop.storage.checking import check_database
from kdc_desktop.storage.open_file import FileState
from tests.storage.places import add_person, names, names_in
from tests.storage.sticks import other_club, quiet

LOST = pytest.mark.parametrize("lost", [["-wal"], ["-wal", "-shm"]])


@pytest.fixture
def working(path: Path):
    """A club at work whose first person is in the file itself."""
    database = open_database(path)
    add_person(database, "Aino")
    quiet(database)
    yield database
    database.close()


def log_of_another_version(path: Path, folder: Path) -> bytes:
    """What lies beside the club on another laptop, where somebody else was added."""
    folder.mkdir()
    database = open_database(shutil.copyfile(path, folder / path.name))
    database.file._folding.stop()
    add_person(database, "Theirs")
    log = path.with_name(f"{database.path.name}-wal")
    content = (folder / log.name).read_bytes()
    database.close()
    return content


def log_that_nothing_tells_of(path: Path, folder: Path) -> bytes:
    """The same of a program that does not know of marks."""
    folder.mkdir()
    there = shutil.copyfile(path, folder / path.name)
    with closing(sqlite3.connect(there)) as other:
        other.execute("INSERT INTO setting VALUES ('theirs', '1')")
        other.commit()
        return there.with_name(f"{path.name}-wal").read_bytes()


def bring(path: Path, log: bytes) -> None:
    """As a sync client does it."""
    fresh = path.with_name(".fresh")
    fresh.write_bytes(log)
    os.replace(fresh, path.with_name(f"{path.name}-wal"))


def take_away(path: Path, lost: list[str]) -> None:
    for kind in lost:
        path.with_name(f"{path.name}{kind}").unlink()


def count(snapshot) -> None:
    snapshot.scalar(select(func.count()).select_from(Person))


@pytest.mark.parametrize("log_of", [log_of_another_version, log_that_nothing_tells_of])
def test_a_log_of_another_version_comes_into_the_file_no_more_often_than_it_arrives(
    path, working, tmp_path, log_of
):
    theirs = log_of(path, tmp_path / "elsewhere")
    add_person(working, "Eero")
    quiet(working)
    for number in (1, 2, 3):
        bring(path, theirs)
        assert working.file.look() is FileState.OURS
        if number > 1:
            assert names(working) == ["Aino", "Eero"]
    add_person(working, "Ida")
    working.close()
    assert names_in(path) == ["Aino", "Eero", "Ida"]
    left = sorted(path.parent.glob("club left over *-wal"))
    assert [log.read_bytes() for log in left] == [theirs] * len(left)
    assert len(left) == 3


@LOST
def test_a_log_that_is_taken_away_while_somebody_reads_takes_nothing_along(path, working, lost):
    with working.read() as snapshot:
        count(snapshot)
        add_person(working, "Eero")
        take_away(path, lost)
        assert working.file.look() is FileState.OURS
        with pytest.raises(UserError, match="while it is being read"):
            add_person(working, "Ida")
    add_person(working, "Ida")
    assert names(working) == ["Aino", "Eero", "Ida"]
    working.close()
    assert names_in(path) == ["Aino", "Eero", "Ida"]
    assert check_database(path) == []


@LOST
def test_who_has_not_read_before_is_told_to_wait_and_reads_all_afterwards(path, working, lost):
    add_person(working, "Eero")
    with working.read() as snapshot:
        count(snapshot)
        add_person(working, "Ida")
        take_away(path, lost)
        again = pytest.raises(UserError, match="do it again")
        with again, working.read() as second, working.read() as third:
            count(second)
            count(third)
    assert names(working) == ["Aino", "Eero", "Ida"]


@LOST
def test_what_lies_nowhere_any_more_is_kept_when_the_window_closes(path, working, lost):
    with working.read() as snapshot:
        count(snapshot)
        add_person(working, "Eero")
        take_away(path, lost)
        working.close()
    (kept,) = path.parent.glob("club (kept *).kdc")
    assert names_in(kept) == ["Aino", "Eero"]


def moved(database: Database) -> Path:
    """Move the club while somebody reads it, after an entry that is only in the log."""
    there = database.path.with_name("moved.kdc")
    add_person(database, "Eero")
    database.path.rename(there)
    return there


def test_a_club_that_was_moved_while_somebody_reads_is_whole_when_that_has_ended(path, working):
    with working.read() as snapshot:
        count(snapshot)
        there = moved(working)
        assert working.file.look() is FileState.MOVED
    working.file.look()
    kept = working.file.keep_aside()
    assert kept.moved
    assert names_in(there) == ["Aino", "Eero"]


def test_what_is_told_of_a_moved_club_is_true_while_somebody_reads(path, working):
    with working.read() as snapshot:
        count(snapshot)
        moved(working)
        with pytest.raises(UserError, match="club \\(kept"):
            add_person(working, "Ida")
        (kept,) = path.parent.glob("club (kept *).kdc")
        assert names_in(kept) == ["Aino", "Eero"]
        assert path.with_name("club.kdc-wal").exists()


def test_nothing_of_ours_stays_beside_another_file_while_somebody_reads(path, working):
    theirs = other_club(path)
    with working.read() as snapshot:
        count(snapshot)
        add_person(working, "Eero")
        os.replace(theirs, path)
        working.file.look()
        assert [file.name for file in path.parent.glob("club.kdc*")] == ["club.kdc"]
    assert names_in(path) == ["Theirs"]
