"""What a session that is like an earlier one may be called."""

import re
from collections.abc import Sequence
from datetime import date

from kdc_desktop.i18n import pgettext

_NUMBER = re.compile(r"\d+")
_YEARS = range(1900, 2200)


def next_title(title: str, before: date, day: date, names: Sequence[Sequence[str]]) -> str:
    """The earlier title with the day, the month, the year or the number of the new one in it.

    Args:
        title: of the earlier session.
        before: its day.
        day: of the new one.
        names: of the twelve months, in each way in which they are written, the longest first.
    """
    renamed, has_month = title, False
    for months in names:
        month = months[before.month - 1]
        told = re.compile(rf"\b{re.escape(month)}\b", re.IGNORECASE)
        if told.search(renamed):
            month = months[day.month - 1]
            renamed, has_month = told.sub(month, renamed), True
            beside = rf"\b\d{{1,2}}(?=\.? {month}\b)|(?<=\b{month} )\d{{1,2}}\b"
            renamed = re.sub(beside, str(day.day), renamed)
            break
    renamed = re.sub(rf"\b{before.year}\b", str(day.year), renamed)
    if has_month or renamed != title:
        return renamed
    numbers = [one for one in _NUMBER.finditer(title) if int(one[0]) not in _YEARS]
    if numbers:
        last = numbers[-1]
        return title[: last.start()] + str(int(last[0]) + 1) + title[last.end() :]
    month = names[0][day.month - 1]
    return pgettext("title of a session", "{title}, {month}", title=title, month=month)
