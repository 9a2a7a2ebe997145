"""One window per club file: the first one claims it, a second one is told so."""

import errno
import os
import sys
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.storage.failures import sentence_for

_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


class Claim:
    """Holds a club file for this window until it is closed, or the program ends in any way."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self._path = path
        self._file = file

    def holds(self, path: Path) -> bool:
        """Whether it is this file that is held, now."""
        return not self._file.closed and self._path == _side(path.resolve())

    def close(self) -> None:
        """Let the file go; doing it twice does no harm."""
        if self._file.closed:
            return
        if sys.platform == "win32":  # an open file cannot be removed there
            self._file.close()
        with suppress(OSError):
            self._path.unlink()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def claim(path: Path) -> Claim:
    """Claim a club file for one window, through a lock of the operating system on a side file.

    The lock dies with its process, so a crash never leaves a file claimed. Where the disk knows
    no locks, the claim is granted.

    Raises:
        UserError: another window has the file open, or its folder cannot be written.
    """
    path = path.resolve()
    side = _side(path)
    while True:
        try:
            file = side.open("ab")
        except OSError as error:
            raise UserError(_why_not(error, path)) from error
        if not _lock(file):
            file.close()
            raise UserError(
                _(
                    "{file} is open in another window of KDC Desktop. Go on there, or close it "
                    "first.",
                    file=path.name,
                )
            )
        if _is_still(side, file):
            return Claim(side, file)
        file.close()  # its owner removed it between our opening and locking it


def claimed(path: Path, held: Claim | None) -> AbstractContextManager[object]:
    """A claim for a block; who holds the file already gives what it holds it by.

    Raises:
        UserError: as `claim` does.
    """
    return nullcontext() if held is not None and held.holds(path) else claim(path)


def _side(path: Path) -> Path:
    return path.with_name(f".{path.name}.in-use")


def _why_not(error: OSError, path: Path) -> str:
    if not path.parent.is_dir():
        return _(
            "{file} cannot be opened: there is no folder {folder}. Make it first, or choose "
            "another file.",
            file=path.name,
            folder=str(path.parent),
        )
    known = sentence_for(error, path)
    if known is not None:
        return known
    if error.strerror:
        return _(
            "{file} cannot be opened: {reason}. Check the file and its folder, then try again.",
            file=path.name,
            reason=error.strerror,
        )
    return _(
        "{file} cannot be opened: its disk does not answer. "
        "Check the file and its folder, then try again.",
        file=path.name,
    )


def _is_still(side: Path, file: BinaryIO) -> bool:
    try:
        return os.path.samestat(side.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _lock(file: BinaryIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _TAKEN
    return True
