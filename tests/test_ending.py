"""However a command ends, it says so in a sentence and a status, and leaves nothing half done."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from kdc_desktop import paths
from kdc_desktop.cli import main
from kdc_desktop.errors import UserError
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import open_database
from kdc_desktop.storage.checking import check_database

REAL_IDEAS = paths.resource("sample", "bowling-green-2050", "comments.csv")
OFF_SCREEN = "This plugin does not support propagateSizeHints()\n"  # there is no window manager
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes of POSIX")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A club, and a home of its own for whatever a child process keeps, which signals do reach."""
    for number in (signal.SIGINT, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_IGN:  # as in what runs in the background
            signal.signal(number, signal.SIG_DFL)
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "TMPDIR"):
        kept = tmp_path / name.lower()
        kept.mkdir()
        monkeypatch.setenv(name, str(kept))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    monkeypatch.chdir(tmp_path)
    with closing(open_database(tmp_path / "club.kdc")) as database:
        planning.plan_session(database, "Autumn", datetime(2026, 11, 3, 17, 30), templates()[0])
    return tmp_path


def started(*words: str, stdout: object = subprocess.PIPE) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "kdc_desktop", *words]
    return subprocess.Popen(command, stdout=stdout, stderr=subprocess.PIPE, text=True)  # type: ignore[call-overload,no-any-return] # a file or a number


def listens(process: "subprocess.Popen[str]") -> bool:
    """Whether it hears already that it is told to end, which takes a busy machine a while."""
    status = Path(f"/proc/{process.pid}/status")
    if not status.exists():  # where that cannot be asked, it is given the time
        time.sleep(2)
        return True
    caught = next(line for line in status.read_text().splitlines() if line.startswith("SigCgt"))
    return bool(int(caught.split()[1], 16) & 1 << signal.SIGTERM - 1)


def ended(process: "subprocess.Popen[str]") -> tuple[int, str]:
    said = process.communicate(timeout=60)[1]
    assert "Traceback" not in said
    return process.returncode, said.replace(OFF_SCREEN, "")


def test_a_reader_that_has_gone_is_a_sentence():
    reading, writing = os.pipe()
    os.close(reading)
    status, said = ended(started("check", "--database=club.kdc", stdout=writing))
    assert (status, said.strip().endswith("so it stopped.")) == (1, True)
    os.close(writing)


def test_a_full_disk_behind_the_output_is_a_sentence():
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        status, said = ended(started("check", "--database=club.kdc", stdout=full))
    assert status == 1
    assert "No space left" in said


def test_without_anywhere_to_print_the_work_is_done():
    command = f'exec "{sys.executable}" -m kdc_desktop backup copy.kdc --database=club.kdc >&- 2>&-'
    assert subprocess.run(["sh", "-c", command], check=False).returncode == 0
    assert check_database(Path("copy.kdc")) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_import_that_is_told_to_end_has_written_all_or_nothing(number):
    for wait in (0.05, 0.25):  # once it has told what it did, nobody listens any more
        process = started("import", "ideas", str(REAL_IDEAS), "--database=club.kdc")
        while not listens(process):
            time.sleep(0.01)
        time.sleep(wait)
        process.send_signal(number)
        status, said = ended(process)
        assert status in (0, 128 + number)
        assert status == 0 or said == "Stopped as you asked, before it was done.\n"
        assert check_database(Path("club.kdc")) == []
        assert not [each.name for each in Path().glob(".club*")]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_rehearsal_that_is_told_to_end_ends_soon(number):
    process = started("rehearse", "--out=out", "--people=30")
    while not list(Path("out/screens").glob("*.png")):
        time.sleep(0.05)
    process.send_signal(number)
    begun = time.monotonic()
    status, said = ended(process)
    assert time.monotonic() - begun < 20  # it plays for longer when nobody listens
    assert (status, said) == (128 + number, "Stopped as you asked, before it was done.\n")
    assert check_database(Path("out/session.kdc")) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_window_that_is_told_to_end_closes_its_club(number, folder):
    process = started("club.kdc")
    while not list(folder.glob("club.kdc-wal")):
        time.sleep(0.05)
    process.send_signal(number)
    assert ended(process)[0] == 128 + number
    left = [each.name for each in folder.iterdir() if each.name.startswith((".", "club.kdc-"))]
    assert left == []


