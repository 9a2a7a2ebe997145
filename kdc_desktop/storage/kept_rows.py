"""What undo and redo leave as it is, although it stands in rows that they could take.

Everybody takes back their own steps only, so a step may find that what it led to has gone on in
the hands of others. Tables say in `info` what of their rows then stays.
"""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, Table, bindparam, select, text

from kdc_desktop.model import Base
from kdc_desktop.model.base import KeptByUndo


class KeptRows:
    """What stood there before a step was taken."""

    def __init__(self, connection: Connection, touched: Mapping[Table, Collection[Any]]) -> None:
        self._connection = connection
        self._touched = {table.name: list(keys) for table, keys in touched.items()}
        self._said = self._read_said()
        self._seen = self._read_seen()
        self._broken = self._read_broken()

    def are_left(self) -> bool:
        """Whether a step has changed nothing that stays, and broken nothing."""
        return self._read_said() == self._said and self._read_broken() <= self._broken

    def hides_what_was_seen(self) -> bool:
        """Whether a step has hidden again what nobody knew before it was shown."""
        return any(self._is_there(*row) for row in self._seen - self._read_seen())

    def _read_seen(self) -> set[tuple[str, Any]]:
        found: set[tuple[str, Any]] = set()
        for name, keys in self._touched.items():
            if kept_of(name).seen:
                asked = text(kept_of(name).seen).bindparams(bindparam("keys", expanding=True))
                rows = self._connection.scalars(asked, {"keys": keys})
                found |= {(name, key) for key in rows}
        return found

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


def kept_of(name: str) -> KeptByUndo:
    """What a table says of it; nothing where it says nothing."""
    found = Base.metadata.tables[name].info.get("kept")
    return found if isinstance(found, KeptByUndo) else KeptByUndo()


def _looks_at(name: str) -> frozenset[str]:
    """The table itself, and those whose rows its own lead to."""
    table = Base.metadata.tables[name]
    return frozenset({name, *(key.column.table.name for key in table.foreign_keys)})


_LOOKED_AT = {name: _looks_at(name) for name in Base.metadata.tables if kept_of(name).broken}
