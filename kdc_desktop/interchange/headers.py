"""Finds the header row of a sheet: under title lines, in two merged rows, or missing."""

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from kdc_desktop.i18n import _
from kdc_desktop.interchange.grids import Span

Rows = Sequence[Sequence[str]]

_LOOK_AT = 30
_VALUE = re.compile(r"[\d\s.,:/+\-%€$£()]+|\S+@\S+\.\S+|https?://\S+|(?i:yes|no)")
_DATE_HEADER = re.compile(
    r"\b(date|day|born|birth\w*|since|joined|registered|datum|dato|päivä\w*|pvm|syntynyt|fecha|född)\b",
    re.IGNORECASE,
)
_ONLY_HEADER = re.compile(
    r"(full )?names?|nimi|namn|e-?mails?|sähköposti|(your )?ideas?|ideat|idé(er)?|ehdotu(s|kset)"
    r"|förslag|comments?|comment-body|kommentti|texts?|teksti|proposals?|suggestions?|people|participants?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Head:
    """The unique column names and the number of rows they and what stands above them take.

    `numbered` are the columns that have no name in the sheet, so that ours is their number.
    """

    names: tuple[str, ...]
    rows: int
    numbered: frozenset[int]
    notes: tuple[str, ...] = ()


def is_date_header(name: str) -> bool:
    """Whether a column of this name holds dates."""
    return bool(_DATE_HEADER.search(name))


def find_head(rows: Rows, spans: Sequence[Span] = ()) -> Head:
    """The column names of `rows` (all of one width, blank rows still in); `spans` are merged cells.

    A sheet without a header row gets “Column 1”, “Column 2” … and a note.
    """
    width = len(rows[0]) if rows else 0
    index = _header_index(rows)
    if index is None:
        note = _("There is no header row, so the columns have numbers for names.")
        return Head(_unique([""] * width), 0, frozenset(range(width)), (note,))
    above = _group_row(rows, index, spans)
    below = index + 1 if above is None and _continues(rows, index, spans) else index
    first = index if above is None else above
    parts = [_labels(rows, row, first, below, spans) for row in range(first, below + 1)]
    names = [_join(column) for column in zip(*parts, strict=True)]
    notes = []
    if any(any(row) for row in rows[:first]):
        notes.append(_("Lines above the header row (row {row}) were left out.", row=str(first + 1)))
    if below > first:
        notes.append(_("Two header rows were joined."))
    numbered = frozenset(column for column, name in enumerate(names) if not name)
    return Head(_unique(names), below + 1, numbered, tuple(notes))


def _filled(row: Sequence[str]) -> int:
    return sum(map(bool, row))


def _is_label(text: str) -> bool:
    return len(text) <= 80 and not _VALUE.fullmatch(text)


def _header_index(rows: Rows) -> int | None:
    """The first row that is about as wide as those below it, when it reads like column names."""
    filled = [(index, _filled(row)) for index, row in enumerate(rows[: _LOOK_AT * 4]) if any(row)]
    for place, (index, count) in enumerate(filled[:_LOOK_AT]):
        below = [width for _, width in filled[place + 1 : place + 1 + 50]]
        usual = statistics.median(below) if below else count
        if count < max(min(2, usual), 0.6 * usual):
            continue
        labels = [text for text in rows[index] if text]
        if usual <= 1:
            return index if _ONLY_HEADER.fullmatch(labels[0]) else None
        return index if all(map(_is_label, labels)) else None
    return None


def _touching(spans: Sequence[Span], row: int) -> list[Span]:
    return [span for span in spans if span[0][0] <= row <= span[1][0]]


def _group_row(rows: Rows, index: int, spans: Sequence[Span]) -> int | None:
    """The row just above that names groups of columns, not the whole sheet."""
    above = index - 1
    if above < 0 or not any(rows[above]) or not all(_is_label(t) for t in rows[above] if t):
        return None
    across = [span for span in _touching(spans, above) if span[0][1] < span[1][1]]
    if any(span[1][1] - span[0][1] + 1 >= _filled(rows[index]) for span in across):
        return None
    return above if across or _filled(rows[above]) >= 2 else None


def _continues(rows: Rows, index: int, spans: Sequence[Span]) -> bool:
    """Whether the row below `index` holds the second half of the column names."""
    if index + 1 >= len(rows):
        return False
    head, following = rows[index], rows[index + 1]
    if not any(following) or not all(_is_label(text) for text in following if text):
        return False
    if any(span[0][0] == index and span[1][0] == index + 1 for span in _touching(spans, index)):
        return True
    if any(span[0][1] < span[1][1] for span in _touching(spans, index)):
        return True
    gaps = {column for column, text in enumerate(head) if not text and following[column]}
    allowed = gaps | {column - 1 for column in gaps}
    return bool(gaps) and all(c in allowed for c, text in enumerate(following) if text)


def _labels(rows: Rows, row: int, first: int, last: int, spans: Sequence[Span]) -> list[str]:
    """One header row with merged cells filled in; a group's name reaches to the next one."""
    labels = list(rows[row])
    if first == last:
        return labels
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


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    taken: set[str] = set()
    unique = []
    for place, name in enumerate(names, 1):
        name = name or _("Column {number}", number=place)
        candidate, number = name, 1
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{name} ({number})"
        taken.add(candidate.casefold())
        unique.append(candidate)
    return tuple(unique)
