"""Programs get the same tables with a description of their columns, and no formula."""

import csv
import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.packages import write_csv, write_json
from kdc_desktop.interchange.workbook import Column, Kind, Table

HOSTILE = ["=1+1", "+1", "-2", "@x", "\tx", "'quoted", "plain", "two\nlines", ""]


def tables() -> list[Table]:
    person = Column("Person id", Kind.ID, entity="Person", own=True, filled=True)
    people = Table(
        "People",
        lazy("People"),
        (person, Column(lazy("Name")), Column(lazy("Returning"), Kind.BOOL)),
        [(7, "Aino", True), (9, "Åke", None)],
        purpose="Who is named here.",
    )
    ideas = Table(
        "Ideas",
        lazy("Ideas"),
        (
            Column("Idea id", Kind.ID, entity="Idea", own=True, filled=True),
            Column("Author id", Kind.ID, entity="Person"),
            Column(lazy("Idea")),
            Column(lazy("Version {number}", number=2), Kind.DECIMAL),
            Column(lazy("By"), Kind.DATE),
            Column(lazy("Written"), Kind.DATETIME),
        ),
        [
            (at, 7, text, 0.5, date(2026, 5, 1), datetime(2026, 5, 1, 18))
            for at, text in enumerate(HOSTILE)
        ],
    )
    return [people, ideas]


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_folder_holds_a_file_for_each_table_and_its_description(tmp_path: Path) -> None:
    assert write_csv(tmp_path / "out", [("Outcome of", "An evening")], tables())
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        "Ideas.csv",
        "People.csv",
        "README.txt",
        "datapackage.json",
    ]
    assert read(tmp_path / "out/People.csv") == [
        {"name": "Aino", "returning": "true", "person_id": "7"},
        {"name": "Åke", "returning": "", "person_id": "9"},
    ]
    told = json.loads((tmp_path / "out/datapackage.json").read_text(encoding="utf-8"))
    people, ideas = told["resources"]
    assert (people["path"], people["description"]) == ("People.csv", "Who is named here.")
    assert [(f["name"], f["type"]) for f in ideas["schema"]["fields"]] == [
        ("idea", "string"),
        ("version_2", "number"),
        ("by", "date"),
        ("written", "datetime"),
        ("idea_id", "integer"),
        ("author_id", "integer"),
    ]
    assert ideas["schema"]["primaryKey"] == ["idea_id"]
    assert ideas["schema"]["foreignKeys"] == [
        {"fields": ["author_id"], "reference": {"resource": "people", "fields": ["person_id"]}}
    ]


def test_no_text_begins_like_a_formula_and_each_comes_back_as_it_was(tmp_path: Path) -> None:
    write_csv(tmp_path / "out", [], tables())
    found = [row["idea"] for row in read(tmp_path / "out/Ideas.csv")]
    assert [text for text in found if text.startswith(("=", "+", "-", "@", "\t"))] == []
    assert [text.removeprefix("'") for text in found] == HOSTILE
    read_me = (tmp_path / "out/README.txt").read_text(encoding="utf-8")
    assert "apostrophe" in read_me


def test_one_file_holds_the_rows_and_their_description(tmp_path: Path) -> None:
    assert write_json(tmp_path / "out.json", [("Outcome of", "An evening")], tables())
    told = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    people, ideas = told["resources"]
    assert people["data"][0] == {"name": "Aino", "returning": True, "person_id": 7}
    assert [row["idea"] for row in ideas["data"]] == HOSTILE
    assert ideas["data"][0]["written"] == "2026-05-01T18:00:00"
    assert "path" not in people


def test_a_folder_of_ours_is_replaced_whole_and_no_other(tmp_path: Path) -> None:
    write_csv(tmp_path / "out", [], tables())
    write_csv(tmp_path / "out", [], tables()[:1])
    assert not (tmp_path / "out/Ideas.csv").exists()
    other = tmp_path / "photos"
    other.mkdir()
    (other / "a.jpg").write_text("mine")
    with pytest.raises(UserError, match="left alone"):
        write_csv(other, [], tables())
    assert [file.name for file in other.iterdir()] == ["a.jpg"]
    with pytest.raises(UserError, match="There is no folder"):
        write_csv(tmp_path / "gone/out", [], tables())


def test_what_is_cancelled_leaves_nothing(tmp_path: Path) -> None:
    for write, name in ((write_csv, "out"), (write_json, "out.json")):
        assert write(tmp_path / name, [], tables(), None, lambda: True) is False
    assert list(tmp_path.iterdir()) == []


def test_what_others_keep_beside_ours_or_as_we_do_is_left_alone(tmp_path: Path) -> None:
    write_csv(tmp_path / "out", [], tables())
    (tmp_path / "out/mine.csv").write_text("mine")
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    told = {"name": "theirs", "resources": [{"path": "a.csv"}]}
    (theirs / "datapackage.json").write_text(json.dumps(told))
    (theirs / "a.csv").write_text("theirs")
    odd = tmp_path / "odd"
    odd.mkdir()
    (odd / "datapackage.json").write_text("[]")
    for folder in (tmp_path / "out", theirs, odd):
        before = sorted(folder.iterdir())
        with pytest.raises(UserError, match="left alone"):
            write_csv(folder, [], tables())
        assert sorted(folder.iterdir()) == before


def test_a_folder_that_cannot_be_put_in_its_place_leaves_the_one_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_csv(tmp_path / "out", [], tables())
    rename = Path.rename

    def full(path: Path, target: Path) -> Path:
        if target == tmp_path / "out" and (path / "People.csv").read_text().count("\n") == 1:
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", full)
    people = tables()[0]
    with pytest.raises(UserError, match="could not be written"):
        write_csv(tmp_path / "out", [], [replace(people, rows=[])])
    assert len(read(tmp_path / "out/Ideas.csv")) == len(HOSTILE)
    assert [file.name for file in tmp_path.iterdir()] == ["out"]
