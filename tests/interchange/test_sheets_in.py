"""Sheets from the wild arrive as plain text; what cannot be read is answered with a sentence."""

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook  # noqa: TID253 - it makes the sheets, so it starts with it

from kdc_desktop.errors import UserError
from kdc_desktop.interchange.cells import cell_text, clean_text
from kdc_desktop.interchange.csv_in import find_separator
from kdc_desktop.interchange.sheet_guard import Limits
from kdc_desktop.interchange.tables import SheetTable, read_tables

ROSTERS = Path(__file__).parent.parent / "data" / "rosters"
HEADERS = ("Name", "E-mail", "Organisation", "Sector")
NAMES = ["Aino Mäkelä", "Björn Åström", "Iñaki Öhman"]


def read_sheet(path: Path) -> SheetTable:
    """The only table of the file."""
    (table,) = read_tables(path).tables
    return table


def names(file: str) -> list[str]:
    sheet = read_sheet(ROSTERS / file)
    return [row[0] for row in sheet.rows]


def refusal(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(UserError) as caught:
        read_tables(path, limits or Limits())
    return str(caught.value)


def saved(path: Path, rows: list[list[object]]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def with_part(path: Path, part: str, change) -> Path:
    """The workbook with one of its parts changed."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[part] = change(parts[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return path


def test_two_header_rows_with_merged_cells_are_joined() -> None:
    sheet = read_sheet(ROSTERS / "merged_headers.xlsx")
    assert sheet.headers == (
        "Person First name",
        "Person Last name",
        "Organisation Name",
        "Organisation Department",
        "Sector",
    )
    assert sheet.rows[0] == ("Aino", "Mäkelä", "Kone Oy", "R&D", "Company")
    assert sheet.notes == ("Two header rows were joined.",)


def test_two_header_rows_of_a_csv_are_joined_without_knowing_what_was_merged(tmp_path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Person,,Organisation\nFirst name,Last name,\nAino,Mäkelä,Kone\nB,Å,Helsinki\n")
    sheet = read_sheet(path)
    assert sheet.headers == ("Person First name", "Person Last name", "Organisation")
    assert [row[0] for row in sheet.rows] == ["Aino", "B"]


def test_blank_rows_are_dropped() -> None:
    assert names("blank_rows.xlsx") == NAMES[:2]


def test_dates_as_numbers_become_dates_only_where_the_column_holds_dates() -> None:
    assert read_sheet(ROSTERS / "dates_as_numbers.xlsx").rows == (
        ("Aino Mäkelä", "2024-05-01", "1990-06-01", "45413"),
        ("Björn Åström", "2024-05-02 18:30", "", "7"),
    )


@pytest.mark.parametrize(
    "file",
    ["nordic_letters_cp1252.csv", "utf16_tabs.txt", "title_lines.xlsx", "trailing_columns.csv"],
)
def test_encodings_title_lines_and_trailing_columns_make_no_difference(file) -> None:
    sheet = read_sheet(ROSTERS / file)
    assert sheet.headers == HEADERS
    assert [row[0] for row in sheet.rows] == NAMES


def test_title_lines_are_named_in_a_note() -> None:
    sheet = read_sheet(ROSTERS / "title_lines.xlsx")
    assert sheet.notes == ("Lines above the header row (row 4) were left out.",)


def test_a_quoted_cell_keeps_its_separators_and_line_breaks() -> None:
    sheet = read_sheet(ROSTERS / "semicolons.csv")
    assert sheet.rows[2] == ("Öhman; Iñaki", "", "Aalto, first line\nsecond line", "University")


@pytest.mark.parametrize("file", ["no_email.xlsx", "office.ods", "office.xls"])
def test_every_office_format_reads_the_same(file) -> None:
    sheet = read_sheet(ROSTERS / file)
    assert sheet.headers == ("Name", "Organisation")
    assert [row[0] for row in sheet.rows] == NAMES


def test_a_sheet_without_a_header_row_gets_numbered_columns(tmp_path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Aino,aino@kone.example\nBjörn,bjorn@stad.example\n", "utf-8")
    sheet = read_sheet(path)
    assert sheet.headers == ("Column 1", "Column 2")
    assert len(sheet.rows) == 2


def test_headers_of_one_name_are_numbered(tmp_path) -> None:
    path = saved(tmp_path / "a.xlsx", [["Name", "Name", "name", None], ["a", "b", "c", "d"]])
    assert read_sheet(path).headers == ("Name", "Name (2)", "name (3)", "Column 4")


def test_one_column_of_sentences_is_not_cut_at_its_commas(tmp_path) -> None:
    path = tmp_path / "ideas.txt"
    path.write_text("Ideas\nMore parks, please\nSafer streets, lights, trees\nA tram\n")
    assert [row[0] for row in read_sheet(path).rows] == [
        "More parks, please",
        "Safer streets, lights, trees",
        "A tram",
    ]


def test_a_sheet_can_be_chosen_by_name(tmp_path) -> None:
    book = Workbook()
    book.active.append(["Name"])
    book.active.append(["Aino"])
    book.create_sheet("Late").append(["Name"])
    book["Late"].append(["Björn"])
    book.save(tmp_path / "a.xlsx")
    file = read_tables(tmp_path / "a.xlsx")
    assert [table.name for table in file.tables] == ["Sheet", "Late"]
    assert file.called("late").rows == (("Björn",),)
    with pytest.raises(UserError, match=r"has no sheet “Early”\. Choose one of “Sheet”.*“Late”"):
        file.called("Early")


def test_formulas_are_not_run_and_bring_no_text(tmp_path) -> None:
    path = saved(tmp_path / "a.xlsx", [["Name", "Badge"], ["Aino", "=1+1"], ["Björn", 7.0]])
    assert read_sheet(path).rows == (("Aino", ""), ("Björn", "7"))


def test_a_zip_bomb_is_refused_before_it_expands(tmp_path) -> None:
    path = saved(tmp_path / "bomb.xlsx", [["Name"], ["Aino"]])
    with_part(path, "xl/worksheets/sheet1.xml", lambda part: part + b" " * 60_000_000)
    assert "would expand to far more" in refusal(path)


def test_a_zip_bomb_that_lies_about_its_size_is_refused(tmp_path) -> None:
    path = saved(tmp_path / "liar.xlsx", [["Name"], ["Aino"]])
    with_part(path, "xl/worksheets/sheet1.xml", lambda part: part + b" " * 3_000_000)
    data = bytearray(path.read_bytes())
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/worksheets/sheet1.xml"))
    struct.pack_into("<I", data, place + 24, 1_000)
    path.write_bytes(data)
    assert "would expand to far more" in refusal(path, Limits(expanded_bytes=1_000_000))


def test_an_external_entity_is_refused(tmp_path) -> None:
    path = saved(tmp_path / "entity.xlsx", [["Name"], ["Aino"]])
    doctype = b'<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    with_part(path, "xl/worksheets/sheet1.xml", lambda part: doctype + part)
    assert "refers to something outside itself" in refusal(path)


def test_a_cell_in_the_farthest_corner_is_refused_and_does_not_end_the_program(tmp_path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "Name"
    sheet["XFD1048576"] = "Aino"
    book.save(tmp_path / "far.xlsx")
    assert "very far apart" in refusal(tmp_path / "far.xlsx")


def test_filled_cells_that_repeat_without_end_are_refused(tmp_path) -> None:
    path = tmp_path / "far.ods"
    path.write_bytes((ROSTERS / "office.ods").read_bytes())
    repeated = b'<table:table-cell table:number-columns-repeated="16384" office:value-type="string"'
    with_part(
        path,
        "content.xml",
        lambda part: part.replace(
            b"<table:table-row ", b"<table:table-row table:number-rows-repeated='900000' "
        ).replace(b'<table:table-cell office:value-type="string"', repeated),
    )
    assert "very far apart" in refusal(path)


def test_what_is_no_sheet_is_answered_with_a_sentence(tmp_path) -> None:
    whole = (ROSTERS / "no_email.xlsx").read_bytes()
    files = {
        "picture.xlsx": (b"\x89PNG\r\n\x1a\n" + b"0" * 100, "damaged or is not a sheet"),
        "half.xlsx": (whole[: len(whole) // 2], "damaged or is not a sheet"),
        "old.xls": (bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600, "damaged or is not a sheet"),
        "locked.xlsx": (
            bytes.fromhex("D0CF11E0A1B11AE1")
            + "EncryptedPackage".encode("utf-16-le")
            + b"\0" * 600,
            "protected with a password",
        ),
        "empty.csv": (b"", "is empty"),
        "header.csv": (b"Name,E-mail\r\n", "no rows under its header row"),
        "noise.csv": (bytes(range(128, 256)) * 4 + b"\0" * 400, "is not a text file"),
    }
    for name, (content, sentence) in files.items():
        (tmp_path / name).write_bytes(content)
        assert sentence in refusal(tmp_path / name), name


def test_a_missing_file_and_a_folder_are_answered_with_a_sentence(tmp_path) -> None:
    assert "no file “gone.csv” any more" in refusal(tmp_path / "gone.csv")
    assert "is a folder" in refusal(tmp_path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_answered_with_a_sentence(tmp_path) -> None:
    (tmp_path / "a.csv").write_text("Name\nAino\n")
    (tmp_path / "a.csv").chmod(0)
    assert "may not be read" in refusal(tmp_path / "a.csv")


@pytest.mark.parametrize("text", ["{cell}", "{cell}\n", "Name\n{cell}\n"])
def test_a_cell_of_a_megabyte_is_read_as_far_as_it_may_be_long(tmp_path, text: str) -> None:
    path = tmp_path / "long.csv"
    path.write_text(text.format(cell="x" * 1_000_000))
    sheet = read_sheet(path)
    assert sheet.rows[0][0] == "x" * 32_767
    assert sheet.notes[-1:] == (
        "Of cells with more than 32,767 characters only so many were read.",
    )


def test_more_rows_columns_or_bytes_than_the_limits_are_refused(tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Name,Badge\nAino,1\nBjörn,2\n", "utf-8")
    assert "at most 1 are read at a time" in refusal(path, Limits(rows=1))
    assert "at most 1 are read" in refusal(path, Limits(columns=1))
    assert "at most 0 MB" in refusal(path, Limits(file_bytes=10))


def test_cells_arrive_as_clean_text() -> None:
    assert cell_text(3.0) == "3"
    assert cell_text(0.1 + 0.2) == "0.3"
    assert cell_text(True) == "yes"
    assert clean_text("  a\x00\x07\r\nA\u030a\ufeff ") == "a\nÅ"
    assert clean_text("x" * 40_000) == "x" * 32_767


@given(st.lists(st.lists(st.text('ab ,;\t|\n"', max_size=6), min_size=3, max_size=3), min_size=2))
@settings(max_examples=50, deadline=None)
def test_any_text_with_separators_reads_without_an_error(rows) -> None:
    text = io.StringIO()
    for row in rows:
        text.write(";".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n")
    assert len(find_separator(text.getvalue())) == 1
