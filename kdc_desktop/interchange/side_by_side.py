"""Tells tables that stand beside each other, so that nobody gets the address of a neighbour."""

from collections.abc import Sequence

from kdc_desktop.interchange.header_row import Rows
from kdc_desktop.interchange.header_words import speaks

_LOOK_AT = 30
_MOST_CELLS = 10_000_000  # of all the sheets that are made of one


def side_by_side(rows: Rows) -> tuple[Rows, ...]:
    """The sheet once for each table beside another, with the cells of the others blank.

    They are told by a header row that says the same again: “Name, E-mail, Name, E-mail”. A sheet
    that is far too large for that stays whole.
    """
    for row in rows[:_LOOK_AT]:
        if starts := _starts(row):
            if len(starts) * len(rows) * len(row) > _MOST_CELLS:
                break
            ends = (*starts[1:], len(row))
            return tuple(
                [[*[""] * first, *one[first:last], *[""] * (len(one) - last)] for one in rows]
                for first, last in zip(starts, ends, strict=True)
            )
    return (rows,)


def _starts(row: Sequence[str]) -> tuple[int, ...]:
    """The columns where the headers begin again, the first among them; none where they do not."""
    cells = [text.casefold() for text in row]
    first = next((place for place, text in enumerate(cells) if text), 0)
    again = [place for place in range(first + 2, len(cells)) if cells[place] == cells[first]]
    if not again or speaks(row[first]) == 0:
        return ()
    block = [text for text in cells[first : again[0]] if text]
    starts = (first, *again)
    for begin, end in zip(starts, (*again, len(cells)), strict=True):
        if [text for text in cells[begin:end] if text] != block:
            return ()
    return starts if len(block) > 1 else ()
