"""In which order the columns of a table stand, and what of it may leave the house."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from operator import itemgetter

from kdc_desktop.interchange.workbook_values import Column, Kind, Reader, Table


def in_reading_order(table: Table) -> Table:
    """What names a row first, then the rest, then what is aside, then the ids."""
    heads = _heads(table.columns)
    ranks = [_rank(place, column, heads) for place, column in enumerate(table.columns)]
    return _only(table, sorted(range(len(ranks)), key=lambda place: (ranks[place], place)))


def read_by(reader: Reader, tables: Iterable[Table]) -> list[Table]:
    """The tables and columns that are for these readers."""
    theirs = (Reader.ANYBODY, reader)
    return [
        _only(table, [at for at, column in enumerate(table.columns) if column.reader in theirs])
        for table in tables
        if table.reader in theirs
    ]


def to_share(table: Table) -> Table:
    """The table without the columns that stay."""
    return _only(table, [at for at, column in enumerate(table.columns) if not column.stays])


_PERSON = "Person"  # untranslated: the name of an entity


def only_named(tables: Sequence[Table], entity: str = _PERSON) -> list[Table]:
    """The tables with those people only to whom a row of another table leads."""
    named = {
        row[at]
        for table in tables
        for at, column in enumerate(table.columns)
        if column.entity == entity and not column.own
        for row in table.rows
    }
    return [_of_named(table, entity, named) for table in tables]


def _of_named(table: Table, entity: str, named: Collection[object]) -> Table:
    for at, column in enumerate(table.columns):
        if column.entity == entity and column.own:
            return replace(table, rows=[row for row in table.rows if row[at] in named])
    return table


def heads_of(table: Table) -> int:
    """How many of the columns of a table in reading order name its rows."""
    return len(_heads(table.columns))


def _heads(columns: tuple[Column, ...]) -> set[int]:
    named = {place for place, column in enumerate(columns) if column.head}
    first = (place for place, column in enumerate(columns) if column.kind is not Kind.ID)
    return named or {next(first, 0)}


def _rank(place: int, column: Column, heads: set[int]) -> int:
    if place in heads:
        return 0
    if column.kind is Kind.ID:
        return 3 if column.own else 4
    return 2 if column.aside else 1


def _only(table: Table, places: list[int]) -> Table:
    """The table with the columns at these places, in this order."""
    if places == list(range(len(table.columns))):
        return table
    columns = tuple(table.columns[place] for place in places)
    if len(places) > 1:
        rows = list(map(itemgetter(*places), table.rows))
    else:
        rows = [(row[places[0]],) for row in table.rows]
    return replace(table, columns=columns, rows=rows)
