"""What the rules of values need of Python, as functions of SQLite."""

import re
import sqlite3
from contextlib import suppress
from datetime import date, datetime

from kdc_desktop.domain.kit.lengths import FIRST_DAY, LAST_DAY
from kdc_desktop.domain.kit.text import UNSEEN

BYTES = 4  # that a character takes at most
_UNSEEN = frozenset(UNSEEN)
_GONE = str.maketrans("", "", UNSEEN)
_NUMBER = re.compile(r"\s*[-+]?\d{1,15}(\.\d*)?\s*")


def is_in_utc(connection: sqlite3.Connection) -> bool:
    """Whether a file says when something happened in UTC; older ones tell the laptop's clock."""
    told = connection.execute("PRAGMA main.table_info(session)").fetchall()
    return not told or "zone" in {name for _number, name, *_more in told}


def teach(connection: sqlite3.Connection) -> None:
    """Give a connection the functions that the rules are written with."""
    for name, function in (
        ("kdc_is_instant", _is_instant if is_in_utc(connection) else _is_moment),
        ("kdc_instant", _instant),
        ("kdc_is_text", _is_text),
        ("kdc_is_moment", _is_moment),
        ("kdc_is_day", _is_day),
        ("kdc_text", text_within),
        ("kdc_number", _number),
        ("kdc_moment", _moment),
        ("kdc_day", _day),
    ):
        connection.create_function(name, -1, function, deterministic=True)


def _is_text(raw: bytes | None, longest: int) -> bool:
    if raw is None:
        return False
    try:
        said = raw.decode()
    except UnicodeDecodeError:
        return False
    return len(said) <= longest and (said.isprintable() or _UNSEEN.isdisjoint(said))


_MOMENT = re.compile(rb"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{6})?")
_INSTANT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_DAY = re.compile(rb"\d{4}-\d\d-\d\d")


def _is_moment(raw: bytes | None) -> bool:
    if raw is None or not _MOMENT.fullmatch(raw):
        return False
    try:
        return FIRST_DAY <= datetime.fromisoformat(raw.decode()).date() <= LAST_DAY
    except ValueError:
        return False


def _is_instant(raw: bytes | None) -> bool:
    if raw is None or not _INSTANT.fullmatch(raw):
        return False
    return _is_moment(raw.removesuffix(b"Z").replace(b"T", b" "))


def _is_day(raw: bytes | None) -> bool:
    return raw is not None and bool(_DAY.fullmatch(raw)) and _is_moment(raw + b" 00:00:00")


def text_within(raw: bytes | None, longest: int, nullable: int) -> str | None:
    """The most of a text that its column takes."""
    if raw is None:
        return None if nullable else ""
    said = raw[: longest * BYTES].decode(errors="replace")
    said = said.translate(_GONE)
    return said if len(raw) <= longest or len(said) <= longest else said[: longest - 1] + "…"


def _number(said: object, least: float, most: float) -> float | int | None:
    if isinstance(said, bytes):
        text = said[:60].decode(errors="replace")
        if not _NUMBER.fullmatch(text):
            return None
        said = float(text)
    if not isinstance(said, int | float):
        return None
    return min(most, max(least, said))


def _moment(raw: bytes | None) -> str | None:
    """The time that a text means, within what a file takes."""
    found = _read(raw)
    return None if found is None else f"{found:%Y-%m-%d %H:%M:%S.%f}"


def _instant(raw: bytes | None) -> str | None:
    found = _read(raw)
    return None if found is None else f"{found:%Y-%m-%dT%H:%M:%SZ}"


def _day(raw: bytes | None) -> str | None:
    found = _read(raw)
    return None if found is None else f"{found:%Y-%m-%d}"


def _read(raw: bytes | None) -> datetime | None:
    said = (raw or b"")[:60].decode(errors="replace").strip()
    for text in (said[:26], said[:19], said[:10]):
        with suppress(ValueError):
            found = datetime.fromisoformat(text).replace(tzinfo=None)
            return datetime.combine(_within(found.date()), found.time())
    return None


def _within(day: date) -> date:
    return min(LAST_DAY, max(FIRST_DAY, day))
