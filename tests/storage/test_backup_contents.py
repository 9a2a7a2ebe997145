"""What a backup holds is told before it is opened, whatever the file is."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kdc_desktop.errors import CalledOffError
from kdc_desktop.storage import Database, backups, open_database
from kdc_desktop.storage.backup_contents import BackupContents, BackupState, contents_of
from tests.storage.places import add_person, contents

CLUBS = sorted((Path(__file__).parents[1] / "data" / "clubs").glob("*.kdc"))


@pytest.fixture
def backup(database: Database) -> Path:
    """One of a club with two people, of whom one was taken back."""
    for name in ("Ann", "Bo"):
        add_person(database, name)
    database.undo()
    return backups.back_up(database.path).path


def spoilt(backup: Path, *statements: str) -> BackupContents:
    with closing(sqlite3.connect(backup)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    return contents_of(backup)


def test_it_tells_how_much_is_there_and_what_was_done_last(backup):
    before = contents(backup.parent)
    held = contents_of(backup)
    assert (held.sound, held.sessions, held.ideas, held.people) == (True, 0, 0, 1)
    assert str(held.last) == "Add Ann"
    assert contents(backup.parent) == before


@pytest.mark.parametrize("club", CLUBS, ids=lambda club: club.name)
def test_it_counts_in_a_file_of_every_version_what_opening_it_shows(club, tmp_path):
    copy = Path(shutil.copy(club, tmp_path / "club.kdc"))
    old = contents_of(copy)
    open_database(copy).close()
    assert old == contents_of(copy)
    assert old.sound
    assert old.people


@pytest.mark.parametrize("kept", [0, 60, 100, 5000, -4096, -1])
def test_one_that_was_cut_off_is_damaged(backup, kept):
    backup.write_bytes(backup.read_bytes()[:kept])
    assert contents_of(backup).state is not BackupState.SOUND


@pytest.mark.parametrize("place", range(5, 95, 10))
def test_one_in_which_a_block_was_overwritten_never_raises(backup, place):
    whole = bytearray(backup.read_bytes())
    at = len(whole) * place // 100
    whole[at : at + 4096] = os.urandom(4096)
    backup.write_bytes(whole)
    assert isinstance(contents_of(backup), BackupContents)


@pytest.mark.parametrize(
    ("state", "statement"),
    [
        (BackupState.DAMAGED, "DROP TABLE idea"),
        (BackupState.DAMAGED, "ALTER TABLE session RENAME COLUMN trashed_at TO gone_at"),
        (BackupState.DAMAGED, "DELETE FROM alembic_version"),
        (BackupState.NEWER, "UPDATE alembic_version SET version_num = '9999'"),
        (BackupState.FOREIGN, "PRAGMA application_id = 7"),
        (BackupState.FOREIGN, "CREATE VIEW all_people AS SELECT * FROM person"),
        (BackupState.FOREIGN, "CREATE TRIGGER t AFTER INSERT ON idea BEGIN SELECT 1; END"),
    ],
)
def test_it_tells_what_is_against_opening_one(backup, state, statement):
    assert spoilt(backup, statement) == BackupContents(state)


def test_a_label_that_is_no_text_is_told_as_well_as_it_can_be(backup):
    held = spoilt(backup, "UPDATE journal_entry SET label = x'ff41', arguments = x'00ff7b'")
    assert held.sound
    assert str(held.last).endswith("A")


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda _path: None])
def test_what_is_no_file_cannot_be_read(tmp_path, make):
    path = tmp_path / "club 2026-11-03 18.00.00 #1.kdc"
    make(path)
    assert contents_of(path) == BackupContents(BackupState.UNREADABLE)
    assert backups.backups_in(tmp_path) == []


def test_a_letter_is_damaged(tmp_path):
    letter = tmp_path / "letter.kdc"
    letter.write_text("Dear members, " * 999)
    assert not contents_of(letter).sound


def test_who_wants_something_else_does_not_wait_until_a_large_one_is_read(path):
    open_database(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) "
            "INSERT INTO setting (name, value) SELECT 'k' || i, i FROM n"
        )
    with pytest.raises(CalledOffError):
        contents_of(path, lambda: True)
