"""Open a club file: make it, check it, migrate it, or say why it cannot be opened."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.storage import backups, files, migrating
from kdc_desktop.storage.database import Database, unguessable, wall_clock
from kdc_desktop.storage.failures import sentence_for

APPLICATION_ID = int.from_bytes(b"KDC1", "big")
_SQLITE_SIGN = b"SQLite format 3\0"


def open_database(
    path: Path,
    clock: Callable[[], datetime] | None = None,
    draw: Callable[[], int] | None = None,
    *,
    back_up: bool = False,
) -> Database:
    """The club file at `path`, made when it is missing, migrated when it is old.

    Args:
        path: the file; its folder must exist.
        clock: where the time of day comes from; tests and the rehearsal bring their own.
        draw: where keys without order come from. Only who plays with made-up people may bring
            numbers that can be foretold; without it nobody can.
        back_up: keep a backup of the file as it was found.

    Raises:
        UserError: a sentence that says why it cannot be opened; the file is left as it was.
    """
    try:
        if path.is_symlink():
            path = path.resolve()  # a migration puts the new file where the old one lies
        if path.exists():
            _check(path)
            migrating.refuse_newer(path)
            if back_up:
                backups.back_up(path)
            migrating.bring_up_to_date(path)
        else:
            _create(path)
    except (sqlite3.Error, OSError) as error:
        raise UserError(_sentence(error, path)) from error
    database = Database(path, clock or wall_clock, draw or unguessable)
    try:
        database.next_steps()
    except UserError:
        database.close()
        raise
    return database


def _sentence(error: Exception, path: Path) -> str:
    return sentence_for(error, path) or (
        f"{path.name} cannot be opened: {error}. Check the file and its folder, then try again."
    )


def _create(path: Path) -> None:
    if not path.parent.is_dir():
        raise UserError(f"The folder {path.parent} does not exist. Make it first, then try again.")
    if files.logs_beside(path):
        raise UserError(
            f"{path.name} is missing, but its newest entries are still in {path.name}-wal. "
            "Put the file back beside it, or choose another name."
        )
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
            raise UserError(f"{path.name} has just been made by another program. Open it again.")
        files.put_in_place(unfinished, path)
    except DBAPIError as error:
        told = error.orig if isinstance(error.orig, Exception) else error
        raise UserError(_sentence(told, path)) from error
    finally:
        engine.dispose()
        files.discard(unfinished)


def _check(path: Path) -> None:
    if path.is_dir():
        raise UserError(f"{path.name} is a folder. Name a file in it, for example club.kdc.")
    if not path.is_file():
        raise UserError(f"{path.name} is not a club file. Choose a file that ends in .kdc.")
    with path.open("rb") as file:
        head = file.read(100)
    if not head:
        raise UserError(
            f"{path.name} is empty. Open the newest backup from its backup folder, "
            "or delete the file to begin a new club."
        )
    if not head.startswith(_SQLITE_SIGN):
        raise UserError(f"{path.name} is not a club file. Choose a file that ends in .kdc.")
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise UserError(
            f"{path.name} can only be read. Allow writing to the file and its folder, "
            "or open a copy of it elsewhere."
        )
    with closing(files.look_into(path)) as connection:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise UserError(
                f"{path.name} belongs to another program. Choose a file that ends in .kdc."
            )
        crashed = bool(files.logs_beside(path))
        told = "ok"
        if crashed:
            told = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        elif _shorter_than_it_says(path, head):
            told = "its end is missing"
        if told != "ok":
            raise sqlite3.DatabaseError(f"database disk image is malformed: {told}")


def _shorter_than_it_says(path: Path, head: bytes) -> bool:
    # https://www.sqlite.org/fileformat2.html: page size at 16 (1 is 65,536), pages at 28
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    return path.stat().st_size < pages * (65_536 if page == 1 else page)
