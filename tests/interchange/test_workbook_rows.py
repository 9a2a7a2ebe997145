"""Rows that are written as text say what openpyxl's own writer makes of the same values."""

from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree  # type: ignore[import-untyped]
from openpyxl import Workbook  # noqa: TID253 - it is what ours is compared with
from openpyxl.cell import WriteOnlyCell  # noqa: TID253
from openpyxl.styles import Font  # noqa: TID253
from openpyxl.worksheet.hyperlink import Hyperlink  # noqa: TID253

from kdc_desktop.interchange.workbook import _let_go
from kdc_desktop.interchange.workbook_rows import write_rows_as_text

ROWS: list[list[object]] = [
    ["Idea", None, 1, 2.5, -3, 0.1 + 0.2, 1e300],
    ["a < b && c > d ]]>", "“quoted” 'too'", " blank around ", "\ttab", "two\nlines", "🌳 ä ﷽"],
    [],
    [None, None, "behind a gap"],
    [f"x{n}" for n in range(60)],
]


def styled(sheet: Any, value: Any) -> Any:
    cell = WriteOnlyCell(sheet, value)
    cell.font = Font(bold=True)
    return cell


def linked(sheet: Any) -> Any:
    cell = styled(sheet, "Go")
    cell.hyperlink = Hyperlink(ref="", location="'Ideas'!A1")
    return cell


def written(path: Path, *, ours: bool) -> Any:
    """The sheet with all of these rows, with its parts in one order."""
    workbook: Any = Workbook(write_only=True)
    sheet = workbook.create_sheet("Ideas")
    if ours:
        write_rows_as_text(sheet, path.with_suffix(".xml"))
    for row in ROWS:
        sheet.append(row)
    sheet.row_dimensions[len(ROWS) + 1] = {"ht": "30", "customHeight": "1"}
    days = (date(2026, 11, 3), datetime(2026, 11, 3, 18, 30))
    texts = ("bold & so", "", "=no formula")
    cells = [styled(sheet, value) for value in (*texts, 7, *days)]
    cells[2].data_type = "s"
    sheet.append([*cells, linked(sheet)])
    workbook.save(path)
    with ZipFile(path) as packed:
        return etree.tostring(
            etree.fromstring(packed.read("xl/worksheets/sheet1.xml")), method="c14n"
        )


def test_rows_are_as_openpyxl_writes_them(tmp_path: Path) -> None:
    assert written(tmp_path / "a.xlsx", ours=True) == written(tmp_path / "b.xlsx", ours=False)


@pytest.mark.parametrize("rows", [0, 1])
def test_a_sheet_that_is_never_saved_leaves_no_file_open(tmp_path: Path, rows: int) -> None:
    workbook: Any = Workbook(write_only=True)
    sheet = workbook.create_sheet("Ideas")
    write_rows_as_text(sheet, tmp_path / "1.xml")
    for _ in range(rows):
        sheet.append(["Yards"])
    _let_go(workbook)
    assert sheet._writer.file.closed
    etree.parse(tmp_path / "1.xml")
