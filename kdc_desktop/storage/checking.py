"""Look a club file over and say what is wrong with it, without changing a byte."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model import Base, JournalEntry
from kdc_desktop.model.journal import LABEL_AS_KEPT
from kdc_desktop.storage import faults, files, images, labels, migrating
from kdc_desktop.storage.failures import sentence_for
from kdc_desktop.storage.opening import APPLICATION_ID
from kdc_desktop.storage.strangers import strange_in
from kdc_desktop.storage.value_functions import is_in_utc, teach

Glance = sqlite3.Connection
"""What a check reads from."""

Check = Callable[[Glance], Iterable[str]]
"""What a noun looks at in its own tables; it yields a sentence for everything that is wrong."""


_EMPTY = "NULL value in "  # untranslated: of SQLite, which `faults` tells by row


def check_database(path: Path, checks: Iterable[Check] = ()) -> list[str]:
    """A sentence for everything that is wrong with a club file; empty when it is in order.

    Looked at: SQLite's own structure, whose file and which version it is, whether every value is
    one that the model allows, whether the journal can be read, and then what `checks` look at.
    """
    if not path.is_file():
        return [_("There is no file {file}.", file=str(path))]
    try:
        with closing(files.look_into(path)) as connection:
            foreign = connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID
            if foreign:
                return [_("{file} belongs to another program.", file=path.name)]
            strange = list(_strange(connection))
            if strange:
                return strange
            migrating.refuse_newer(path)
            teach(connection)
            connection.text_factory = labels.decoded  # what is no text is told, and stops nothing
            damage = [*_structure(connection)] or [*_missing_tables(path, connection)]
            return damage or [
                *values_told(connection),
                *(told for check in checks for told in check(connection)),
            ]
    except UserError as error:
        return [str(error)]
    except sqlite3.Error as error:
        unknown = _("{file} cannot be read: {reason}.", file=path.name, reason=str(error))
        return [sentence_for(error, path) or unknown]


def _strange(connection: sqlite3.Connection) -> Iterator[str]:
    for what in strange_in(connection):
        yield _("{what} is none that KDC Desktop makes, so it is not run.", what=what)


def _structure(connection: sqlite3.Connection) -> Iterator[str]:
    for (told,) in connection.execute("PRAGMA integrity_check(20)"):
        if told != "ok" and not told.startswith(_EMPTY):
            yield _("The file is damaged: {what}. Open the newest backup instead.", what=told)


def _missing_tables(path: Path, connection: sqlite3.Connection) -> Iterator[str]:
    if migrating.version_of(path) != migrating.HEAD:
        return  # opening the file brings it up to date
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    for name in Base.metadata.tables:
        if name not in found:
            yield _("The table {table} is missing. Open the newest backup instead.", table=name)


def values_told(connection: sqlite3.Connection) -> Iterator[str]:
    """A sentence for each value that the model does not allow, or that nobody can read."""
    yield from faults.told(connection)
    yield from _labels(connection)
    yield from _journal(connection)


def _labels(connection: sqlite3.Connection) -> Iterator[str]:
    kept = str(select(JournalEntry.id, *LABEL_AS_KEPT).order_by(JournalEntry.id))
    if not faults.has_columns(connection, JournalEntry.__table__):
        return  # an older file, whose labels are plain words
    for number, message, arguments in connection.execute(kept):
        if not labels.is_sound(message, arguments):
            yield _(
                "What entry {entry} of the journal did cannot be worded; it is shown as it stands.",
                entry=str(number),
            )


def _journal(connection: sqlite3.Connection) -> Iterator[str]:
    for number, entry in unreadable_lines(connection):
        yield _(
            "Line {line} of the journal (entry {entry}) cannot be read, so not undone.",
            line=str(number),
            entry=str(entry),
        )


def unreadable_lines(connection: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    """The lines of the journal that no undo could use, each with its entry."""
    if not is_in_utc(connection):
        return  # opening the file rewrites them
    rows = connection.execute(
        "SELECT id, entry_id, table_name, row_key, before, after FROM journal_change"
    )
    for number, entry, table_name, row_key, before, after in rows:
        try:
            table = Base.metadata.tables[table_name]
            images.load_all(table, (row_key, before, after))
        except (KeyError, images.UnreadableImageError):
            yield number, entry
