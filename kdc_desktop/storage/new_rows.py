"""Rows that are to be added, with all that can be worked out before it is one's turn to write."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnDefault, Table

from kdc_desktop.model import Base
from kdc_desktop.storage import images
from kdc_desktop.storage.images import Image


class NewRows:
    """New rows of a table, each told as its columns by name; `images` are whole.

    A column that is not named gets its default, as in an object that was not given it.
    """

    def __init__(self, entity: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
        self.table = table_of(entity)
        unsaid = _unsaid(self.table)
        self.images: list[Image] = [{**unsaid, **row} for row in rows]
        assert all(len(image) == len(unsaid) for image in self.images), (
            f"{self.table.name} lacks such a column"
        )
        for name in (name for name, default in unsaid.items() if default is not None):
            for image in self.images:
                if image[name] is None:  # as in an object, which is told nothing by it
                    image[name] = unsaid[name]
        self._columns: dict[str, list[Any]] = {}
        self._told: dict[str, list[str]] = {}

    def get_ready(self) -> "NewRows":
        """Work out what the write and the journal will say, but for the keys."""
        if self.images:
            self._columns = self._cut(self.images)
        self._told = {name: images.dump_column(said) for name, said in self._columns.items()}
        return self

    def say(self, name: str, instead: Mapping[Any, Any]) -> None:
        """Let a column say other values instead of these."""
        if not instead:
            return
        for image in self.images:
            if image[name] in instead:
                image[name] = instead[image[name]]
        if self._columns:
            self._columns[name] = [image[name] for image in self.images]
            self._told[name] = images.dump_column(self._columns[name])

    def columns(self, some: Sequence[Image]) -> dict[str, list[Any]]:
        """What some of the images, or all, say by column, but for the key."""
        whole = len(some) == len(self.images)
        return self._columns if self._columns and whole else self._cut(some)

    def told(self) -> dict[Any, str]:
        """The images as JSON by their keys, where they are ready."""
        if not self._columns:
            return {}
        key = images.key_of(self.table).name
        keys = [image[key] for image in self.images]
        columns = {key: images.dump_column(keys), **self._told}
        in_order = {name: columns[name] for name in _unsaid(self.table)}
        return dict(zip(keys, images.dump_columns(in_order, len(keys)), strict=True))

    def _cut(self, rows: Iterable[Image]) -> dict[str, list[Any]]:
        key = images.key_of(self.table).name
        return {name: [row[name] for row in rows] for name in _unsaid(self.table) if name != key}


def table_of(entity: type[Base]) -> Table:
    """The table of a mapped class."""
    found = entity.__table__
    assert isinstance(found, Table)
    return found


def complete(table: Table, pairs: Iterable[Sequence[Image | None]]) -> None:
    """Let images of rows that came or went say what is newer than they are: nothing yet."""
    unsaid = _unsaid(table)
    for pair in pairs:
        for image in pair if None in pair else ():
            if image is not None and len(image) < len(unsaid):
                image |= {name: unsaid[name] for name in unsaid.keys() - image.keys()}


@cache
def _unsaid(table: Table) -> Image:
    """What a new row says in columns that it is not told."""
    return {column.name: _default(column) for column in table.c}


def _default(column: Column[Any]) -> Any:
    if column.default is None:
        return None
    assert isinstance(column.default, ColumnDefault)
    assert column.default.is_scalar, f"{column} would have to be asked each time"
    return column.default.arg
