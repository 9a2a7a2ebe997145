"""Descriptors of club files: one for each file in the whole program, open as long as SQLite is.

Closing any other descriptor of a file would end all locks that SQLite has on it in this program:
https://sqlite.org/howtocorrupt.html, “canceled by a separate thread doing close”.
"""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
FOR_READING = os.O_RDONLY | _PLAIN
_AS_SQLITE = os.O_RDWR | _PLAIN  # some disks give a file another number when one first may write

FileKey = tuple[int, int]
"""What tells one file from another, whatever it is called: its disk, and its number there."""


def key_of(told: os.stat_result) -> FileKey:
    """The key of the file that a `stat` tells of."""
    return told.st_dev, told.st_ino


def key_at(path: Path | str) -> FileKey | None:
    """The key of what lies at a path; None where that is nothing."""
    try:
        return key_of(os.stat(path))
    except OSError:
        return None


@dataclass
class Seen:
    """What a file was like when this program last wrote it."""

    times: tuple[int, int] = (0, 0)  # when it was changed, and its size
    head: bytes = b""
    print: int | None = None


class Descriptor:
    """A file that is held open to read; everybody who got it by `hold` lets it go once."""

    def __init__(self, number: int, key: FileKey) -> None:
        self.number, self.key = number, key
        self.users = 1
        self.claimed = False  # by a window of this program
        self.seen = Seen()
        self.writers = 0  # of this program, which SQLite may have write it just now
        self._reading = threading.Lock()

    def read(self, at: int, length: int) -> bytes:
        """Bytes of the file, from a place on."""
        if sys.platform == "win32":
            with self._reading:
                os.lseek(self.number, at, os.SEEK_SET)
                return os.read(self.number, length)
        return os.pread(self.number, length, at)

    @contextmanager
    def being_written(self) -> Iterator[None]:
        """What is written into the file within is of this program."""
        with _guard:
            self.writers += 1
        try:
            yield
        finally:
            with _guard:
                self.writers -= 1

    def forget(self) -> None:
        """Let whoever asks next open the file anew: the disk was away in between."""
        with _guard:
            if _open.get(self.key) is self:
                del _open[self.key]

    def let_go(self) -> None:
        """Close it, if nobody else has it."""
        with _guard:
            self.users -= 1
            if self.users == 0:
                if _open.get(self.key) is self:
                    del _open[self.key]
                os.close(self.number)


def _opened(path: Path) -> Descriptor:
    try:
        number = os.open(path, _AS_SQLITE)
    except OSError:
        number = os.open(path, FOR_READING)
    # Windows tells the number of a file by its path and by a descriptor in two ways.
    told = os.stat(path) if sys.platform == "win32" else os.fstat(number)
    return Descriptor(number, key_of(told))


_guard = threading.Lock()
_open: dict[FileKey, Descriptor] = {}


def held(path: Path) -> Descriptor | None:
    """What this program holds the file at a path by, whatever it was called then."""
    key = key_at(path)
    return None if key is None else _open.get(key)


def hold(path: Path) -> Descriptor:
    """A descriptor of the file at a path: the one that there is, or a new one.

    Raises:
        OSError: there is no file, or it cannot be read.
    """
    with _guard:
        known = held(path)
        if known is None:
            made = _opened(path)
            known = _open.setdefault(made.key, made)
            if known is made:
                return made
            # Replaced in this very moment by one that is open: not closed, as said above.
        known.users += 1
        return known
