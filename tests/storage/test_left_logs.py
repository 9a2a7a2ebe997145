"""A file that was put back opens as it is, whatever log the one before has left beside it."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kdc_desktop.storage import backups, open_database, open_to_read
from kdc_desktop.storage.checking import check_database
from tests.storage.places import EVENING, add_person, names, names_in


@pytest.fixture
def put_back(tmp_path: Path) -> dict[str, Path]:
    """Files that somebody may put in the place of the club, and how many people are in each."""
    path = tmp_path / "club.kdc"
    database = open_database(path, lambda: EVENING)
    add_person(database, "Aino")
    before = backups.back_up(path, EVENING).path
    database.settle()
    older = shutil.copy(path, tmp_path / "older.kdc")
    add_person(database, "Eero")
    database.settle()
    other = tmp_path / "other.kdc"
    with closing(open_database(other)) as strange:
        add_person(strange, "Zoe")
    add_person(database, "Liisa")
    after = backups.back_up(path, EVENING).path
    folder = tmp_path / "live"
    folder.mkdir()
    for name in ("club.kdc", "club.kdc-wal"):  # as a kill leaves them
        shutil.copy(tmp_path / name, folder / name)
    database.close()
    shutil.copytree(before.parent, folder / "club backups")
    return {"before": before, "after": after, "older": Path(older), "other": other, "": folder}


def truncated(log: bytes) -> bytes:
    return log[: len(log) * 2 // 3]


LOGS = {
    "hot": lambda log: log,
    "cut": truncated,
    "head only": lambda log: log[:32],
    "half a head": lambda log: log[:20],
    "empty": lambda _log: b"",
    "garbage": lambda log: b"\1" * len(log),
}
THERE = {"before": ["Aino"], "after": ["Aino", "Eero", "Liisa"], "older": ["Aino"]}


@pytest.mark.parametrize("kind", LOGS)
@pytest.mark.parametrize("which", ["before", "after", "older", "other"])
def test_a_file_that_is_put_back_opens_and_no_entry_is_lost(put_back, which, kind):
    club = put_back[""] / "club.kdc"
    log = club.with_name("club.kdc-wal")
    left = LOGS[kind](log.read_bytes())
    log.write_bytes(left)
    shutil.copy(put_back[which], club)
    there = THERE.get(which, ["Zoe"])
    assert check_database(club) == []
    database = open_database(club)
    assert names(database) == there
    add_person(database, "Late")
    told = database.told
    database.close()
    assert names_in(club) == [*there, "Late"]
    assert check_database(club) == []
    kept = club.with_name("club left over 1.kdc-wal")
    if kind in ("hot", "cut"):
        assert [kept.name in sentence for sentence in told] == [True]
        assert kept.read_bytes() == left
    else:  # SQLite has never committed anything to it
        assert told == []


def test_the_log_of_a_killed_program_is_its_own(put_back):
    club = put_back[""] / "club.kdc"
    with open_to_read(club) as reading:
        assert names(reading) == ["Aino", "Eero", "Liisa"]
    with closing(open_database(club)) as database:
        assert database.told == []
        assert names(database) == ["Aino", "Eero", "Liisa"]


def test_a_log_that_was_folded_in_part_is_its_own(put_back):
    club = put_back[""] / "club.kdc"
    log = club.with_name("club.kdc-wal").read_bytes()
    with closing(sqlite3.connect(club)) as folding:
        folding.execute("PRAGMA wal_checkpoint(PASSIVE)")
        page = club.read_bytes()
    club.write_bytes(page)
    club.with_name("club.kdc-wal").write_bytes(log)
    with closing(open_database(club)) as database:
        assert (database.told, names(database)) == ([], ["Aino", "Eero", "Liisa"])


def test_a_journal_of_another_file_is_not_played_into_the_club(put_back):
    club = put_back[""] / "club.kdc"
    club.with_name("club.kdc-wal").unlink()
    stranger = put_back["other"]
    with closing(sqlite3.connect(stranger, isolation_level=None)) as killed:
        killed.execute("PRAGMA journal_mode = DELETE")
        killed.execute("PRAGMA cache_size = 1")
        killed.execute("BEGIN")
        killed.execute("UPDATE person SET notes = ?", ("x" * 500_000,))
        journal = stranger.with_name("other.kdc-journal").read_bytes()
    club.with_name("club.kdc-journal").write_bytes(journal)
    with closing(open_database(club)) as database:
        assert names(database) == ["Aino", "Eero"]
        assert "club left over 1.kdc-journal" in database.told[0]
    assert club.with_name("club left over 1.kdc-journal").read_bytes() == journal


def test_a_new_file_is_made_where_a_deleted_one_has_left_its_log(put_back):
    club = put_back[""] / "club.kdc"
    club.unlink()
    log = club.with_name("club.kdc-wal").read_bytes()
    with closing(open_database(club)) as database:
        assert names(database) == []
        assert "club left over 1.kdc-wal" in database.told[0]
    assert club.with_name("club left over 1.kdc-wal").read_bytes() == log
