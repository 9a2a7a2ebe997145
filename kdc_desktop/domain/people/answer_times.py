"""When the rows of a form were written, by the column that says so."""

import re
from collections.abc import Sequence
from datetime import datetime

from kdc_desktop.domain.kit.text import fold

_HEADERS = frozenset(
    (
        *("timestamp", "time stamp", "submitted at", "submission date", "submission time"),
        *("completion time", "date submitted", "submitted", "response date", "registration time"),
        *("registered at", "registration date", "created at", "submitdate", "end date"),
        *("aikaleima", "valmistumisaika", "lahetetty", "vastausaika", "ilmoittautumisaika"),
        *("tidsstampel", "slutforandetid", "inskickat", "svarstid", "anmalningstid"),
        *("tidsstempel", "innsendt", "fullforingstid", "fuldforelsestidspunkt", "indsendt"),
        *("zeitstempel", "fertigstellungszeit", "abgeschickt", "eingereicht am", "datum"),
        *("tijdstempel", "tijd van voltooien", "ingezonden op", "horodateur", "heure de fin"),
        *("date de soumission", "marca temporal", "hora de finalizacion", "fecha de envio"),
        *("ajatempel", "lopuaeg", "esitatud"),
    )
)
_DAY = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{2,4})")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?")
_HALF = re.compile(r"\b(am|pm)\b", re.IGNORECASE)

_Parts = tuple[int, int, int]


def place_of_times(headers: Sequence[str]) -> int | None:
    """The column that says when rows were written; None where none does."""
    return next((at for at, header in enumerate(headers) if fold(header) in _HEADERS), None)


def answered_at(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[datetime | None]:
    """The wall time of each row; None where no column says so, or it cannot be read for sure.

    Whether the day or the month comes first, the rows decide together; where no row tells, there
    is no time.
    """
    place = place_of_times(headers)
    if place is None:
        return [None] * len(rows)
    cells = [row[place] if place < len(row) else "" for row in rows]
    days = [_day_of(cell) for cell in cells]
    order = _order([day for day in days if day is not None])
    return [
        None if day is None or order is None else _moment(day, order, cell)
        for day, cell in zip(days, cells, strict=True)
    ]


def _day_of(cell: str) -> _Parts | None:
    found = _DAY.search(cell)
    return None if found is None else (int(found[1]), int(found[2]), int(found[3]))


def _order(days: Sequence[_Parts]) -> tuple[int, int, int] | None:
    """The places of year, month and day; None where the days can be read in two ways."""
    if not days:
        return None
    if all(first > 31 for first, _second, _third in days):
        return 0, 1, 2
    day_first = any(first > 12 for first, _second, _third in days)
    month_first = any(second > 12 for _first, second, _third in days)
    if day_first == month_first:
        return None
    return (2, 1, 0) if day_first else (2, 0, 1)


def _moment(day: _Parts, order: tuple[int, int, int], cell: str) -> datetime | None:
    year, month, date = (day[at] for at in order)
    hour, minute, second = _clock(_DAY.sub(" ", cell, count=1))
    try:
        return datetime(year + 2000 if year < 100 else year, month, date, hour, minute, second)
    except ValueError:
        return None


def _clock(rest: str) -> tuple[int, int, int]:
    found = _TIME.search(rest)
    if found is None:
        return 0, 0, 0
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = _HALF.search(rest)
    if half is not None:
        hour = hour % 12 + (12 if half[1].lower() == "pm" else 0)
    return hour, minute, second