def test_a_club_is_made_and_opened_by_its_name(folder):
    process = started("new", "Kalasatama 2027.kdc")
    assert ended(process) == (0, "")
    assert check_database(folder / "Kalasatama 2027.kdc") == []
    status, said = ended(started("new", "Kalasatama 2027.kdc"))
    assert (status, "exists already" in said) == (1, True)


def test_what_is_opened_by_name_is_there_already(folder):
    status, said = ended(started("elsewhere.kdc"))
    assert (status, "elsewhere.kdc is not in" in said) == (1, True)
    assert not (folder / "elsewhere.kdc").exists()


def test_the_club_of_last_time_is_not_made_anew_where_it_has_gone(folder):
    process = started("club.kdc")
    while not list(folder.glob("club.kdc-wal")):
        time.sleep(0.05)
    process.terminate()
    ended(process)
    shutil.move("club.kdc", "moved.kdc")
    status, said = ended(started())
    assert (status, "club.kdc is not in" in said) == (1, True)
    assert not (folder / "club.kdc").exists()


@pytest.mark.parametrize("command", ["export", "backup"])
def test_what_lies_there_is_replaced_only_when_asked(command, folder):
    ending = {"export": "xlsx", "backup": "kdc"}[command]
    Path(f"kept.{ending}").write_bytes(b"mine")
    Path(f"link.{ending}").symlink_to(folder / "nowhere")
    for name in (f"kept.{ending}", f"link.{ending}"):
        status, said = ended(started(command, name, "--database=club.kdc"))
        assert (status, "--replace" in said) == (1, True)
    assert Path(f"kept.{ending}").read_bytes() == b"mine"
    assert Path(f"link.{ending}").is_symlink()
    assert ended(started(command, f"kept.{ending}", "--replace", "--database=club.kdc"))[0] == 0
    assert Path(f"kept.{ending}").read_bytes() != b"mine"


@pytest.mark.parametrize("command", ["new", "backup"])
def test_a_name_that_is_too_long_with_what_is_put_beside_it_is_a_sentence(command):
    place = [] if command == "new" else ["--database=club.kdc"]
    status, said = ended(started(command, "x" * 247 + ".kdc", *place))
    assert (status, said.endswith("Choose a shorter one.\n")) == (1, True)


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
@pytest.mark.parametrize("command", ["export", "backup"])
def test_no_output_is_named_like_what_sqlite_keeps_beside_a_club(command, ending):
    name = f"club.kdc{ending}"
    status, said = ended(started(command, name, "--replace", "--database=club.kdc"))
    assert (status, "Choose another name." in said) == (1, True)
    assert not Path(name).exists()


def test_a_bug_in_a_command_is_a_sentence_and_goes_to_the_log(monkeypatch, capsys, folder):
    def fail(_given: object) -> int:
        raise RecursionError("as deep as it goes")

    monkeypatch.setattr("kdc_desktop.commands.club.check", fail)
    assert main(["check", "--database=club.kdc"]) == 1
    log = paths.data_folder() / "kdc-desktop.log"
    assert str(log) in capsys.readouterr().err
    assert "RecursionError" in log.read_text(encoding="utf-8")


def test_a_club_that_a_full_disk_has_no_room_for_is_not_left_half_made(folder, monkeypatch):
    def full(_path: object, **_given: object) -> None:
        Path("new.kdc").write_bytes(b"half")
        raise UserError("The disk is full.")

    monkeypatch.setattr("kdc_desktop.commands.club.open_database", full)
    assert main(["new", "new.kdc"]) == 1
    assert not Path("new.kdc").exists()
