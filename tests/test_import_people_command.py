"""What the command says of a list of people, and what can be chosen there."""

from pathlib import Path

import pytest

from kdc_desktop.cli import main
from kdc_desktop.commands import incoming_people
from kdc_desktop.services.people import organisations, people
from kdc_desktop.storage import open_database
from tests.rooms.empty_club import plan_evening
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
    said = capsys.readouterr().out
    assert "Notes from “Shirt”" in said.splitlines()
    assert "is no sector that is known" not in said
    again = ("--include-cancelled", "--answer", "4=leave_out")
    assert bring_in(club, sheet, *again) == 0, "only whether somebody comes is asked again"


def test_who_is_cancelled_stays_on_the_list_of_a_session_only_where_it_is_said(club, sheet, capsys):
    database = open_database(club)
    evening = str(plan_evening(database))
    database.close()
    bring_in(club, sheet, "--include-cancelled", "--session", evening)
    assert bring_in(club, sheet, "--stay-listed", "--session", evening, "--preview") == 1
    stays = "row 3 left out: Eero Aho is not coming: Status: Cancelled. They stay on the list of"
    assert stays in capsys.readouterr().out
    bring_in(club, sheet, "--session", evening)
    said = capsys.readouterr().out
    assert "With --stay-listed they stay on the list." in said
    assert "1 taken off the list" in said


def test_the_same_command_may_be_given_twice_with_its_answers(club, sheet, capsys):
    decided = ("--answer", "4=new", "--answer", "5=same")
    assert bring_in(club, sheet, *decided) == 0
    before = names(club)
    capsys.readouterr()
    assert bring_in(club, sheet, *decided) == 0
    assert names(club) == before
    assert "0 new, 0 changed, 3 same, 1 left out, 0 problems" in capsys.readouterr().out


def test_each_row_that_changes_somebody_is_told(club, sheet, capsys, monkeypatch):
    bring_in(club, sheet)
    sheet.write_text(
        "Name,E-mail,Job title\nAino Laine,aino@x.example,Chemist\n"
        "Kirsi Mäkelä,office@x.example,Captain\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(incoming_people, "_CHANGES_TOLD", 1)
    capsys.readouterr()
    assert bring_in(club, sheet, "--preview") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[3:5] == [
        "row 2 changed: Aino Laine: job title Chemist added.",
        "1 more row changes somebody.",
    ]


def test_who_is_known_and_goes_on_the_list_of_the_session_is_told(club, sheet, capsys):
    sheet.write_text("\n".join(LIST[:2]), encoding="utf-8")
    bring_in(club, sheet)
    database = open_database(club)
    evening = str(plan_evening(database))
    database.close()
    capsys.readouterr()
    told = "1 person who is known goes on the list of “"
    for more in (("--preview",), ()):
        bring_in(club, sheet, "--session", evening, *more)
        assert told in capsys.readouterr().out
    bring_in(club, sheet, "--session", evening)
    assert told not in capsys.readouterr().out


def test_a_column_that_is_chosen_comes_beside_those_that_were_chosen_before(club, sheet, capsys):
    bring_in(club, sheet, "--column", "Sector=")
    assert "Sector from “Sector”" not in capsys.readouterr().out.splitlines()
    bring_in(club, sheet, "--column", "Shirt=notes", "--preview")
    said = capsys.readouterr().out.splitlines()
    assert "Notes from “Shirt”" in said
    assert "Sector from “Sector”" not in said


def test_organisations_move_into_the_sectors_of_the_list_where_it_is_said(club, sheet, capsys):
    database = open_database(club)
    organisations.add_organisation(database, "Kone", "A")
    database.close()
    bring_in(club, sheet, "--preview")
    assert "With --move-sectors they count in the sectors of this list." in capsys.readouterr().out
    bring_in(club, sheet, "--move-sectors")
    assert "(Kone: Academia → Companies)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--column", "Hat=notes"), "There is no column “Hat”. The columns are “First Name”,"),
        (("--column", "Shirt=hat"), "There is no field “hat”. The fields are name,"),
        (("--column", "Shirt"), "Say which column holds what: --column “HEADER=FIELD”."),
        (("--sector", "Blue=Z"), "There is no sector “Z”. The sectors are C Companies,"),
        (("--answer", "x=new"), "“x=new” is no answer to a row. The answers are same,"),
        (("--sheet", "Guests"), "“guests.csv” has no sheet “Guests”."),
        (("--sector", "Company=T"), "“Company” is no word for a sector that is asked about. The"),
        (("--answer", "77=new"), "There is no row 77. The rows are 2 to 5."),
        (("--answer", "2=new"), "Row 2 is not asked about: Aino Laine is new."),
    ],
)
def test_what_there_is_not_is_told_with_what_there_is(club, sheet, capsys, more, sentence):
    assert bring_in(club, sheet, *more) == 1
    assert capsys.readouterr().err.startswith(sentence)
    assert names(club) == ["Kirsi Mäkelä"]
