"""Reads the days and times of the past, as people and spreadsheets write them."""

import re
from datetime import date, time

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*)?")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_TIME = re.compile(r"(?:.*[T ])?(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?")
_HOUR = re.compile(r"(\d{1,2})")
EVENING = time(18)
"""When a session began of which nobody says so."""


def day_said(text: str) -> date | None:
    """The day of “2016-10-05” or “5.10.2016”, the first one of a month or year; None of others."""
    if found := _ISO.fullmatch(text.strip()):
        year, month, day = (int(part or 1) for part in found.groups())
    elif found := _DOTTED.fullmatch(text.strip()):
        day, month, year = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_whole_day(text: str) -> bool:
    """Whether it says more than a year or a month."""
    return day_said(text) is not None and len(re.findall(r"\d+", text)) >= 3


def time_said(text: str) -> time | None:
    """The time of “18:00”, “18.30” or “18”; the evening's where it is blank, None of others."""
    if not text.strip():
        return EVENING
    found = _TIME.fullmatch(text.strip()) or _HOUR.fullmatch(text.strip())
    try:
        return None if found is None else time(int(found[1]), int((*found.groups(), 0)[1]))
    except ValueError:
        return None
