"""Statements for the few places where a verb runs so often that SQLAlchemy's share would show.

A `Quick` is a statement of SQLAlchemy, so any kind of database understands it; it is compiled
once and then goes straight to the driver. Nothing here flushes: do that first where mapped
objects wait. What it writes enters no journal by itself; see `many` and `unjournaled`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, Protocol

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Dialect,
    Executable,
    Insert,
    Select,
    Table,
    bindparam,
    func,
    select,
)
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeEngine


class Connected(Protocol):
    """A snapshot, an edit, or the session behind them."""

    def connection(self) -> Connection:
        """What it reads from and writes to."""


Listener = Connected | Connection
"""Where a `Quick` is said."""

_Process = Callable[[Any], Any]
_AT_ONCE = 999  # values that a statement takes at least
_ROWS = " VALUES "  # untranslated: SQL


@dataclass
class _Compiled:
    """A statement in the words of one driver; `places` are the names of its values in order."""

    dialect: Dialect
    words: str
    places: tuple[str, ...] | None  # None where the driver takes values by name
    given: Mapping[str, Any]
    binding: Sequence[tuple[str, _Process]]
    types: Sequence[TypeEngine[Any]]
    adds: bool  # rows, which can then be told many to a statement
    _reading: list[_Process | None] | None = None

    def reading(self, cursor: DBAPICursor) -> list[_Process | None]:
        """What turns the values of a row into those of their columns, known with the first row."""
        if self._reading is None:
            self._reading = [
                each.dialect_impl(self.dialect).result_processor(self.dialect, told[1])
                for each, told in zip(self.types, cursor.description or (), strict=False)
            ]
        return self._reading

    def parameters(self, values: Mapping[str, Any]) -> Any:
        """The values as the driver takes them."""
        all_of_them = {**self.given, **values}
        for name, process in self.binding:
            all_of_them[name] = process(all_of_them[name])
        if self.places is None:
            return all_of_them
        return [all_of_them[name] for name in self.places]

    def parameters_of_many(self, columns: Mapping[str, Sequence[Any]]) -> list[Any]:
        """The same for many rows, told by column: what a column repeats is bound once."""
        count = len(next(iter(columns.values())))
        bound = {name: columns.get(name) or [given] * count for name, given in self.given.items()}
        for name, process in self.binding:
            said = bound[name]
            various = set(said)
            if len(various) > count // 2:
                bound[name] = list(map(process, said))
            else:
                told = {each: process(each) for each in various}
                bound[name] = list(map(told.__getitem__, said))
        if self.places is None:
            return [dict(zip(bound, row, strict=True)) for row in zip(*bound.values(), strict=True)]
        return list(zip(*(bound[name] for name in self.places), strict=True))

    def run_many(self, cursor: DBAPICursor, rows: list[Any]) -> None:
        """Run it for each of these parameters; new rows go in many to a statement."""
        several = _AT_ONCE // len(self.places) if self.adds and self.places else 1
        whole = len(rows) - len(rows) % several if several > 1 else 0
        if whole:
            of_a_row = self.words.rsplit(_ROWS, 1)[1]
            words = self.words + f", {of_a_row}" * (several - 1)
            some = (rows[at : at + several] for at in range(0, whole, several))
            cursor.executemany(words, [tuple(chain.from_iterable(each)) for each in some])
        if rows[whole:]:
            cursor.executemany(self.words, rows[whole:])


def value(name: str) -> BindParameter[Any]:
    """The place in a `Quick` of a value that it is given under this name."""
    return bindparam(name, value=None)


def one_of(
    column: ColumnElement[int] | InstrumentedAttribute[int], name: str
) -> ColumnElement[bool]:
    """Whether a column is one of the numbers that a `Quick` is given under this name, `listed`."""
    given = func.json_each(value(name)).table_valued("value")
    return column.in_(select(given.c.value))


def listed(numbers: Iterable[int]) -> str:
    """Numbers as they are given for `one_of`: one value, however many they are."""
    return f"[{','.join(map(str, numbers))}]"


_known: "list[Quick]" = []
"""All there are, each kept by its module: another thread may add one while they are looked through,
which a list bears and a set does not."""


def compile_ahead(dialect: Dialect, cancelled: Callable[[], bool]) -> None:
    """Compile what is known of by now, so that nobody waits for it who says it first."""
    for each in tuple(_known):
        if cancelled():
            return
        each.get_ready(dialect)


class Quick:
    """A statement that is kept in a module, with a `value` for each thing it is given later."""

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}
        _known.append(self)

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables that it reads from by name, not within another query."""
        assert isinstance(self._statement, Select)
        froms = self._statement.get_final_froms()
        return tuple(each.name for each in froms if isinstance(each, Table))

    def rows(self, place: Listener, /, **values: Any) -> list[tuple[Any, ...]]:
        """Its rows, each value as the type of its column has it."""
        connection = _connection(place)
        compiled = self._for(connection.dialect)
        cursor = self._run(connection, compiled, compiled.parameters(values))
        found = cursor.fetchall()
        reading = compiled.reading(cursor)
        if not found or not any(reading):
            return list(found)
        columns = (
            column if process is None else map(process, column)
            for process, column in zip(reading, zip(*found, strict=True), strict=True)
        )
        return list(zip(*columns, strict=True))

    def scalar(self, place: Listener, /, **values: Any) -> Any:
        """The first value of its first row, or None."""
        found = self.rows(place, **values)
        return found[0][0] if found else None

    def write(self, place: Listener, row: Mapping[str, Any] | None = None) -> None:
        """Run it for one row; for storage's own modules."""
        connection = _connection(place)
        compiled = self._for(connection.dialect)
        self._run(connection, compiled, compiled.parameters(row or {}))

    def write_many(self, place: Listener, columns: Mapping[str, Sequence[Any]]) -> None:
        """Run it for one or many rows, told by column."""
        connection = _connection(place)
        compiled = self._for(connection.dialect)
        compiled.run_many(_cursor(connection), compiled.parameters_of_many(columns))

    def get_ready(self, dialect: Dialect) -> None:
        """Compile it, where it is not compiled yet."""
        self._for(dialect)
        if isinstance(self._statement, Select):
            _ = self.tables

    def words(self, dialect: Dialect) -> str:
        """What is said to the driver of a kind of database."""
        return _compile(self._statement, dialect).words

    @staticmethod
    def _run(connection: Connection, compiled: _Compiled, parameters: Any) -> DBAPICursor:
        cursor = _cursor(connection)
        cursor.execute(compiled.words, parameters)
        return cursor

    def _for(self, dialect: Dialect) -> _Compiled:
        made = self._compiled.get(dialect.name)
        if made is None:
            made = self._compiled[dialect.name] = _compile(self._statement, dialect)
        return made


def _connection(place: Listener) -> Connection:
    return place if isinstance(place, Connection) else place.connection()


def _cursor(connection: Connection) -> DBAPICursor:
    return connection.connection.cursor()


def _compile(statement: Any, dialect: Dialect) -> _Compiled:
    compiled = statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    binding = {}
    for name in compiled.params:  # of many values, SQLAlchemy makes name_1, name_2 and so on
        bound = compiled.binds[name if name in compiled.binds else name.rpartition("_")[0]]
        binding[name] = bound.type.dialect_impl(dialect).bind_processor(dialect)
    return _Compiled(
        dialect,
        str(compiled),
        tuple(compiled.positiontup) if compiled.positional else None,
        compiled.params,
        [(name, process) for name, process in binding.items() if process is not None],
        [each.type for each in statement.selected_columns] if isinstance(statement, Select) else (),
        isinstance(statement, Insert) and not statement._returning,
    )
