"""What stands in a file comes as tables: each with its name, headers and the sheet's numbers."""

from pathlib import Path

import pytest
from openpyxl import Workbook  # noqa: TID253 - it makes the sheets, so it starts with it

from kdc_desktop.interchange.csv_in import decode
from kdc_desktop.interchange.tables import SheetTable, read_tables

SHEETS = Path(__file__).parent.parent / "data" / "sheets"
ZOOM = "Attended,User Name (Original Name),Email,Join Time,Leave Time\n"
TEAMS = """1. Summary
Meeting title\tKDC 4/2025
Attended participants\t2
Start time\t11/3/25, 5:00:00 PM
End time\t11/3/25, 7:00:00 PM

2. Participants
Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
Aino Laine\t11/3/25, 5:01:00 PM\t11/3/25, 7:00:00 PM\t1h 59m\taino@h.example\ta@h.example\tOrganizer
Mikko Virtanen\t11/3/25, 5:02:00 PM\t11/3/25, 7:00:00 PM\t1h 58m\tmikko@city.example\t\tPresenter

3. In-Meeting Activities
Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
Aino Laine\t11/3/25, 5:01:00 PM\t11/3/25, 7:00:00 PM\t1h 59m\taino@harbour.example\tOrganizer
"""


def tables_of(tmp_path: Path, text: str, encoding: str = "utf-8") -> tuple[SheetTable, ...]:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))
    return read_tables(path).tables


def told(table: SheetTable) -> tuple[str, int, int, int]:
    """Its name, and how many rows it has from which number to which."""
    return table.name, len(table.rows), table.numbers[0], table.numbers[-1]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("people/eventbrite_attendees.csv", [("", 12, 2, 13)]),
        ("people/filtered.xlsx", [("Sheet", 11, 2, 12)]),
        ("people/google_contacts_2024.csv", [("", 11, 2, 12)]),
        ("people/google_forms_fi.csv", [("", 11, 2, 12)]),
        ("people/google_forms_responses.csv", [("", 11, 2, 12)]),
        ("people/lang_fr.csv", [("", 11, 2, 12)]),
        ("people/ms_forms_anonymous.csv", [("", 11, 2, 12)]),
        ("people/second_sheet.xlsx", [("Read me", 3, 1, 3), ("Participants", 11, 2, 12)]),
        ("people/shared_address.csv", [("", 4, 2, 5)]),
        ("people/title_and_total.xlsx", [("Sheet", 12, 5, 17)]),
        ("people/tito_tickets.csv", [("", 13, 2, 14)]),
        (
            "people/zoom_webinar_attendees.csv",
            [
                ("Attendee Report", 1, 4, 4),
                ("Host Details", 1, 7, 7),
                ("Attendee Details", 12, 10, 21),
            ],
        ),
        ("ideas/decidim_proposals.csv", [("", 6, 2, 7)]),
        ("ideas/google_forms_three_ideas.csv", [("", 6, 2, 7)]),
        ("ideas/mentimeter_voters.xlsx", [("Voters", 6, 2, 7)]),
        ("ideas/title_and_description.csv", [("", 6, 2, 7)]),
        ("ideas/trello.csv", [("", 6, 2, 7)]),
    ],
)
def test_the_lists_of_other_tools_are_tables(file: str, expected: list[tuple]) -> None:
    assert list(map(told, read_tables(SHEETS / file).tables)) == expected


@pytest.mark.parametrize("file", sorted(SHEETS.glob("*/*.csv")), ids=lambda file: file.stem)
def test_the_headers_are_those_of_the_file_and_nobody_is_one(file: Path) -> None:
    table = read_tables(file).tables[-1]
    if "zoom" not in file.name:
        first = decode(file.read_bytes()).splitlines()[0]
        parts = [part for part in first.replace(";", ",").split(",") if part]
        assert list(table.headers)[: len(parts)] == parts
    assert table.headed
    assert not any("@" in header or "Laine" in header for header in table.headers)


def test_the_headers_of_a_section_are_those_below_its_title() -> None:
    file = read_tables(SHEETS / "people/zoom_webinar_attendees.csv")
    assert file.called("host details").rows[0][:3] == ("Yes", "Host One", "host@city.example")
    attendees = file.called("Attendee Details")
    assert attendees.headers[:4] == (
        "Attended",
        "User Name (Original Name)",
        "First Name",
        "Last Name",
    )
    assert [row[1] for row in attendees.rows][::11] == ["Aino Laine", "Pekka Poissa"]


