"""A club file with one row in every table, and a person named in every column that may name one."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Column

from kdc_desktop.i18n import Text, lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model import Base, JournalChange, JournalEntry
from kdc_desktop.model.base import Personal, Word, personal
from kdc_desktop.model.values import Letters, Term, Whole
from kdc_desktop.storage import Database, open_database
from kdc_desktop.storage.forgetting import forget_person
from tests.storage.places import EVENING, STARTS

NAME = "Aino Laine"
TEXTS = {
    Personal.NAME: NAME,
    Personal.ABOUT: "aino.laine@club.example",
    Personal.TEXT: "Ask Aino Laine, or “AINO  LAINE”: she knows",
    Personal.NOTHING: "plain",
}
LEFT = ("Aino", "AINO", "aino")
PLAIN: dict[type, Any] = {
    datetime: STARTS,
    Instant: EVENING,
    date: STARTS.date(),
    bool: True,
    int: 1,
    float: 1.0,
}


def nouns() -> list[Any]:
    """The mapped classes of every table but the journal's, parents first."""
    by_table = {mapper.local_table: mapper.class_ for mapper in Base.registry.mappers}
    own = (JournalEntry.__table__, JournalChange.__table__)
    return [by_table[table] for table in Base.metadata.sorted_tables if table not in own]


def said(column: Column[Any]) -> Any:
    """Something for a column; the first row of every table belongs to the first of every other."""
    if isinstance(column.type, Word):
        return next(iter(column.type.words))
    if isinstance(column.type, Term):
        return column.type.words[0]
    if isinstance(column.type, Letters):
        return column.type.alphabet[0]
    if isinstance(column.type, Whole):
        return max(1, column.type.least)
    kind = personal(column)
    return TEXTS[kind] if kind is not None else PLAIN[column.type.python_type]


def fill(database: Database) -> None:
    """One row in every table, in one edit; then every text in them is written once more."""
    with database.edit(lazy("Added {name} and all there is", name=NAME)) as edit:
        for noun in nouns():
            needed = noun.__table__.info.get("one_of", ())[:1]
            columns = [
                c
                for c in noun.__table__.c
                if not (c.nullable and c.foreign_keys) or c.name in needed
            ]
            edit.add(noun(**{column.name: said(column) for column in columns}))
            edit.flush()
    with database.edit(Text.plain("Changed Aino Laine")) as edit:
        for noun in nouns():
            key = tuple(said(column) for column in noun.__table__.primary_key.columns)
            row = edit.get_one(noun, key)
            for column in noun.__table__.c:
                if personal(column) not in (None, Personal.NOTHING):
                    setattr(row, column.name, f"{said(column)}".replace("Ask", "Always ask"))


def forget(database: Database) -> None:
    with database.edit(lazy("Replaced somebody by Person 1"), undoable=False) as edit:
        forget_person(edit, 1, "Person 1")
    database.compact()


def left_in(path: Path) -> list[str]:
    """Which bits of the name are in the bytes of a file."""
    content = path.read_bytes()
    return [bit for bit in LEFT if bit.encode() in content]


def forgotten_everywhere(path: Path) -> list[str]:
    """What is left of the name in a file with everything, after it was there and was forgotten."""
    database = open_database(path, lambda: EVENING)
    fill(database)
    database.settle()
    assert left_in(path) == list(LEFT)
    forget(database)
    database.close()
    return left_in(path)
