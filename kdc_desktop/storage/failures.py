"""What a failing file says, as a sentence that says what to do."""

import errno
import sqlite3
from pathlib import Path

from kdc_desktop.errors import UnknownWordError
from kdc_desktop.i18n import Fillable, fillable, lazy
from kdc_desktop.paths import is_club

_FULL = fillable(
    "The disk is full, so nothing was written to {file}. Free some space, then do it again."
)
_BUSY = fillable("Another program is writing to {file}. Close it there, then do it again.")
_BUSY_HERE = fillable(
    "Other work of KDC Desktop is writing to {file} and has not ended, so nothing was written. "
    "Wait for it, or cancel it, then do it again."
)
_UNFOLDED = fillable(
    "Another program has touched what lies beside {file} while it is being read. Nothing is lost: "
    "wait for what reads it, or cancel that, then do it again."
)
_LOG_CUT = fillable(
    "Another program has written into what lies beside {file}, so nothing more is written. What "
    "was done in the last moments may be gone: close the club, open it again and look, or open "
    "its newest backup."
)
_CROWDED = fillable(
    "So much of {file} is being read at once that this waited for too long. "
    "Do it again in a moment."
)
_READ_ONLY = fillable(
    "{file} can only be read. Allow writing to the file and its folder, "
    "or open a copy of it elsewhere."
)
_DISK = fillable(
    "The disk did not take what was written to {file}. Check the disk and its space, "
    "then do it again."
)
_NOT_READ = fillable(
    "{file} could not be read just now, because its disk is full. What was saved is on it: free "
    "some space, then look again."
)
_HELD = fillable(
    "Another program holds {file}, so it could not be read just now. Close it there, then look "
    "again."
)
_SILENT = fillable(
    "The disk did not let {file} be read. See that it is plugged in, then look again."
)
_CLOSED_TO_US = fillable(
    "{file} cannot be opened. Check that its folder exists and that you may write in it."
)
_NO_CLUB = fillable("{file} is not a club file. Choose a file that ends in .kdc.")
_NO_BEGINNING = fillable(
    "{file} does not begin as a club file does: it is damaged, or another program wrote it. Open "
    "the newest backup from its backup folder instead; the file is left as it is."
)
_DAMAGED = fillable(
    "{file} is damaged. Open the newest backup from its backup folder instead, or mend a copy with "
    "“kdc-desktop check --repair”; the damaged file is left as it is."
)
_UNKNOWN_WORD = fillable(
    "{file} says “{word}” where this KDC Desktop knows no such word: a newer one "
    "wrote it. Install that version to open it."
)
_GONE = lazy(
    "Something that this needs has been removed meanwhile, so nothing was changed. "
    "Look again, then do it once more."
)
_TAKEN = lazy(
    "Somebody has done the same meanwhile, so nothing was changed. "
    "Look again, then do it once more."
)
_LONG_NAME = fillable(
    "The name {file}, with what is put beside it, is too long for the disk. Choose a shorter one."
)
_HALF = fillable("A text holds half of a character, which {file} cannot keep. Write it once more.")

_OF_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _CLOSED_TO_US,
    sqlite3.SQLITE_IOERR: _DISK,
    sqlite3.SQLITE_NOTADB: _NO_CLUB,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_TOOBIG: _DAMAGED,
}
_OF_READING = {
    sqlite3.SQLITE_FULL: _NOT_READ,
    sqlite3.SQLITE_BUSY: _HELD,
    sqlite3.SQLITE_LOCKED: _HELD,
    sqlite3.SQLITE_IOERR: _SILENT,
}
_UNIQUE = (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)
_OF_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.EIO: _DISK,
    errno.ENAMETOOLONG: _LONG_NAME,
}
_NO_ROOM = (errno.ENOSPC, errno.EFBIG)
_NOT_TAKEN = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
)


def sentence_for(error: BaseException | None, path: Path, *, reading: bool = False) -> str | None:
    """The sentence for what a file or the system says, or None when it is a bug of ours.

    `reading`: nothing was to be written, so nothing is said of that.
    """
    found: Fillable | None = None
    if isinstance(error, UnknownWordError):
        return str(_UNKNOWN_WORD.filled(file=path.name, word=error.said))
    if isinstance(error, UnicodeEncodeError):
        found = _HALF
    elif isinstance(error, sqlite3.Error):
        # https://sqlite.org/rescode.html: the low byte of an extended code is the primary one.
        code = getattr(error, "sqlite_errorcode", None)  # errors of the module itself have none
        if code is not None:
            known = {**_OF_SQLITE, **_OF_READING} if reading else _OF_SQLITE
            if code == sqlite3.SQLITE_IOERR_SHMSIZE:  # there was no room for what lies beside it
                code = sqlite3.SQLITE_FULL
            found = known.get(code & 0xFF)
        elif type(error) is sqlite3.OperationalError:  # the module's only one: text that is none
            found = _DAMAGED
    elif isinstance(error, OSError):
        found = _OF_SYSTEM.get(error.errno or 0)
        if reading and error.errno in _NO_ROOM:
            found = _NOT_READ
    if found is _NO_CLUB:
        return no_beginning(path)
    return None if found is None else str(found.filled(file=path.name))


def is_of_where_it_is_written(error: BaseException) -> bool:
    """Whether what is written found no room; what is read may be whole."""
    code = getattr(error, "sqlite_errorcode", None)
    return code in _NOT_TAKEN or (isinstance(error, OSError) and error.errno in _NO_ROOM)


def gone() -> str:
    """The sentence for a row that is asked for by its key and not there."""
    return str(_GONE)


def done_meanwhile(error: BaseException | None) -> str | None:
    """The sentence for rows that another hand has removed or made meanwhile, or None for a bug."""
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return str(_GONE)
    return str(_TAKEN) if code in _UNIQUE else None


def damaged(path: Path) -> str:
    """The sentence for a file whose content is not whole."""
    return str(_DAMAGED.filled(file=path.name))


def no_club(path: Path) -> str:
    """The sentence for a file that is something else."""
    return str(_NO_CLUB.filled(file=path.name))


def no_beginning(path: Path) -> str:
    """The sentence for a file that does not begin as ours; with our ending it may have been one."""
    told = _NO_BEGINNING if is_club(path) else _NO_CLUB
    return str(told.filled(file=path.name))


def only_read(path: Path) -> str:
    """The sentence for a file, or its folder, that may not be written."""
    return str(_READ_ONLY.filled(file=path.name))


def busy_here(path: Path) -> str:
    """The sentence for a file that another thread of this program writes to for too long."""
    return str(_BUSY_HERE.filled(file=path.name))


def unfolded(path: Path) -> str:
    """The sentence for a file whose log was taken away, and is in use."""
    return str(_UNFOLDED.filled(file=path.name))


def log_cut(path: Path) -> str:
    """The sentence for a file into whose log another program has written."""
    return str(_LOG_CUT.filled(file=path.name))


def crowded(path: Path) -> str:
    """The sentence for a file that too many read from at once."""
    return str(_CROWDED.filled(file=path.name))
