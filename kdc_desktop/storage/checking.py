"""Look a club file over and say what is wrong with it, without changing a byte."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model import Base, JournalEntry
from kdc_desktop.model.base import Word
from kdc_desktop.model.journal import LABEL_AS_KEPT
from kdc_desktop.storage import files, images, labels, migrating
from kdc_desktop.storage.failures import sentence_for
from kdc_desktop.storage.opening import APPLICATION_ID

Glance = sqlite3.Connection
"""What a check reads from."""

Check = Callable[[Glance], Iterable[str]]
"""What a noun looks at in its own tables; it yields a sentence for everything that is wrong."""


def check_database(path: Path, checks: Iterable[Check] = ()) -> list[str]:
    """A sentence for everything that is wrong with a club file; empty when it is in order.

    Looked at: SQLite's own structure, links between rows, whose file and which version it is,
    whether words mean something, whether the journal can be read, and then what `checks` look at.
    """
    if not path.is_file():
        return [_("There is no file {file}.", file=str(path))]
    try:
        with closing(files.look_into(path)) as connection:
            foreign = connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID
            if foreign:
                return [_("{file} belongs to another program.", file=path.name)]
            migrating.refuse_newer(path)
            return list(_structure(connection)) or [
                *_links(connection),
                *_missing_tables(path, connection),
                *_words(path, connection),
                *_labels(path, connection),
                *_journal(connection),
                *(told for check in checks for told in check(connection)),
            ]
    except UserError as error:
        return [str(error)]
    except sqlite3.Error as error:
        unknown = _("{file} cannot be read: {reason}.", file=path.name, reason=str(error))
        return [sentence_for(error, path) or unknown]


def _structure(connection: sqlite3.Connection) -> Iterator[str]:
    for (told,) in connection.execute("PRAGMA integrity_check(20)"):
        if told != "ok":
            yield _("The file is damaged: {what}. Open the newest backup instead.", what=told)


def _links(connection: sqlite3.Connection) -> Iterator[str]:
    for table, row, target, _number in connection.execute("PRAGMA foreign_key_check"):
        yield _(
            "Row {row} of {table} belongs to a row of {target} that does not exist.",
            row=str(row),
            table=table,
            target=target,
        )


def _missing_tables(path: Path, connection: sqlite3.Connection) -> Iterator[str]:
    if migrating.version_of(path) != migrating.HEAD:
        return  # opening the file brings it up to date
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    for name in Base.metadata.tables:
        if name not in found:
            yield _("The table {table} is missing. Open the newest backup instead.", table=name)


def _words(path: Path, connection: sqlite3.Connection) -> Iterator[str]:
    if migrating.version_of(path) != migrating.HEAD:
        return
    for table in Base.metadata.sorted_tables:
        for column in table.c:
            if isinstance(column.type, Word):
                said = select(column).distinct()
                for (word,) in connection.execute(str(said)):
                    if word is not None and word not in set(column.type.words):
                        yield _(
                            "“{word}” is no word for {column} of {table}. A newer KDC Desktop "
                            "wrote it, or another program.",
                            word=str(word),
                            column=column.name,
                            table=table.name,
                        )


def _labels(path: Path, connection: sqlite3.Connection) -> Iterator[str]:
    if migrating.version_of(path) != migrating.HEAD:
        return
    kept = select(JournalEntry.id, *LABEL_AS_KEPT).order_by(JournalEntry.id)
    for number, message, arguments in connection.execute(str(kept)):
        if not labels.is_sound(message, arguments):
            yield _(
                "What entry {entry} of the journal did cannot be worded; it is shown as it stands.",
                entry=str(number),
            )


def _journal(connection: sqlite3.Connection) -> Iterator[str]:
    rows = connection.execute(
        "SELECT id, entry_id, table_name, row_key, before, after FROM journal_change"
    )
    for number, entry, table_name, row_key, before, after in rows:
        try:
            table = Base.metadata.tables[table_name]
            images.load_all(table, (row_key, before, after))
        except (KeyError, images.UnreadableImageError):
            yield _(
                "Line {line} of the journal (entry {entry}) cannot be read, so not undone.",
                line=str(number),
                entry=str(entry),
            )
