"""Writes one sheet of a workbook: what it is for, the table, what lies on it, its charts."""

from collections.abc import Callable
from typing import Any

from kdc_desktop.domain.pages.values import PaperSize
from kdc_desktop.interchange import workbook_names
from kdc_desktop.interchange.workbook_cells import BUTTON, Cells, column_widths
from kdc_desktop.interchange.workbook_charts import add_charts
from kdc_desktop.interchange.workbook_order import heads_of
from kdc_desktop.interchange.workbook_paper import OnPaper, on_paper, set_up_page
from kdc_desktop.interchange.workbook_parts import add_colour_scale, add_table
from kdc_desktop.interchange.workbook_values import Kind, Table

_STEP = 1_000
_BESIDE = 2  # lines: so much of what is not printed makes a row higher


def write_table(
    sheet: Any,
    table: Table,
    name: str,
    told: Callable[[int], None],
    paper: PaperSize,
    heading: str,
) -> None:
    """The sheet of a table in reading order; `told` counts rows."""
    titles = workbook_names.headers(str(column.title) for column in table.columns)
    laid = on_paper(table, column_widths(table.columns, titles, table.rows), paper)
    cells = Cells(sheet)
    purpose = str(table.purpose)
    above = 1 if purpose else 0
    set_up_page(sheet, laid, heading, str(table.title))
    _set_columns(sheet, table, laid)
    if purpose:
        across(sheet, 1, 1, laid.columns)
        cells.append([cells.wrapped(purpose, sum(laid.widths[: laid.columns]))], 1)
    named = zip(titles, table.columns, laid.widths, strict=True)
    header = [cells.header(text, c.kind, width - BUTTON) for text, c, width in named]
    cells.append(header, above + 1)
    _write_rows(cells, table, laid, above, told)
    add_table(sheet, name, titles, above + 1, len(table.rows))
    if table.colour_scale and table.rows:
        add_colour_scale(sheet, table.colour_scale, table.columns, above + 1, len(table.rows))
    last = above + 1 + max(len(table.rows), 1)
    if table.rows and table.charts:
        sheet.print_options.gridLines = False  # they would run through the charts
        last = add_charts(sheet, table, laid, above + 1, cells.height)
    _set_printed(sheet, table, laid, above + 1, last)
    sheet.close()


def across(sheet: Any, row: int, first: int, last: int) -> None:
    """Makes one cell of those from one column to another in a row."""
    from openpyxl.utils import get_column_letter

    if last > first:
        ends = (get_column_letter(first), get_column_letter(last))
        sheet.merged_cells.add(f"{ends[0]}{row}:{ends[1]}{row}")


def _set_columns(sheet: Any, table: Table, laid: OnPaper) -> None:
    """Widths, what stays in sight, and the ids in a group that can be folded away."""
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    stays = get_column_letter(heads_of(table) + 1)
    sheet.freeze_panes = f"{stays}{3 if table.purpose else 2}"
    for number, (column, width) in enumerate(zip(table.columns, laid.widths, strict=True), 1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.alignment = width, Alignment(vertical="top")
        if column.kind is Kind.ID:
            dimension.outlineLevel = 1


def _write_rows(
    cells: Cells, table: Table, laid: OnPaper, above: int, told: Callable[[int], None]
) -> None:
    pairs = enumerate(zip(table.columns, laid.widths, strict=True))
    makers = [
        cells.maker(column.kind, width)
        if place < laid.columns
        else cells.maker(column.kind, width, _BESIDE)
        for place, (column, width) in pairs
    ]
    for number, row in enumerate(table.rows, 1):
        line = [make(value) for make, value in zip(makers, row, strict=True)]
        cells.append(line, number + above + 1)
        if number % _STEP == 0:
            told(_STEP)
    told(len(table.rows) % _STEP)


def _set_printed(sheet: Any, table: Table, laid: OnPaper, header: int, last: int) -> None:
    """What is printed: no ids, the charts too, the header on every page."""
    from openpyxl.utils import get_column_letter

    sheet.print_title_rows = f"{header}:{header}"
    if laid.pages_wide > 1:
        sheet.print_title_cols = f"A:{get_column_letter(heads_of(table))}"
    sheet.print_area = f"A1:{get_column_letter(laid.columns)}{last}"
