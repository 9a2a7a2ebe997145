"""Whatever is given as an argument ends in words: status 1 or 2, and never in a traceback."""

import os
import shutil
import socket
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import cast

import pytest

from kdc_desktop.cli import main
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import open_database

LONG = "x" * 300
GARBAGE = (
    "",
    ".",
    "socket",
    "socket/club.kdc",
    LONG,
    f"folder/{LONG}/{LONG}",
    "./" * 4000,
    "\udcff\udc80",
    "\u202e\n\t\x1b[31m",
    "%s %(prog)s {file}",
    "circle",
    "circle/club.kdc",
    "..",
    "-1",
    "0",
    "9" * 20,
    "9" * 5000,
    "1e9",
    "٣²",
    "en-XA\n",
    "folder/../x/../../",
    "99999x99999999999",
    "1x1",
    "0x9999",
    "new",
    "open",
)
COMMANDS = {
    "--database": (["check"], ["export", "o.xlsx"], ["backup", "o.kdc"], ["import", "people", "p"]),
    "--language": (["check"], []),
    "--session": (["export", "o.xlsx"], ["import", "ideas", "p.csv"], ["rehearse", "--out", "o"]),
    "--seed": (["rehearse", "--out", "taken"],),
    "--people": (["rehearse", "--out", "taken"],),
    "--size": (["rehearse", "--out", "taken"],),
    "--text-size": (["rehearse", "--out", "taken"],),
    "--theme": (["rehearse", "--out", "taken"],),
    "--ideas": (["rehearse", "--out", "taken"],),
    "": (["export"], ["backup"], ["import", "people"], ["import"], ["import", "ideas"], []),
}
CASES = [(option, command) for option, commands in COMMANDS.items() for command in commands]


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A club with one session."""
    path = tmp_path_factory.mktemp("club") / "club.kdc"
    with closing(open_database(path)) as database:
        evening = datetime(2026, 11, 3, 17, 30)
        planning.plan_session(database, "Autumn", evening, templates()[0])
    return path


@pytest.fixture(autouse=True)
def folder(club: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A club, a link in a circle, what is no file, and a name that no rehearsal may take."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kdc_desktop.paths.default_database", lambda: tmp_path / "club.kdc")
    with closing(socket.socket(socket.AF_UNIX)) as made:
        made.bind("socket")
    Path("circle").symlink_to("circle")
    Path("taken").write_text("", encoding="utf-8")
    shutil.copy(club, "club.kdc")
    return tmp_path


def status_of(arguments: list[str]) -> int:
    try:
        return main(arguments)
    except SystemExit as ended:
        return cast(int, ended.code)


@pytest.mark.parametrize("garbage", GARBAGE, ids=[ascii(each)[:20] for each in GARBAGE])
@pytest.mark.parametrize(("option", "command"), CASES)
def test_it_ends_in_words(option, command, garbage, capsys):
    arguments = [*command, *([f"{option}={garbage}"] if option else [garbage])]
    status = status_of(arguments)
    assert status in (0, 1, 2)
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    assert status == 0 or said.err.strip()
    assert Path("socket").is_socket()


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_language_may_stand_anywhere(place, capsys):
    arguments = ["check", "--database=club.kdc"]
    arguments.insert(place, "--language=en-XA")
    assert main(arguments) == 0
    assert capsys.readouterr().out.startswith("⟦")


def test_the_help_names_the_languages_that_there_are(capsys):
    for command in ([], ["check"]):
        assert status_of([*command, "--help"]) == 0
        assert "speak one of these languages: en, en-XA" in " ".join(
            capsys.readouterr().out.split()
        )


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are text there")
def test_a_file_with_a_broken_name_is_used_and_named(folder):
    broken = os.fsencode(folder) + b"/c\xffopy.kdc"
    done = subprocess.run(
        [sys.executable, "-m", "kdc_desktop", "backup", broken, "--database", "club.kdc"],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"c\\udcffopy.kdc" in done.stdout
    assert Path(os.fsdecode(broken)).is_file()
