"""The cells of one sheet before anybody knows where its tables are."""

from collections.abc import Sequence
from dataclasses import dataclass

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.interchange.cells import cell_text
from kdc_desktop.interchange.sheet_guard import Limits

Span = tuple[tuple[int, int], tuple[int, int]]
"""Merged cells: (first row, first column), (last row, last column)."""


@dataclass(frozen=True)
class CellGrid:
    """Rows of cells from the first line of a sheet on, blank ones too.

    `sheet` is its name, "" of a text file; `hidden` are places in `rows`; `notes` are sentences
    about the whole file. Where the format names what it holds, `headers` are these names, and the
    rows are entries that are numbered from 1; `title` is by what the file calls the list.
    """

    rows: Sequence[Sequence[object]]
    sheet: str = ""
    spans: tuple[Span, ...] = ()
    hidden: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    title: str = ""


def text_rows(rows: Sequence[Sequence[object]], limits: Limits) -> list[list[str]]:
    """All rows as text, padded to one width; blank rows at the end and blank columns cut off."""
    limit = limits.cell_characters
    texts = [[cell_text(value, limit) for value in row] for row in rows]
    while texts and not any(texts[-1]):
        texts.pop()
    width = 0
    for row in texts:
        while row and not row[-1]:
            row.pop()
        width = max(width, len(row))
    for row in texts:
        row.extend([""] * (width - len(row)))
    return texts


def cut_notes(rows: Sequence[Sequence[object]], limits: Limits) -> tuple[str, ...]:
    """What is to be said of cells that are too long."""
    limit = limits.cell_characters
    if all(len(cell) <= limit for row in rows for cell in row if isinstance(cell, str)):
        return ()
    return (_("Of cells with more than {limit} characters only so many were read.", limit=limit),)


def refuse_too_much(name: str, rows: int, columns: int, limits: Limits) -> None:
    """Raises UserError when a table has more rows or columns than are read."""
    if rows > limits.rows:
        raise UserError(
            _(
                "“{file}” has {rows} rows; at most {limit} are read at a time. Split "
                "it into several files.",
                file=name,
                rows=rows,
                limit=limits.rows,
            )
        )
    if columns > limits.columns:
        raise UserError(
            _(
                "“{file}” has {columns} columns; at most {limit} are read. Copy "
                "the columns you need into a new sheet and choose that.",
                file=name,
                columns=columns,
                limit=limits.columns,
            )
        )
