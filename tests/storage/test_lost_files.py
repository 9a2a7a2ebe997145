"""The program knows when its file is no longer its file, and nothing is lost by that."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kdc_desktop import paths
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person
from kdc_desktop.services.club import backups
from kdc_desktop.storage import open_database
from kdc_desktop.storage.open_file import FileState
from tests.storage.places import add_person, names, names_in
from tests.storage.sticks import other_club, pull, put_back, quiet

ROOT = Path(__file__).parents[2]
QUIET_OR_NOT = pytest.mark.parametrize("folded", [False, True])


@pytest.fixture
def working(path: Path):
    """A club at work, with one person whose entry is only in the log so far."""
    database = open_database(path)
    add_person(database, "Aino")
    yield database
    database.close()


def kept_beside(path: Path) -> Path:
    (kept,) = path.parent.glob("club (kept *).kdc")
    return kept


def refused(database, sentence: str) -> None:
    for verb in (lambda: add_person(database, "Eero"), database.undo, database.settle):
        with pytest.raises(UserError, match=sentence) as told:
            verb()
        assert str(told.value).endswith(".")
    assert names(database) == ["Aino"]


@QUIET_OR_NOT
def test_what_a_sync_client_puts_there_stays_and_so_does_what_was_done(path, working, folded):
    names(working)
    if folded:
        quiet(working)
    theirs = other_club(path)
    content = theirs.read_bytes()
    os.replace(theirs, path)
    refused(working, "in the place of club.kdc.*go on there")
    working.close()
    assert path.read_bytes() == content
    assert names_in(kept_beside(path)) == ["Aino"]
    assert names_in(path) == ["Theirs"]


def test_nothing_of_ours_lies_beside_the_file_that_was_put_there(path, working):
    os.replace(other_club(path), path)
    with pytest.raises(UserError):
        add_person(working, "Eero")
    assert [file.name for file in path.parent.glob("club.kdc*")] == ["club.kdc"]


def test_an_action_that_went_to_a_replaced_file_is_refused_and_kept(path, working):
    theirs = other_club(path)

    def replace_meanwhile() -> int:
        with working.edit(lazy("Added")) as edit:
            os.replace(theirs, path)
            edit.add(Person(name="Eero", created_at=working.now()))
        return 0

    with pytest.raises(UserError, match="in the place of"):
        replace_meanwhile()
    assert names_in(kept_beside(path)) == ["Aino", "Eero"]
    assert names_in(path) == ["Theirs"]


def test_a_deleted_club_is_kept_beside(path, working):
    names(working)
    path.unlink()
    refused(working, "deleted or moved")
    assert names_in(kept_beside(path)) == ["Aino"]


def test_a_deleted_club_is_kept_though_a_link_in_it_leads_to_nothing(path, working):
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("INSERT INTO department (organisation_id, name) VALUES (99, 'lost')")
    names(working)
    path.unlink()
    refused(working, "deleted or moved")
    assert names_in(kept_beside(path)) == ["Aino"]


def test_a_club_whose_folder_is_gone_is_kept_in_the_users_own_folder(path, working):
    names(working)
    shutil.rmtree(path.parent)
    refused(working, "deleted or moved")
    assert names_in(kept_beside(paths.data_folder() / path.name)) == ["Aino"]


def test_who_only_closes_after_it_was_deleted_loses_nothing(path, working):
    path.unlink()
    working.close()
    assert names_in(kept_beside(path)) == ["Aino"]


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_club_that_was_moved_is_whole_where_it_lies_and_goes_on_when_it_is_back(
    path, working, what
):
    names(working)
    moved = path if what == "file" else path.parent
    there = moved.with_name("elsewhere")
    moved.rename(there)
    refused(working, "lies now as (elsewhere|club.kdc) in .*go on there")
    copy = path.parent.with_name("copy.kdc")
    shutil.copyfile(there if what == "file" else there / path.name, copy)
    assert names_in(copy) == ["Aino"]
    there.rename(moved)
    add_person(working, "Eero")
    working.close()
    assert names_in(path) == ["Aino", "Eero"]


def test_a_club_in_the_wastebasket_is_kept_beside(path, working):
    names(working)
    basket = path.parent / ".Trash-0" / "files"
    basket.mkdir(parents=True)
    path.rename(basket / path.name)
    refused(working, "moved away")
    assert names_in(kept_beside(path)) == ["Aino"]


@QUIET_OR_NOT
def test_what_another_program_writes_into_the_file_stays_as_it_is(path, working, folded):
    if folded:
        quiet(working)
    content = shutil.copyfile(other_club(path), path).read_bytes()
    with pytest.raises(UserError, match=r"written into club.kdc.*backup folder"):
        add_person(working, "Eero")
    working.close()
    assert path.read_bytes() == content


@QUIET_OR_NOT
def test_other_times_and_modes_are_no_alarm(path, working, folded):
    if folded:
        quiet(working)
    os.utime(path)
    path.chmod(0o600)
    add_person(working, "Eero")
    os.utime(path, (1, 1))
    add_person(working, "Ida")
    assert working.file.look() is FileState.OURS


def test_the_same_content_put_there_anew_is_no_alarm(path, working):
    quiet(working)
    copy = path.with_name("copy")
    shutil.copyfile(path, copy)
    os.replace(copy, path)
    add_person(working, "Eero")
    working.close()
    assert names_in(path) == ["Aino", "Eero"]


@QUIET_OR_NOT
@pytest.mark.parametrize("other_numbers", [False, True])
def test_a_stick_that_was_pulled_and_put_back_has_all_and_work_goes_on(
    path, folded, other_numbers, tmp_path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    path = stick / "club.kdc"
    database = open_database(path)
    add_person(database, "Aino")
    if folded:
        quiet(database)
    pulled = pull(stick)
    for _time in range(2):
        with pytest.raises(UserError, match=r"disk of club.kdc does not answer.*put it back"):
            add_person(database, "Eero")
    put_back(pulled, stick, other_numbers=other_numbers)
    add_person(database, "Ida")
    assert names(database) == ["Aino", "Ida"]
    database.close()
    assert names_in(path) == ["Aino", "Ida"]
    assert [file.name for file in stick.iterdir()] == ["club.kdc"]


@pytest.mark.parametrize("gone", [True, False])
def test_a_log_that_is_taken_away_or_replaced_takes_nothing_along(path, working, gone):
    log = path.with_name("club.kdc-wal")
    if gone:
        log.unlink()
    else:
        theirs = open_database(path.with_name("theirs.kdc"))
        add_person(theirs, "Theirs")
        shutil.copyfile(path.with_name("theirs.kdc-wal"), path.with_name("log"))
        theirs.close()
        os.replace(path.with_name("log"), log)
    add_person(working, "Eero")
    copy = path.with_name("copy.kdc")
    shutil.copyfile(path, copy)
    shutil.copyfile(log, path.with_name("copy.kdc-wal"))
    assert names_in(copy) == ["Aino", "Eero"]
    working.close()
    assert names_in(path) == ["Aino", "Eero"]


def test_no_backup_and_no_copy_is_made_of_a_file_that_is_not_ours(path, working):
    os.replace(other_club(path), path)
    with pytest.raises(UserError, match="in the place of"):
        backups.back_up(working)
    with pytest.raises(UserError, match="in the place of"):
        backups.back_up_to(working, path.with_name("copy.kdc"))
    with pytest.raises(UserError, match="in the place of"):
        working.once_more()
    assert backups.kept(working) == []
    assert not path.with_name("copy.kdc").exists()


@pytest.mark.parametrize("after", [1, 7, 40])
def test_whatever_was_acknowledged_by_a_program_at_work_is_in_what_was_kept(path, after):
    open_database(path).close()
    theirs = other_club(path)
    content = theirs.read_bytes()
    command = [sys.executable, "-m", "tests.storage.replaced_worker", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        told = [program.stdout.readline() for _number in range(after)]
        os.replace(theirs, path)
        told += program.stdout.readlines()
    assert "in the place of club.kdc" in told.pop()
    acknowledged = [f"Person {number.strip()}" for number in told]
    assert names_in(kept_beside(path))[: len(acknowledged)] == acknowledged
    assert path.read_bytes() == content
    assert [file.name for file in path.parent.glob("club.kdc*")] == ["club.kdc"]
