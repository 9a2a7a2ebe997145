"""Cells and rows are used again and again, and each is what one of its own would have been."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook  # noqa: TID253 - what it writes is what is expected
from openpyxl.cell import WriteOnlyCell  # noqa: TID253

from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.interchange.workbook import Column, Kind, Reader, read_by, write_workbook
from kdc_desktop.interchange.workbook_names import safe_text
from kdc_desktop.interchange.workbook_order import in_reading_order
from kdc_desktop.paths import resource
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.kit.source import Source
from kdc_desktop.storage import open_to_read


def cell_of(sheet, column: Column, value: Any) -> Any:
    """A value as a cell object: text never a formula, keys and truth in words, times in a form."""
    if isinstance(value, bool):
        value = "yes" if value else "no"
    elif column.words and value is not None:
        value = str(dict(column.words)[value])
    cell = WriteOnlyCell(sheet, safe_text(value) or None if isinstance(value, str) else value)
    if isinstance(cell.value, str):
        cell.data_type = "s"
    elif isinstance(value, datetime):
        cell.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    elif column.kind == Kind.PERCENT and value is not None:
        cell.number_format = "0%"
    return cell


def written_by_openpyxl(tables, path: Path) -> None:
    book = Workbook(write_only=True)
    book.create_sheet("Read me")
    for table in map(in_reading_order, tables):
        sheet = book.create_sheet(str(table.title))
        sheet.append([str(table.purpose)])
        sheet.append([str(column.title) for column in table.columns])
        for row in table.rows:
            sheet.append([cell_of(sheet, *pair) for pair in zip(table.columns, row, strict=True)])
    book.save(path)


def cells_in(path: Path) -> dict[tuple[str, str], tuple[object, str, str]]:
    return {
        (sheet.title, cell.coordinate): (cell.value, cell.data_type, cell.number_format)
        for sheet in load_workbook(path).worksheets[1:]
        for row in sheet.iter_rows(min_row=3)
        for cell in row
        if cell.value is not None
    }


def test_every_cell_of_the_sample_is_what_one_of_its_own_would_be(tmp_path) -> None:
    with open_to_read(resource("sample/sample-club.kdc")) as database, database.read() as snapshot:
        source = Source(snapshot, None, Instant.of(datetime(2026, 12, 1, 12), laptop_zone()))
        tables = read_by(Reader.PEOPLE, [sheet(source) for sheet in WORKBOOK.sheets])
    write_workbook(tmp_path / "ours.xlsx", [], tables)
    written_by_openpyxl(tables, tmp_path / "theirs.xlsx")
    ours, theirs = cells_in(tmp_path / "ours.xlsx"), cells_in(tmp_path / "theirs.xlsx")
    assert len(ours) > 10_000
    assert [
        (key, ours.get(key), theirs[key]) for key in theirs if ours.get(key) != theirs[key]
    ] == []
    assert ours.keys() == theirs.keys()
