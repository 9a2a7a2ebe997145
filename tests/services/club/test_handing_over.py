"""A club that goes on on another laptop is there as a whole, and the file that stays says so."""

import errno
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kdc_desktop.cli import main
from kdc_desktop.errors import CalledOffError, UserError
from kdc_desktop.services.club import handing_over
from kdc_desktop.services.club.handing_over import (
    HandedOverError,
    go_on_here,
    handed_over,
    refuse_handed_over,
)
from kdc_desktop.services.joined.handing import hand_over_club
from kdc_desktop.services.people import people
from kdc_desktop.storage import Database, files, open_database
from kdc_desktop.storage.checking import check_database
from tests.rooms.poll_room import make_room
from tests.storage.places import dump
from tests.storage.plain_user import as_plain_user, posix
from tests.storage.servers import served_by


@pytest.fixture
def there(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder / "there.kdc"


def is_still_here(database: Database, there: Path) -> None:
    """Nothing was handed over, nothing is left where it was to go, and work goes on."""
    assert handed_over(database) is None
    refuse_handed_over(database)
    people.add_person(database, "Somebody")
    if there.parent.is_dir():
        assert [file.name for file in there.parent.iterdir() if file != there] == []


def test_the_other_file_is_closed_whole_and_all_that_was_here(database, there):
    people.add_person(database, "Aino Laine")
    before = dump(database.path, journal=True)
    hand_over_club(database, there)
    assert [file.name for file in there.parent.iterdir()] == ["there.kdc"]
    assert check_database(there) == []
    assert dump(there, journal=True) == before
    goes_on = open_database(there)
    refuse_handed_over(goes_on)
    people.add_person(goes_on, "Eero Salmi")
    goes_on.close()


def test_the_file_that_stays_says_where_the_club_went_until_it_goes_on_here(database, there):
    hand_over_club(database, there)
    with pytest.raises(HandedOverError) as told:
        refuse_handed_over(database)
    for words in ("club.kdc was handed over to ", str(there), "03.11.2026 18:00", "newer version"):
        assert words in str(told.value)
    database.close()
    go_on_here(database.path)
    again = open_database(database.path)
    refuse_handed_over(again)
    assert again.next_steps() == (None, None)
    with again.glance() as connection:
        newest = "SELECT label FROM journal_entry ORDER BY id DESC LIMIT 1"
        (label,) = connection.execute(newest).fetchone()
    assert label == "Opened the club here, though it was handed over"
    again.close()


@pytest.mark.parametrize("there_already", ["file", "link to nowhere", "folder", "its log"])
def test_what_is_there_already_is_left_alone(database, there, there_already):
    if there_already == "file":
        there.write_text("mine")
    elif there_already == "folder":
        there.mkdir()
    elif there_already == "its log":
        there.with_name("there.kdc-wal").write_text("mine")
    elif hasattr(os, "symlink"):
        there.symlink_to("nowhere")
    before = sorted(file.lstat().st_ino for file in there.parent.iterdir())
    with pytest.raises(UserError, match="left alone"):
        hand_over_club(database, there)
    assert sorted(file.lstat().st_ino for file in there.parent.iterdir()) == before
    assert handed_over(database) is None


def test_what_comes_there_meanwhile_is_left_alone(database, there):
    with pytest.raises(UserError, match="left alone"):
        hand_over_club(database, there, lambda: there.write_text("mine"))
    assert there.read_text() == "mine"
    is_still_here(database, there)


def test_a_club_that_is_written_to_meanwhile_stays(database, there):
    with pytest.raises(UserError, match="written meanwhile"):
        hand_over_club(database, there, lambda: people.add_person(database, "Late"))
    assert not there.exists()
    is_still_here(database, there)


def test_it_can_be_called_off(database, there):
    def no_more() -> None:
        raise CalledOffError

    with pytest.raises(CalledOffError):
        hand_over_club(database, there, no_more)
    assert not there.exists()
    is_still_here(database, there)


def test_a_stick_that_is_pulled_meanwhile_leaves_the_club_here(database, there):
    with pytest.raises(UserError):
        hand_over_club(database, there, lambda: shutil.rmtree(there.parent))
    is_still_here(database, there)


def test_a_folder_that_is_not_there_leaves_the_club_here(database, there):
    there.parent.rmdir()
    with pytest.raises(UserError):
        hand_over_club(database, there)
    is_still_here(database, there)


@posix
def test_a_folder_that_can_only_be_read_leaves_the_club_here(database, there):
    there.parent.chmod(0o555)
    database.path.parent.chmod(0o777)
    with as_plain_user(), pytest.raises(UserError):
        hand_over_club(database, there)
    there.parent.chmod(0o755)
    is_still_here(database, there)


@posix
def test_a_full_stick_leaves_the_club_here(database, there):
    mount = ["mount", "-t", "tmpfs", "-o", "size=60k", "tmpfs", str(there.parent)]
    if not shutil.which("mount") or subprocess.run(mount, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        with pytest.raises(UserError, match="full"):
            hand_over_club(database, there)
        is_still_here(database, there)
    finally:
        subprocess.run(["umount", str(there.parent)], check=True)


@posix
@pytest.mark.parametrize("when", ["after the move", "within it"])
def test_a_stick_that_is_pulled_once_the_copy_is_there_leaves_a_word_here(
    database, there, monkeypatch, when
):
    pulled = there.parent.with_name("pulled")

    def move_and_pull(one: Path, other: Path) -> None:
        Path(one).rename(other)
        there.parent.rename(pulled)
        if when == "within it":
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as moving:
        moving.setattr(os, "replace", move_and_pull)
        with pytest.raises(UserError, match="go on with that one"):
            hand_over_club(database, there)
    with pytest.raises(HandedOverError, match=r"Look whether there\.kdc is there"):
        refuse_handed_over(database)
    pulled.rename(there.parent)
    with pytest.raises(HandedOverError, match="newer version"):
        refuse_handed_over(database)
    assert check_database(there) == []


def test_a_copy_that_arrives_in_part_is_taken_away_again(database, there, monkeypatch):
    def move_half(one: Path, other: Path) -> None:
        Path(one).rename(other)
        os.truncate(other, 4096)

    with monkeypatch.context() as moving:
        moving.setattr(os, "replace", move_half)
        with pytest.raises(UserError, match="did not arrive whole"):
            hand_over_club(database, there)
    assert not there.exists()
    is_still_here(database, there)


def where_it_is(database: Database, there: Path) -> str:
    """Here, and nothing is there; or whole there, and this file says so."""
    try:
        refuse_handed_over(database)
    except HandedOverError as told:
        return "there" if check_database(there) == [] and "newer" in str(told) else str(told)
    return "both" if there.exists() else "here"


@posix
@pytest.mark.timeout(300)
def test_killed_at_any_step_it_is_here_or_whole_there_and_never_both_without_a_word(tmp_path):
    first = tmp_path / "first.kdc"
    open_database(first).close()
    outcomes = set()
    with served_by("tests.services.club.handing_worker") as server:
        for step in range(1, 1_000, 3):
            folder = tmp_path / str(step)
            folder.mkdir()
            here, there = folder / "club.kdc", folder / "there.kdc"
            shutil.copyfile(first, here)
            server.stdin.write(f"{here}\t{step}\n")
            server.stdin.flush()
            while not (told := server.stdout.readline()).startswith("ended"):
                pass
            database = open_database(here)
            outcomes.add(where_it_is(database, there))
            database.close()
            assert check_database(here) == []
            shutil.rmtree(folder)
            if told.split("\t")[1] == "0":
                break
    assert outcomes == {"here", "there"}
    assert step > 50


def test_what_cannot_be_told_is_said(database, there):
    """As if the program had ended when the file was there, and somebody had taken it away."""
    hand_over_club(database, there)
    gone = handed_over(database)
    assert gone is not None
    there.unlink()
    went = handing_over.HandedOver(gone.at, gone.to, gone.laptop, arrived=False)
    assert "Look whether there.kdc is there" in handing_over.told_of(database.path, went)


def test_an_open_poll_keeps_the_club_here(tmp_path, there):
    room = make_room(tmp_path / "voting.kdc")
    room.open_poll()
    with pytest.raises(UserError, match=r"is open, and its papers are on this laptop\. Close it"):
        hand_over_club(room.database, there)
    is_still_here(room.database, there)
    room.database.close()


def test_the_command_hands_over_once(database, there, capsys):
    database.close()
    given = ["--database", str(database.path), "hand-over"]
    assert main([*given, str(there)]) == 0
    assert capsys.readouterr().out == f"{there}\n"
    assert main([*given, str(there.with_name("more.kdc"))]) == 1
    assert "handed over" in capsys.readouterr().err
    assert main([*given, str(there)]) == 1
    roster = there.with_name("people.csv")
    roster.write_text("Name\nAino\n")
    assert main(["--database", str(database.path), "import", "people", str(roster)]) == 1
    assert files.logs_beside(there) == []
