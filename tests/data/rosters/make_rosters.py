"""Makes the rosters of this folder anew, one per sin: `python tests/data/rosters/make_rosters.py`.

`office.ods` and `office.xls` were saved from `no_email.xlsx` with LibreOffice.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook  # noqa: TID253 - it makes the sheets, so it starts with it
from openpyxl.worksheet.worksheet import Worksheet  # noqa: TID253 - the same

HERE = Path(__file__).parent
HEADERS = ["Name", "E-mail", "Organisation", "Sector"]
PEOPLE = [
    ["Aino Mäkelä", "aino@kone.example", "Kone Ääni Oy", "Company"],
    ["Björn Åström", "bjorn@stad.example", "Helsingfors stad", "City"],
    ["Iñaki Öhman", "inaki@uni.example", "Aalto-yliopisto", "University"],
]


def save(name: str, rows: Sequence[Sequence[object]], merged: tuple[str, ...] = ()) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    book.save(HERE / name)


def text(separator: str, rows: list[list[str]]) -> str:
    return "".join(separator.join(row) + "\r\n" for row in rows)


def main() -> None:
    save(
        "merged_headers.xlsx",
        [
            ["Person", None, "Organisation", None, "Sector"],
            ["First name", "Last name", "Name", "Department", None],
            ["Aino", "Mäkelä", "Kone Oy", "R&D", "Company"],
            ["Björn", "Åström", "Helsinki", "Traffic", "City"],
        ],
        ("A1:B1", "C1:D1", "E1:E2"),
    )
    save("blank_rows.xlsx", [[], HEADERS, [], PEOPLE[0], [], [None, "  "], PEOPLE[1], [], []])
    dates: list[list[object]] = [
        ["Name", "Joined", "Born", "Badge"],
        ["Aino Mäkelä", 45413, 33025.0, 45413.0],
    ]
    save("dates_as_numbers.xlsx", [*dates, ["Björn Åström", datetime(2024, 5, 2, 18, 30), None, 7]])
    (HERE / "nordic_letters_cp1252.csv").write_bytes(text(";", [HEADERS, *PEOPLE]).encode("cp1252"))
    twins = [["Aino Mäkelä", "aino@city.example", "Helsinki", "City"], PEOPLE[0]]
    save("two_people_of_one_name.xlsx", [HEADERS, *twins])
    save("no_email.xlsx", [["Name", "Organisation"], *([row[0], row[2]] for row in PEOPLE)])
    quoted = [
        *PEOPLE[:2],
        ['"Öhman; Iñaki"', "", '"Aalto, first line\r\nsecond line"', "University"],
    ]
    (HERE / "semicolons.csv").write_bytes(text(";", [HEADERS, *quoted]).encode("utf-8-sig"))
    (HERE / "utf16_tabs.txt").write_bytes(text("\t", [HEADERS, *PEOPLE]).encode("utf-16"))
    titles = [["Innovators' Club, spring evening"], ["Printed 2 May 2024"], []]
    save("title_lines.xlsx", [*titles, HEADERS, *PEOPLE], ("A1:D1",))
    trailing = [[*row, "", "", " "] for row in (HEADERS, *PEOPLE)]
    (HERE / "trailing_columns.csv").write_bytes(text(",", trailing).encode())


if __name__ == "__main__":
    main()
