"""What the command says of a list of people, and what can be chosen there."""

from pathlib import Path

import pytest

from kdc_desktop.cli import main
from kdc_desktop.services.people import people
from kdc_desktop.storage import open_database
from tests.rooms.known_people import everybody

LIST = (
    "First Name,Last Name,E-mail,Organisation,Sector,Status,Shirt",
    "Aino,Laine,aino@x.example,Kone,Company,Confirmed,M",
    "Eero,Aho,eero@x.example,Vesi,City,Cancelled,L",
    "Liisa,Oja,liisa@x.example,Maa,University,Waitlisted,S",
    "Pekka,Öhman,office@x.example,Kala,Harbour folk,Confirmed,M",
)


@pytest.fixture
def club(tmp_path: Path) -> Path:
    path = tmp_path / "club.kdc"
    database = open_database(path)
    people.add_person(database, "Kirsi Mäkelä", email="office@x.example")
    database.close()
    return path


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "guests.csv"
    path.write_text("\n".join(LIST), encoding="utf-8")
    return path


def bring_in(club: Path, sheet: Path, *more: str) -> int:
    return main(["import", "people", str(sheet), "--database", str(club), *more])


def names(club: Path) -> list[str]:
    database = open_database(club)
    try:
        return [one.name for one in everybody(database)]
    finally:
        database.close()


def test_it_tells_what_it_took_the_columns_for_and_of_each_row_that_does_not_come_in(
    club, sheet, capsys
):
    assert bring_in(club, sheet) == 1, "rows are asked about"
    said = capsys.readouterr().out.splitlines()
    for line in (
        "Name from “First Name” and “Last Name”",
        "E-mail from “E-mail”",
        "Not taken over: “Shirt”.",
        "“Harbour folk” is no sector that is known (1 row): say what it means with --sector.",
        "1 cancelled row left out.",
        "row 3 left out: Eero Aho is not coming: Status: Cancelled.",
        "1 new, 0 changed, 0 same, 2 asked, 1 left out, 0 problems",
    ):
        assert line in said
    assert [line.partition(":")[0] for line in said if " asked: " in line] == [
        "row 4 asked",
        "row 5 asked",
    ]
    assert names(club) == ["Aino Laine", "Kirsi Mäkelä"]


def test_what_is_asked_and_left_out_can_be_decided(club, sheet, capsys):
    chosen = ("--include-cancelled", "--answer", "4=leave_out", "--answer", "5=new")
    sector = ("--sector", "Harbour folk=T", "--column", "Shirt=notes")
    assert bring_in(club, sheet, *chosen, *sector) == 0
    assert names(club) == ["Aino Laine", "Eero Aho", "Kirsi Mäkelä", "Pekka Öhman"]
    assert "Notes from “Shirt”" in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--column", "Hat=notes"), "There is no column “Hat”. The columns are “First Name”,"),
        (("--column", "Shirt=hat"), "There is no field “hat”. The fields are name,"),
        (("--column", "Shirt"), "Say which column holds what: --column “HEADER=FIELD”."),
        (("--sector", "Blue=Z"), "There is no sector “Z”. The sectors are C Companies,"),
        (("--answer", "x=new"), "“x=new” is no answer to a row. The answers are same,"),
        (("--sheet", "Guests"), "“guests.csv” has no sheet “Guests”."),
    ],
)
def test_what_there_is_not_is_told_with_what_there_is(club, sheet, capsys, more, sentence):
    assert bring_in(club, sheet, *more) == 1
    assert capsys.readouterr().err.startswith(sentence)
    assert names(club) == ["Kirsi Mäkelä"]
