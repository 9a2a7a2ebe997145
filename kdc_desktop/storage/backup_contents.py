"""What is in a backup, and whether it is sound, before anybody opens it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from kdc_desktop.errors import CalledOffError, UserError
from kdc_desktop.i18n import Text
from kdc_desktop.storage import files, labels, marks, migrating
from kdc_desktop.storage.opening import APPLICATION_ID
from kdc_desktop.storage.strangers import strange_in

_OFTEN = 10_000  # steps of SQLite after which it asks whether to stop
_COUNTS = (
    "SELECT (SELECT count(*) FROM session WHERE trashed_at IS NULL), "
    "(SELECT count(*) FROM idea WHERE trashed_at IS NULL), (SELECT count(*) FROM person)"
)
_LAST = (
    "SELECT CAST(label AS BLOB), CAST(arguments AS BLOB) FROM journal_entry "
    "WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1"
)
_LAST_IN_WORDS = (
    "SELECT CAST(label AS BLOB), NULL FROM journal_entry "
    "WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1"
)
_NO_PART_OF_IT = frozenset(  # what SQLite says of a file that may well be whole
    {
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
    }
)


class BackupState(Enum):
    """Whether a club can be had from a backup."""

    SOUND = auto()
    DAMAGED = auto()
    FOREIGN = auto()
    NEWER = auto()
    UNREADABLE = auto()


@dataclass(frozen=True)
class BackupContents:
    """How much a backup holds, and what was done last in it; nothing of one that is not sound."""

    state: BackupState
    sessions: int = 0
    ideas: int = 0
    people: int = 0
    last: Text | None = None

    @property
    def sound(self) -> bool:
        """Whether a club can be had from it."""
        return self.state is BackupState.SOUND


def contents_of(path: Path, stopped: Callable[[], bool] = lambda: False) -> BackupContents:
    """What is in a file, which is read from end to end and left as it is.

    Raises:
        CalledOffError: `stopped` has said so; nothing else is raised, whatever the file is.
    """
    try:
        if not path.is_file():
            return BackupContents(BackupState.UNREADABLE)
        if _is_cut_off(path):
            return BackupContents(BackupState.DAMAGED)
        with closing(files.look_into(path)) as connection:
            connection.set_progress_handler(stopped, _OFTEN)
            return _read(path, connection)
    except sqlite3.Error as error:
        if stopped():
            raise CalledOffError from error
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        none_of_it = code in _NO_PART_OF_IT
        return BackupContents(BackupState.UNREADABLE if none_of_it else BackupState.DAMAGED)
    except (UserError, ValueError):  # it does not say its version; what it says is no text
        return BackupContents(BackupState.DAMAGED)
    except OSError:
        return BackupContents(BackupState.UNREADABLE)


def _is_cut_off(path: Path) -> bool:
    """Whether a part is missing, which SQLite would read as zeros."""
    head = marks.head_of(path)
    if head is None or files.logs_beside(path):
        return False  # it will say so itself
    return path.stat().st_size < head.pages * head.page_size


def _read(path: Path, connection: sqlite3.Connection) -> BackupContents:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        return BackupContents(BackupState.FOREIGN)
    if next(strange_in(connection), None) is not None:
        return BackupContents(BackupState.FOREIGN)
    if migrating.version_of(path) > migrating.HEAD:
        return BackupContents(BackupState.NEWER)
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        return BackupContents(BackupState.DAMAGED)
    sessions, ideas, people = connection.execute(_COUNTS).fetchone()
    return BackupContents(BackupState.SOUND, sessions, ideas, people, _last_done(connection))


def _last_done(connection: sqlite3.Connection) -> Text | None:
    columns = {name for _at, name, *_more in connection.execute("PRAGMA table_info(journal_entry)")}
    worded = "arguments" in columns  # older files keep plain words
    found = connection.execute(_LAST if worded else _LAST_IN_WORDS).fetchone()
    return labels.label_of(*found) if found else None
