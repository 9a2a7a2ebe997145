"""Writes the first sheets of a workbook: a page that is read, and what all the others are."""

from collections.abc import Sequence
from itertools import accumulate, pairwise, zip_longest
from typing import Any

from kdc_desktop.domain.pages.values import PaperSize
from kdc_desktop.i18n import _
from kdc_desktop.interchange.workbook_breaks import ends_of_blocks
from kdc_desktop.interchange.workbook_cells import Cells
from kdc_desktop.interchange.workbook_paper import OnPaper, set_up_page
from kdc_desktop.interchange.workbook_table import across, end_pages
from kdc_desktop.interchange.workbook_values import FrontPage, SheetBlock, Table

_READ_ME = (24.0, 74.0, 8.0)
_UPRIGHT = 112.0  # characters: a wider page lies on its side


def write_page(sheet: Any, page: FrontPage, paper: PaperSize, heading: str) -> None:
    """The sheet that is read first, from top to bottom."""
    laid = OnPaper(paper, page.grid, len(page.grid), landscape=sum(page.grid) > _UPRIGHT)
    set_up_page(sheet, laid, heading, sheet.title)
    sheet.print_options.gridLines = False
    blocks = _PageWriter(sheet, page).write()
    end_pages(sheet, ends_of_blocks(blocks, min(laid.points)))
    sheet.close()


class _PageWriter:
    """Puts blocks below each other, each cell over as many columns as it is given."""

    def __init__(self, sheet: Any, page: FrontPage) -> None:
        from openpyxl.utils import get_column_letter

        self._sheet, self._page, self._row = sheet, page, 0
        self._cells = Cells(sheet)
        sheet.sheet_view.showGridLines = False
        for number, width in enumerate(page.grid, 1):
            sheet.column_dimensions[get_column_letter(number)].width = width

    def write(self) -> list[list[float]]:
        """How high the rows are that stand together; a heading stands with what it is of."""
        cells, whole = self._cells, sum(self._page.grid)
        self._line([cells.heading(self._page.title, 0, whole)], (len(self._page.grid),))
        self._text(self._page.subtitle)
        begun = [0]
        for block, after in zip_longest(self._page.blocks, self._page.blocks[1:]):
            self._write_block(block)
            if block.rows or after is None or after.level <= block.level:
                begun.append(self._row)
        return [cells.heights[first:last] for first, last in pairwise(begun)]

    def _write_block(self, block: SheetBlock) -> None:
        cells = self._cells
        if block.heading:
            self._line([], ())
            title = cells.heading(block.heading, block.level, sum(self._page.grid))
            self._line([title], (len(self._page.grid),))
        elif block.header:
            self._line([], ())
        for sentence in block.sentences:
            self._text(sentence)
        if block.header:
            self._write_header(block)
        mixed = _mixed(block)
        for place, row in enumerate(block.rows):
            strong = place in block.strong
            given_cells = zip(row, self._widths(block.spans), strict=True)
            line = [
                self._cell(value, width, strong, left=at in mixed)
                for at, (value, width) in enumerate(given_cells)
            ]
            self._line(line, block.spans)

    def _write_header(self, block: SheetBlock) -> None:
        titles, mixed = zip(block.header, self._widths(block.spans), strict=True), _mixed(block)
        line = [
            self._cells.header(
                text,
                width=width,
                right=place not in mixed and any(isinstance(row[place], int) for row in block.rows),
            )
            for place, (text, width) in enumerate(titles)
        ]
        self._line(line, block.spans)

    def _text(self, text: str) -> None:
        if text:
            self._line([self._cells.wrapped(text, sum(self._page.grid))], (len(self._page.grid),))

    def _cell(self, value: object, width: float, strong: bool, *, left: bool) -> Any:
        if value is None or value == "":
            return None
        if isinstance(value, int):
            return self._cells.number(value, strong=strong, left=left)
        return self._cells.wrapped(str(value), width, strong=strong)

    def _widths(self, spans: Sequence[int]) -> list[float]:
        ends = list(accumulate(spans))
        grid = self._page.grid
        return [sum(grid[end - span : end]) for end, span in zip(ends, spans, strict=True)]

    def _line(self, given: Sequence[Any], spans: Sequence[int]) -> None:
        self._row += 1
        line: list[Any] = []
        for cell, span in zip(given, spans, strict=True):
            across(self._sheet, self._row, len(line) + 1, len(line) + span)
            line += [cell, *[None] * (span - 1)]
        self._cells.append(line, self._row)


def _mixed(block: SheetBlock) -> frozenset[int]:
    """The columns in which numbers stand below names: they begin where those do."""
    return frozenset(
        place
        for place, values in enumerate(zip(*block.rows, strict=True))
        if any(isinstance(one, str) and one for one in values)
        and any(isinstance(one, int) for one in values)
    )


def write_read_me(
    sheet: Any,
    about: Sequence[tuple[str, str]],
    tables: Sequence[Table],
    titles: Sequence[str],
    paper: PaperSize,
    heading: str,
) -> None:
    """What this is, and a line for each sheet that leads there."""
    from openpyxl.worksheet.hyperlink import Hyperlink

    set_up_page(
        sheet, OnPaper(paper, _READ_ME, len(_READ_ME), landscape=False), heading, sheet.title
    )
    cells = Cells(sheet)
    for column, width in zip("ABC", _READ_ME, strict=True):
        sheet.column_dimensions[column].width = width
    for number, (label, text) in enumerate(about, 1):
        across(sheet, number, 2, len(_READ_ME))
        cells.append([cells.bold(label), cells.wrapped(text, sum(_READ_ME[1:]))], number)
    sheet.append([])
    columns = (_("Sheet"), _("What it is for"), _("Rows"))
    sheet.append([cells.header(text) for text in columns])
    lines = zip(tables, titles, strict=True)
    for number, (table, title) in enumerate(lines, len(about) + 3):
        link = cells.link(title)
        quoted = title.replace("'", "''")
        link.hyperlink = Hyperlink(ref="", location=f"'{quoted}'!A1")
        purpose = cells.wrapped(str(table.purpose), _READ_ME[1]) if table.purpose else None
        cells.append([link, purpose, cells.number(len(table.rows))], number)
    sheet.close()
