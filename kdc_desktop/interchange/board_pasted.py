"""Reads ideas from lines that were copied elsewhere: of a document, a chat, cells of a sheet."""

import csv
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kdc_desktop.domain.board.column_cells import usual_length
from kdc_desktop.domain.board.idea_fields import IdeaChoices, IdeaField, IdeaPlan
from kdc_desktop.i18n import _, number_text
from kdc_desktop.interchange.board_in import (
    IdeasSheet,
    ideas_of,
    ideas_under,
    left_out_told,
    names_ideas,
)
from kdc_desktop.interchange.cells import clean_text
from kdc_desktop.interchange.csv_in import plain_text
from kdc_desktop.interchange.formulas import unarmed
from kdc_desktop.interchange.grids import refuse_too_much
from kdc_desktop.interchange.listed_lines import ListedLine, idea_of, ideas_listed, lines_of
from kdc_desktop.interchange.markup import unmarked
from kdc_desktop.interchange.points import unquoted, without_tabs
from kdc_desktop.interchange.sheet_guard import Limits, read_bytes
from kdc_desktop.interchange.tables import SheetTable

_WANTED_LENGTH = 8  # characters: a column of shorter texts holds codes, not ideas
_CHARACTERS = 32_767
"""As many as a cell of a sheet has."""


def ideas_in_lines(text: str, choices: IdeaChoices | None = None) -> IdeasSheet:
    """One idea a line, without bullets, and without numbers that count on from line to line.

    Cells of a sheet are told by the tabs between them: under headings that are known, each idea
    has its author, sector and cluster; else one column holds the ideas, and a note says which.
    """
    lines = unquoted(unmarked(text).splitlines())
    parted = [without_tabs(line) for line in lines]
    listed = all("\t" not in line.strip() for line in parted)
    text = "\n".join(parted).expandtabs(4) if listed else "\n".join(lines)
    grid = _cells(text)
    if grid is None:
        return _of_lines(lines_of(text))
    choices = choices or IdeaChoices()
    under = ideas_under(grid[0], grid[1:], choices)
    if under is not None:
        return under
    return _of_columns(grid, choices)


def read_lines(path: Path | str, choices: IdeaChoices | None = None) -> IdeasSheet:
    """The same of a text file.

    Raises:
        UserError: it cannot be read, is no text, or is far too large.
    """
    name, limits = Path(path).name, Limits()
    sheet = ideas_in_lines(plain_text(read_bytes(Path(path), limits), name), choices)
    refuse_too_much(name, len(sheet.rows), 0, limits)
    return sheet


def _of_columns(grid: Sequence[tuple[str, ...]], choices: IdeaChoices) -> IdeasSheet:
    """The ideas of cells without headings: one column holds them, unless others were chosen."""
    place, width = _text_column(grid), len(grid[0])
    if width == 1:
        ideas = [idea_of(ListedLine(row[0], at)) for at, row in enumerate(grid, start=1)]
        return IdeasSheet(tuple(ideas), notes=tuple(left_out_told(ideas)))
    headers = tuple(_("Column {number}", number=number_text(at + 1)) for at in range(width))
    table = SheetTable(headers, tuple(grid), tuple(range(1, len(grid) + 1)), headed=False)
    sheet = ideas_of(table, IdeaPlan({place: IdeaField.IDEA}), choices)
    if sheet.plan.columns != {place: IdeaField.IDEA}:
        return sheet
    said = _(
        "Of {count} columns only column {number} is taken: its texts are the ideas.",
        count=number_text(width),
        number=number_text(place + 1),
    )
    return replace(sheet, notes=(said,))


def _text_column(rows: Sequence[Sequence[str]]) -> int:
    """The place of the first column whose texts are long enough for ideas; else of the first."""
    cells = zip(*rows, strict=True)
    return next((at for at, one in enumerate(cells) if usual_length(one) >= _WANTED_LENGTH), 0)


def _of_lines(lines: Sequence[ListedLine]) -> IdeasSheet:
    notes = []
    texts = [(line, unarmed(clean_text(line.text, _CHARACTERS))) for line in lines]
    lines = [replace(line, text=text) for line, text in texts if text]
    if len(lines) > 1 and names_ideas(lines[0].text):
        notes.append(_("“{line}” stands above the ideas and is none.", line=lines[0].text))
        lines = lines[1:]
    ideas, said = ideas_listed(lines)
    return IdeasSheet(tuple(ideas), notes=(*notes, *said, *left_out_told(ideas)))


def _cells(text: str) -> list[tuple[str, ...]] | None:
    """The rows of what a spreadsheet has copied, all of one width; None where it is no such."""
    broken = any(line.startswith('"') and line.count('"') % 2 for line in text.splitlines())
    if "\t" not in text.strip() and not broken:
        return None
    read = [line.split("\t") for line in text.splitlines()]
    if text.count('"') % 2 == 0:
        with suppress(csv.Error):  # of a cell that is longer than any is
            read = list(csv.reader(text.splitlines(keepends=True), delimiter="\t"))
    rows = [[unarmed(clean_text(cell, _CHARACTERS)) for cell in row] for row in read]
    rows = [row for row in rows if any(row)]
    if not rows:
        return None
    width = max(map(len, rows))
    return [tuple(row + [""] * (width - len(row))) for row in rows]
