"""Reads the tables of a file from outside: sheets of workbooks and text with separators.

What a file is, is told from its content, not from its name. Nothing here knows what columns mean.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed, listed_first, ngettext, quoted
from kdc_desktop.interchange.address_lists import address_grid
from kdc_desktop.interchange.cells import serial_date_text
from kdc_desktop.interchange.csv_in import plain_text, read_separated
from kdc_desktop.interchange.grids import CellGrid, cut_notes, refuse_too_much, text_rows
from kdc_desktop.interchange.header_row import Rows
from kdc_desktop.interchange.headers import find_head, is_date_header, unique_names
from kdc_desktop.interchange.json_in import json_grids
from kdc_desktop.interchange.no_entries import no_entries, totals
from kdc_desktop.interchange.origin import origin_in
from kdc_desktop.interchange.sections import SheetPart, sections
from kdc_desktop.interchange.sheet_guard import OLE, ZIP, Limits, broken, read_bytes
from kdc_desktop.interchange.sheets_in import workbook_grids
from kdc_desktop.interchange.side_by_side import side_by_side
from kdc_desktop.interchange.vcards import is_vcard, vcard_grid

_NOT_TEXT = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"\x1f\x8b", b"SQLite format 3")
_POINT = re.compile(r"(?:(?:[-–—*•‣·☐☑✓✔]|\d+[.)])(?:\s+\[[ xX]?\])?|\[[ xX]?\])\s+(?=\S)")
_LIMITS = Limits()
_NAMED = 20  # rows that a note names


@dataclass(frozen=True)
class SheetTable:
    """One table of a file: unique `headers`, `rows` of the same width without blank ones.

    `numbers` are those of the rows as the sheet shows them, from 1, the first line of the sheet.
    `sheet` is the sheet of the workbook, "" of a text file; `title` what stands above the table
    where a sheet has several. `hidden` and `totals` are places in `rows`: of those hidden or
    filtered away in the file, and of those that only count or sum the others. Where not `headed`,
    there is no header row and the headers are ours. `notes` say what was found and left out here.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    sheet: str = ""
    title: str = ""
    hidden: frozenset[int] = frozenset()
    totals: frozenset[int] = frozenset()
    headed: bool = True
    notes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """By what it is offered and chosen: “Attendees”, “Attendees · Host Details”."""
        return " · ".join(part for part in (self.sheet, self.title) if part)


@dataclass(frozen=True)
class SheetFile:
    """The tables of a file in its order, at least one.

    `origin` marks the club file that a workbook of ours is of, "" of any other file.
    """

    tables: tuple[SheetTable, ...]
    file: str = ""
    origin: str = ""

    def called(self, wanted: str) -> SheetTable:
        """The table of this name, else the first of this sheet or title.

        Raises UserError with the names that there are.
        """
        sought = _folded(wanted)
        for parts in (lambda one: (one.name,), lambda one: (one.sheet, one.title)):
            for table in self.tables:
                if sought in map(_folded, parts(table)):
                    return table
        raise UserError(
            _(
                "“{file}” has no sheet “{sheet}”. Choose one of {sheets}.",
                file=self.file,
                sheet=wanted,
                sheets=listed(quoted(one.name) for one in self.tables),
            )
        )


def read_tables(path: Path | str, limits: Limits = _LIMITS) -> SheetFile:
    """All tables of the file that can be seen in it.

    Raises UserError with a sentence for a file that is missing, too large, protected, damaged,
    hostile or without a table.
    """
    path = Path(path)
    data = read_bytes(path, limits)
    grids = _grids(data, path.name, limits)
    tables = tuple(table for grid in grids for table in _tables(grid, path.name, limits))
    if not tables:
        raise _without_table(grids, path.name)
    return SheetFile(_told_apart(tables), path.name, origin_in(grids))


def _grids(data: bytes, name: str, limits: Limits) -> tuple[CellGrid, ...]:
    if data.startswith((ZIP, OLE)):
        return workbook_grids(data, name, limits)
    if data.startswith(_NOT_TEXT):
        raise broken(name)
    if is_vcard(data):
        return (vcard_grid(data, name, limits),)
    text = plain_text(data, name)
    if (found := json_grids(text, name, limits)) is not None:
        return found
    addresses = address_grid(text)
    return (addresses or CellGrid(read_separated(text, name, limits)),)


