"""Dates, times, spans and lists as the language in use writes them.

Times are wall times: an `Instant` is first seen in some zone, with `in_zone`.

A translation may use `short_day` and `short_month` (“5”) for `day` and `month` (“05”).
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from kdc_desktop.i18n.numbers import decimal_text, number_text, percent_text
from kdc_desktop.i18n.text import _, lazy, ngettext, pgettext, plazy

__all__ = [
    "date_order",
    "date_text",
    "day_moment_text",
    "day_text",
    "decimal_text",
    "exact_moment_text",
    "full_date_text",
    "full_moment_text",
    "large_and_small",
    "listed",
    "listed_and",
    "listed_apart",
    "listed_first",
    "moment_text",
    "month_names",
    "number_text",
    "paired",
    "percent_text",
    "quoted",
    "sentences",
    "span_text",
    "spoken",
    "time_text",
    "titled",
    "whole_month_names",
    "zone_text",
]

_MONTHS = (
    lazy("Jan"),
    lazy("Feb"),
    lazy("Mar"),
    lazy("Apr"),
    plazy("short month", "May"),
    lazy("Jun"),
    lazy("Jul"),
    lazy("Aug"),
    lazy("Sep"),
    lazy("Oct"),
    lazy("Nov"),
    lazy("Dec"),
)

_WHOLE_MONTHS = (
    lazy("January"),
    lazy("February"),
    lazy("March"),
    lazy("April"),
    plazy("month", "May"),
    lazy("June"),
    lazy("July"),
    lazy("August"),
    lazy("September"),
    lazy("October"),
    lazy("November"),
    lazy("December"),
)


def date_text(day: date) -> str:
    """A date in digits: “05.03.2027”."""
    return _date(f"{day.day:02}", f"{day.month:02}", f"{day.year:04}", str(day.day), str(day.month))


def date_order() -> str:
    """In which order `date_text` has day, month and year: “dmy”."""
    pattern = _date("dd", "MM", "yyyy", "dd", "MM")
    return "".join(sorted("dMy", key=pattern.index)).lower()


def month_names() -> list[str]:
    """The short names of the months: “Jan”, …"""
    return [str(month) for month in _MONTHS]


def whole_month_names() -> list[str]:
    """The names of the months, written out: “January”, …"""
    return [str(month) for month in _WHOLE_MONTHS]


def day_text(day: date) -> str:
    """A day of this year: “5 Mar”."""
    return pgettext(
        "day", "{short_day} {month}", short_day=str(day.day), month=_MONTHS[day.month - 1]
    )


def full_date_text(day: date) -> str:
    """A date that nobody can misread: “5 Mar 2027”."""
    return pgettext("date", "{day} {year}", day=day_text(day), year=f"{day.year:04}")


def full_moment_text(moment: datetime) -> str:
    """A date that nobody can misread, and a time: “5 Mar 2027, 18:05”."""
    return listed((full_date_text(moment), time_text(moment)))


def time_text(moment: datetime | time) -> str:
    """A time of day: “18:05”."""
    return pgettext(
        "time", "{hour}:{minute}", hour=f"{moment.hour:02}", minute=f"{moment.minute:02}"
    )


def moment_text(moment: datetime) -> str:
    """A date and a time: “05.03.2027 18:05”."""
    return pgettext("moment", "{date} {time}", date=date_text(moment), time=time_text(moment))


def exact_moment_text(moment: datetime) -> str:
    """A date and a time to the second: “05.03.2027 18:05:09”."""
    exact = pgettext(
        "time", "{time}:{second}", time=time_text(moment), second=f"{moment.second:02}"
    )
    return pgettext("moment", "{date} {time}", date=date_text(moment), time=exact)


def day_moment_text(moment: datetime) -> str:
    """A day of this year and a time: “05.03. 18:05”."""
    return pgettext(
        "moment",
        "{day}.{month}. {time}",
        day=f"{moment.day:02}",
        month=f"{moment.month:02}",
        short_day=str(moment.day),
        short_month=str(moment.month),
        time=time_text(moment),
    )


def zone_text(name: str) -> str:
    """A zone by its IANA name: “America/St Johns”."""
    return name.replace("_", " ") if name else _("local time")


def span_text(minutes: int) -> str:
    """How long something takes: “45 min”, and from an hour on “1 h 05 min”."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min", minutes=str(minutes))
    return _("{hours} h {minutes} min", hours=hours, minutes=f"{rest:02}")


def listed(items: Iterable[str]) -> str:
    """Items one after the other: “a, b, c”."""
    return pgettext("between items", ", ").join(items)


def listed_and(items: Iterable[str]) -> str:
    """Items as a sentence tells them: “a, b and c”."""
    *before, last = list(items) or [""]
    if not before:
        return last
    return pgettext("items", "{items} and {last}", items=listed(before), last=last)


def listed_first(items: Sequence[str], most: int) -> str:
    """So many of the items, and how many there are beside them: “a, b and 7 more”."""
    first, more = listed(items[:most]), len(items) - most
    if more <= 0:
        return first
    return ngettext("{names} and {count} more", "{names} and {count} more", more, names=first)


def listed_apart(items: Iterable[str]) -> str:
    """Items that may have commas in them, one after the other: “a, b; c”."""
    return pgettext("between items with commas", "; ").join(items)


def quoted(name: str) -> str:
    """A name as a sentence sets it apart: “Name”."""
    return pgettext("quoted", "“{name}”", name=name)


def sentences(whole: Iterable[str]) -> str:
    """Whole sentences one after the other, each with its own full stop: “A is. B is.”; empty
    ones are left out."""
    return pgettext("between sentences", " ").join(one for one in whole if one)


def spoken(parts: Iterable[str]) -> str:
    """Parts without full stops, for screen readers: “a. b”; empty ones are left out."""
    return pgettext("between what is read aloud", ". ").join(part for part in parts if part)


def paired(name: str, value: str) -> str:
    """A name and its number, letter or share: “Companies 5”."""
    return pgettext("name and number", "{name} {value}", name=name, value=value)


def titled(name: str, value: str) -> str:
    """What something is called and what is said of it: “Companies: 5”."""
    return pgettext("name and number", "{name}: {value}", name=name, value=value)


def large_and_small(sentence: str) -> tuple[str, str]:
    """The first line of a sentence, which is shown large, and what is shown small below it."""
    large, _end, small = sentence.partition("\n")
    return large, small


def _date(day: str, month: str, year: str, short_day: str, short_month: str) -> str:
    return pgettext(
        "date",
        "{day}.{month}.{year}",
        day=day,
        month=month,
        year=year,
        short_day=short_day,
        short_month=short_month,
    )
