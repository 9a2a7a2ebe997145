"""A file is replaced as on Windows: only while nothing in this program has it open."""

import errno
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.storage import backups, migrating, open_database, sole_use
from kdc_desktop.storage.sole_use import claim
from tests.rooms.raw_file import rows_of_secret_tables
from tests.storage.old_vote import old_vote
from tests.storage.places import EVENING, add_person, names_in

OLD = min((Path(__file__).parents[1] / "data" / "clubs").glob("*.kdc"))
pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="asks Linux for it")


def is_open(path: Path) -> bool:
    for number in os.listdir("/proc/self/fd"):
        try:
            if os.path.samestat(os.fstat(int(number)), path.stat()):
                return True
        except OSError:
            continue
    return False


@pytest.fixture(autouse=True, params=[True, False], ids=["flock of the file", "lock by its number"])
def replaced(request, monkeypatch) -> list[str]:
    """The names of what was replaced; what is open cannot be."""
    monkeypatch.setattr(sole_use, "FLOCK_IS_FREE", request.param)
    seen: list[str] = []
    replace = os.replace

    def as_on_windows(one: Path, other: Path) -> None:
        if Path(other).exists():
            if is_open(Path(other)):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(other))
            seen.append(Path(other).name)
        replace(one, other)

    monkeypatch.setattr(os, "replace", as_on_windows)
    return seen


def is_held(path: Path) -> None:
    link = path.with_name("link.kdc")
    os.link(path, link)
    with pytest.raises(UserError, match="another window"):
        claim(link)
    link.unlink()


def test_an_old_club_is_brought_up_to_date_and_held_all_the_time(path, replaced):
    shutil.copy(OLD, path)
    with claim(path) as held:
        with closing(open_database(path, held=held)):
            is_held(path)
        assert replaced == ["club.kdc"]
    shutil.copy(OLD, path)
    migrating.bring_up_to_date(path)
    assert replaced == ["club.kdc"] * 2


def test_what_cannot_be_replaced_is_held_as_before(closed, monkeypatch):
    def fail(_one: Path, _other: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with claim(closed) as held:
        monkeypatch.setattr(os, "replace", fail)
        with pytest.raises(OSError, match="space"), held.letting_go():
            os.replace(closed, closed)
        is_held(closed)


def test_a_copy_goes_over_an_older_one(database, replaced):
    target = database.path.with_name("copy.kdc")
    for name in ("Aino", "Eero"):
        add_person(database, name)
        backups.copy_to(database.path, target)
    assert names_in(target) == ["Aino", "Eero"]
    assert replaced == ["copy.kdc"]


def make_backup(path: Path, number: int) -> Path:
    return backups.back_up(path, EVENING + timedelta(hours=number)).path


def test_backups_of_an_old_vote_are_written_anew_and_what_cannot_be_is_told(path, replaced):
    old_vote(path, 1)
    sound, damaged = (make_backup(path, number) for number in (1, 2))
    with closing(sqlite3.connect(damaged)) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'poll'").fetchone()
    with damaged.open("r+b") as file:
        file.seek(4096 * (page - 1))
        file.write(b"\xff" * 4096)
    with closing(open_database(path)) as database:
        (told,) = database.told
    assert f"{damaged.name} may still hold papers" in told
    assert "Delete this backup" in told
    assert len(replaced) == 3  # with the backup that was made just now
    assert {sound.name, "club.kdc"} < set(replaced)
    assert rows_of_secret_tables(sound) == []


def test_backups_that_are_open_elsewhere_are_told_by_name(path):
    old_vote(path, 1)
    kept = [make_backup(path, number) for number in (1, 2)]
    with kept[0].open("rb"), kept[1].open("rb"), closing(open_database(path)) as database:
        (told,) = database.told
    assert all(file.name in told for file in kept)
    assert "Delete these backups" in told
