"""Rows that nobody sees in the file are told, so that they come in by choice only."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook  # noqa: TID253 - it makes the sheets, so it starts with it

from kdc_desktop.interchange.tables import SheetTable, read_tables

SHEETS = Path(__file__).parent.parent / "data" / "sheets"
ROSTERS = Path(__file__).parent.parent / "data" / "rosters"
PEOPLE = ["Aino", "Mikko", "Åsa", "Noor", "Sofie"]


def hidden_names(table: SheetTable) -> list[str]:
    return [table.rows[place][0] for place in sorted(table.hidden)]


def workbook(path: Path, sheets: dict[str, set[int]]) -> Path:
    """A sheet of PEOPLE under a header for each name, with these rows hidden."""
    book = Workbook()
    book.remove(book["Sheet"])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for cells in ["Name", *PEOPLE]:
            sheet.append([cells, "x"])
        for row in rows:
            sheet.row_dimensions[row].hidden = True
    book.save(path)
    return path


def changed(path: Path, part: str, *changes: tuple[str, str]) -> Path:
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    text = parts[part].decode()
    for old_text, new_text in changes:
        assert old_text in text
        text = text.replace(old_text, new_text)
    parts[part] = text.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return path


def ods(path: Path, *rows: str, table: str = "") -> Path:
    """A sheet of these rows in the XML of LibreOffice."""
    with zipfile.ZipFile(ROSTERS / "office.ods") as old:
        parts = {name: old.read(name) for name in old.namelist()}
    head, _begin, rest = parts["content.xml"].decode().partition("<table:table ")
    tail = rest.partition("</table:table>")[2]
    body = f'<table:table table:name="A &amp; B" {table}>{"".join(rows)}</table:table>'
    parts["content.xml"] = (head + body + tail).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return path


def row(*cells: str, how: str = "") -> str:
    texts = (
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row {how}>{''.join(texts)}</table:table-row>"


def test_filtered_rows_of_a_workbook_are_told() -> None:
    (table,) = read_tables(SHEETS / "people/filtered.xlsx").tables
    assert hidden_names(table) == ["Aino", "José", "Mei-Ling", "Noor"]
    assert len(table.rows) == 11


def test_hidden_rows_are_those_of_their_own_sheet(tmp_path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Second & last": {2, 3}, "First": set(), "Third": {6}})
    found = {table.sheet: hidden_names(table) for table in read_tables(path).tables}
    assert found == {"Second & last": ["Aino", "Mikko"], "First": [], "Third": ["Sofie"]}


@pytest.mark.parametrize("how", ['hidden="true"', "hidden='1'", 'ht="0" customHeight="1"'])
def test_hidden_is_written_in_several_ways(tmp_path, how) -> None:
    path = workbook(tmp_path / "a.xlsx", {"People": set()})
    changed(path, "xl/worksheets/sheet1.xml", ('<row r="3"', f'<row r="3" {how}'))
    (table,) = read_tables(path).tables
    assert hidden_names(table) == ["Mikko"]


def test_rows_without_numbers_and_absolute_parts_are_understood(tmp_path) -> None:
    path = workbook(tmp_path / "a.xlsm", {"People": {3}})
    numbers = [(f' r="{number}"', "") for number in range(1, 7)]
    cells = [(f' r="{letter}{number}"', "") for letter in "AB" for number in range(1, 7)]
    changed(path, "xl/worksheets/sheet1.xml", *numbers, *cells)
    (table,) = read_tables(path).tables
    assert hidden_names(table) == ["Mikko"]


def test_places_count_what_is_read_behind_titles_and_blank_rows(tmp_path) -> None:
    book = Workbook()
    for cells in (["Club of the evening"], [], ["Name", "Sector"], ["Aino", "C"], [], ["Åsa", "R"]):
        book["Sheet"].append(cells)
    book["Sheet"].row_dimensions[6].hidden = True
    book.save(tmp_path / "a.xlsx")
    (table,) = read_tables(tmp_path / "a.xlsx").tables
    assert (table.hidden, table.numbers) == (frozenset({1}), (4, 6))


def test_filtered_and_collapsed_rows_of_an_ods_are_told(tmp_path) -> None:
    path = ods(
        tmp_path / "a.ods",
        "<table:table-header-rows>",
        row("Name", "Sector"),
        "</table:table-header-rows>",
        row("Aino", "C", how='table:visibility="filter"'),
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>',
        row("Mikko", "A"),
        '<table:table-row-group table:display="false"><table:table-row-group>',
        row("Åsa", "R"),
        "</table:table-row-group></table:table-row-group><table:table-row-group>",
        row("Noor", "R"),
        "</table:table-row-group>",
        row("Sofie", "R", how='table:visibility="collapse" table:number-rows-repeated="2"'),
        '<table:table-row table:number-rows-repeated="1048000" table:visibility="collapse">'
        "<table:table-cell/></table:table-row>",
    )
    (table,) = read_tables(path).tables
    assert table.sheet == "A & B"
    assert hidden_names(table) == ["Aino", "Åsa", "Sofie", "Sofie"]
    assert table.numbers == (2, 5, 6, 7, 8, 9)


def test_hidden_sheets_stay_out_and_a_note_says_so(tmp_path) -> None:
    book = Workbook()
    book["Sheet"].append(["Name"])
    book["Sheet"].append(["Aino"])
    for name in ("Old", "Codes"):
        book.create_sheet(name).append(["Name"])
        book[name].append(["Mikko"])
    book["Old"].sheet_state = "hidden"
    book["Codes"].sheet_state = "veryHidden"
    book.save(tmp_path / "a.xlsx")
    (table,) = read_tables(tmp_path / "a.xlsx").tables
    assert table.rows == (("Aino",),)
    assert table.notes == ("2 sheets that are hidden in the file were left out: “Old”, “Codes”.",)
