"""Reads the workbook in which a club tells its past."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kdc_desktop.domain.kit.text import fold, on_one_line
from kdc_desktop.domain.past.layout import LAYOUTS, PastCell, PastSheet, SheetLayout
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed
from kdc_desktop.interchange.tables import SheetTable, read_tables


@dataclass(frozen=True)
class PastLine:
    """A row of a sheet by its number there; cells that are blank are ""."""

    sheet: PastSheet
    number: int
    cells: Mapping[PastCell, str]
    is_example: bool = False

    @property
    def key(self) -> tuple[PastSheet, int]:
        """What it is known by in the file."""
        return self.sheet, self.number


def read_past(path: Path | str) -> tuple[PastLine, ...]:
    """All rows of the sheets that there are, in the order in which they build on each other.

    Raises:
        UserError: it cannot be read, or is not this workbook.
    """
    file = read_tables(path)
    found = []
    for sheet, layout in LAYOUTS.items():
        for table in file.tables:
            if fold(table.sheet) == fold(str(layout.title)):
                found += list(_lines(sheet, layout, table, file.file))
    if not found:
        raise UserError(
            _(
                "“{file}” has none of the sheets {sheets}. Write the template, and fill it in.",
                file=file.file,
                sheets=listed(str(layout.title) for layout in LAYOUTS.values()),
            )
        )
    return tuple(found)


def _lines(
    sheet: PastSheet, layout: SheetLayout, table: SheetTable, file: str
) -> Iterator[PastLine]:
    headers = [fold(header) for header in table.headers]
    places = {
        cell: headers.index(fold(str(title)))
        for cell, title in layout.columns.items()
        if fold(str(title)) in headers
    }
    first = next(iter(layout.columns))
    if first not in places:
        raise UserError(
            _(
                "The sheet “{sheet}” of “{file}” has no column “{column}”. Keep the headers of "
                "the template.",
                sheet=table.sheet,
                file=file,
                column=str(layout.columns[first]),
            )
        )
    examples = {fold(str(row[0])) for row in layout.examples}
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = {
            cell: on_one_line(row[places[cell]]) if cell in places else ""
            for cell in layout.columns
        }
        if any(cells.values()):
            yield PastLine(sheet, number, cells, fold(cells[first]) in examples)
