"""Whether what lies at the path of a club is still the file that is open, and where that went."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum, auto
from pathlib import Path
from zlib import crc32

from kdc_desktop.storage.descriptors import (
    FOR_READING,
    Descriptor,
    FileKey,
    hold,
    key_at,
    key_of,
)
from kdc_desktop.storage.logs_beside import LogsBeside

_HEAD = 100  # bytes: https://www.sqlite.org/fileformat2.html#the_database_header
_BLOCK = 1 << 16
_BLOCKS = 64  # that are looked at in a file of any size: of up to 4 MB all


class FileState(Enum):
    """What has become of an open file."""

    OURS = auto()
    REPLACED = auto()  # another file lies at its path
    OVERWRITTEN = auto()  # another program has written into it, past SQLite
    MOVED = auto()  # it lies elsewhere, and we know where
    GONE = auto()  # it is deleted, or nobody can say where it lies
    OUT_OF_REACH = auto()  # its disk does not answer


class OpenFile(LogsBeside):
    """The file that is open, known by its number on the disk; to be asked before every write.

    To ask takes microseconds. Only our own checkpoints write the file itself: after each of them it
    is told to `remember` what the file is like, so that what others write into it is seen.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._asked = os.fspath(self.path)
        self._held: Descriptor = hold(path)
        self.closed = False
        self._unlike: tuple[int, int, int] | None = None  # what was looked at, and is another file
        try:
            told = os.stat(self._asked)  # its content is looked at when there is more time
            if not self._held.seen.head:
                self._held.seen.times = told.st_mtime_ns, told.st_size
                self._held.seen.head = self._held.read(0, _HEAD)
        except BaseException:
            self._held.let_go()
            raise

    def close(self) -> None:
        """Let it go, after SQLite has; from then on it says nothing."""
        if not self.closed:
            self.closed = True
            self._held.let_go()

    def empty_log(self, state: FileState) -> None:
        """Take what our log says out of it, where SQLite would write it into what is not ours."""
        if state is FileState.OVERWRITTEN and self.has_its_log():
            self.cut_log()

    def state(self) -> FileState:
        """What has become of it."""
        if self.closed:
            return FileState.OURS
        try:
            found = os.stat(self._asked)
        except OSError:
            return self._missing()
        if (found.st_dev, found.st_ino) != self._held.key:
            return FileState.REPLACED
        times = found.st_mtime_ns, found.st_size
        if times != self._held.seen.times and not self._held.writers and not self._is_same():
            return FileState.OVERWRITTEN if self.answers() else FileState.OUT_OF_REACH
        return FileState.OURS

    def state_after_writing(self) -> FileState:
        """The same, when this program has written since it last asked, and may have folded."""
        try:
            found = os.stat(self._asked)
        except OSError:
            return self._missing()
        if (found.st_dev, found.st_ino) != self._held.key:
            return FileState.REPLACED
        # A commit may have folded without its time telling so: some disks keep it by two seconds.
        with suppress(OSError):
            told = found.st_mtime_ns, found.st_size, self._held.read(0, _HEAD)
            if told != (*self._held.seen.times, self._held.seen.head):
                self._keep_in_mind(found)
        self.look_closely()
        return FileState.OURS

    @contextmanager
    def being_written(self) -> Iterator[None]:
        """What SQLite writes within into the file is ours, also where it ends halfway."""
        with self._held.being_written():
            try:
                yield
            except BaseException:
                self.remember()  # on a full disk, a log is folded in part
                raise

    def remember(self) -> None:
        """Keep in mind what the file is like, after this program has written it."""
        self.remember_roughly()
        self.look_closely()

    def remember_roughly(self) -> None:
        """The same, but for what takes longer: `look_closely` is to follow."""
        with suppress(OSError):
            ours = key_at(self.path) == self._held.key
            self._keep_in_mind(os.stat(self._asked) if ours else os.fstat(self._held.number))

    def look_closely(self) -> None:
        """Look at the content of what is remembered, if that was not done yet."""
        seen = self._held.seen
        if seen.print is None:
            with suppress(OSError):
                head = seen.head
                print_ = _print_of(self._held, seen.times[1])
                if head is seen.head:  # nothing was kept in mind since
                    seen.print = print_

    def _keep_in_mind(self, found: os.stat_result) -> None:
        seen = self._held.seen
        with suppress(OSError):
            seen.head, seen.print = self._held.read(0, _HEAD), None
            seen.times = found.st_mtime_ns, found.st_size

    def answers(self) -> bool:
        """Whether the disk of the file is still there."""
        try:
            return len(self._held.read(0, _HEAD)) == _HEAD
        except OSError:
            return False

    def now_at(self) -> Path | None:
        """Where the file lies now, as far as the system says."""
        with suppress(OSError):
            place = Path(_name_of(self._held.number))
            if key_at(place) == self._held.key:
                return place
        return None

    def is_alike(self) -> bool:
        """Whether what lies at the path has the same content as what was open."""
        with suppress(OSError):
            found = os.stat(self._asked)
            if key_of(found) == self._held.key:
                return True  # the same disk, which was away
            size = self._held.seen.times[1]
            looked_at = found.st_ino, found.st_mtime_ns, found.st_size
            if stat.S_ISREG(found.st_mode) and size == found.st_size and looked_at != self._unlike:
                there = Descriptor(os.open(self._asked, FOR_READING), key_of(found))
                try:
                    if self._has_content_of(there, size):
                        return True
                    self._unlike = looked_at
                finally:
                    there.let_go()
        return False

    def _has_content_of(self, there: Descriptor, size: int) -> bool:
        seen = self._held.seen
        if seen.print is None and not self.answers():
            return there.read(0, _HEAD) == seen.head
        wanted = _print_of(self._held, size) if seen.print is None else seen.print
        return wanted == _print_of(there, size)

    def take_up(self) -> None:
        """Know what lies at the path now as the file that is open; SQLite has it no longer open.

        Raises:
            OSError: there is none.
        """
        before = self._held
        before.forget()
        self._held = hold(self.path)
        before.let_go()
        self.remember()

    @property
    def key(self) -> FileKey:
        """What tells it from every other file, wherever it lies."""
        return self._held.key

    @property
    def has_log_mode(self) -> bool:
        """Whether the header says that SQLite keeps a log for the file, as it does for ours."""
        return self._held.seen.head[18:20] == b"\2\2"

    def _missing(self) -> FileState:
        if self.now_at() is not None:
            return FileState.MOVED
        return FileState.GONE if self.answers() else FileState.OUT_OF_REACH

    def _is_same(self) -> bool:
        """Whether another time of it tells of nothing that was written into it."""
        seen = self._held.seen
        try:
            found = os.fstat(self._held.number)
            if self._held.read(0, _HEAD) != seen.head or found.st_size != seen.times[1]:
                return False
            if seen.print is not None and seen.print != _print_of(self._held, found.st_size):
                return False
        except OSError:
            return False
        seen.times = found.st_mtime_ns, found.st_size
        return True


def _print_of(file: Descriptor, size: int) -> int:
    """A number that tells one content from another."""
    step = max(_BLOCK, size // _BLOCKS)
    told = size
    for at in range(0, size, step):
        told = crc32(file.read(at, _BLOCK), told)
    return told


def _name_of(number: int) -> str:
    if sys.platform == "darwin":
        import fcntl

        told = fcntl.fcntl(number, 50, bytes(1024))  # F_GETPATH
        return os.fsdecode(told.rstrip(b"\0"))
    return os.readlink(f"/proc/self/fd/{number}")