def _tables(grid: CellGrid, name: str, limits: Limits) -> Iterator[SheetTable]:
    rows = text_rows(grid.rows, limits)
    notes = (*grid.notes, *cut_notes(grid.rows, limits))
    if grid.headers or not rows:
        yield from _named(grid, rows, name, limits, notes)
        return
    parts = [(part, section) for part in side_by_side(rows) for section in sections(part)]
    found = [_table(grid, part, section, name, limits) for part, section in parts]
    several = sum(table is not None for table in found) > 1
    for number, ((_part, section), table) in enumerate(zip(parts, found, strict=True), 1):
        if table is not None:
            title = section.title or grid.title
            if not title and (number > 1 or not grid.sheet):
                title = _("Table {number}", number=number)
            yield replace(table, title=title if several else "", notes=(*table.notes, *notes))


def _named(
    grid: CellGrid, rows: Rows, name: str, limits: Limits, notes: tuple[str, ...]
) -> Iterator[SheetTable]:
    """The table of a format that names what it holds."""
    places = [place for place, row in enumerate(rows) if any(row)]
    more = ("",) * (len(grid.headers) - (len(rows[0]) if rows else 0))
    refuse_too_much(name, len(places), len(grid.headers), limits)
    kept = tuple((*rows[place], *more) for place in places)
    if kept:
        numbers = tuple(place + 1 for place in places)
        headers = unique_names(grid.headers)
        yield SheetTable(headers, kept, numbers, title=grid.title, notes=notes)


def _table(
    grid: CellGrid, rows: Rows, section: SheetPart, name: str, limits: Limits
) -> SheetTable | None:
    """What stands in this section; None where there are no rows below the header."""
    head = find_head(rows, section.first, section.last, grid.spans)
    nobody = no_entries(rows, head.below, section.last, head.first, grid.spans)
    filled = [place for place in range(head.below, section.last) if any(rows[place])]
    places = [place for place in filled if place not in nobody]
    if not places:
        return None
    columns = [
        column
        for column in range(len(head.names))
        if column not in head.numbered or any(rows[place][column] for place in places)
    ]
    refuse_too_much(name, len(places), len(columns), limits)
    headers = tuple(head.names[column] for column in columns)
    narrowed = [[rows[place][column] for column in columns] for place in places]
    _mend_dates(headers, narrowed)
    _take_off_points(narrowed)
    return SheetTable(
        headers,
        tuple(map(tuple, narrowed)),
        tuple(place + 1 for place in places),
        grid.sheet,
        hidden=frozenset(at for at, place in enumerate(places) if place in grid.hidden),
        totals=totals(narrowed),
        headed=head.first is not None,
        notes=(*head.notes, *_left_out(sorted(nobody.intersection(filled)))),
    )


def _left_out(places: Sequence[int]) -> tuple[str, ...]:
    if not places:
        return ()
    return (
        ngettext(
            "{count} line that is no entry was left out: row {rows}.",
            "{count} lines that are no entries were left out: rows {rows}.",
            len(places),
            rows=listed_first([str(place + 1) for place in places], _NAMED),
        ),
    )


def _told_apart(tables: Sequence[SheetTable]) -> tuple[SheetTable, ...]:
    """The tables with names that differ, so that each can be chosen."""
    taken: set[str] = set()
    apart = []
    for table in tables:
        number, told = 1, table
        while len(tables) > 1 and _folded(told.name) in taken:
            number += 1
            told = replace(table, title=f"{table.title} ({number})".strip())
        taken.add(_folded(told.name))
        apart.append(told)
    return tuple(apart)


def _without_table(grids: Sequence[CellGrid], name: str) -> UserError:
    if any(str(cell).strip() for grid in grids for row in grid.rows for cell in row):
        return UserError(
            _(
                "“{file}” has no rows under its header row. Choose a sheet with a header row "
                "and at least one row.",
                file=name,
            )
        )
    return UserError(
        _("“{file}” has no filled cells. Choose a sheet with people or ideas in it.", file=name)
    )


def _mend_dates(headers: Sequence[str], rows: Sequence[list[str]]) -> None:
    """Turns Excel's day numbers into dates where the column is one of dates."""
    for column, title in enumerate(headers):
        if is_date_header(title):
            for row in rows:
                row[column] = serial_date_text(row[column])


def _take_off_points(rows: Sequence[list[str]]) -> None:
    """“1. Aino Laine” is Aino Laine, where each line of a list in one column begins so."""
    if len(rows) > 1 and all(len(row) == 1 and _POINT.match(row[0]) for row in rows):
        for row in rows:
            row[0] = _POINT.sub("", row[0], count=1)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
