"""Dates and times as people type them: “1.12.”, “2026-12-01 18:00”, “1 Dec 6 pm”, “tomorrow”."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.i18n import _, month_names

DAY, MONTH, YEAR = "d", "m", "y"
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_BETWEEN = re.compile(r"[\s.,/\-]*")
_TIME = re.compile(
    r"(\d{1,2})(?:[:.](\d{2}))?(?:[:.]\d{2})?\s*(?:(a|p)\.?m\.?)?|(\d{2})(\d{2})", re.IGNORECASE
)
_CLOCK = re.compile(r"\s*(?:[\s,]|(?<=\d)[Tt](?=\d))\s*")
_NOON = 12


def typed_date(text: str, today: date, order: str) -> date | None:
    """The day that is meant, or None; `order` is that of day, month and year in digits (“dmy”).

    Without a year it is the next such day from today on.
    """
    named = {
        fold(_("today")): today,
        fold(_("tomorrow")): today + timedelta(days=1),
        fold(_("yesterday")): today - timedelta(days=1),
    }
    if fold(text) in named:
        return named[fold(text)]
    if _BETWEEN.sub("", _PARTS.sub("", text)):
        return None
    parts = _PARTS.findall(text)
    month, numbers = _split(parts)
    if len(numbers) + (month is not None) != len(parts):
        return None
    return _first(_readings(month, numbers, order), today)


def typed_moment(text: str, shown: datetime, today: date, order: str) -> datetime | None:
    """The time on a wall that is meant, or None; what is not typed is as it is `shown`."""
    day = typed_date(text, today, order)
    if day is not None:
        return datetime.combine(day, shown.time())
    for between in _CLOCK.finditer(text):
        day = typed_date(text[: between.start()], today, order)
        at = _typed_time(text[between.end() :])
        if day is not None and at is not None:
            return datetime.combine(day, at)
    at = _typed_time(text)
    return None if at is None else datetime.combine(shown.date(), at)


def _split(parts: Sequence[str]) -> tuple[int | None, list[int]]:
    """The month that is written as a word, and all that is written in digits."""
    month, numbers = None, []
    months = [fold(name) for name in month_names()]
    for part in parts:
        if part.isdecimal():
            numbers.append(int(part))
        elif len(part) >= 3:
            found = [at for at, name in enumerate(months, 1) if fold(part)[:3] == name[:3]]
            month = found[0] if found and month is None else month
    return month, numbers


def _readings(month: int | None, numbers: list[int], order: str) -> list[tuple[int, int, int]]:
    """Year (0 for none), month and day in each way in which they can be read, the likely first."""
    if month is not None:
        day, year = [*numbers, 0, 0][:2]
        return [(year, month, day), (day, month, year)] if 1 <= len(numbers) <= 2 else []
    if len(numbers) == 3 and numbers[0] > 31:
        return [(numbers[0], numbers[1], numbers[2])]
    if len(numbers) not in (2, 3):
        return []
    wanted = order if len(numbers) == 3 else order.replace(YEAR, "")
    read = dict(zip(wanted, numbers, strict=True))
    year = read.get(YEAR, 0)
    return [(year, read[MONTH], read[DAY]), (year, read[DAY], read[MONTH])]


def _first(readings: list[tuple[int, int, int]], today: date) -> date | None:
    for year, month, day in readings:
        years = [year + 2000 if year < 100 else year] if year else range(today.year, today.year + 9)
        for each in years:
            found = _day(each, month, day)
            if found is not None and (year or found >= today):
                return found
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _typed_time(text: str) -> time | None:
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, half, hours, minutes = found.groups()
    at, past = int(hour or hours), int(minute or minutes or 0)
    if half:
        if not 1 <= at <= _NOON:
            return None
        at = at % _NOON + (_NOON if half.lower() == "p" else 0)
    return time(at, past) if at < 24 and past < 60 else None
