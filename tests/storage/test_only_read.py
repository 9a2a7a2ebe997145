"""Who only reads leaves a file and its folder as they are, and needs to write in neither."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from kdc_desktop.cli import main
from kdc_desktop.storage import backups, open_database, open_to_read, opening
from kdc_desktop.storage.descriptors import Descriptor, held
from tests.storage.places import add_person, contents, names
from tests.storage.plain_user import as_plain_user, posix

OLD = min((Path(__file__).parents[1] / "data" / "clubs").glob("*.kdc"))


def copy(closed: Path) -> Path:
    """A copy that no program has opened yet: it has no log."""
    target = closed.with_name("copy.kdc")
    backups.copy_to(closed, target)
    return target


def killed(closed: Path) -> Path:
    """What a program left that was killed: a part of it is in its log."""
    folder = closed.parent / "killed"
    folder.mkdir()
    with closing(open_database(closed)) as database:
        add_person(database, "Late")
        for file in closed.parent.glob("club.kdc*"):
            shutil.copy2(file, folder)
    return folder / "club.kdc"


@pytest.mark.parametrize("of", [lambda closed: closed, copy, killed])
def test_who_only_reads_changes_no_byte(closed, of):
    path = of(closed)
    before, at = contents(path.parent), path.stat().st_mtime_ns
    with open_to_read(path) as database:
        assert names(database) == ["Aino", "Eero", "Late"][: 3 if of is killed else 2]
    assert contents(path.parent) == before
    assert path.stat().st_mtime_ns == at


def test_who_only_reads_a_copy_is_in_the_way_of_nobody_who_opens_it_then(closed):
    path = copy(closed)
    with open_to_read(path) as reading, reading.glance() as glance:
        glance.execute("SELECT count(*) FROM person").fetchall()
        with closing(open_database(path)) as database:
            add_person(database, "Late")
    with open_to_read(path) as reading:
        assert names(reading) == ["Aino", "Eero", "Late"]


@posix
@pytest.mark.parametrize("old", [False, True])
def test_a_club_on_a_stick_that_is_write_protected_can_be_read_and_checked(
    folder, capsys, monkeypatch, old
):
    stick = folder / "stick"
    stick.mkdir()
    path = stick / "club.kdc"
    if old:
        shutil.copy(OLD, path)
        with open_to_read(path):
            """What migrates is loaded: where Python lies, a plain user may not look."""
    else:
        with closing(open_database(path)) as database:
            add_person(database, "Aino")
    for name in ("HOME", "XDG_DATA_HOME"):  # of a plain user
        monkeypatch.setenv(name, str(folder))
    path.chmod(0o444)
    stick.chmod(0o555)
    before = contents(stick)
    with as_plain_user():
        with open_to_read(path) as database:
            assert names(database)
        assert main(["--database", str(path), "check"]) == 0
    assert "in order" in capsys.readouterr().out
    assert contents(stick) == before


@pytest.mark.parametrize(
    ("of", "name"), [(opening, "newest_in"), (Descriptor, "read")], ids=["a query", "the disk"]
)
def test_what_goes_wrong_while_a_file_is_opened_leaves_nothing_open(closed, monkeypatch, of, name):
    def fail(*_given: object) -> None:
        raise RuntimeError("no time")

    before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").is_dir() else 0
    with monkeypatch.context() as failing:
        failing.setattr(of, name, fail)
        with pytest.raises(RuntimeError):
            open_database(closed)
    if before:
        assert len(os.listdir("/proc/self/fd")) == before
    assert held(closed) is None
    assert not closed.with_name("club.kdc-wal").exists()
