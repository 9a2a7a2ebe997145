"""Turns what a cell holds into text that is safe to show and to compare."""

import datetime
import re
import unicodedata
from collections.abc import Iterable

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]"
)
_NEW_LINE = re.compile("\r\n?|\u2028|\u2029")
_SERIAL_ZERO = datetime.datetime(1899, 12, 30)


def clean_text(text: str, limit: int = 32_767) -> str:
    """`text` in composed Unicode without control characters and outer blanks, at most `limit` long.

    Line breaks inside are kept as `\\n`.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if not text.isprintable():
        text = _CONTROL.sub("", _NEW_LINE.sub("\n", text))
    return text.strip()[:limit]


def cell_text(value: object, limit: int = 32_767) -> str:
    """The text of one cell: whole numbers without .0, dates in ISO form, truth as yes or no."""
    match value:
        case str():
            return clean_text(value, limit)
        case None:
            return ""
        case bool():
            return "yes" if value else "no"  # untranslated: recognised
        case float():
            return f"{value:.15g}" if abs(value) < 1e15 and value % 1 else f"{value:.0f}"
        case datetime.datetime():
            return _datetime_text(value)
        case datetime.date():
            return value.isoformat()
        case datetime.time():
            return value.isoformat("seconds" if value.second else "minutes")
        case datetime.timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return clean_text(str(value), limit)


def in_one_cell(parts: Iterable[object], between: str = ", ") -> str:
    """What is filled of the parts, as the text of one cell."""
    return between.join(filter(None, map(cell_text, parts)))  # untranslated: of a sheet


def _datetime_text(value: datetime.datetime) -> str:
    if value.time() == datetime.time():
        return value.date().isoformat()
    return value.isoformat(" ", "seconds" if value.second else "minutes")


def serial_date_text(text: str) -> str:
    """The ISO date that an Excel serial number of 1954 to 2064 stands for; other text as it is."""
    try:
        days = float(text)
    except ValueError:
        return text
    if not 20_000 <= days < 60_000:
        return text
    moment = _SERIAL_ZERO + datetime.timedelta(seconds=round(days * 86_400))
    return _datetime_text(moment)
