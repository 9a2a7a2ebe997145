"""What every column may hold, in SQL made from the model, and what stands in for what is not so.

The check tells such values, mending a copy puts the stand-ins into it, and who only reads sees
the stand-ins: see `kdc_desktop.storage.shades`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Column, FromClause, Table
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlalchemy.types import TypeEngine

from kdc_desktop.domain.kit.lengths import FIRST_DAY
from kdc_desktop.model.base import Word
from kdc_desktop.model.values import (
    Day,
    InstantInUtc,
    Json,
    Letters,
    Measure,
    Moment,
    Own,
    Term,
    Whole,
    Written,
)
from kdc_desktop.storage.value_functions import BYTES


@dataclass(frozen=True)
class ValueRule:
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


@cache
def rules_of(table: Table) -> tuple[ValueRule, ...]:
    """The rules of the columns of a table, in their order."""
    return tuple(_rule(column) for column in table.c)


def _rule(column: Column[Any]) -> ValueRule:
    name = _place(column)
    sound, mended = _by_kind(column)
    missing = f"{name} IS NULL OR " if column.nullable and not column.primary_key else ""
    sound = f"({missing}coalesce({sound}, 0))"
    if column.name in one_of(column.table)[:1]:
        first, second = (f"o.{quoted(each)} IS NULL" for each in one_of(column.table))
        sound = f"({sound} AND ({first}) <> ({second}))"
    return ValueRule(column, sound, mended)


def one_of(table: FromClause) -> tuple[str, ...]:
    """Two links of a table of which a row has just one."""
    return tuple(table.info.get("one_of", ())) if isinstance(table, Table) else ()


def _by_kind(column: Column[Any]) -> tuple[str, str]:
    name, kind = _place(column), column.type
    if column.foreign_keys or (column.primary_key and not isinstance(kind, Written | Whole)):
        return _link(column)
    if column.primary_key and isinstance(kind, Whole):  # no other row can be meant by it
        return _whole(name, column)[0], "NULL"
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
    sized = f"length({raw}) <= {longest * BYTES}"
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
    other = _fallback(column, 0.0)
    return f"typeof({name}) IN ('real', 'integer') AND {between}", f"coalesce({nearest}, {other})"


def _time(name: str, column: Column[Any]) -> tuple[str, str]:
    other = "NULL" if column.nullable else literal(f"{FIRST_DAY} 00:00:00.000000")
    raw = f"CAST({name} AS BLOB)"
    sound = f"typeof({name}) = 'text' AND length({raw}) <= 26 AND kdc_is_moment({raw})"
    return sound, f"coalesce(kdc_moment({raw}), {other})"


def _happening(name: str, column: Column[Any]) -> tuple[str, str]:
    other = "NULL" if column.nullable else literal(f"{FIRST_DAY}T00:00:00Z")
    raw = f"CAST({name} AS BLOB)"
    sound = f"typeof({name}) = 'text' AND length({raw}) <= 26 AND kdc_is_instant({raw})"
    return sound, f"coalesce(kdc_instant({raw}), {other})"


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
    (InstantInUtc, _happening),
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
