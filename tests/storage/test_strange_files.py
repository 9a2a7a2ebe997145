"""What is no club file, or no longer a whole one: a sentence, and everything is left as it was."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.storage import backups, open_database
from kdc_desktop.storage.checking import check_database
from tests.storage.places import add_person, names, names_in, refused
from tests.storage.plain_user import posix


def test_what_is_no_club_file_is_said(path):
    for content in (b"hello", b"PK\x03\x04" * 50, b"SQLite format 3\0", b"SQLite format 3\0" * 99):
        path.write_bytes(content)
        refused(path, "damaged|another program")


def test_a_club_whose_beginning_is_gone_is_not_told_to_be_something_else(closed):
    whole = closed.read_bytes()
    closed.write_bytes(bytes(100) + whole[100:])
    refused(closed, "it is damaged, or another program wrote it. Open the newest backup")
    letter = closed.with_name("letter.txt")
    letter.write_text("Dear members")
    refused(letter, "letter.txt is not a club file")


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
    with closing(open_database(path)) as database:
        assert names(database) == []
    (aside,) = path.parent.glob("club left over *.kdc-wal")
    assert aside.read_bytes() == b"something"


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
