"""Writes one sheet of a workbook: what it is for, the table, what lies on it, its charts."""

from collections.abc import Callable, Sequence
from typing import Any

from kdc_desktop.domain.pages.values import PaperSize
from kdc_desktop.i18n import _, listed, sentences, titled
from kdc_desktop.interchange import workbook_names
from kdc_desktop.interchange.workbook_breaks import ends_of_rows
from kdc_desktop.interchange.workbook_cells import BUTTON, Cells, column_widths
from kdc_desktop.interchange.workbook_charts import add_charts
from kdc_desktop.interchange.workbook_order import heads_of
from kdc_desktop.interchange.workbook_paper import OnPaper, on_paper, set_up_page
from kdc_desktop.interchange.workbook_parts import add_colour_scale, add_table
from kdc_desktop.interchange.workbook_values import Kind, Table

_STEP = 1_000
_BESIDE = 1  # lines: what is not printed makes no row higher


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
    said = _said_above(table, laid)
    above = 1 if said else 0
    set_up_page(sheet, laid, heading, str(table.title))
    _set_columns(sheet, table, laid, above)
    if said:
        across(sheet, 1, 1, laid.columns)
        cells.append([cells.wrapped(said, sum(laid.widths[: laid.columns]))], 1)
    named = zip(titles, table.columns, laid.widths, strict=True)
    header = [cells.header(text, c.kind, width - BUTTON) for text, c, width in named]
    cells.append(header, above + 1)
    _write_rows(cells, table, laid, above, told)
    add_table(sheet, name, titles, above + 1, len(table.rows))
    if table.colour_scale and table.rows:
        add_colour_scale(sheet, table.colour_scale, table.columns, above + 1, len(table.rows))
    top, rows = cells.heights[: above + 1], cells.heights[above + 1 :]
    end_pages(sheet, ends_of_rows(rows, sum(top), top[-1], laid.points), above + 1)
    last = above + 1 + max(len(table.rows), 1)
    if table.rows and table.charts:
        sheet.print_options.gridLines = False  # they would run through the charts
        last = add_charts(sheet, table, laid, above + 1, sum(cells.heights))
    goes_on = not table.charts or sum(cells.heights) > min(laid.points)
    _set_printed(sheet, table, laid, (above + 1, last), repeated=goes_on)
    sheet.close()


def end_pages(sheet: Any, ends: Sequence[int], first: int = 0) -> None:
    """Has pages end after these of the rows behind the first ones."""
    from openpyxl.worksheet.pagebreak import Break

    for end in ends:
        sheet.row_breaks.append(Break(id=first + end))


def _said_above(table: Table, laid: OnPaper) -> str:
    """What the sheet is for, what its words mean, and what of it is not printed."""
    drawn = [chart.category for chart in table.charts]
    rest = (c for c in table.columns[laid.columns :] if c not in drawn)
    off = [str(column.title) for column in rest if column.kind is not Kind.ID]
    left_off = _("Not on paper, for want of room: {columns}.", columns=listed(off)) if off else ""
    said = (str(table.purpose), *table.notes, words_of(table), left_off)
    return "\n".join(filter(None, said))


_FIGURES = (Kind.NUMBER, Kind.DECIMAL, Kind.PERCENT, Kind.BOOL)


def words_of(table: Table) -> str:
    """What its figures mean, but for those that are aside; nothing where its notes say it."""
    if table.notes:
        return ""
    shown = (c for c in table.columns if c.kind in _FIGURES and not c.aside and str(c.means))
    return sentences(titled(str(column.title), str(column.means)) for column in shown)


def across(sheet: Any, row: int, first: int, last: int) -> None:
    """Makes one cell of those from one column to another in a row."""
    from openpyxl.utils import get_column_letter

    if last > first:
        ends = (get_column_letter(first), get_column_letter(last))
        sheet.merged_cells.add(f"{ends[0]}{row}:{ends[1]}{row}")


def _set_columns(sheet: Any, table: Table, laid: OnPaper, above: int) -> None:
    """Widths, what stays in sight, and the ids in a group that can be folded away."""
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    stays = get_column_letter(heads_of(table) + 1)
    sheet.freeze_panes = f"{stays}{above + 2}"
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
        cells.maker(column, width) if place < laid.columns else cells.maker(column, width, _BESIDE)
        for place, (column, width) in pairs
    ]
    for number, row in enumerate(table.rows, 1):
        line = [make(value) for make, value in zip(makers, row, strict=True)]
        cells.append(line, number + above + 1)
        if number % _STEP == 0:
            told(_STEP)
    told(len(table.rows) % _STEP)


def _set_printed(
    sheet: Any, table: Table, laid: OnPaper, rows: tuple[int, int], *, repeated: bool
) -> None:
    """What is printed: no ids, the charts too, the header on every page that the table goes on."""
    from openpyxl.utils import get_column_letter

    header, last = rows
    if repeated:
        sheet.print_title_rows = f"{header}:{header}"
    if laid.pages_wide > 1:
        sheet.print_title_cols = f"A:{get_column_letter(heads_of(table))}"
    sheet.print_area = f"A1:{get_column_letter(laid.columns)}{last}"
