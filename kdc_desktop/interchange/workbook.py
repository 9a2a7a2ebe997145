"""Writes one Excel workbook from plain values: a read-me sheet, then a sheet per table.

Text is always text, never a formula. The file appears whole or not at all.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed
from kdc_desktop.interchange import workbook_names
from kdc_desktop.interchange.files import replacing
from kdc_desktop.interchange.workbook_cells import Cells, column_widths
from kdc_desktop.interchange.workbook_parts import (
    add_charts,
    add_colour_scale,
    add_table,
    fit_to_paper,
)
from kdc_desktop.interchange.workbook_values import Chart, ColourScale, Column, Kind, Table
from kdc_desktop.workplaces import workplace

__all__ = [
    "Chart",
    "ColourScale",
    "Column",
    "Kind",
    "Table",
    "write_workbook",
]

TellRows = Callable[[int, int], None]

_MAX_ROWS = 1_048_575  # Excel's, less the header
_STEP = 1_000


class _CancelledError(Exception):
    """The caller wants no workbook any more."""


def write_workbook(
    path: Path | str,
    about: Sequence[tuple[str, str]],
    tables: Sequence[Table],
    progress: TellRows | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bool:
    """Writes the workbook to `path`; False when `cancelled()` became true and nothing was written.

    `about` are the lines of the read-me sheet: what this is, when, from which club and session.
    `progress(done, total)` counts rows. Raises UserError when the file cannot be written.
    """
    for table in tables:
        if len(table.rows) > _MAX_ROWS:
            raise UserError(
                _(
                    "“{sheet}” has more rows than a sheet can hold. Export the sessions one by "
                    "one.",
                    sheet=table.title,
                )
            )
    pace = _Pace(sum(len(table.rows) for table in tables), progress, cancelled)
    with workplace() as folder:
        workbook = _new_workbook(folder)
        try:
            with replacing(Path(path)) as fresh:
                _fill(workbook, about, tables, pace)
                workbook.save(fresh)
        except _CancelledError:
            return False
        finally:
            _let_go(workbook)
    return True


class _Pace:
    """Counts rows, tells the caller, and stops when asked to."""

    def __init__(
        self, total: int, progress: TellRows | None, cancelled: Callable[[], bool] | None
    ) -> None:
        self._done, self._total = 0, total
        self._progress, self._cancelled = progress, cancelled

    def check(self, rows: int = 0) -> None:
        self._done += rows
        if self._cancelled and self._cancelled():
            raise _CancelledError
        if self._progress:
            self._progress(self._done, self._total)


def _new_workbook(folder: Path) -> Any:
    """An empty one, which keeps its sheets in this folder until it is saved."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment

    workbook: Any = Workbook(write_only=True)
    workbook.properties.creator = "KDC Desktop"
    # The format of cells without one: short cells stand at the top beside long wrapped texts.
    top = Alignment(vertical="top")
    workbook._cell_styles[0].alignmentId = workbook._alignments.add(top)
    workbook._named_styles["Normal"].alignment = top
    create = workbook.create_sheet

    def create_in_folder(title: str) -> Any:
        sheet = create(title)
        sheet._get_writer = partial(_begin, sheet, folder)
        return sheet

    workbook.create_sheet = create_in_folder
    return workbook


def _begin(sheet: Any, folder: Path) -> None:
    """What openpyxl does at the first row; its own files would lie where nobody sweeps."""
    from openpyxl.worksheet._writer import WorksheetWriter

    if sheet._writer is None:
        name = f"{len(list(folder.iterdir()))}.xml"
        writer: Any = WorksheetWriter(sheet, out=str(folder / name))
        writer.cleanup = lambda: None  # all of them go together
        sheet._writer = writer
        writer.write_top()


def _let_go(workbook: Any) -> None:
    """Closes the files of sheets that were never saved: an open one cannot be removed."""
    for sheet in workbook.worksheets:
        if sheet._writer is not None and not sheet.closed:
            sheet.close()


def _fill(
    workbook: Any, about: Sequence[tuple[str, str]], tables: Sequence[Table], pace: _Pace
) -> None:
    titles = workbook_names.sheet_titles([_("Read me"), *(str(table.title) for table in tables)])
    names = workbook_names.table_names(table.name for table in tables)
    _write_read_me(workbook.create_sheet(titles[0]), about, tables, titles[1:])
    for table, title, name in zip(tables, titles[1:], names, strict=True):
        pace.check()
        _write_table(workbook.create_sheet(title), table, name, pace)


def _write_read_me(
    sheet: Any, about: Sequence[tuple[str, str]], tables: Sequence[Table], titles: Sequence[str]
) -> None:
    from openpyxl.worksheet.hyperlink import Hyperlink

    cells = Cells(sheet)
    fit_to_paper(sheet)
    for column, width in zip("ABCD", (26, 60, 10, 60), strict=True):
        dimension = sheet.column_dimensions[column]
        dimension.width, dimension.alignment = width, cells.top
    for number, (label, text) in enumerate(about, 1):
        cells.append([cells.bold(label), cells.wrapped(text)], number)
    sheet.append([])
    sheet.append([cells.header(text) for text in (_("Sheet"), _("Columns"), _("Rows"), _("Notes"))])
    lines = zip(tables, titles, strict=True)
    for number, (table, title) in enumerate(lines, len(about) + 3):
        link = cells.link(title)
        quoted = title.replace("'", "''")
        link.hyperlink = Hyperlink(ref="", location=f"'{quoted}'!A1")
        columns = listed(workbook_names.headers(str(column.title) for column in table.columns))
        notes = cells.wrapped("\n".join(table.notes)) if table.notes else None
        cells.append([link, cells.wrapped(columns), len(table.rows), notes], number)
    sheet.close()


def _write_table(sheet: Any, table: Table, name: str, pace: _Pace) -> None:
    from openpyxl.utils import get_column_letter

    titles = workbook_names.headers(str(column.title) for column in table.columns)
    widths = column_widths(table.columns, titles, table.rows)
    cells = Cells(sheet)
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, 1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.alignment = width, cells.top
    fit_to_paper(sheet)
    sheet.print_title_rows = "1:1"
    sheet.append([cells.header(title) for title in titles])
    makers = [cells.maker(c.kind, w) for c, w in zip(table.columns, widths, strict=True)]
    for number, row in enumerate(table.rows, 1):
        line = [make(value) for make, value in zip(makers, row, strict=True)]
        cells.append(line, number + 1)
        if number % _STEP == 0:
            pace.check(_STEP)
    pace.check(len(table.rows) % _STEP)
    add_table(sheet, name, titles, len(table.rows))
    if table.colour_scale and table.rows:
        add_colour_scale(sheet, table.colour_scale, table.columns, len(table.rows))
    add_charts(sheet, table.charts, table.columns, len(table.rows))
    sheet.close()
