"""What undo and redo leave as it is, although it stands in rows that they could take.

Everybody takes back their own steps only, so a step may find that what it led to has gone on in
the hands of others. Tables say in `info` what of their rows then stays.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, select, text

from kdc_desktop.model import Base
from kdc_desktop.model.base import KeptByUndo

_AT_ONCE = 5000  # keys; SQLite takes 32,766 values in a statement


class KeptRows:
    """What stood there before a step was taken."""

    def __init__(self, connection: Connection, touched: Mapping[Table, Collection[Any]]) -> None:
        self._connection = connection
        self._touched = {table.name: list(keys) for table, keys in touched.items()}
        self._there = self._read_there()
        self._said = self._read_said()
        self._seen = self._read_seen()
        self._broken = self._read_broken()

    def are_left(self) -> bool:
        """Whether a step has changed nothing that stays, and broken nothing."""
        stays = self._there <= self._read_there() and self._read_said() == self._said
        return stays and self._read_broken() <= self._broken

    def hides_what_was_seen(self) -> bool:
        """Whether a step has hidden again what nobody knew before it was shown."""
        return any(self._is_there(*row) for row in self._seen - self._read_seen())

    def _read_seen(self) -> set[tuple[str, Any]]:
        found: set[tuple[str, Any]] = set()
        for name, keys in self._touched.items():
            if kept_of(name).seen:
                found |= {(name, row[0]) for row in self._asked(kept_of(name).seen, keys)}
        return found

    def _read_there(self) -> set[tuple[str, Any]]:
        """What is there of rows that no step takes away."""
        found: set[tuple[str, Any]] = set()
        for name, keys in self._touched.items():
            if not kept_of(name).taken_away:
                (own,) = Base.metadata.tables[name].primary_key.columns
                for some in _parts(keys):
                    there = self._connection.scalars(select(own).where(own.in_(some)))
                    found |= {(name, key) for key in there}
        return found

    def _asked(self, question: str, keys: Sequence[Any]) -> Iterator[Sequence[Any]]:
        """The rows that answer it."""
        asked = text(question).bindparams(bindparam("keys", expanding=True))
        for some in _parts(keys):
            yield from self._connection.execute(asked, {"keys": some})

    def _is_there(self, name: str, key: Any) -> bool:
        (own,) = Base.metadata.tables[name].primary_key.columns
        return self._connection.scalar(select(own).where(own == key)) is not None

    def _read_said(self) -> set[Any]:
        found: set[Any] = set()
        for name, keys in self._touched.items():
            kept = kept_of(name)
            if kept.said and self._touched.keys().isdisjoint(kept.unless):
                asked = text(kept.said).bindparams(bindparam("keys", expanding=True))
                rows = self._connection.execute(asked, {"keys": keys})
                found |= {(name, *row) for row in rows}
        return found

    def _read_broken(self) -> set[Any]:
        return {
            (name, *row)
            for name in _LOOKED_AT
            if (self._touched.keys() & _LOOKED_AT[name])
            for row in self._connection.execute(text(kept_of(name).broken))
        }


def _parts(keys: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """So many keys at a time as a statement may have."""
    return (keys[at : at + _AT_ONCE] for at in range(0, len(keys), _AT_ONCE))


def kept_of(name: str) -> KeptByUndo:
    """What a table says of it; nothing where it says nothing."""
    found = Base.metadata.tables[name].info.get("kept")
    return found if isinstance(found, KeptByUndo) else KeptByUndo()


def _looks_at(name: str) -> frozenset[str]:
    """The table itself, and those whose rows its own lead to."""
    table = Base.metadata.tables[name]
    return frozenset({name, *(key.column.table.name for key in table.foreign_keys)})


_LOOKED_AT = {name: _looks_at(name) for name in Base.metadata.tables if kept_of(name).broken}
