"""Which row of a block of cells names its columns, if any does."""

import re
import statistics
from collections.abc import Sequence
from itertools import islice

from kdc_desktop.interchange.cell_kinds import CellKind, cell_kind, name_like
from kdc_desktop.interchange.header_words import speaks

Rows = Sequence[Sequence[str]]

_LOOK_AT = 30
_BELOW = 50
_ENOUGH = 1.25
_FIGURE = re.compile(r"\d")
_DAY = re.compile(r"(?:19|20)\d\d|\d{1,4}[./-]\d{1,2}[./-](?:\d{2,4})?")
_LETTERS = 2
_VALUES = (CellKind.ADDRESS, CellKind.LINK)


def filled(row: Sequence[str]) -> int:
    """How many cells of the row hold something."""
    return sum(map(bool, row))


def header_row(rows: Rows, first: int, last: int) -> int | None:
    """The row among `first` to `last` (not with it) that names the columns; None where none does.

    A row of somebody's data is never one: what stands below it in its columns is compared.
    """
    whole = (row for row in range(first, last) if any(rows[row]))
    wide = [(row, filled(rows[row])) for row in islice(whole, 4 * _LOOK_AT)]
    if not wide:
        return None
    if max(count for _, count in wide) == 1:
        return _alone(rows, [row for row, _ in wide])
    best, best_score = None, 0.0
    for place, (row, count) in enumerate(wide[:_LOOK_AT]):
        usual = statistics.median([width for _, width in wide[place + 1 :][:_BELOW]] or [count])
        said_again = row + 1 < last and rows[row + 1] == rows[row]
        if count < max(2, 0.6 * usual) or said_again:
            continue
        score = _likely(rows, row, last)
        if score >= _ENOUGH and score / count**0.5 > best_score:
            best, best_score = row, score / count**0.5
    return best if best is not None else _single(rows, wide)


def reads_like_headers(row: Sequence[str]) -> bool:
    """Whether this row would be taken for names of columns without a look at what is below it."""
    cells = [text for text in row if text]
    if any(cell_kind(text) in _VALUES for text in cells):
        return False
    clear = sum(speaks(text) == 2 for text in cells)
    return clear >= 2 and 2 * sum(speaks(text) > 0 for text in cells) >= len(cells)


def _alone(rows: Rows, filled_rows: Sequence[int]) -> int | None:
    """The header of the only column: among its first lines, and never said twice."""
    texts = [next(filter(None, rows[row])) for row in filled_rows]
    for place, text in enumerate(texts[:5]):
        told = speaks(text) in (2, 0.5) and not any(map(str.isdigit, text))
        if told and text not in texts[place + 1 :]:
            return filled_rows[place]
    return None


def _single(rows: Rows, wide: Sequence[tuple[int, int]]) -> int | None:
    """A header over one of several columns: “Participants”, with addresses beside the names."""
    row, count = wide[0]
    following = [width for _, width in wide[1:]]
    if count != 1 or not following or following[0] == 1:
        return None
    return row if speaks(next(filter(None, rows[row]))) == 2 else None


def _likely(rows: Rows, at: int, last: int) -> float:
    below = [row for row in rows[at + 1 : min(last, at + 1 + _BELOW)] if row != rows[at]]
    votes = [
        _vote(text, [row[column] for row in below if row[column]])
        for column, text in enumerate(rows[at])
        if text
    ]
    all_speak = 0.5 if min(votes) > 0 else 0
    short = all(len(text) <= _LETTERS for text in rows[at])
    letters = 1.5 if short and any(len(text) > 3 for row in below for text in row) else 0
    return sum(votes) + all_speak + letters  # nobody is called A, and works for B


def _vote(text: str, below: Sequence[str]) -> float:
    """What one cell says: above nought that it names the column, below that it is one of it."""
    kind = cell_kind(text)
    kinds = [cell_kind(other) for other in below]
    if kind in _VALUES:
        return -4
    if kind in (CellKind.FIGURES, CellKind.TICK) and kinds.count(kind) * 2 > len(kinds):
        return -0.25 if _dated(text, below) else -3
    if kind is CellKind.FIGURES:
        return -0.25
    folded = text.casefold()
    if any(other.casefold() == folded for other in below):
        return -2
    vote = speaks(text)
    if vote < 2 and name_like(text) and sum(map(name_like, below)) * 2 > len(below):
        vote = -1.5
    elif vote == 0 and name_like(text):
        vote = -0.5
    return vote + _contrast(text, below, kinds)


def _dated(text: str, below: Sequence[str]) -> bool:
    """Whether this year or day stands above figures of another kind, as an evening's column."""
    shapes = {_FIGURE.sub("0", one) for one in below}
    return bool(_DAY.fullmatch(text)) and _FIGURE.sub("0", text) not in shapes


def _contrast(text: str, below: Sequence[str], kinds: Sequence[CellKind]) -> float:
    """How much the cell differs from those below, which are alike."""
    values = [kind for kind in kinds if kind is not CellKind.NOTHING]
    if len(values) == 1 and values[0] is not CellKind.WORDS:
        return 0.75
    if len(values) < 2 or cell_kind(text) is CellKind.NOTHING:
        return 0
    usual = statistics.mode(values)
    if usual is not CellKind.WORDS:
        return 1.5 if values.count(usual) >= 0.8 * len(values) else 0
    if not any(map(str.isdigit, text)) and all(any(map(str.isdigit, one)) for one in below):
        return 1
    if text[0].islower() and all(one[0].isupper() for one in below):
        return 1
    return 0.5 if " " not in text and len(below) > 2 and all(" " in one for one in below) else 0
