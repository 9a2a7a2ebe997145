"""The command: what it says, and its exit status."""

import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from kdc_desktop import paths
from kdc_desktop.cli import main
from kdc_desktop.services import board, sessions
from kdc_desktop.services.templates import templates
from kdc_desktop.storage import open_database

ROSTER = "Name;E-mail;Organisation\nAino Laine;aino@example.org;Harbour Mobility\nEero Salmi;;\n"
REAL_IDEAS = paths.resource("sample", "bowling-green-2050", "comments.csv")


@pytest.fixture
def club(tmp_path: Path) -> Path:
    path = tmp_path / "club.kdc"
    database = open_database(path)
    made = sessions.plan_session(database, "Autumn", datetime(2026, 11, 3, 17, 30), templates()[0])
    board.add_idea(database, made, "=cmd|' /C calc'!A0")
    database.close()
    return path


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, encoding="utf-8")
    return path


def test_the_second_import_of_a_roster_finds_nothing_new(club, roster, capsys):
    for said in ("2 new, 0 changed, 0 same, 0 problems", "0 new, 0 changed, 2 same, 0 problems"):
        assert main(["import", "people", str(roster), "--database", str(club)]) == 0
        assert capsys.readouterr().out.splitlines()[-1] == said


def test_a_preview_changes_nothing(club, roster, capsys):
    before = club.read_bytes()
    for _ in range(2):
        assert main(["--database", str(club), "import", "people", str(roster), "--preview"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("2 new")
    assert club.read_bytes() == before


def test_371_real_ideas_come_in_once(club, capsys):
    for said in ("371 new, 0 same, 0 problems", "0 new, 371 same, 0 problems"):
        assert main(["import", "ideas", str(REAL_IDEAS), "--database", str(club)]) == 0
        assert capsys.readouterr().out.splitlines()[-1] == said


def test_export_writes_a_workbook(club, tmp_path, capsys):
    out = tmp_path / "out.xlsx"
    assert main(["export", str(out), "--database", str(club), "--session", "1"]) == 0
    assert out.read_bytes().startswith(b"PK")


def test_check_says_that_all_is_well(club, capsys):
    assert main(["check", "--database", str(club)]) == 0
    assert "club.kdc" in capsys.readouterr().out


def test_check_tells_of_a_damaged_file(club, capsys):
    data = bytearray(club.read_bytes())
    data[8192:12288] = b"\xff" * 4096
    club.write_bytes(data)
    assert main(["check", "--database", str(club)]) == 1
    assert capsys.readouterr().err


def test_backup_writes_a_copy_that_opens(club, tmp_path, capsys):
    out = tmp_path / "copy.kdc"
    assert main(["backup", str(out), "--database", str(club)]) == 0
    copy = open_database(out)
    assert [row.title for row in sessions.sessions(copy)] == ["Autumn"]
    copy.close()


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "people", "nowhere.csv"],
        ["export", "nowhere/out.xlsx"],
        ["backup", "nowhere/copy.kdc"],
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_status_1(club, arguments, capsys, monkeypatch):
    monkeypatch.chdir(club.parent)
    assert main([*arguments, "--database", str(club)]) == 1
    said = capsys.readouterr().err.strip()
    assert said.endswith(".")
    assert "Traceback" not in said


@pytest.mark.parametrize("command", ["export", "check", "backup", "import"])
def test_a_missing_club_is_never_made_by_a_command(command, tmp_path, roster, capsys):
    rest = {"import": ["people", str(roster)], "check": []}.get(command, [str(tmp_path / "o")])
    path = tmp_path / "missing.kdc"
    assert main([command, *rest, "--database", str(path)]) == 1
    assert not path.exists()


@pytest.mark.parametrize("arguments", [["dance"], ["import", "cats", "x"], ["export"]])
def test_wrong_usage_is_status_2(arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_the_module_is_the_command():
    done = subprocess.run(
        [sys.executable, "-m", "kdc_desktop", "--version"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.split()[:2]) == (0, ["KDC", "Desktop"])


def test_a_hostile_idea_is_text_in_the_workbook(club, tmp_path):
    import openpyxl

    out = tmp_path / "out.xlsx"
    main(["export", str(out), "--database", str(club)])
    sheet = openpyxl.load_workbook(out)["Ideas"]
    cells = [cell for row in sheet for cell in row if cell.value == "=cmd|' /C calc'!A0"]
    assert [cell.data_type for cell in cells] == ["s"]
    shutil.rmtree(tmp_path / "club backups", ignore_errors=True)
