"""Club files as files: connect without making one, find what SQLite left, put a copy in place."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote_from_bytes

from kdc_desktop.storage.log_ties import belongs
from kdc_desktop.storage.marks import FileMark, put_mark
from kdc_desktop.storage.strangers import harden
from kdc_desktop.workplaces import discard, make_private

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

PATIENCE = 2.0  # seconds that other programs may hold a file; longer, and a window looks dead


def uri_of(path: Path, how: str) -> str:
    """The address of a file for SQLite, whatever characters its name has, on a share, too.

    `Path.as_uri` names a server where SQLite takes none: https://sqlite.org/uri.html.
    """
    name = path.absolute().as_posix()
    root = "" if name.startswith("/") else "/"  # before the letter of a drive
    return f"file://{root}{quote_from_bytes(os.fsencode(name))}?{how}"


def connect(path: Path) -> sqlite3.Connection:
    """A plain connection to a file that exists; it makes none. One thread at a time may use it."""
    uri = uri_of(path, "mode=rw")
    return harden(sqlite3.connect(uri, uri=True, timeout=PATIENCE, check_same_thread=False))


def make(path: Path) -> sqlite3.Connection:
    """A plain connection to a file that is made, and that nobody else knows yet.

    So it needs no locks, which the disks of servers may not have.
    """
    none = "unix-none" if os.name == "posix" else "win32-none"  # https://sqlite.org/vfs.html
    made = sqlite3.connect(uri_of(path, f"mode=rwc&vfs={none}"), uri=True, timeout=PATIENCE)
    made.execute("PRAGMA locking_mode = EXCLUSIVE")  # else a copied log would need them
    return made


def look_into(path: Path) -> sqlite3.Connection:
    """A connection that only reads; it leaves every byte in the folder as it is."""
    # Nobody has a file open that has no log of its own beside it: only then may SQLite be told so.
    log = path.with_name(path.name + "-wal")
    known = log.exists() and belongs(path, log)
    uri = uri_of(path, "mode=ro" if known else "mode=ro&immutable=1")
    return harden(sqlite3.connect(uri, uri=True, timeout=PATIENCE, check_same_thread=False))


def way_to_read(path: Path) -> Callable[[Path], sqlite3.Connection]:
    """How to connect for who writes nothing, so that no byte of the file changes.

    Who may write looks through the log that SQLite makes, and so sees what a window writes from
    now on. One that is there already is not touched: to close it might fold it into the file.
    """
    log = path.with_name(path.name + "-wal")
    return look_into if log.exists() or not may_write(path) else connect


def may_write(path: Path) -> bool:
    """Whether the system lets this user write a file, and what SQLite keeps beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def alone(path: Path) -> sqlite3.Connection:
    """A connection beside which there is no other, of any program, until it is closed.

    A file that is open somewhere is busy, even if nobody reads or writes: SQLite holds a log open.

    Raises:
        sqlite3.OperationalError: busy, as its code says; the file is as it was.
    """
    uri = uri_of(path, "mode=rw")
    connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
    try:
        harden(connection)
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def is_busy(error: sqlite3.Error) -> bool:
    """Whether an error says that somebody else has the file."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
    )


def fold(connection: sqlite3.Connection) -> bool:
    """Fold the log into the file, waiting for nobody; False when somebody was in the way."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        (busy, _pages, _folded) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")


def copy_out(source: sqlite3.Connection, copy: Path, mark: FileMark = FileMark.CLUB) -> bool:
    """Write all that a connection reads to a new, private file; False when it is damaged.

    What an earlier one left that was killed goes first: SQLite would play its log into the new one.
    """
    discard(copy)
    make_private(copy)
    with closing(make(copy)) as target:
        source.backup(target)
        harden(target)
        target.execute("PRAGMA journal_mode = DELETE")
        # Copied pages keep rows in the order they came in; in a secret poll that must not last.
        target.execute("VACUUM")
        whole = bool(target.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    if whole:
        put_mark(copy, mark)
    return whole


def raw(connection: "Connection") -> sqlite3.Connection:
    """What SQLAlchemy's connection wraps."""
    return cast(sqlite3.Connection, connection.connection.dbapi_connection)


def url_of(path: Path) -> "URL":
    """The address of a file for SQLAlchemy, whatever characters its name has."""
    from sqlalchemy import URL

    return URL.create("sqlite", database=str(path.absolute()))


def workshop(path: Path) -> "Engine":
    """An engine for a file that nobody else knows yet; each transaction is whole, DDL included."""
    from sqlalchemy import create_engine, event

    engine = create_engine(url_of(path), hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        harden(connection)
        connection.execute("PRAGMA foreign_keys = OFF")  # a batch rebuild would cascade
        connection.execute("PRAGMA journal_mode = DELETE")

    @event.listens_for(engine, "begin")
    def _begin(connection: "Connection") -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def logs_beside(path: Path) -> list[Path]:
    """Logs of SQLite with content beside a file: it is open, or its program died.

    They belong to that very file, so no other may be put in its place.
    """
    logs = [path.with_name(path.name + suffix) for suffix in ("-wal", "-journal")]
    return [log for log in logs if log.is_file() and log.stat().st_size]


def unfinished(target: Path) -> Path:
    """The name under which a file is handed over, and older versions wrote any, before it moves."""
    return target.with_name(f".{target.name}.unfinished")


def put_in_place(finished: Path, target: Path) -> None:
    """Rename a finished file to its name, so that even a power cut leaves the old or the new.

    Who may read the one that lay there may read the new one.
    """
    if target.exists() and not target.is_file():  # such as a device
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    if target.exists():
        shutil.copymode(target, finished)
    with finished.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(finished, target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Have what was renamed, made or removed in a folder last through a power cut."""
    if os.name == "posix":
        with suppress(OSError):
            opened = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)
