"""A claim is on the file, whatever names it has, and other laptops are told of it."""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kdc_desktop import paths
from kdc_desktop.errors import UserError
from kdc_desktop.storage import descriptors, open_database, sole_use
from kdc_desktop.storage.sole_use import OpenElsewhereError, claim, set_aside
from tests.storage.places import add_person
from tests.storage.sticks import other_club

ROOT = Path(__file__).parents[2]
TRY = (
    "import sys, pathlib; from kdc_desktop.storage import sole_use\n"
    "sole_use.FLOCK_IS_FREE = sys.argv[2] == 'True'\n"
    "try: sole_use.claim(pathlib.Path(sys.argv[1])); print('held')\n"
    "except Exception as error: print(error)"
)


@pytest.fixture(params=[True, False], ids=["flock of the file", "lock by its number"])
def way(request, monkeypatch) -> bool:
    monkeypatch.setattr(sole_use, "FLOCK_IS_FREE", request.param)
    return bool(request.param)


def other_program(path: Path, way: bool) -> str:
    command = [sys.executable, "-c", TRY, str(path), str(way)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def refused_to_all(path: Path, way: bool) -> None:
    with pytest.raises(UserError, match="another window"):
        claim(path)
    assert "another window" in other_program(path, way)


def test_a_hard_link_is_the_same_file(closed, way):
    link = closed.with_name("link.kdc")
    os.link(closed, link)
    with claim(closed):
        refused_to_all(link, way)
        assert "held" in other_program(closed.with_name("another.kdc"), way)
    assert "held" in other_program(link, way)


def test_a_folder_that_is_mounted_at_two_places_has_the_same_file(closed, way):
    there = closed.parent / "mounted"
    there.mkdir()
    mounted = subprocess.run(
        ["mount", "--bind", closed.parent, there], check=False, capture_output=True
    )
    if mounted.returncode != 0:
        os.link(closed, there / closed.name)  # the same file in another folder, without a mount
    try:
        with claim(closed):
            refused_to_all(there / closed.name, way)
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", there], check=True)


def test_who_makes_or_migrates_a_file_holds_the_one_that_lies_there_then(path, way):
    with claim(path) as held:
        database = open_database(path, held=held)
        os.link(path, path.with_name("link.kdc"))
        refused_to_all(path.with_name("link.kdc"), way)
        database.close()


def test_sqlite_keeps_its_locks_while_others_ask(path):
    """To close a descriptor of a file ends the locks that the program has on it."""
    with claim(path) as held:
        database = open_database(path, held=held)
        add_person(database, "Aino")
        os.link(path, path.with_name("link.kdc"))
        with pytest.raises(UserError):
            claim(path.with_name("link.kdc"))
        alone = "import sys, pathlib; from kdc_desktop.storage import files; files.PATIENCE = 0.1; "
        alone += "files.alone(pathlib.Path(sys.argv[1]))"
        tried = subprocess.run(
            [sys.executable, "-c", alone, path], check=False, cwd=ROOT, capture_output=True
        )
        assert b"locked" in tried.stderr
        database.close()


def test_where_locks_cannot_be_kept_nothing_is_claimed_and_nothing_stays_open(closed, monkeypatch):
    monkeypatch.setattr(sole_use, "FLOCK_IS_FREE", False)
    locks = paths.data_folder() / "locks"
    locks.write_text("in the way")
    with pytest.raises(UserError, match="locks"):
        claim(closed)
    assert descriptors.held(closed) is None
    assert not closed.with_name(".club.kdc.in-use").exists()
    locks.unlink()
    with claim(closed):
        refused_to_all(closed, False)


def test_no_lock_is_left_when_a_file_is_let_go(closed, monkeypatch):
    monkeypatch.setattr(sole_use, "FLOCK_IS_FREE", False)
    with claim(closed):
        assert len(list((paths.data_folder() / "locks").iterdir())) == 1
    assert list((paths.data_folder() / "locks").iterdir()) == []


def says(path: Path, ago: timedelta, brought: timedelta, **more: object) -> Path:
    """What a sync client has brought from another laptop."""
    side = path.with_name(f".{path.name}.in-use")
    then = (datetime.now(UTC) - ago).isoformat()
    side.write_text(json.dumps({"laptop": "ANNA", "key": "k", "since": then, "sign": then} | more))
    os.utime(side, (time.time() - brought.total_seconds(),) * 2)
    return side


NOW, LONG = timedelta(), timedelta(hours=2)


@pytest.mark.parametrize(("ago", "brought"), [(NOW, NOW), (NOW, LONG), (LONG, NOW)])
def test_another_laptop_that_has_it_open_is_named(closed, ago, brought):
    side = says(closed, ago, brought)
    with pytest.raises(OpenElsewhereError, match=r"club.kdc is open on ANNA since .*Close it"):
        claim(closed)
    assert "ANNA" in side.read_text()
    set_aside(closed)
    with claim(closed):
        assert "ANNA" not in side.read_text()


@pytest.mark.parametrize(
    "said",
    [
        lambda path: says(path, LONG, LONG),
        lambda path: says(path, -LONG, LONG),
        lambda path: says(path, NOW, NOW, laptop=None, sign=3),
        lambda path: says(path, NOW, NOW).write_bytes(b"\xff{" * 9000),
        lambda path: says(path, NOW, NOW).write_bytes(b""),
        lambda path: says(path, NOW, NOW).write_text("[1]"),
    ],
)
def test_what_is_stale_or_means_nothing_traps_nobody(closed, said):
    said(closed)
    with claim(closed):
        pass
    assert [file.name for file in closed.parent.iterdir()] == ["club.kdc"]


def test_what_this_laptop_left_when_it_was_killed_traps_nobody(closed):
    assert other_program(closed, True) == "held\n"
    assert closed.with_name(".club.kdc.in-use").exists()
    with claim(closed):
        pass


def test_a_laptop_that_opens_it_after_us_is_seen(closed):
    with claim(closed) as held:
        held.sign()
        assert held.rival() is None
        side = closed.with_name(".club.kdc.in-use")
        side.unlink()
        says(closed, NOW, NOW)
        assert held.rival().laptop == "ANNA"
        held.sign()
        assert "ANNA" in side.read_text()
    assert "ANNA" in side.read_text()


def test_two_laptops_that_wrote_at_once_lose_nothing(path):
    """What the sync client brings is seen, and each keeps its own."""
    with claim(path) as held:
        database = open_database(path, held=held)
        add_person(database, "Aino")
        os.replace(other_club(path), path)
        with pytest.raises(UserError, match="in the place of"):
            add_person(database, "Eero")
        database.close()
    assert len(list(path.parent.glob("*.kdc"))) == 2
