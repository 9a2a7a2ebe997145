"""The names of the columns of a table: under title lines, in two merged rows, or missing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kdc_desktop.i18n import _
from kdc_desktop.interchange.cell_kinds import CellKind, cell_kind, name_like
from kdc_desktop.interchange.grids import Span
from kdc_desktop.interchange.header_row import Rows, filled, header_row
from kdc_desktop.interchange.header_words import speaks

_DATE_HEADER = re.compile(
    r"\b(date|day|born|birth\w*|since|joined|registered|datum|dato|päivä\w*|pvm|syntynyt|fecha|född)\b",
    re.IGNORECASE,
)
_IMPORT_ID = '{"ImportId"'  # the third row of headers that Qualtrics writes
_WORDS_OF_A_SENTENCE = 4


@dataclass(frozen=True)
class Head:
    """The unique column names, and the place of the first row below them.

    `first` is the place of the first header row, None where there is none; `numbered` are the
    columns that have no name in the sheet, so that ours is their number.
    """

    names: tuple[str, ...]
    below: int
    first: int | None
    numbered: frozenset[int]
    notes: tuple[str, ...] = ()


def is_date_header(name: str) -> bool:
    """Whether a column of this name holds dates."""
    return bool(_DATE_HEADER.search(name))


def find_head(rows: Rows, first: int, last: int, spans: Sequence[Span] = ()) -> Head:
    """The column names of `rows[first:last]`, all of one width, with blank rows still in.

    A table without a header row gets “Column 1”, “Column 2” … and a note.
    """
    index = header_row(rows, first, last)
    if index is None:
        return _headless(rows, first, last)
    above = _group_row(rows, index, first, spans)
    below = index + 1 if above is None and _continues(rows, index, last, spans) else index
    top = index if above is None else above
    names = list(map(_join, zip(*_labels(rows, top, below, spans), strict=True)))
    notes = list(_left_out_above(rows, first, top))
    if below > top:
        notes.append(_("Two header rows were joined."))
    numbered = frozenset(column for column, name in enumerate(names) if not name)
    while below + 1 < last and any(rows[below + 1]) and _is_import_id(rows[below + 1]):
        below += 1
    return Head(unique_names(names), below + 1, top, numbered, tuple(notes))


def _headless(rows: Rows, first: int, last: int) -> Head:
    start = _past_titles(rows, first, last)
    note = _("There is no header row, so the columns have numbers for names.")
    width = len(rows[0])
    notes = (*_left_out_above(rows, first, start), note)
    return Head(unique_names([""] * width), start, None, frozenset(range(width)), notes)


def _past_titles(rows: Rows, first: int, last: int) -> int:
    """The first row that is no line of title: nobody's name is taken for one."""
    wide = [row for row in range(first, last) if any(rows[row])]
    alone = max((filled(rows[row]) for row in wide), default=0) <= 1
    for place, row in enumerate(wide):
        if filled(rows[row]) > 1 or place + 2 > len(wide):
            return row
        text = next(filter(None, rows[row]))
        apart = wide[place + 1] > row + 1
        title = not name_like(text) and cell_kind(text) is not CellKind.ADDRESS
        if not title or not (apart or (not alone and len(text.split()) > 3)):
            return row
    return first


def _left_out_above(rows: Rows, first: int, top: int) -> tuple[str, ...]:
    if not any(any(row) for row in rows[first:top]):
        return ()
    return (_("Lines above the header row (row {row}) were left out.", row=str(top + 1)),)


def _is_import_id(row: Sequence[str]) -> bool:
    return all(text.startswith(_IMPORT_ID) for text in row if text)


def _is_label(text: str) -> bool:
    return len(text) <= 80 and cell_kind(text) in (CellKind.WORDS, CellKind.NOTHING)


def _touching(spans: Sequence[Span], row: int) -> list[Span]:
    return [span for span in spans if span[0][0] <= row <= span[1][0]]


def _group_row(rows: Rows, index: int, first: int, spans: Sequence[Span]) -> int | None:
    """The row just above that names groups of columns, not the whole sheet."""
    above = index - 1
    if above < first or filled(rows[above]) < 2:
        return None  # a line of title, though it may be merged across
    if not all(map(_is_label, filter(None, rows[above]))):
        return None
    if all(map(_is_sentence, filter(None, rows[above]))):  # what the sheet is for
        return None
    across = [span for span in _touching(spans, above) if span[0][1] < span[1][1]]
    if any(span[1][1] - span[0][1] + 1 >= filled(rows[index]) for span in across):
        return None
    if across:
        return above
    places = [column for column, text in enumerate(rows[above]) if text]
    apart = any(left + 1 < right for left, right in pairwise(places))
    return above if apart or places[0] > 0 else None


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) >= _WORDS_OF_A_SENTENCE


def _continues(rows: Rows, index: int, last: int, spans: Sequence[Span]) -> bool:
    """Whether the row below `index` holds the second half of the column names."""
    if index + 1 >= last:
        return False
    head, following = rows[index], rows[index + 1]
    if not any(following) or not all(map(_is_label, filter(None, following))):
        return False
    if any(span[0][0] == index and span[1][0] == index + 1 for span in _touching(spans, index)):
        return True
    across = (following[span[0][1] : span[1][1] + 1] for span in _touching(spans, index))
    if any(filled(parts) > 1 for parts in across):
        return True
    gaps = {column for column, text in enumerate(head) if not text and following[column]}
    spoken = [speaks(text) > 0 for text in following if text]
    allowed = gaps | {column - 1 for column in gaps}
    within = all(c in allowed for c, text in enumerate(following) if text)
    return bool(gaps) and (sum(spoken) * 2 >= len(spoken) or (within and any(spoken)))


def _labels(rows: Rows, first: int, last: int, spans: Sequence[Span]) -> list[list[str]]:
    """The header rows with merged cells filled in; a group's name reaches to the next one."""
    if first == last:
        return [list(rows[first])]
    return [_spread(rows, row, first, last, spans) for row in (first, last)]


def _spread(rows: Rows, row: int, first: int, last: int, spans: Sequence[Span]) -> list[str]:
    labels = list(rows[row])
    known = _touching(spans, row)
    for (top, left), (bottom, right) in known:
        if top >= first and bottom <= last:
            labels[left : right + 1] = [rows[top][left]] * (min(right, len(labels) - 1) - left + 1)
    if row == first and not known:
        for column in range(1, len(labels)):
            if not labels[column] and rows[last][column]:
                labels[column] = labels[column - 1]
    return labels


def _join(parts: Sequence[str]) -> str:
    words = [" ".join(part.split()) for part in parts if part]
    return " ".join(dict.fromkeys(words))


def unique_names(names: Sequence[str]) -> tuple[str, ...]:
    """Names of columns that differ; one that has none is called by its number."""
    taken: set[str] = set()
    known: dict[str, int] = {}
    unique = []
    for place, name in enumerate(names, 1):
        name = name or _("Column {number}", number=place)
        candidate, number = name, known.get(name.casefold(), 1)
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{name} ({number})"
        known[name.casefold()] = number
        taken.add(candidate.casefold())
        unique.append(candidate)
    return tuple(unique)
