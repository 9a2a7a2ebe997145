"""Locks of the operating system on small files; they die with their process."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Self

from kdc_desktop.storage.descriptors import key_at, key_of

_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_FAR = 1 << 30  # the byte that is locked: beyond the text, which others must be able to read


def opened(path: Path) -> BinaryIO:
    """The file at a path, made where there is none; only its owner may read it then."""
    number = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    return os.fdopen(number, "r+b", buffering=0)


def is_still(path: Path, file: BinaryIO) -> bool:
    """Whether it is the open file that lies there."""
    return key_at(path) == key_of(os.fstat(file.fileno()))


class NamedLock:
    """A lock by a name, in the user's own folder, until it is closed."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self._path, self._file = path, file

    @classmethod
    def taken(cls, name: str) -> Self | None:
        """The lock with this name; None where somebody has it.

        Raises:
            OSError: the folder cannot be written.
        """
        from kdc_desktop import paths

        folder = paths.data_folder() / "locks"  # untranslated: a folder on disk
        folder.mkdir(exist_ok=True)
        path = folder / name
        while True:
            file = opened(path)
            if not lock(file.fileno()):
                file.close()
                return None
            if is_still(path, file):
                return cls(path, file)
            file.close()  # its owner removed it between our opening and locking it

    def close(self) -> None:
        """Let it go, and leave no file of it."""
        if sys.platform == "win32":  # an open file cannot be removed there
            self._file.close()
        with suppress(OSError):
            self._path.unlink()
        self._file.close()


def lock(number: int) -> bool:
    """Lock an open file; False when another holds it. A disk that knows no locks grants it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(number, _FAR, os.SEEK_SET)
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _TAKEN
    return True


def unlock(number: int) -> None:
    """End a lock whose descriptor stays open."""
    if sys.platform != "win32":
        import fcntl

        with suppress(OSError):
            fcntl.flock(number, fcntl.LOCK_UN)