def test_a_total_can_be_told_from_people_and_title_lines_are_none() -> None:
    (table,) = read_tables(SHEETS / "people/title_and_total.xlsx").tables
    assert [table.rows[place][0] for place in sorted(table.totals)] == ["Total"]
    assert table.headers == ("First name", "Last name", "E-mail", "Organisation", "Sector")
    assert table.notes == ("Lines above the header row (row 4) were left out.",)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_the_parts_of_a_teams_report_are_tables_without_its_summary(tmp_path, encoding) -> None:
    people, doings = tables_of(tmp_path, TEAMS, encoding)
    assert [people.title, doings.title] == ["2. Participants", "3. In-Meeting Activities"]
    assert people.headers[0] == "Name"
    assert people.notes == ("Lines above the header row (row 8) were left out.",)
    assert people.numbers == (9, 10)
    assert [row[0] for row in people.rows] == ["Aino Laine", "Mikko Virtanen"]
    assert doings.numbers == (14,)


def test_a_section_without_rows_is_no_table_and_its_headers_are_nobody(tmp_path) -> None:
    text = (
        f"Host Details\n{ZOOM}Yes,Aino Laine,a@x.example,9,10\n"
        f"Panelist Details\n{ZOOM}Attendee Details\n{ZOOM}Yes,Mikko Virtanen,m@x.example,9,10\n"
    )
    hosts, attendees = tables_of(tmp_path, text)
    assert (hosts.name, hosts.numbers) == ("Host Details", (3,))
    assert (attendees.name, attendees.numbers) == ("Attendee Details", (8,))


def test_blank_rows_and_headers_once_more_tear_no_list_apart(tmp_path) -> None:
    text = "Name,Email\nAino Laine,a@x.example\n\nName,Email\nMikko Virtanen,m@x.example\n\nÅsa,\n"
    (table,) = tables_of(tmp_path, text)
    assert table.numbers == (2, 5, 7)
    assert table.notes == ("1 line that is no entry was left out: row 4.",)


def test_tables_without_a_title_can_be_told_apart(tmp_path) -> None:
    text = "Meeting ID,Topic,Duration\n99,KDC,120\n\nName,Email\nAino Laine,a@x.example\n"
    meeting, people = tables_of(tmp_path, text)
    assert (meeting.name, people.name) == ("Table 1", "Table 2")
    assert people.numbers == (5,)


def test_a_cell_with_line_breaks_is_one_row_as_a_spreadsheet_program_counts(tmp_path) -> None:
    text = 'Name,Note\nAino Laine,"two\nlines"\n\nMikko Virtanen,\n'
    (table,) = tables_of(tmp_path, text)
    assert table.numbers == (2, 4)


def test_numbers_are_those_of_the_sheet_where_it_begins_far_down(tmp_path) -> None:
    book = Workbook()
    for row, cells in {5: ["Name", "Email"], 6: ["Aino", "a@x.example"], 9: ["Mikko", ""]}.items():
        for column, cell in enumerate(cells, 3):
            book["Sheet"].cell(row, column, cell)
    book.save(tmp_path / "a.xlsx")
    (table,) = read_tables(tmp_path / "a.xlsx").tables
    assert table.headers == ("Name", "Email")
    assert table.numbers == (6, 9)


def test_several_tables_of_a_sheet_are_named_after_both(tmp_path) -> None:
    book = Workbook()
    for row in (
        ["Speakers"],
        ["Name", "E-mail"],
        ["Aino Laine", "a@x.example"],
        [],
        ["Guests"],
        ["Name", "E-mail"],
        ["Mikko Virtanen", "m@x.example"],
    ):
        book["Sheet"].append(row)
    book.create_sheet("Blank")
    book.save(tmp_path / "a.xlsx")
    file = read_tables(tmp_path / "a.xlsx")
    assert [table.name for table in file.tables] == ["Sheet · Speakers", "Sheet · Guests"]
    assert file.called("guests").rows == (("Mikko Virtanen", "m@x.example"),)
    assert file.called("Sheet").title == "Speakers"


@pytest.mark.parametrize("between", [",", ",,"])
@pytest.mark.parametrize("titles", ["", "Bus 1,{},Bus 2\n"])
def test_tables_beside_each_other_are_two(tmp_path, between: str, titles: str) -> None:
    text = f"""{titles.format("," if between == ",," else "")}Name,Email{between}Name,Email
Aino Laine,a@x.example{between}Mikko,m@x.example
Åsa,o@x.example{between},
"""
    first, second = tables_of(tmp_path, text)
    assert first.headers == second.headers == ("Name", "Email")
    assert first.rows == (("Aino Laine", "a@x.example"), ("Åsa", "o@x.example"))
    assert second.rows == (("Mikko", "m@x.example"),)
    names = (first.name, second.name)
    assert names == (("Bus 1", "Bus 2") if titles else ("Table 1", "Table 2"))
