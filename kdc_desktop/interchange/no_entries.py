"""Rows in and below a table that are nobody: totals, headings across it, remarks, headers again."""

import re
from collections.abc import Iterator, Sequence

from kdc_desktop.interchange.cell_kinds import CellKind, cell_kind, name_like, words_of
from kdc_desktop.interchange.grids import Span
from kdc_desktop.interchange.header_row import Rows, filled

_TOTAL = words_of(
    """
    total totals sum sums subtotal subtotals grand count number average overall all yhteensä
    summa välisumma kaikki lukumäärä lkm yht totalt totalsumma delsumma antal sammanlagt summa i
    alt samlet sum totalsum antall summe gesamt gesamtsumme insgesamt zwischensumme anzahl
    totaal som eindtotaal subtotaal aantal général générale somme totaux nombre sous suma
    totales general subtotales cantidad kokku vahesumma arv kogusumma
    """
)
_COUNTED = words_of(
    """
    of in the de des av von der an número participants participant people persons attendees
    guests members registrations tickets names henkilöä henkilö osallistujaa osallistujat
    ilmoittautunutta personer deltagare deltakere deltagere teilnehmer teilnehmende personen
    deelnemers personnes participantes personas osalejat inimest pers kpl st stk
    """
)
_MARKS = re.compile(r"[\d\W_]+")
_DONE = re.compile(r"\d|[.:*©]|^\W")


def totals(rows: Rows) -> frozenset[int]:
    """The places of the rows that only count or sum the others."""
    found = {place for place, row in enumerate(rows) if len(rows) > 1 and _is_total(row)}
    last = max((place for place in range(len(rows)) if place not in found), default=-1)
    if last > 1 and _counts(rows[last], [rows[at] for at in range(last) if at not in found]):
        found.add(last)
    return frozenset(found)


def no_entries(
    rows: Rows, first: int, last: int, header: int | None, spans: Sequence[Span]
) -> set[int]:
    """The places of `rows[first:last]` that hold the headers again, headings or remarks."""
    again = {row for row in range(first, last) if header is not None and rows[row] == rows[header]}
    across = {
        top
        for (top, left), (bottom, right) in spans
        if top == bottom and left < right and first <= top < last and filled(rows[top]) == 1
    }
    return again | across | set(_remarks(rows, first, last))


def _remarks(rows: Rows, first: int, last: int) -> Iterator[int]:
    """Single lines at the end, apart from a table of several columns, that are nobody's name."""
    if max((filled(row) for row in rows[first:last]), default=0) < 2:
        return
    end = max(row for row in range(first, last) if any(rows[row]))
    start = end
    while start > first and filled(rows[start]) <= 1:
        start -= 1
    apart = False
    for row in range(start + 1, end + 1):
        apart = apart or not any(rows[row])
        if apart and any(rows[row]) and _is_remark(next(filter(None, rows[row]))):
            yield row


def _is_remark(text: str) -> bool:
    if cell_kind(text) in (CellKind.ADDRESS, CellKind.FIGURES) or _total_words(text):
        return False
    return not name_like(text) and bool(_DONE.search(text) or len(text.split()) > 3)


def _is_total(row: Sequence[str]) -> bool:
    cells = [text for text in row if text]
    words = [text for text in cells if cell_kind(text) is CellKind.WORDS]
    rest = {cell_kind(text) for text in cells} - {CellKind.WORDS}
    return (
        bool(words)
        and all(map(_total_words, words))
        and rest <= {CellKind.FIGURES, CellKind.NOTHING}
    )


def _total_words(text: str) -> bool:
    if len(text) > 60:
        return False
    words = _MARKS.sub(" ", text.casefold()).split()
    if not words or not all(word in _TOTAL or word in _COUNTED for word in words):
        return False
    return words != ["i"] and (any(word in _TOTAL for word in words) or any(map(str.isdigit, text)))


def _counts(row: Sequence[str], above: Rows) -> bool:
    """Whether a row of nothing but figures counts the rows above it, or sums them."""
    if any(cell_kind(text) is not CellKind.FIGURES for text in row if text):
        return False
    columns = list(zip(row, zip(*above, strict=True), strict=True))
    if not any(_mostly_words(column) for _, column in columns):
        return False
    told = [_is_count(text, column) for text, column in columns if text]
    return any(told) and not any(row[:1] == other[:1] for other in above if row[0])


def _mostly_words(column: Sequence[str]) -> bool:
    kinds = [cell_kind(text) for text in column if text]
    words = sum(kind in (CellKind.WORDS, CellKind.ADDRESS) for kind in kinds)
    return words * 2 > len(kinds)


def _is_count(text: str, column: Sequence[str]) -> bool:
    number = _number(text)
    numbers = [_number(other) for other in column if other]
    known = [value for value in numbers if value is not None]
    if _mostly_words(column):
        return number == len(numbers)
    return number is not None and len(known) > 1 and abs(sum(known) - number) < 0.005


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", ".").replace(" ", ""))
    except ValueError:
        return None
