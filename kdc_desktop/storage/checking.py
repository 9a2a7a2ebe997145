"""Look a club file over and say what is wrong with it, without changing a byte."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from kdc_desktop.errors import UserError
from kdc_desktop.model import Base
from kdc_desktop.model.base import Word
from kdc_desktop.storage import files, images, migrating
from kdc_desktop.storage.failures import sentence_for
from kdc_desktop.storage.opening import APPLICATION_ID

Check = Callable[[sqlite3.Connection], Iterable[str]]
"""What a noun looks at in its own tables; it yields a sentence for everything that is wrong."""


def check_database(path: Path, checks: Iterable[Check] = ()) -> list[str]:
    """A sentence for everything that is wrong with a club file; empty when it is in order.

    Looked at: SQLite's own structure, links between rows, whose file and which version it is,
    whether words mean something, whether the journal can be read, and then what `checks` look at.
    """
    if not path.is_file():
        return [f"There is no file {path}."]
    try:
        with closing(files.look_into(path)) as connection:
            foreign = connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID
            if foreign:
                return [f"{path.name} belongs to another program."]
            migrating.refuse_newer(path)
            return list(_structure(connection)) or [
                *_links(connection),
                *_missing_tables(path, connection),
                *_words(path, connection),
                *_journal(connection),
                *(told for check in checks for told in check(connection)),
            ]
    except UserError as error:
        return [str(error)]
    except sqlite3.Error as error:
        return [sentence_for(error, path) or f"{path.name} cannot be read: {error}."]


def _structure(connection: sqlite3.Connection) -> Iterator[str]:
    for (told,) in connection.execute("PRAGMA integrity_check(20)"):
        if told != "ok":
            yield f"The file is damaged: {told}. Open the newest backup instead."


def _links(connection: sqlite3.Connection) -> Iterator[str]:
    for table, row, target, _number in connection.execute("PRAGMA foreign_key_check"):
        yield f"Row {row} of {table} belongs to a row of {target} that does not exist."


def _missing_tables(path: Path, connection: sqlite3.Connection) -> Iterator[str]:
    if migrating.version_of(path) != migrating.HEAD:
        return  # opening the file brings it up to date
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    for name in Base.metadata.tables:
        if name not in found:
            yield f"The table {name} is missing. Open the newest backup instead."


def _words(path: Path, connection: sqlite3.Connection) -> Iterator[str]:
    if migrating.version_of(path) != migrating.HEAD:
        return
    for table in Base.metadata.sorted_tables:
        for column in table.c:
            if isinstance(column.type, Word):
                said = select(column).distinct()
                for (word,) in connection.execute(str(said)):
                    if word is not None and word not in set(column.type.words):
                        yield (
                            f"“{word}” is no word for {column.name} of {table.name}. "
                            "A newer KDC Desktop wrote it, or another program."
                        )


def _journal(connection: sqlite3.Connection) -> Iterator[str]:
    rows = connection.execute(
        "SELECT id, entry_id, table_name, row_key, before, after FROM journal_change"
    )
    for number, entry, table_name, row_key, before, after in rows:
        try:
            table = Base.metadata.tables[table_name]
            for image in (row_key, before, after):
                images.load(table, image)
        except (KeyError, ValueError, TypeError, AttributeError):
            yield f"Line {number} of the journal (entry {entry}) cannot be read, so not undone."
