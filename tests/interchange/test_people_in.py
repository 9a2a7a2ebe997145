"""Rosters become people whatever their columns are called."""

from pathlib import Path

import pytest
from openpyxl import Workbook  # noqa: TID253 - it makes the sheets, so it starts with it

from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.errors import UserError
from kdc_desktop.interchange.people_in import read_people

ROSTERS = Path(__file__).parent.parent / "data" / "rosters"


def chosen(place: int) -> ImportChoices:
    """The names are in this column, and nothing else counts."""
    return ImportChoices(columns={place: PersonField.NAME})


def test_first_and_last_names_under_merged_headers_are_joined() -> None:
    people = read_people(ROSTERS / "merged_headers.xlsx")
    assert people.people[0] == RosterPerson("Aino Mäkelä", "", "Kone Oy", "R&D", "C")


def test_two_people_of_one_name_stay_two() -> None:
    people = read_people(ROSTERS / "two_people_of_one_name.xlsx").people
    assert [(person.name, person.email) for person in people] == [
        ("Aino Mäkelä", "aino@city.example"),
        ("Aino Mäkelä", "aino@kone.example"),
    ]


def test_people_without_e_mail_are_read() -> None:
    people = read_people(ROSTERS / "no_email.xlsx").people
    assert people[1] == RosterPerson("Björn Åström", "", "Helsingfors stad")


def test_chosen_columns_replace_the_guess() -> None:
    people = read_people(ROSTERS / "no_email.xlsx", chosen(1))
    assert people.people[0] == RosterPerson("Kone Ääni Oy")
    assert people.plan.columns == {1: PersonField.NAME}


def test_columns_chosen_for_another_sheet_are_refused() -> None:
    with pytest.raises(UserError, match="fewer columns"):
        read_people(ROSTERS / "no_email.xlsx", chosen(5))


def test_a_sheet_without_names_is_refused(tmp_path) -> None:
    (tmp_path / "a.csv").write_text("Amount,Price\n1,2\n3,4\n")
    with pytest.raises(UserError, match="looks like names"):
        read_people(tmp_path / "a.csv")


def test_of_two_sheets_the_one_of_those_who_come_is_read(tmp_path: Path) -> None:
    from openpyxl import Workbook

    names = ("Aino Laine", "Eino Salo", "Meri Oja", "Noa Virta", "Pia Aho")
    for first, second in (("Ilmoittautuneet", "Peruneet"), ("Warteliste", "Anmeldungen")):
        workbook = Workbook()
        for title, rows in ((first, names[:2]), (second, names[2:])):
            sheet = workbook.create_sheet(title)
            for row in (("Name", "E-mail"), *((one, f"{one[:3]}@x.example") for one in rows)):
                sheet.append(row)
        del workbook["Sheet"]
        workbook.save(tmp_path / "two.xlsx")
        read = read_people(tmp_path / "two.xlsx").table.name
        assert read in ("Ilmoittautuneet", "Anmeldungen")


LETTERED = ("Aino Laine <aino@x.example>", '"Oja, Mikko" <mikko@x.example>', "anna@koti.example")


@pytest.mark.parametrize(
    "rows",
    [
        [[one] for one in LETTERED],
        [["Participants"], *([one] for one in LETTERED)],
        [["Name", "Organisation"], *([one, "Kone"] for one in LETTERED)],
        [["Organisation", "Contact"], *(["Kone", one] for one in LETTERED)],
        [["E-mail", "Phone"], *([one, f"040 {len(one)}"] for one in LETTERED)],
        [["Name", "E-mail"], ["Aino Laine", LETTERED[0]], [LETTERED[1], ""], [LETTERED[2], ""]],
    ],
)
def test_addresses_in_the_cells_of_names_are_parted_from_them(tmp_path, rows) -> None:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    workbook.save(tmp_path / "list.xlsx")
    people = read_people(tmp_path / "list.xlsx").people
    assert [(one.name, one.email) for one in people] == [
        ("Aino Laine", "aino@x.example"),
        ("Mikko Oja", "mikko@x.example"),
        ("", "anna@koti.example"),
    ]
