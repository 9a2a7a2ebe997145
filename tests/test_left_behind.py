"""What a killed program leaves anywhere is gone with the next use, and it is its owner's alone."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kdc_desktop.commands.club import TEMPORARY
from kdc_desktop.storage import backups, open_database
from kdc_desktop.workplaces import sweep, workplace

OLD = Path(__file__).parent / "data" / "clubs" / "0001.kdc"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")

KILLED_WHILE_IT_MOVES = """
import os, sys
from pathlib import Path
from kdc_desktop import cli
really = os.replace
def kill(source, target):
    if str(target).endswith(sys.argv[1]):
        os.kill(os.getpid(), 9)
    really(source, target)
os.replace = kill
restoring = sys.argv[2] == "restore"
if restoring:
    from kdc_desktop.storage import backups
    backups.restore(Path(sys.argv[3]), Path(sys.argv[4]))
else:
    sys.exit(cli.main(sys.argv[2:]))
"""


@pytest.fixture
def places(tmp_path, monkeypatch):
    """A folder for the club and its outputs, one for the system's temporary files, and the data."""
    found = {name: tmp_path / name for name in ("work", "tmp", "data")}
    for folder in found.values():
        folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(found["tmp"]))
    monkeypatch.setenv("XDG_DATA_HOME", str(found["data"]))
    os.umask(os.umask(0o022))
    return found


def files_in(*folders: Path) -> set[Path]:
    return {file for folder in folders for file in folder.rglob("*")}


def killed(*words: object) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED_WHILE_IT_MOVES, *map(str, words)],
        check=False,
        timeout=120,
        capture_output=True,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


def club_in(folder: Path) -> Path:
    path = folder / "club.kdc"
    open_database(path).close()
    return path


@pytest.mark.parametrize(
    "words",
    [
        ("out.xlsx", "export", "{work}/out.xlsx", "--database", "{work}/club.kdc"),
        ("out.kdc", "backup", "{work}/out.kdc", "--database", "{work}/club.kdc"),
        ("new.kdc", "new", "{work}/new.kdc"),
        ("out.kdc", "restore", "{backup}", "{work}/out.kdc"),
        ("session.kdc", "rehearse", "--out", "{work}/out", "--people", "5"),
    ],
)
def test_what_was_being_written_is_gone_after_the_next_use(words, places):
    club = club_in(places["work"])
    backup = backups.back_up(club).path
    before = files_in(*places.values())
    killed(*(word.format(work=places["work"], backup=backup) for word in words))
    left = files_in(*places.values()) - before
    unfinished = [file for file in left if ".unfinished" in file.name]
    assert unfinished != []
    assert [file for file in unfinished if file.stat().st_mode & 0o077] == []
    sweep()
    left = files_in(*places.values()) - before
    assert [file for file in left if file.name.startswith(".")] == []
    assert {file.name for file in files_in(places["data"])} - {"laptop"} == {
        "kdc-desktop",
        "unfinished",
    }
    assert files_in(places["tmp"]) == set()
    assert backups.backups_of(club)[0].path == backup


def test_a_killed_export_leaves_no_sheet_in_temporary_folders(places):
    shutil.copy(OLD, places["work"] / "club.kdc")
    before = files_in(places["work"])
    club = places["work"] / "club.kdc"
    killed("out.xlsx", "export", places["work"] / "out.xlsx", "--database", club)
    folders = [file for file in files_in(places["data"]) if file.is_dir()]
    copies = [file.name for folder in folders for file in folder.glob("*.kdc")]
    assert "club.kdc" in copies  # of an old file, brought up to date
    assert files_in(places["tmp"]) == set()
    sweep()
    assert files_in(places["work"]) == before
    assert {file.name for file in files_in(places["data"])} - {"laptop"} == {
        "kdc-desktop",
        "unfinished",
    }


def test_a_killed_migration_leaves_nothing_once_the_file_is_opened(places):
    club = places["work"] / "club.kdc"
    shutil.copy(OLD, club)
    club.chmod(0o644)
    roster = places["work"] / "roster.csv"
    roster.write_text("Name;E-mail\nAino;aino@example.org\n", encoding="utf-8")
    killed("club.kdc", "import", "people", roster, "--database", club)
    open_database(club).close()
    names = {file.name for file in places["work"].iterdir()}
    assert names == {"club.kdc", "club backups", "roster.csv"}
    assert stat.S_IMODE(club.stat().st_mode) == 0o644  # as its owner had set it
    assert files_in(places["tmp"]) == set()


def test_a_killed_throwaway_club_is_gone_after_the_next_start(places):
    child = subprocess.Popen(
        [sys.executable, "-m", "kdc_desktop", "--temp"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        deadline = time.monotonic() + 60
        while not (found := [f for f in files_in(places["data"]) if f.name == TEMPORARY]):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        sweep()
        assert found[0].exists()  # it is open
    finally:
        child.kill()
        child.wait()
    sweep()
    assert [file for file in files_in(places["data"]) if file.suffix == ".kdc"] == []
    assert files_in(places["tmp"]) == set()


def test_what_lies_on_a_disk_that_is_gone_is_remembered(places):
    disk = places["work"] / "stick"
    disk.mkdir()
    club = club_in(places["work"])
    killed("out.kdc", "backup", disk / "out.kdc", "--database", club)
    away = disk.rename(places["tmp"] / "away")
    sweep()
    away.rename(disk)
    assert files_in(disk) != set()
    sweep()
    assert files_in(disk) == set()


def test_nobody_else_may_look_into_a_workplace(places):
    with workplace() as folder:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        (folder / "a").write_text("x")
    assert not folder.exists()


def test_a_club_and_all_beside_it_is_for_its_owner_alone(places):
    path = places["work"] / "club.kdc"
    database = open_database(path)
    with database.read():
        pass
    database.settle()
    backups.back_up(path)
    backups.copy_to(path, places["work"] / "copy.kdc")
    found = files_in(places["work"])
    assert {"club.kdc-wal", "club.kdc-shm", "copy.kdc"} <= {file.name for file in found}
    assert [file for file in found if file.stat().st_mode & 0o077] == []
    database.close()
