"""One window per club file: the first one claims it, a second one is told so.

A claim is on the name, by a side file, and on the file itself, whatever names it has. The side file
says who has it, so that another laptop is told, too, when a sync client has brought it there.
"""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.storage.descriptors import Descriptor, held, hold, key_at
from kdc_desktop.storage.failures import sentence_for
from kdc_desktop.storage.file_locks import NamedLock, is_still, lock, opened, unlock
from kdc_desktop.storage.who import LaptopSign, read_who, who_here

FLOCK_IS_FREE = sys.platform == "linux"
"""Whether a `flock` of the file itself is in nobody's way: on macOS it is in SQLite's."""


class OpenElsewhereError(UserError):
    """Another laptop has the file open, or had it until a moment ago; see `set_aside`."""


class OpenInAnotherWindowError(UserError):
    """Another window on this laptop has the file open."""


class Claim:
    """Holds a club file for this window until it is closed, or the program ends in any way."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self._path, self._file = path, file
        self._side = _side(path)
        self._held: Descriptor | None = None
        self._lock_of_file: NamedLock | None = None
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
        try:
            found = hold(self._path)
        except OSError:
            return  # who opens it will say why it cannot be read
        try:
            if not self._lock(found):
                raise _in_another_window(self._path)
        except BaseException as error:
            found.let_go()
            if isinstance(error, OSError):  # of the folder with the locks
                raise UserError(_why_not(error, Path(error.filename or self._path))) from error
            raise
        found.claimed = True
        self._held = found

    @contextmanager
    def letting_go(self) -> Iterator[None]:
        """Have the file not open, while another is put in its place; then that one is held.

        Windows replaces no file that is open. The lock of the side file stays.
        """
        self._let_go_of_file()
        try:
            yield
        finally:
            self.follow()

    def sign(self) -> None:
        """Say once more in the side file that the file is still open here."""
        self._who = self._who.now()
        if is_still(self._side, self._file):
            with suppress(OSError):
                self._file.seek(0)
                self._file.write(self._who.told())
                self._file.truncate()
                self._file.flush()

    def rival(self) -> LaptopSign | None:
        """Another laptop that has opened the file meanwhile, as its side file says."""
        if self._file.closed or is_still(self._side, self._file):
            return None
        who = read_who(self._side)
        return who if who is not None and who.is_elsewhere and who.is_there else None

    def close(self) -> None:
        """Let the file go; doing it twice does no harm."""
        if self._file.closed:
            return
        self._let_go_of_file()
        ours = is_still(self._side, self._file)
        if sys.platform == "win32":  # an open file cannot be removed there
            self._file.close()
        if ours:
            with suppress(OSError):
                self._side.unlink()
        self._file.close()

    def _lock(self, found: Descriptor) -> bool:
        """Lock the file itself; or a file in the user's own folder, called after its number."""
        if FLOCK_IS_FREE:
            return lock(found.number)
        self._lock_of_file = NamedLock.taken("-".join(f"{number:x}" for number in found.key))
        return self._lock_of_file is not None

    def _let_go_of_file(self) -> None:
        found, self._held = self._held, None
        if found is not None:
            found.claimed = False
            if FLOCK_IS_FREE:
                unlock(found.number)
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
            file = opened(side)
        except OSError as error:
            raise UserError(_why_not(error, path)) from error
        if not lock(file.fileno()):
            file.close()
            raise _in_another_window(path)
        if is_still(side, file):
            break
        file.close()  # its owner removed it between our opening and locking it
    made = Claim(path, file)
    try:
        who = read_who(side)
        if who is not None and who.is_elsewhere and who.is_there:
            raise _on_another_laptop(path, who)
        made.follow()
        made.sign()
    except BaseException as error:
        if isinstance(error, OpenElsewhereError):
            file.close()  # what the other laptop says stays there
        made.close()
        raise
    return made


def claimed(path: Path, by: Claim | None) -> AbstractContextManager[Claim]:
    """A claim for a block; who holds the file already gives what it holds it by.

    Raises:
        UserError: as `claim` does.
    """
    return nullcontext(by) if by is not None and by.holds(path) else claim(path)


def set_aside(path: Path) -> None:
    """Believe no other laptop any more that it has the file open: a person knows better."""
    with suppress(OSError):
        _side(path.resolve()).unlink()


def _in_another_window(path: Path) -> OpenInAnotherWindowError:
    return OpenInAnotherWindowError(
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
