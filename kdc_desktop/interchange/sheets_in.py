"""Reads one sheet of a file from outside as plain text: .csv, .tsv, .txt, .xlsx, .xls and .ods.

Values are read; formulas and macros are ignored. Nothing here knows what the columns mean.
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed, pgettext
from kdc_desktop.interchange.cells import cell_text, serial_date_text
from kdc_desktop.interchange.csv_in import read_separated
from kdc_desktop.interchange.headers import Span, find_head, is_date_header
from kdc_desktop.interchange.sheet_guard import (
    OLE,
    ZIP,
    Limits,
    broken,
    check_ole,
    check_zip,
    encrypted,
    read_bytes,
)

_NOT_TEXT = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"\x1f\x8b", b"SQLite format 3")
_LIMITS = Limits()


@dataclass(frozen=True)
class ReadSheet:
    """A sheet as text: unique `headers`, `rows` of the same width without blank ones.

    `notes` are sentences about what was found and left out, for the preview.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sheet_names: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Grid:
    """The cells of one sheet before the header row is known."""

    rows: list[list[object]]
    spans: tuple[Span, ...] = ()
    sheet_names: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def read_sheet(path: Path | str, sheet: str | None = None, limits: Limits = _LIMITS) -> ReadSheet:
    """The sheet named `sheet` of the file, or the first visible one with anything in it.

    What the file is, is told from its content, not from its name. Raises UserError with a
    sentence for a file that is missing, too large, protected, damaged, hostile or no sheet.
    """
    path = Path(path)
    data = read_bytes(path, limits)
    if data.startswith((ZIP, OLE)):
        grid = _read_workbook(data, path.name, sheet, limits)
    elif data.startswith(_NOT_TEXT):
        raise broken(path.name)
    else:
        grid = _Grid(list(read_separated(data, path.name, limits.cell_characters)))  # type: ignore[arg-type]  # lists are not covariant; nothing writes to them
    return _as_sheet(grid, path.name, limits)


def _read_workbook(data: bytes, name: str, sheet: str | None, limits: Limits) -> _Grid:
    import python_calamine

    if data.startswith(OLE):
        check_ole(data, name)
    else:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                check_zip(archive, len(data), name, limits)
        except (zipfile.BadZipFile, ValueError):
            raise broken(name) from None
    try:
        with python_calamine.load_workbook(io.BytesIO(data)) as workbook:
            return _pick_sheet(workbook, name, sheet)
    except python_calamine.PasswordError:
        raise encrypted(name) from None
    except UserError:
        raise
    except Exception:
        raise broken(name) from None
    except BaseException as error:
        # The reader is written in Rust; its panics are no Exception, so that nobody hides them.
        if type(error).__name__ == "PanicException":
            raise broken(name) from None
        raise


def _pick_sheet(workbook: Any, name: str, wanted: str | None) -> _Grid:
    visible = [
        entry.name
        for entry in workbook.sheets_metadata
        if str(entry.typ).endswith("WorkSheet") and str(entry.visible).endswith(".Visible")
    ]
    names = tuple(visible or workbook.sheet_names)
    if wanted is not None and wanted not in workbook.sheet_names:
        raise UserError(
            _(
                "“{file}” has no sheet “{sheet}”. Choose one of {sheets}.",
                file=name,
                sheet=wanted,
                sheets=listed(pgettext("quoted", "“{name}”", name=other) for other in names),
            )
        )
    for candidate in (wanted,) if wanted is not None else names:
        opened = workbook.get_sheet_by_name(candidate)
        rows = opened.to_python(skip_empty_area=False)
        if rows:
            notes: tuple[str, ...] = ()
            if len(names) > 1:
                told = _("Sheet “{sheet}” of {count} was read.", sheet=candidate, count=len(names))
                notes = (told,)
            return _Grid(rows, tuple(opened.merged_cell_ranges or ()), names, notes)
    return _Grid([], (), names)


def _as_sheet(grid: _Grid, name: str, limits: Limits) -> ReadSheet:
    rows = _text_rows(grid.rows, name, limits)
    head = find_head(rows, grid.spans)
    kept = [row for row in rows[head.rows :] if any(row)]
    if not kept:
        raise UserError(
            _(
                "“{file}” has no rows under its header row. Choose a sheet with a header row "
                "and at least one row.",
                file=name,
            )
        )
    columns = [
        column
        for column in range(len(head.names))
        if column not in head.numbered or any(row[column] for row in kept)
    ]
    _refuse_too_much(name, len(kept), len(columns), limits)
    headers = tuple(head.names[column] for column in columns)
    narrowed = [[row[column] for column in columns] for row in kept]
    _mend_dates(headers, narrowed)
    notes = (*grid.notes, *head.notes, *_cut(grid, limits))
    return ReadSheet(headers, tuple(map(tuple, narrowed)), grid.sheet_names, notes)


def _cut(grid: _Grid, limits: Limits) -> tuple[str, ...]:
    limit = limits.cell_characters
    if all(len(cell) <= limit for row in grid.rows for cell in row if isinstance(cell, str)):
        return ()
    return (_("Of cells with more than {limit} characters only so many were read.", limit=limit),)


def _refuse_too_much(name: str, rows: int, columns: int, limits: Limits) -> None:
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


def _text_rows(rows: Sequence[Sequence[object]], name: str, limits: Limits) -> list[list[str]]:
    """All rows as text, padded to one width; blank rows at the end and blank columns cut off."""
    limit = limits.cell_characters
    texts = [[cell_text(value, limit) for value in row] for row in rows]
    while texts and not any(texts[-1]):
        texts.pop()
    if not texts:
        raise UserError(
            _("“{file}” has no filled cells. Choose a sheet with people or ideas in it.", file=name)
        )
    width = 0
    for row in texts:
        while row and not row[-1]:
            row.pop()
        width = max(width, len(row))
    for row in texts:
        row.extend([""] * (width - len(row)))
    return texts


def _mend_dates(headers: Sequence[str], rows: Sequence[list[str]]) -> None:
    """Turns Excel's day numbers into dates where the column is one of dates."""
    for column, title in enumerate(headers):
        if is_date_header(title):
            for row in rows:
                row[column] = serial_date_text(row[column])
