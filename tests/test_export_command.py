"""`kdc-desktop export`: the ending says the form, a wrong one is refused with the right one."""

import json
from pathlib import Path

import pytest

from kdc_desktop.cli import main
from tests.rooms.workbook_room import an_evening


@pytest.fixture
def club(tmp_path: Path) -> Path:
    path = tmp_path / "club.kdc"
    an_evening(path).room.database.close()
    return path


def export(club: Path, *words: str) -> int:
    return main(["export", *words, "--database", str(club)])


def test_the_ending_says_the_form(club: Path, tmp_path: Path) -> None:
    assert export(club, str(tmp_path / "out.xlsx")) == 0
    assert (tmp_path / "out.xlsx").read_bytes().startswith(b"PK")
    assert export(club, str(tmp_path / "out.json"), "--session", "1") == 0
    told = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert told["resources"][0]["name"] == "session"
    assert export(club, str(tmp_path / "out"), "--format", "csv") == 0
    assert (tmp_path / "out" / "People.csv").is_file()


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (("out",), "name it out.xlsx; for a folder of CSV files add --format csv."),
        (("out.xls",), "Name it out.xlsx."),
        (
            ("Autumn 2.0",),
            "name it Autumn 2.0.xlsx; for a folder of CSV files add --format csv.",
        ),
        (("out.xlsx", "--format", "json"), "Name it out.json."),
        (("out.json", "--format", "xlsx"), "Name it out.xlsx."),
        (("out.csv",), "Name a folder: out, with --format csv."),
        (("out.csv", "--format", "csv"), "Name a folder: out, with --format csv."),
    ],
)
def test_a_wrong_ending_is_refused_and_the_right_one_offered(
    club: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    right: str,
) -> None:
    name, *more = words
    assert export(club, str(tmp_path / name), *more) == 1
    assert capsys.readouterr().err.rstrip().endswith(right)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["club.kdc"]


def test_what_lies_there_is_left_alone(club: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    for words in ((str(folder), "--format", "csv"), (str(tmp_path / "out.json"),)):
        assert export(club, *words) == 0
        assert export(club, *words) == 1
        assert export(club, *words, "--replace") == 0
    (folder / "notes.txt").write_text("mine")
    assert export(club, str(folder), "--format", "csv", "--replace") == 1
    assert (folder / "notes.txt").read_text() == "mine"


def test_the_edition_to_share_is_asked_for(club: Path, tmp_path: Path) -> None:
    names = {}
    for edition in ("full", "share"):
        out = tmp_path / f"{edition}.json"
        assert export(club, str(out), "--edition", edition) == 0
        told = json.loads(out.read_text(encoding="utf-8"))
        names[edition] = {table["name"] for table in told["resources"]}
    of_us = {"in_and_out", "ballot_papers", "voter_roll", "log", "estimates", "pulse_answers"}
    of_whom = {"interests", "organisation_interests", "kept_apart", "tables"}
    met = {"network", "network_people", "ties"}
    stays = of_us | of_whom | met | {"mergers", "templates", "attendance"}
    assert names["full"] - names["share"] == stays
