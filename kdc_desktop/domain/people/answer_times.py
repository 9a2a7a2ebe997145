"""When the rows of a form were written, by the column that says so."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.instants import Instant, Zone

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
_ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "BST": 1} | {
    "CET": 1,
    "CEST": 2,
    "MEZ": 1,
    "MESZ": 2,
    "EET": 2,
    "EEST": 3,
}
"""How many hours clocks are ahead of UTC."""
_OFFSET = re.compile(
    rf"(?:[.,]\d+)?\s*(?:am|pm)?\s*\(?({'|'.join(_ZONES)})?(?:\s?([+−-])(\d\d?)(?::?(\d\d))?)?\)?\s*",
    re.IGNORECASE,
)

_Parts = tuple[int, int, int]


def place_of_times(headers: Sequence[str]) -> int | None:
    """The column that says when rows were written; None where none does."""
    return next((at for at, header in enumerate(headers) if fold(header) in _HEADERS), None)


def answered_at(
    headers: Sequence[str], rows: Sequence[Sequence[str]], zone: Zone
) -> list[Instant | None]:
    """When each row was written; None where no column says so, or it cannot be read for sure.

    Whether the day or the month comes first, the rows decide together; where no row tells, there
    is no time. What does not say how far it is from UTC is what a clock in `zone` shows.
    """
    place = place_of_times(headers)
    if place is None:
        return [None] * len(rows)
    cells = [row[place] if place < len(row) else "" for row in rows]
    days = [_day_of(cell) for cell in cells]
    order = _order([day for day in days if day is not None])
    return [
        None if day is None or order is None else _moment(day, order, cell, zone)
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


def _moment(day: _Parts, order: tuple[int, int, int], cell: str, zone: Zone) -> Instant | None:
    year, month, date = (day[at] for at in order)
    hour, minute, second, after = _clock(_DAY.sub(" ", cell, count=1))
    try:
        wall = datetime(year + 2000 if year < 100 else year, month, date, hour, minute, second)
        return Instant.of(wall, _zone_said(after) or zone)
    except (ValueError, OverflowError):
        return None


def _clock(rest: str) -> tuple[int, int, int, str]:
    """Hour, minute and second, and what stands behind them."""
    found = _TIME.search(rest)
    if found is None:
        return 0, 0, 0, ""
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = _HALF.search(rest)
    if half is not None:
        hour = hour % 12 + (12 if half[1].lower() == "pm" else 0)
    return hour, minute, second, rest[found.end() :]


def _zone_said(after: str) -> Zone | None:
    """The distance from UTC that stands behind a time: “Z”, “+02:00”, “PM GMT+3”, “EET”."""
    found = _OFFSET.fullmatch(after)
    if found is None:
        return None
    known, sign, hours, minutes = found.groups()
    if not known and not sign:
        return None
    ahead = timedelta(hours=_ZONES[known.upper()]) if known else timedelta()
    span = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    ahead += -span if sign in ("-", "−") else span
    return timezone(ahead)
