"""Cuts a sheet where another table begins: “Host Details” and its headers below other people."""

from collections.abc import Iterator
from dataclasses import dataclass

from kdc_desktop.interchange.cell_kinds import name_like
from kdc_desktop.interchange.header_row import Rows, filled, reads_like_headers
from kdc_desktop.interchange.header_words import speaks


@dataclass(frozen=True)
class SheetPart:
    """The rows `first` to `last` (not with it) of a sheet, and what stands above their headers."""

    first: int
    last: int
    title: str = ""


def sections(rows: Rows) -> tuple[SheetPart, ...]:
    """The parts of a sheet that have headers of their own; one where nothing else is told.

    A header row begins another table only below a blank row or a line of title, and only when its
    words are clearly those of headers, so that no list is torn apart. The same headers again
    below a blank row are the same list.
    """
    begins = list(_begins(rows))
    found = []
    for (first, header), following in zip(begins, [*begins[1:], None], strict=True):
        last = following[0] if following else len(rows)
        titles = [row for row in range(first, header) if filled(rows[row]) == 1]
        title = next(filter(None, rows[titles[-1]])) if titles and header < last else ""
        found.append(SheetPart(first, last, title))
    return tuple(found)


def _begins(rows: Rows) -> Iterator[tuple[int, int]]:
    """Where each section begins, and where its first row with several cells is."""
    start, head = 0, next((row for row in range(len(rows)) if filled(rows[row]) > 1), len(rows))
    for at in range(head + 1, len(rows)):
        if filled(rows[at]) < 2 or filled(rows[at - 1]) > 1 or not reads_like_headers(rows[at]):
            continue
        first = _titles_above(rows, at, head)
        if not any(rows[first]) and rows[at] in rows[head:at]:
            continue
        if start > 0 or not _key_lines(rows[:first], filled(rows[at])):
            yield start, head
            start = first
        head = at
    yield start, head


def _titles_above(rows: Rows, header: int, floor: int) -> int:
    """The first row of what belongs to the header at `header`: lines of title and blank ones."""
    row = header
    while row - 1 > floor and not any(rows[row - 1]):
        row -= 1
    block = row
    while block - 1 > floor and filled(rows[block - 1]) == 1:
        block -= 1
    if block < row and not any(rows[block - 1]):
        return block
    return row - 1 if row == header else row


def _key_lines(rows: Rows, width: int) -> bool:
    """Whether these lines above a wider table say what it is: “Date”, “3.11.2025”."""
    pairs = [[text for text in row if text] for row in rows if filled(row) > 1]
    if any(len(pair) > 2 or name_like(pair[0]) for pair in pairs) or width < 3:
        return False
    return 2 * sum(speaks(pair[0]) > 0 for pair in pairs) >= len(pairs)
