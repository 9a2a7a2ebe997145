"""Whatever is wrong with a disk: a sentence, and the data as it was."""

import shutil
import socket
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person, Setting
from kdc_desktop.storage import Database, backups, files, open_database
from kdc_desktop.storage.checking import check_database
from kdc_desktop.storage.failures import sentence_for
from tests.storage.places import EVENING, add_person, contents, dump, names, names_in, refused
from tests.storage.plain_user import as_plain_user, posix


def fill(database: Database) -> None:
    """Add people until the disk takes no more."""
    for number in range(5000):
        with database.edit(lazy("Add")) as edit:
            edit.add(Person(name=f"{number}", notes="x" * 5000, created_at=database.now()))


def test_a_full_file_keeps_what_it_had_and_takes_more_when_there_is_room(database):
    add_person(database, "Aino")
    with database.edit(lazy("Limit"), undoable=False) as edit:
        pages = edit.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
        edit.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(UserError, match="disk is full"):
        fill(database)
    kept = names(database)
    assert kept[0] == "Aino"
    assert names_in(database.path) == kept
    with database.edit(lazy("Room again"), undoable=False) as edit:
        edit.connection().exec_driver_sql("PRAGMA max_page_count = 100000")
    add_person(database, "Eero")
    assert names(database) == [*kept, "Eero"]
    database.undo()
    assert names(database) == kept


@posix
def test_a_disk_that_takes_no_more_bytes_keeps_what_was_there(database):
    import resource

    add_person(database, "Aino")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, hard))
    try:
        with pytest.raises(UserError, match=r"disk (is full|did not take)"):
            fill(database)
        kept = names(database)
        with pytest.raises(UserError), database.edit(lazy("Much")) as edit:
            edit.add(Setting(name="much", value="x" * 500_000))
        assert names(database) == kept
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    add_person(database, "Eero")
    assert names(database) == [*kept, "Eero"]
    database.close()
    assert check_database(database.path) == []


