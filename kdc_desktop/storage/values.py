"""What every column may hold, in SQL made from the model, and what stands in for what is not so.

The check tells such values, mending a copy puts the stand-ins into it, and who only reads sees
the stand-ins: see `kdc_desktop.storage.shades`.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Column, FromClause, Table
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlalchemy.types import TypeEngine

from kdc_desktop.domain.kit.lengths import FIRST_DAY, LAST_DAY
from kdc_desktop.domain.kit.text import UNSEEN
from kdc_desktop.model.base import Word
from kdc_desktop.model.values import (
    Day,
    Json,
    Letters,
    Measure,
    Moment,
    Own,
    Term,
    Whole,
    Written,
)

_BYTES = 4  # that a character takes at most
_UNSEEN = frozenset(UNSEEN)
_GONE = str.maketrans("", "", UNSEEN)
_NUMBER = re.compile(r"\s*[-+]?\d{1,15}(\.\d*)?\s*")


@dataclass(frozen=True)
class Rule:
    """What a column may hold: SQL that is 1 or 0, and SQL of what stands in for all else."""

    column: Column[Any]
    sound: str
    stand_in: str

    @property
    def name(self) -> str:
        """The column, as SQL names it."""
        return quoted(self.column.name)

    @property
    def is_key(self) -> bool:
        """Whether nothing can stand in for it: the row goes by its name, or by another's."""
        return self.column.primary_key or (
            bool(self.column.foreign_keys)
            and (not self.column.nullable or self.column.name in one_of(self.column.table))
        )


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever it is."""
    return '"' + name.replace('"', '""') + '"'


def in_a_row(parts: Iterable[str]) -> str:
    """Parts of a statement with commas between them."""
    return ", ".join(parts)


def literal(said: str) -> str:
    """A text as SQL takes it."""
    return "'" + said.replace("'", "''") + "'"


def _place(column: Column[Any]) -> str:
    """The column in a statement that calls its table `o`."""
    return f"o.{quoted(column.name)}"


def teach(connection: sqlite3.Connection) -> None:
    """Give a connection the functions that the rules are written with."""
    for name, function in (
        ("kdc_is_text", _is_text),
        ("kdc_is_moment", _is_moment),
        ("kdc_is_day", _is_day),
        ("kdc_text", text_within),
        ("kdc_number", _number),
        ("kdc_moment", _moment),
        ("kdc_day", _day),
    ):
        connection.create_function(name, -1, function, deterministic=True)


@cache
def rules_of(table: Table) -> tuple[Rule, ...]:
    """The rules of the columns of a table, in their order."""
    return tuple(_rule(column) for column in table.c)


def _rule(column: Column[Any]) -> Rule:
    name = _place(column)
    sound, mended = _by_kind(column)
    missing = f"{name} IS NULL OR " if column.nullable and not column.primary_key else ""
    sound = f"({missing}coalesce({sound}, 0))"
    if column.name in one_of(column.table)[:1]:
        first, second = (f"o.{quoted(each)} IS NULL" for each in one_of(column.table))
        sound = f"({sound} AND ({first}) <> ({second}))"
    return Rule(column, sound, mended)


def one_of(table: FromClause) -> tuple[str, ...]:
    """Two links of a table of which a row has just one."""
    return tuple(table.info.get("one_of", ()))


def _by_kind(column: Column[Any]) -> tuple[str, str]:
    name, kind = _place(column), column.type
    if column.foreign_keys or (column.primary_key and not isinstance(kind, Written)):
        return _link(column)
    for known, maker in _MAKERS:
        if isinstance(kind, known):
            return maker(name, column)
    return f"typeof({name}) = 'integer'", _fallback(column, "NULL")


def _link(column: Column[Any]) -> tuple[str, str]:
    name = _place(column)
    found = f"typeof({name}) = 'integer'"
    for key in column.foreign_keys:
        target, there = quoted(key.column.table.name), quoted(key.column.name)
        own = "main." if key.column.table is column.table else ""  # no view may read itself
        found += f" AND EXISTS (SELECT 1 FROM {own}{target} AS t WHERE t.{there} = {name})"  # noqa: S608 - names of the model
    return found, "NULL"


def _text_of(name: str, longest: int) -> str:
    raw = f"CAST({name} AS BLOB)"
    sized = f"length({raw}) <= {longest * _BYTES}"
    return f"typeof({name}) = 'text' AND {sized} AND kdc_is_text({raw}, {longest})"


def _written(name: str, column: Column[Any]) -> tuple[str, str]:
    kind = column.type
    assert isinstance(kind, Written)
    if isinstance(kind, Own) and not isinstance(kind, Json):
        return f"{name} IS NOT NULL", literal("null")
    sound = _text_of(name, kind.longest)
    if isinstance(kind, Term):
        return f"{sound} AND {name} IN ({_listed(kind.words)})", _fallback(column, kind.words[0])
    if isinstance(kind, Json):
        return f"{sound} AND json_valid({name})", literal("null")
    return sound, f"kdc_text(CAST({name} AS BLOB), {kind.longest}, {int(bool(column.nullable))})"


def _word(name: str, column: Column[Any]) -> tuple[str, str]:
    kind = column.type
    assert isinstance(kind, Word)
    words = [word.value for word in kind.words]
    return f"{name} IN ({_listed(words)})", _fallback(column, words[0])


def _letters(name: str, column: Column[Any]) -> tuple[str, str]:
    kind = column.type
    assert isinstance(kind, Letters)
    if kind.several:
        strange = literal(f"*[^{''.join(kind.alphabet)}]*")
        sound = f"typeof({name}) = 'text' AND {name} NOT GLOB {strange}"
        return (
            f"{sound} AND length(CAST({name} AS BLOB)) <= {len(kind.alphabet)}",
            _fallback(column, ""),
        )
    return f"{name} IN ({_listed(kind.alphabet)})", _fallback(column, kind.alphabet[-1])


def _flag(name: str, column: Column[Any]) -> tuple[str, str]:
    return f"typeof({name}) = 'integer' AND {name} IN (0, 1)", _fallback(column, 0)


def _readable(name: str) -> str:
    """A value as a function in Python can take it: what is called text may be none."""
    return f"CASE typeof({name}) WHEN 'text' THEN CAST({name} AS BLOB) ELSE {name} END"


def _whole(name: str, column: Column[Any]) -> tuple[str, str]:
    kind = column.type
    assert isinstance(kind, Whole)
    between = f"{name} BETWEEN {kind.least} AND {kind.most}"
    nearest = f"CAST(kdc_number({_readable(name)}, {kind.least}, {kind.most}) AS INTEGER)"
    other = _fallback(column, max(0, kind.least))
    return f"typeof({name}) = 'integer' AND {between}", f"coalesce({nearest}, {other})"


def _measure(name: str, column: Column[Any]) -> tuple[str, str]:
    kind = column.type
    assert isinstance(kind, Measure)
    between = f"{name} BETWEEN {kind.least} AND {kind.most}"
    nearest = f"kdc_number({_readable(name)}, {kind.least}, {kind.most})"
    return f"typeof({name}) IN ('real', 'integer') AND {between}", f"coalesce({nearest}, 0.0)"


def _time(name: str, column: Column[Any]) -> tuple[str, str]:
    other = "NULL" if column.nullable else literal(f"{FIRST_DAY} 00:00:00.000000")
    raw = f"CAST({name} AS BLOB)"
    sound = f"typeof({name}) = 'text' AND length({raw}) <= 26 AND kdc_is_moment({raw})"
    return sound, f"coalesce(kdc_moment({raw}), {other})"


def _day_of(name: str, column: Column[Any]) -> tuple[str, str]:
    other = "NULL" if column.nullable else literal(f"{FIRST_DAY}")
    raw = f"CAST({name} AS BLOB)"
    sound = f"typeof({name}) = 'text' AND length({raw}) = 10 AND kdc_is_day({raw})"
    return sound, f"coalesce(kdc_day({raw}), {other})"


_Maker = Callable[[str, Column[Any]], tuple[str, str]]
_MAKERS: tuple[tuple[type[TypeEngine[Any]], _Maker], ...] = (
    (Word, _word),
    (Letters, _letters),
    (Written, _written),
    (Whole, _whole),
    (Measure, _measure),
    (Moment, _time),
    (Day, _day_of),
    (Boolean, _flag),
)


def _listed(words: Any) -> str:
    return in_a_row(map(literal, words))


def _fallback(column: Column[Any], other: Any) -> str:
    """The default of the column, or nothing, or `other`."""
    if isinstance(column.default, ScalarElementColumnDefault):
        other = column.default.arg
    elif column.nullable:
        return "NULL"
    if isinstance(other, str) and other != "NULL":
        return literal(str.__str__(other))
    return str(int(other) if isinstance(other, bool) else other)


def _is_text(raw: bytes | None, longest: int) -> bool:
    if raw is None:
        return False
    try:
        said = raw.decode()
    except UnicodeDecodeError:
        return False
    return len(said) <= longest and (said.isprintable() or _UNSEEN.isdisjoint(said))


_MOMENT = re.compile(rb"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{6})?")
_DAY = re.compile(rb"\d{4}-\d\d-\d\d")


def _is_moment(raw: bytes | None) -> bool:
    if raw is None or not _MOMENT.fullmatch(raw):
        return False
    try:
        return FIRST_DAY <= datetime.fromisoformat(raw.decode()).date() <= LAST_DAY
    except ValueError:
        return False


def _is_day(raw: bytes | None) -> bool:
    return raw is not None and bool(_DAY.fullmatch(raw)) and _is_moment(raw + b" 00:00:00")


def text_within(raw: bytes | None, longest: int, nullable: int) -> str | None:
    """The most of a text that its column takes."""
    if raw is None:
        return None if nullable else ""
    said = raw[: longest * _BYTES].decode(errors="replace")
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
