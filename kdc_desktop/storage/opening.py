"""Open a club file: make it, check it, migrate it, or say why it cannot be opened."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.storage import backups, files, migrating, shares
from kdc_desktop.storage.club_file import ClubFile
from kdc_desktop.storage.database import Database, unguessable
from kdc_desktop.storage.failures import damaged, no_beginning, no_club, only_read, sentence_for
from kdc_desktop.storage.left_logs import put_aside
from kdc_desktop.storage.marks import FileMark, put_mark
from kdc_desktop.storage.sole_use import Claim, claim, claimed
from kdc_desktop.storage.steady_clock import Clock, SteadyClock, newest_in
from kdc_desktop.storage.strangers import refuse_strange
from kdc_desktop.workplaces import make_private, passing, workplace

APPLICATION_ID = int.from_bytes(b"KDC1", "big")
_APPLICATION = "PRAGMA application_id"
_SQLITE_SIGN = b"SQLite format 3\0"


class BackupAskedForError(UserError):
    """Nobody works in a backup: it opens as a copy, which lies where a person wants it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "{file} is a backup and stays as it is. Make a copy of it to work in: "
                "kdc-desktop backup OUT.kdc --database {path}",
                file=path.name,
                path=str(path),
            )
        )
        self.path = path


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
    with _told_in_words(path, reading=only_read):
        if not only_read:
            shares.refuse_share(path)
        path, told = _found(path, held, back_up, to_write=not only_read)
        if held is not None:
            held.follow()
        file = ClubFile(path, only_read=only_read)
    steady = SteadyClock()
    database = Database(file, clock or steady, draw or unguessable)
    database.told = told
    _look_into(database, steady)
    return database


def _look_into(database: Database, steady: SteadyClock) -> None:
    try:
        database.next_steps()
        with database.glance() as connection:
            steady.go_on_from(newest_in(connection))
    except BaseException:
        database.close()
        raise


def _found(
    path: Path, held: Claim | None, back_up: bool, *, to_write: bool
) -> tuple[Path, list[str]]:
    """The file of the newest version that lies there now, and what is to be told of it."""
    if path.is_symlink():
        path = path.resolve()  # a migration puts the new file where the old one lies
    told = _put_aside(path, held)
    if path.exists():
        if backups.is_backup(path):
            raise BackupAskedForError(path)
        _check(path, to_write=to_write)
        if back_up:
            backups.back_up(path)
        told += migrating.bring_up_to_date(path, held=held)
    else:
        _create(path, held)
    return path, told


def _put_aside(path: Path, held: Claim | None) -> list[str]:
    if not path.parent.is_dir() or not files.logs_beside(path):
        return []
    if held is not None and held.holds(path):
        return put_aside(path)
    try:
        with claim(path):
            return put_aside(path)
    except UserError:
        return []  # its window has it open, and the log is its own


@contextmanager
def open_to_read(path: Path) -> Iterator[Database]:
    """The club file at `path` for who only reads, also while a window has it open.

    It stays as it is, and need not be one that can be written. Of one of an older version, on a
    network share, and of a backup, a copy is read.

    Raises:
        UserError: a sentence that says why it cannot be opened.
    """
    with ExitStack() as stack:
        with _told_in_words(path, reading=True):
            _put_aside(path, None)
            _check(path, to_write=False)
            old = migrating.is_old(path)
            if old or shares.is_on_share(path) or backups.is_backup(path):
                copy = stack.enter_context(workplace()) / path.name
                backups.copy_to(path, copy)
                if old:
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
def _told_in_words(path: Path, *, reading: bool = False) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise UserError(_sentence(error, path, reading=reading)) from error


def _sentence(error: Exception, path: Path, *, reading: bool = False) -> str:
    return sentence_for(error, path, reading=reading) or _(
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


def make(path: Path) -> None:
    """Make an empty club file at a free name.

    Raises:
        UserError: it cannot be written, or another program was faster.
    """
    from sqlalchemy.exc import DBAPIError

    try:
        with passing(path) as fresh:
            _write_empty(fresh)
            if path.exists():
                raise UserError(
                    _(
                        "{file} has just been made by another program. Open it again.",
                        file=path.name,
                    )
                )
            files.put_in_place(fresh, path)
    except DBAPIError as error:
        told = error.orig if isinstance(error.orig, Exception) else error
        raise UserError(_sentence(told, path)) from error


def _write_empty(fresh: Path) -> None:
    from kdc_desktop.model import Base

    make_private(fresh)
    engine = files.workshop(fresh)
    try:
        with engine.begin() as made:
            made.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            Base.metadata.create_all(made)
            migrating.stamp(made)
    finally:
        engine.dispose()
    put_mark(fresh, FileMark.CLUB)


def _check(path: Path, *, to_write: bool) -> None:
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
        raise UserError(no_beginning(path))
    if to_write and not files.may_write(path):
        raise UserError(only_read(path))
    with closing(files.look_into(path)) as connection:
        if connection.execute(_APPLICATION).fetchone()[0] != APPLICATION_ID:
            raise UserError(
                _(
                    "{file} belongs to another program. Choose a club file.",
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
