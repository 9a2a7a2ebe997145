"""The command: what it says, and its exit status."""

import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from kdc_desktop import paths
from kdc_desktop.cli import main
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.sessions import listing, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import open_database
from kdc_desktop.storage.sole_use import claim

ROSTER = "Name;E-mail;Organisation\nAino Laine;aino@example.org;Harbour Mobility\nEero Salmi;;\n"
REAL_IDEAS = paths.resource("sample", "bowling-green-2050", "comments.csv")


@pytest.fixture
def club(tmp_path: Path) -> Path:
    path = tmp_path / "club.kdc"
    database = open_database(path)
    made = planning.plan_session(database, "Autumn", datetime(2026, 11, 3, 17, 30), templates()[0])
    board_ideas.add_idea(database, made, "=cmd|' /C calc'!A0")
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


@pytest.mark.parametrize("preview", [[], ["--preview"]])
@pytest.mark.parametrize("what", ["people", "ideas"])
def test_an_import_into_a_session_that_is_not_there_is_a_sentence(
    club, roster, what, preview, capsys
):
    before = club.read_bytes()
    command = ["import", what, str(roster), "--session", "55", *preview]
    assert main([*command, "--database", str(club)]) == 1
    assert capsys.readouterr().err.startswith("This session does not exist any more.")
    assert club.read_bytes() == before


def test_an_import_waits_for_the_window_that_has_the_club_open(club, roster, tmp_path, capsys):
    with claim(club):
        before = club.read_bytes()
        assert main(["import", "people", str(roster), "--database", str(club)]) == 1
        assert "club.kdc is open in another window" in capsys.readouterr().err
        assert club.read_bytes() == before
        for command in (["export", str(tmp_path / "out.xlsx")], ["check"]):
            assert main([*command, "--database", str(club)]) == 0


def test_a_backup_never_replaces_a_club_that_a_window_has_open(club, tmp_path, capsys):
    other = tmp_path / "other.kdc"
    open_database(other).close()
    before = other.read_bytes()
    with claim(other):
        assert main(["backup", str(other), "--replace", "--database", str(club)]) == 1
    assert "other.kdc is open in another window" in capsys.readouterr().err
    assert other.read_bytes() == before


def test_a_workbook_never_replaces_a_club(club, capsys):
    before = club.read_bytes()
    assert main(["export", str(club), "--database", str(club)]) == 1
    assert "would be a club file" in capsys.readouterr().err
    assert club.read_bytes() == before


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
    assert [row.title for row in listing.sessions(copy)] == ["Autumn"]
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


WRONG = (
    ["dance"],
    ["import", "cats", "x"],
    ["export"],
    ["--temp", "--database", "club.kdc"],
    ["--temp", "check", "--database", "club.kdc"],
)


@pytest.mark.parametrize("arguments", WRONG)
def test_wrong_usage_is_status_2(arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


@pytest.mark.parametrize("people", ["abc", "4", "2001", "-7", "5.5", "9" * 5000])
def test_how_many_people_play_is_said_in_words(people, tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["rehearse", f"--people={people}", "--out", str(tmp_path / "out")])
    assert ended.value.code == 2
    assert "a whole number between 5 and 2000" in capsys.readouterr().err


def test_a_rehearsal_without_its_ideas_makes_nothing(tmp_path, capsys):
    out, ideas = tmp_path / "out", tmp_path / "missing.csv"
    assert main(["rehearse", "--out", str(out), "--ideas", str(ideas)]) == 1
    assert capsys.readouterr().err.startswith(f"There is no file {ideas}.")
    assert not out.exists()


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
