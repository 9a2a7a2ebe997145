"""Open a club file: make it, check it, migrate it, or say why it cannot be opened."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.storage import backups, files, migrating, shares
from kdc_desktop.storage.club_file import ClubFile
from kdc_desktop.storage.database import Database, unguessable
from kdc_desktop.storage.failures import damaged, no_club, only_read, sentence_for
from kdc_desktop.storage.sole_use import Claim, claimed
from kdc_desktop.storage.steady_clock import Clock, SteadyClock, newest_in
from kdc_desktop.storage.strangers import refuse_strange

APPLICATION_ID = int.from_bytes(b"KDC1", "big")
_APPLICATION = "PRAGMA application_id"
_SQLITE_SIGN = b"SQLite format 3\0"


def open_database(
    path: Path,
    clock: Clock | None = None,
    draw: Callable[[], int] | None = None,
    *,
    held: Claim | None = None,
    back_up: bool = False,
    only_read: bool = False,
) -> Database:
    """The club file at `path`, made when it is missing, migrated when it is old.

    A file is put there, or into its place, only by who has claimed it.

    Args:
        path: the file; its folder must exist.
        clock: where the time comes from; tests and the rehearsal bring their own.
        draw: where keys without order come from. Only who plays with made-up people may bring
            numbers that can be foretold; without it nobody can.
        held: what the caller has claimed the file by; else it is claimed to make or migrate it.
        back_up: keep a backup of the file as it was found.
        only_read: leave its log to the window that may be writing it.

    Raises:
        UserError: a sentence that says why it cannot be opened; the file is left as it was.
    """
    with _told_in_words(path):
        if not only_read:
            shares.refuse_share(path)
        path = _found(path, held, back_up)
        if held is not None:
            held.follow()
        file = ClubFile(path, only_read=only_read)
    steady = SteadyClock()
    database = Database(file, clock or steady, draw or unguessable)
    _look_into(database, steady)
    return database


def _look_into(database: Database, steady: SteadyClock) -> None:
    try:
        database.next_steps()
        with database.glance() as connection:
            steady.go_on_from(newest_in(connection))
    except UserError:
        database.close()
        raise


def _found(path: Path, held: Claim | None, back_up: bool) -> Path:
    """The file of the newest version that lies there now."""
    if path.is_symlink():
        path = path.resolve()  # a migration puts the new file where the old one lies
    if path.exists():
        _check(path)
        if back_up:
            backups.back_up(path)
        migrating.bring_up_to_date(path, held=held)
    else:
        _create(path, held)
    return path


@contextmanager
def open_to_read(path: Path) -> Iterator[Database]:
    """The club file at `path` for who only reads, also while a window has it open.

    One of an older version, or on a network share, stays as it is: a copy is read instead.

    Raises:
        UserError: a sentence that says why it cannot be opened.
    """
    with ExitStack() as stack:
        with _told_in_words(path):
            _check(path)
            if migrating.is_old(path) or shares.is_on_share(path):
                folder = stack.enter_context(TemporaryDirectory(prefix="kdc-desktop-"))
                copy = Path(folder) / path.name
                backups.copy_to(path, copy)
                migrating.migrate(path, copy)  # and no urn is made for a copy that goes
                path = copy
        yield stack.enter_context(closing(open_database(path, only_read=True)))


def is_club(path: Path) -> bool:
    """Whether a club file lies there, of any version and by any name."""
    if not path.is_file():
        return False
    try:
        with closing(files.look_into(path)) as connection:
            return bool(connection.execute(_APPLICATION).fetchone()[0] == APPLICATION_ID)
    except sqlite3.Error:
        return False


@contextmanager
def _told_in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise UserError(_sentence(error, path)) from error


def _sentence(error: Exception, path: Path) -> str:
    return sentence_for(error, path) or _(
        "{file} cannot be opened: {reason}. Check the file and its folder, then try again.",
        file=path.name,
        reason=str(error),
    )


def _create(path: Path, held: Claim | None) -> None:
    _check_place(path)
    with claimed(path, held):
        make(path)


def _check_place(path: Path) -> None:
    if not path.parent.is_dir():
        raise UserError(
            _(
                "The folder {folder} does not exist. Make it first, then try again.",
                folder=str(path.parent),
            )
        )
    for log in files.logs_beside(path):
        raise UserError(
            _(
                "{file} is missing, but its newest entries are still in {log}. Put the "
                "file back beside it, or choose another name.",
                file=path.name,
                log=log.name,
            )
        )


def make(path: Path) -> None:
    """Make an empty club file at a free name.

    Raises:
        UserError: it cannot be written, or another program was faster.
    """
    unfinished = files.unfinished(path)
    files.discard(unfinished)
    from sqlalchemy.exc import DBAPIError

    from kdc_desktop.model import Base

    engine = files.workshop(unfinished)
    try:
        with engine.begin() as made:
            made.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            Base.metadata.create_all(made)
            migrating.stamp(made)
        engine.dispose()
        if path.exists():
            raise UserError(
                _("{file} has just been made by another program. Open it again.", file=path.name)
            )
        files.put_in_place(unfinished, path)
    except DBAPIError as error:
        told = error.orig if isinstance(error.orig, Exception) else error
        raise UserError(_sentence(told, path)) from error
    finally:
        engine.dispose()
        files.discard(unfinished)


def _check(path: Path) -> None:
    if path.is_dir():
        raise UserError(
            _("{file} is a folder. Name a file in it, for example club.kdc.", file=path.name)
        )
    if not path.is_file():
        raise UserError(no_club(path))
    with path.open("rb") as file:
        head = file.read(100)
    if not head:
        raise UserError(
            _(
                "{file} is empty. Open the newest backup from its backup folder, or delete the "
                "file to begin a new club.",
                file=path.name,
            )
        )
    if not head.startswith(_SQLITE_SIGN):
        raise UserError(no_club(path))
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise UserError(only_read(path))
    with closing(files.look_into(path)) as connection:
        if connection.execute(_APPLICATION).fetchone()[0] != APPLICATION_ID:
            raise UserError(
                _(
                    "{file} belongs to another program. Choose a file that ends in .kdc.",
                    file=path.name,
                )
            )
        refuse_strange(connection, path)
        if files.logs_beside(path):  # its program died
            whole = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        else:
            whole = not _shorter_than_it_says(path, head)
        if not whole:
            raise UserError(damaged(path))
    migrating.refuse_newer(path)


def _shorter_than_it_says(path: Path, head: bytes) -> bool:
    # https://www.sqlite.org/fileformat2.html: page size at 16 (1 is 65,536), pages at 28
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    return path.stat().st_size < pages * (65_536 if page == 1 else page)
