"""Whatever is wrong with a file or its disk: a sentence, and the data as it was."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person
from kdc_desktop.storage import Database, backups, files, open_database
from kdc_desktop.storage.checking import check_database
from kdc_desktop.storage.failures import sentence_for
from tests.storage.places import EVENING, add_person, dump, names, names_in

posix = pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX knows them")
NOBODY = 65534


@contextmanager
def as_plain_user():
    """Without root's right to write anything, when the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def folder():
    """A folder that a plain user may use, also when the tests run as root."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o777)
    yield made
    made.chmod(0o777)
    shutil.rmtree(made)


@pytest.fixture
def closed(path: Path) -> Path:
    """A club file with two people, closed."""
    database = open_database(path, lambda: EVENING)
    add_person(database, "Aino")
    add_person(database, "Eero")
    database.close()
    return path


def refused(path: Path, sentence: str) -> None:
    """Opening says the sentence and leaves every file in the folder as it was."""
    before = contents(path.parent)
    with pytest.raises(UserError, match=sentence) as told:
        open_database(path, back_up=True)
    assert str(told.value).endswith(".")
    assert contents(path.parent) == before


def contents(folder: Path) -> dict[str, bytes | None]:
    return {
        str(file.relative_to(folder)): file.read_bytes() if file.is_file() else None
        for file in folder.rglob("*")
        if not file.name.endswith("-shm")
    }


def fill(database: Database) -> None:
    """Add people until the disk takes no more."""
    for number in range(5000):
        add_person(database, f"{number} " + "x" * 5000)


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
        with pytest.raises(UserError):
            add_person(database, "x" * 500_000)
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
    mount = ["mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", str(disk)]
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
        told["is not a club file"] = error_of(lambda: letter.execute("SELECT * FROM person"))
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


def test_what_is_no_club_file_is_said(path):
    for content in (b"hello", b"PK\x03\x04" * 50, b"SQLite format 3\0", b"SQLite format 3\0" * 99):
        path.write_bytes(content)
        refused(path, "not a club file|damaged|another program")


def test_a_database_of_another_program_is_said(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE person (name TEXT)")
    refused(path, "belongs to another program")


def test_an_empty_file_a_folder_and_a_missing_folder_are_said(tmp_path):
    (tmp_path / "empty.kdc").touch()
    refused(tmp_path / "empty.kdc", "is empty")
    refused(tmp_path, "is a folder")
    refused(tmp_path / "nowhere" / "club.kdc", "does not exist")


@posix
def test_a_pipe_is_no_club_file(path):
    os.mkfifo(path)
    with pytest.raises(UserError, match="not a club file"):
        open_database(path)


@pytest.mark.parametrize("version", ["0099", "banana", "", None])
def test_a_version_that_is_newer_or_strange_is_said(closed, version):
    with closing(sqlite3.connect(closed)) as other, other:
        other.execute("UPDATE alembic_version SET version_num = ?", (version or "",))
        if version is None:
            other.execute("DROP TABLE alembic_version")
    refused(closed, "newer KDC Desktop" if version == "0099" else "does not say which version")


def test_a_version_table_with_no_or_two_rows_is_said(closed):
    for change in ("DELETE FROM alembic_version", "INSERT INTO alembic_version VALUES (1), (2)"):
        with closing(sqlite3.connect(closed)) as other, other:
            other.execute(change)
        refused(closed, "does not say which version")


def test_a_file_cut_anywhere_is_said(closed):
    whole = closed.read_bytes()
    cuts = [1, 15, 16, 99, 100, 101, 511, 512, 4095, 4096, 4097, len(whole) // 2, len(whole) - 4096]
    for size in [*cuts, *range(5000, len(whole), 20_011), len(whole) - 1]:
        closed.write_bytes(whole[:size])
        refused(closed, "not a club file|damaged|cannot be opened")
        assert check_database(closed) != []


def test_a_cut_file_with_its_log_is_left_as_it_is(path):
    database = open_database(path)
    add_person(database, "Aino")
    copy = path.with_name("copy.kdc")
    shutil.copy(path, copy)
    shutil.copy(path.with_name(path.name + "-wal"), copy.with_name(copy.name + "-wal"))
    database.close()
    whole = copy.read_bytes()
    copy.write_bytes(whole[: len(whole) // 2])
    refused(copy, "damaged")


def test_a_log_left_by_a_crash_is_read(path):
    database = open_database(path)
    add_person(database, "Aino")
    crashed = path.with_name("crashed.kdc")
    shutil.copy(path, crashed)
    shutil.copy(path.with_name(path.name + "-wal"), crashed.with_name(crashed.name + "-wal"))
    again = open_database(crashed, back_up=True)
    assert names(again) == ["Aino"]
    assert names_in(backups.backups_of(crashed)[0].path) == ["Aino"]
    again.close()
    database.close()


def test_a_log_without_its_file_is_not_played_into_another(path):
    path.with_name(path.name + "-wal").write_bytes(b"something")
    refused(path, "Put the file back")
    with pytest.raises(UserError, match="Choose another name"):
        backups.restore(path, path)


def test_a_damaged_page_is_said_when_it_is_read(closed):
    with closing(sqlite3.connect(closed)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'person'"
        ).fetchone()
    content = bytearray(closed.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    closed.write_bytes(content)
    database = open_database(closed)
    with pytest.raises(UserError, match="is damaged"):
        names(database)
    with pytest.raises(UserError, match="is damaged"):
        add_person(database, "Meri")
    database.close()
    assert "damaged" in check_database(closed)[0]
    with pytest.raises(UserError, match="damaged"):
        backups.back_up(closed)


@pytest.mark.parametrize(
    "name", ["a ? b # c % d.kdc", "[2026] club.kdc", "ääni ☀.kdc", "x.tar.kdc"]
)
def test_any_name_will_do(tmp_path, name):
    if os.name != "posix":
        name = name.replace("?", "")
    path = tmp_path / name
    database = open_database(path)
    add_person(database, "Aino")
    backups.back_up(path)
    database.close()
    again = open_database(path, back_up=True)
    assert names(again) == ["Aino"]
    again.close()
    assert path.exists()
    assert len(backups.backups_of(path)) >= 1
    assert check_database(path) == []


@posix
def test_a_link_to_a_file_opens_the_file(closed):
    link = closed.with_name("link.kdc")
    link.symlink_to(closed)
    database = open_database(link)
    add_person(database, "Meri")
    database.close()
    assert link.is_symlink()
    assert names_in(closed) == ["Aino", "Eero", "Meri"]


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