@posix
def test_a_really_full_disk_is_said_for_edits_backups_and_new_files(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    open_database(tmp_path / "empty.kdc").close()
    room = (tmp_path / "empty.kdc").stat().st_size + 300_000  # bytes
    mount = ["mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(disk)]
    if (
        not shutil.which("mount")
        or subprocess.run(mount, check=False, capture_output=True).returncode
    ):
        pytest.skip("only root may mount a small disk; the two tests above need no root")
    try:
        database = open_database(disk / "club.kdc", lambda: EVENING)
        with pytest.raises(UserError, match="disk is full"):
            fill(database)
        kept = names(database)
        assert kept
        before = contents(disk)
        with pytest.raises(UserError, match="disk is full"):
            backups.copy_to(database.path, disk / "copy.kdc")
        with pytest.raises(UserError, match="disk is full"):
            backups.back_up(database.path)
        assert backups.backups_of(database.path) == []
        with pytest.raises(UserError, match="disk is full"):
            open_database(disk / "second.kdc")
        assert {name for name in contents(disk) if name != "club backups"} == set(before)
        assert names(database) == kept
        database.close()
        assert check_database(disk / "club.kdc") == []
        assert names_in(disk / "club.kdc") == kept
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@posix
def test_a_read_only_file_is_said(folder):
    with as_plain_user():
        path = folder / "club.kdc"
        open_database(path).close()
        path.chmod(0o444)
        refused(path, "can only be read")


@posix
def test_a_read_only_folder_is_said(folder):
    with as_plain_user():
        inner = folder / "inner"
        inner.mkdir()
        open_database(inner / "club.kdc").close()
        inner.chmod(0o555)
        refused(inner / "club.kdc", "can only be read")
        refused(inner / "new.kdc", "cannot be opened|can only be read")
        inner.chmod(0o755)


@posix
def test_a_file_that_nobody_may_read_is_said(folder):
    with as_plain_user():
        path = folder / "club.kdc"
        open_database(path).close()
        path.chmod(0)
        with pytest.raises(UserError, match=r"can only be read|cannot be opened"):
            open_database(path)


@posix
def test_a_file_that_becomes_read_only_while_open_refuses_edits(folder):
    with as_plain_user():
        database = open_database(folder / "club.kdc")
        add_person(database, "Aino")
        database.close()
        for file in folder.iterdir():
            file.chmod(0o444)
        with pytest.raises(UserError, match="can only be read"):
            add_person(database, "Eero")
        assert names_in(database.path) == ["Aino"]


def test_a_file_that_another_program_writes_to_is_said_after_a_wait(database, monkeypatch):
    add_person(database, "Aino")
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with database.read() as snapshot:
            snapshot.connection().exec_driver_sql("PRAGMA busy_timeout = 50")
        with pytest.raises(UserError, match="Another program is writing"):
            add_person(database, "Eero")
        assert names(database) == ["Aino"]
        other.execute("ROLLBACK")
    add_person(database, "Eero")
    assert names(database) == ["Aino", "Eero"]


def test_a_file_that_is_locked_whole_cannot_be_opened(closed):
    with closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE person SET notes = 'x'")
        refused(closed, "Another program is writing|can only be read|cannot be opened")


def error_of(make: Callable[[], object]) -> sqlite3.Error:
    with pytest.raises(sqlite3.Error) as told:
        make()
    return told.value


def test_errors_are_told_apart_by_their_codes_whatever_they_say(tmp_path):
    """Each is a real error of SQLite; its words change with versions, its code does not."""
    path = tmp_path / "club.kdc"
    (tmp_path / "letter.kdc").write_bytes(b"hello" * 200)
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as one,
        closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as other,
        closing(sqlite3.connect(f"file:{tmp_path}/letter.kdc?mode=ro", uri=True)) as letter,
    ):
        one.execute("CREATE TABLE person (name TEXT)")
        told = {"cannot be opened": error_of(lambda: files.connect(tmp_path / "none.kdc"))}
        told["does not begin as a club"] = error_of(lambda: letter.execute("SELECT * FROM person"))
        one.execute("BEGIN IMMEDIATE")
        told["Another program is writing"] = error_of(lambda: other.execute("BEGIN IMMEDIATE"))
        one.execute("ROLLBACK")
        other.execute("PRAGMA query_only = ON")
        told["can only be read"] = error_of(lambda: other.execute("DELETE FROM person"))
        one.execute("PRAGMA max_page_count = 2")
        told["disk is full"] = error_of(
            lambda: one.execute("INSERT INTO person VALUES (zeroblob(90000))")
        )
        bug = error_of(lambda: one.execute("SELECT * FROM nobody"))
    for words, error in told.items():
        assert words in (sentence_for(error, path) or "")
        error.args = ("quite other words",)
        assert words in (sentence_for(error, path) or "")
    assert sentence_for(bug, path) is None
    assert sentence_for(sqlite3.ProgrammingError("database is locked"), path) is None


def test_extended_codes_count_as_what_they_extend(path):
    error = sqlite3.OperationalError("no words")
    for code, words in {
        sqlite3.SQLITE_IOERR_WRITE: "did not take",
        sqlite3.SQLITE_BUSY_SNAPSHOT: "Another program is writing",
        sqlite3.SQLITE_READONLY_DIRECTORY: "can only be read",
        sqlite3.SQLITE_CORRUPT_INDEX: "is damaged",
        sqlite3.SQLITE_CANTOPEN_ISDIR: "cannot be opened",
    }.items():
        error.sqlite_errorcode = code
        assert words in (sentence_for(error, path) or "")


@pytest.mark.parametrize("name", ["\ud800", "Aino \udfff Laine"])
def test_half_a_character_is_said_and_nothing_is_written(database, name):
    before = dump(database.path, journal=True)
    with pytest.raises(UserError, match="half of a character"):
        add_person(database, name)
    with pytest.raises(UserError, match="half of a character"), database.edit(lazy(name)) as edit:
        edit.add(Person(name="Aino", created_at=EVENING))
    assert dump(database.path, journal=True) == before
    add_person(database, "Aino")


@posix
def test_nothing_is_put_in_the_place_of_what_is_no_file(closed):
    target = closed.with_name("socket")
    with closing(socket.socket(socket.AF_UNIX)) as made:
        made.bind(str(target))
    with pytest.raises(UserError, match="could not be written"):
        backups.copy_to(closed, target)
    assert target.is_socket()


def test_a_bug_in_an_edit_changes_nothing_and_stays_a_bug(database):
    def break_it() -> None:
        with database.edit(lazy("Break")) as edit:
            edit.add(Person(name="Nobody", created_at=EVENING))
            edit.flush()
            edit.add(Person(name=None, created_at=EVENING))

    before = dump(database.path, journal=True)
    with pytest.raises(Exception, match="NOT NULL"):
        break_it()
    assert dump(database.path, journal=True) == before
    add_person(database, "Aino")
    assert names(database) == ["Aino"]
