"""One window per club file: the first one claims it, a second one is told so.

A claim is on the name, by a side file, and on the file itself, whatever names it has. The side file
says who has it, so that another laptop is told, too, when a sync client has brought it there.
"""

import errno
import os
import sys
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.storage.descriptors import Descriptor, held, hold, key_at, key_of
from kdc_desktop.storage.failures import sentence_for
from kdc_desktop.storage.who import LaptopSign, read_who, who_here

_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
FLOCK_IS_FREE = sys.platform == "linux"
"""Whether a `flock` of the file itself is in nobody's way: on macOS it is in SQLite's."""
_FAR = 1 << 30  # the byte that is locked: beyond the text, which others must be able to read


class OpenElsewhereError(UserError):
    """Another laptop has the file open, or had it until a moment ago; see `set_aside`."""


class Claim:
    """Holds a club file for this window until it is closed, or the program ends in any way."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self._path, self._file = path, file
        self._side = _side(path)
        self._held: Descriptor | None = None
        self._lock_of_file: BinaryIO | None = None
        self._who = who_here()

    def holds(self, path: Path) -> bool:
        """Whether it is this file that is held, now."""
        return not self._file.closed and self._path == path.resolve()

    def follow(self) -> None:
        """Hold the file that lies at the path now: it was made, or put there, by ourselves.

        Raises:
            UserError: another window has it open, by whatever name.
        """
        if self._file.closed or (self._held is not None and self._held.key == key_at(self._path)):
            return
        self._let_go_of_file()
        if not self._path.is_file():
            return
        known = held(self._path)
        if known is not None and known.claimed:
            raise _in_another_window(self._path)
        with suppress(OSError):  # who opens it will say why it cannot be read
            found = hold(self._path)
            if not self._lock(found):
                found.let_go()
                raise _in_another_window(self._path)
            found.claimed = True
            self._held = found

    def sign(self) -> None:
        """Say once more in the side file that the file is still open here."""
        self._who = self._who.now()
        if _is_still(self._side, self._file):
            with suppress(OSError):
                self._file.seek(0)
                self._file.write(self._who.told())
                self._file.truncate()
                self._file.flush()

    def rival(self) -> LaptopSign | None:
        """Another laptop that has opened the file meanwhile, as its side file says."""
        if self._file.closed or _is_still(self._side, self._file):
            return None
        who = read_who(self._side)
        return who if who is not None and who.is_elsewhere and who.is_there else None

    def close(self) -> None:
        """Let the file go; doing it twice does no harm."""
        if self._file.closed:
            return
        self._let_go_of_file()
        ours = _is_still(self._side, self._file)
        if sys.platform == "win32":  # an open file cannot be removed there
            self._file.close()
        if ours:
            with suppress(OSError):
                self._side.unlink()
        self._file.close()

    def _lock(self, found: Descriptor) -> bool:
        """Lock the file itself; or a file in the user's own folder, called after its number."""
        if FLOCK_IS_FREE:
            return _lock(found.number)
        self._lock_of_file = _lock_named("-".join(f"{number:x}" for number in found.key))
        return self._lock_of_file is not None

    def _let_go_of_file(self) -> None:
        found, self._held = self._held, None
        if found is not None:
            found.claimed = False
            if FLOCK_IS_FREE:
                _unlock(found.number)
            found.let_go()
        if self._lock_of_file is not None:
            self._lock_of_file.close()
            self._lock_of_file = None

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
    """Claim a club file for one window, through locks of the operating system.

    They die with their process, so a crash never leaves a file claimed. Where the disk knows no
    locks, the claim is granted.

    Raises:
        OpenElsewhereError: another laptop has the file open, as far as its side file says.
        UserError: another window has the file open, or its folder cannot be written.
    """
    path = path.resolve()
    side = _side(path)
    while True:
        try:
            file = _opened(side)
        except OSError as error:
            raise UserError(_why_not(error, path)) from error
        if not _lock(file.fileno()):
            file.close()
            raise _in_another_window(path)
        if _is_still(side, file):
            break
        file.close()  # its owner removed it between our opening and locking it
    made = Claim(path, file)
    try:
        who = read_who(side)
        if who is not None and who.is_elsewhere and who.is_there:
            raise _on_another_laptop(path, who)
        made.follow()
        made.sign()
    except UserError as error:
        if isinstance(error, OpenElsewhereError):
            file.close()  # what the other laptop says stays there
        made.close()
        raise
    return made


def claimed(path: Path, by: Claim | None) -> AbstractContextManager[object]:
    """A claim for a block; who holds the file already gives what it holds it by.

    Raises:
        UserError: as `claim` does.
    """
    return nullcontext() if by is not None and by.holds(path) else claim(path)


def set_aside(path: Path) -> None:
    """Believe no other laptop any more that it has the file open: a person knows better."""
    with suppress(OSError):
        _side(path.resolve()).unlink()


def _in_another_window(path: Path) -> UserError:
    return UserError(
        _(
            "{file} is open in another window of KDC Desktop. Go on there, or close it first.",
            file=path.name,
        )
    )


def _on_another_laptop(path: Path, who: LaptopSign) -> OpenElsewhereError:
    return OpenElsewhereError(
        _(
            "{file} is open on {laptop} since {moment}. Close it there, and wait until the folder "
            "is synced: what two laptops write at once does not come together again.",
            file=path.name,
            laptop=who.laptop,
            moment=who.since_in_words(),
        )
    )


def _side(path: Path) -> Path:
    return path.with_name(f".{path.name}.in-use")


def _opened(side: Path) -> BinaryIO:
    number = os.open(side, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    return os.fdopen(number, "r+b", buffering=0)


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
    return key_at(side) == key_of(os.fstat(file.fileno()))


def _lock_named(name: str) -> BinaryIO | None:
    """A lock in the user's own folder, held as long as it is open; None where it is taken."""
    from kdc_desktop import paths

    folder = paths.data_folder() / "locks"  # untranslated: a folder on disk
    folder.mkdir(exist_ok=True)
    file = _opened(folder / name)
    if _lock(file.fileno()):
        return file
    file.close()
    return None


def _lock(number: int) -> bool:
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


def _unlock(number: int) -> None:
    """End a lock whose descriptor stays open."""
    if sys.platform != "win32":
        import fcntl

        with suppress(OSError):
            fcntl.flock(number, fcntl.LOCK_UN)
