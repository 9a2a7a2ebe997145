"""What the storage tests share: an evening, small edits, and whole tables to compare."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import Base, Person
from kdc_desktop.storage import Changes, Database, Step, open_database

STARTS = datetime(2026, 11, 3, 18, 0, 0)
EVENING = Instant.of(STARTS, laptop_zone())


def add_person(database: Database, name: str, *, undoable: bool = True) -> int:
    with database.edit(lazy("Add {name}", name=name), undoable=undoable) as edit:
        person = Person(name=name, created_at=database.now())
        edit.add(person)
        edit.flush()
        return person.id


def step_in(changes: Changes) -> Step:
    """The step that an undo or a redo has taken."""
    assert changes.entry_id is not None
    return Step(changes.entry_id, changes.label)


def names(database: Database) -> list[str]:
    with database.read() as snapshot:
        return list(snapshot.scalars(select(Person.name).order_by(Person.id)))


def dump(path: Path, *, journal: bool = False) -> dict[str, list[Any]]:
    """Every row of every table, without the journal unless asked for."""
    tables = [
        table.name
        for table in Base.metadata.sorted_tables
        if journal or not table.name.startswith("journal_")
    ]
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in tables
        }


def names_in(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM person ORDER BY id")]


def refused(path: Path, sentence: str) -> None:
    """Opening says the sentence and leaves every file in the folder as it was."""
    before = contents(path.parent)
    with pytest.raises(UserError, match=sentence) as told:
        open_database(path, back_up=True)
    assert str(told.value).endswith(".")
    assert contents(path.parent) == before


def contents(folder: Path) -> dict[str, bytes | None]:
    return {
        str(file.relative_to(folder)): file.read_bytes() if file.is_file() else None
        for file in folder.rglob("*")
        if not file.name.endswith("-shm")
    }
