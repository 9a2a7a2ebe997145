"""Writes .csv files that spreadsheet programs open without running anything in them."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from kdc_desktop.interchange.files import replacing

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def guard_csv_cell(text: str) -> str:
    """`text`, with an apostrophe before it where it would be taken as a formula."""
    return f"'{text}" if text.startswith(_RISKY) else text


def write_csv(path: Path | str, headers: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Writes a table as UTF-8 with a mark, commas and one header row; numbers stay numbers.

    Raises UserError when the file cannot be written; the old file is then as it was.
    """
    target = Path(path)
    with (
        replacing(target) as fresh,
        fresh.open("w", encoding="utf-8-sig", errors="replace", newline="") as file,
    ):
        writer = csv.writer(file)
        writer.writerow(guard_csv_cell(header) for header in headers)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> object:
    return guard_csv_cell(value) if isinstance(value, str) else value
