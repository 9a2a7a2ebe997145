"""Nothing is put in the place of a club file that somebody holds, and no log of another into it."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kdc_desktop.cli import main
from kdc_desktop.errors import UserError
from kdc_desktop.storage import backups, files, migrating, open_database, open_to_read
from kdc_desktop.storage.checking import check_database
from kdc_desktop.storage.sole_use import claim
from tests.storage.places import add_person, contents, names_in

OLD = Path(__file__).parents[1] / "data" / "clubs" / "0001.kdc"


@pytest.fixture
def old(path: Path) -> Path:
    """A club file of the first version."""
    shutil.copy(OLD, path)
    return path


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    sheet = tmp_path / "roster.csv"
    sheet.write_text("Name\nMeri Koski\n", encoding="utf-8")
    return sheet


@pytest.fixture
def replaced(monkeypatch) -> list[Path]:
    """Every file that something is put in the place of, each of them claimed at that moment."""
    found = []
    really = os.replace

    def replace(fresh: Path, target: Path) -> None:
        if target.suffix == ".kdc":
            with pytest.raises(UserError, match="open in another window"):
                claim(target)
            found.append(target)
        really(fresh, target)

    monkeypatch.setattr(os, "replace", replace)
    return found


def test_whoever_puts_a_club_file_in_place_has_claimed_it(tmp_path, old, roster, replaced):
    new, copy, restored = (tmp_path / f"{name}.kdc" for name in ("new", "copy", "restored"))
    open_database(new).close()
    backups.copy_to(old, copy)
    backups.copy_to(new, copy)
    backups.restore(new, restored)
    backup = backups.back_up(new)
    assert replaced == [new, copy, copy, restored, backup.path]
    open_database(old).close()
    assert replaced[-2:] == [backups.backups_of(old)[0].path, old]
    shutil.copy(OLD, old)
    with claim(old) as held:
        open_database(old, held=held).close()
    assert replaced[-1] == old
    shutil.copy(OLD, old)
    assert main(["import", "people", str(roster), "--database", str(old)]) == 0
    assert old in replaced[-2:]


@pytest.mark.parametrize(
    "command",
    [
        ["export", "out.xlsx", "--replace"],
        ["import", "people", "roster.csv", "--preview"],
        ["check"],
    ],
)
def test_who_only_reads_leaves_an_old_file_as_it_is_also_under_a_window(
    command, old, roster, monkeypatch, capsys
):
    monkeypatch.chdir(roster.parent)
    before = contents(old.parent)
    for _ in range(2):
        assert main([*command, "--database", str(old)]) == 0
        with claim(old), closing(sqlite3.connect(old)) as other:
            assert other.execute("SELECT count(*) FROM person").fetchone() == (2,)
            assert main([*command, "--database", str(old)]) == 0
    assert capsys.readouterr().err == ""
    after = contents(old.parent)
    after.pop("out.xlsx", None)
    assert after == before


def test_what_is_read_of_an_old_file_is_its_newest(old):
    with closing(sqlite3.connect(old)) as window:
        window.execute("PRAGMA journal_mode = WAL")
        window.execute("UPDATE person SET name = 'Aino Aalto' WHERE id = 1")
        window.commit()
        with open_to_read(old) as database, database.glance() as glance:
            assert glance.execute("SELECT name FROM person WHERE id = 1").fetchone() == (
                "Aino Aalto",
            )
            assert database.path.name == old.name
    assert migrating.version_of(old) == "0001"


def test_an_old_file_under_a_window_is_not_migrated(old, roster, capsys):
    before = contents(old.parent)
    with claim(old):
        with pytest.raises(UserError, match="open in another window"):
            open_database(old)
        assert main(["import", "people", str(roster), "--database", str(old)]) == 1
    assert "club.kdc is open in another window" in capsys.readouterr().err
    assert contents(old.parent) == before


def test_an_old_file_that_another_program_only_holds_open_is_not_migrated(old, monkeypatch):
    monkeypatch.setattr(files, "PATIENCE", 0.1)
    with closing(sqlite3.connect(old)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("SELECT * FROM person").fetchall()
        before = old.read_bytes()
        with pytest.raises(UserError, match="in use by another program"):
            open_database(old)
        assert old.read_bytes() == before
    open_database(old).close()
    assert check_database(old) == []


def test_a_copy_never_replaces_a_club_that_a_program_only_holds_open(database, closed, monkeypatch):
    monkeypatch.setattr(files, "PATIENCE", 0.1)
    add_person(database, "Meri")
    target = closed.with_name("target.kdc")
    backups.copy_to(closed, target)
    with closing(open_database(target)) as idle:
        assert idle.settle()
        assert files.logs_beside(target) == []
        with pytest.raises(UserError, match="open in a program"):
            backups.copy_to(closed, target)


def test_a_workbook_never_replaces_a_club_whatever_it_is_called(closed, capsys):
    club = closed.rename(closed.with_suffix(".xlsx"))
    before = club.read_bytes()
    assert main(["export", str(club), "--replace", "--database", str(club)]) == 1
    assert "club.xlsx is a club file" in capsys.readouterr().err
    assert club.read_bytes() == before


def leave_a_journal(path: Path) -> None:
    """What a program leaves that is killed while it commits: a half-written file, a hot journal."""
    with closing(sqlite3.connect(path, isolation_level=None)) as killed:
        killed.execute("PRAGMA cache_size = 1")
        killed.execute("CREATE TABLE person (name TEXT)")
        killed.executemany("INSERT INTO person VALUES (?)", [("x" * 3000,)] * 50)
        killed.execute("BEGIN")
        killed.execute("UPDATE person SET name = replace(name, 'x', 'y')")
        left = {file: file.read_bytes() for file in (path, path.with_name(path.name + "-journal"))}
    for file, content in left.items():
        file.write_bytes(content)
    with closing(sqlite3.connect(path)) as check:
        assert check.execute("SELECT DISTINCT substr(name, 1, 1) FROM person").fetchall() == [
            ("x",)
        ]
    for file, content in left.items():
        file.write_bytes(content)


LEFT = (".{name}.migrating", ".{name}.unfinished", "..{name}.migrating.unfinished")


@pytest.mark.parametrize("left", LEFT)
def test_what_a_killed_program_left_is_never_played_into_a_new_file(left, old, path):
    whole = names_in(old)
    new, copy = path.with_name("new.kdc"), path.with_name("copy.kdc")
    for target in (old, new, copy):
        leave_a_journal(path.with_name(left.format(name=target.name)))
    open_database(old).close()
    open_database(new).close()
    backups.copy_to(old, copy)
    assert [names_in(target) for target in (old, new, copy)] == [whole, [], whole]
    assert [check_database(target) for target in (old, new, copy)] == [[], [], []]
    assert list(path.parent.glob(left.format(name=old.name) + "*")) == []


def test_a_club_that_is_opened_loses_what_a_killed_one_left_beside_it(closed):
    for left in LEFT:
        leave_a_journal(closed.with_name(left.format(name=closed.name)))
    with claim(closed) as held:
        open_database(closed, held=held).close()
    assert [file.name for file in closed.parent.iterdir()] == [closed.name]


@pytest.mark.parametrize("suffix", ["-wal", "-journal"])
def test_a_log_that_lies_about_is_not_played_into_what_is_put_beside_it(suffix, closed):
    target = closed.with_name("target.kdc")
    log = target.with_name(target.name + suffix)
    log.write_bytes(b"something")
    with pytest.raises(UserError, match="Choose another name"):
        backups.copy_to(closed, target)
    assert not target.exists()
    open_database(target).close()
    assert target.with_name(f"target left over 1.kdc{suffix}").read_bytes() == b"something"
