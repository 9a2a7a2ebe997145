"""The mark in the head of a club file: whether it is a club or a backup, and which edit was last.

SQLite leaves 32 bits of a file's first page to the program (`user_version`). Here they say of a
backup how many commits it had when it was made, so that one that was written to since is known. Of
a club they hold a number by chance that each edit changes, half of which follows from the number
before: so a log beside a file is known to belong to it, or to another.
"""

import os
import sqlite3
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

from kdc_desktop.storage.descriptors import held

_SIGN = b"SQLite format 3\0"
HEAD_LENGTH = 100
_PLACE = 60  # https://www.sqlite.org/fileformat2.html#database_header
_COUNTED = 0x3FFF_FFFF
_HALF = 15  # bits


class FileMark(IntEnum):
    """What a file is: the two highest bits of its mark."""

    NONE = 0
    CLUB = 1
    BACKUP = 2


class FileHead(NamedTuple):
    """What the first 100 bytes of a file of SQLite say."""

    page_size: int
    pages: int
    commits: int  # a number that grows with them
    mark: int
    application: int
    logged: bool  # written through a write-ahead log, as open clubs are

    @property
    def is_a(self) -> FileMark:
        """Whether it is a club or a backup; clubs of older versions do not say."""
        kind = self.mark >> 30
        return FileMark(kind) if kind in (FileMark.CLUB, FileMark.BACKUP) else FileMark.NONE


def head_in(start: bytes) -> FileHead | None:
    """The head at the start of a file, or of a copy of its first page; None where there is none."""
    if len(start) < HEAD_LENGTH or not start.startswith(_SIGN):
        return None

    def number(place: int, length: int = 4) -> int:
        return int.from_bytes(start[place : place + length], "big")

    size = number(16, 2)
    return FileHead(
        page_size=65_536 if size == 1 else size,
        pages=number(28),
        commits=number(24),
        mark=number(_PLACE),
        application=number(68),
        logged=start[18:20] == b"\2\2",
    )


def head_of(path: Path) -> FileHead | None:
    """The head of a file as it lies there, whatever its log says."""
    try:
        if path.exists() and not path.is_file():
            return None  # to open a pipe waits for ever
        known = held(path)
        if known is not None:
            return head_in(known.read(0, HEAD_LENGTH))
        with path.open("rb") as file:
            return head_in(file.read(HEAD_LENGTH))
    except OSError:
        return None


def put_mark(finished: Path, mark: FileMark) -> None:
    """FileMark a file that is whole, and that nobody has open."""
    with finished.open("rb+") as file:
        head = head_in(file.read(HEAD_LENGTH))
        assert head is not None
        rest = head.commits & _COUNTED if mark is FileMark.BACKUP else _by_chance(2 * _HALF)
        file.seek(_PLACE)
        file.write((mark << 30 | rest).to_bytes(4, "big"))


def is_as_made(path: Path) -> bool:
    """Whether a marked backup holds what it was made with: nobody has worked in it."""
    head = head_of(path)
    return (
        head is not None
        and head.is_a is FileMark.BACKUP
        and not head.logged
        and head.commits & _COUNTED == head.mark & _COUNTED
        and path.stat().st_size == head.pages * head.page_size
    )


def move_on(connection: sqlite3.Connection) -> None:
    """Give a club its next mark, within the transaction of an edit."""
    (signed,) = connection.execute("PRAGMA user_version").fetchone()
    after = FileMark.CLUB << 30 | _by_chance(_HALF) << _HALF | _follows_from(signed & 0xFFFF_FFFF)
    connection.execute(f"PRAGMA user_version = {after}")


def follows(mark: int, before: int) -> bool:
    """Whether a club's mark may have come right after the one before."""
    return mark >> 30 == FileMark.CLUB and mark & (1 << _HALF) - 1 == _follows_from(before)


def _follows_from(mark: int) -> int:
    return (mark * 2_654_435_761 & 0xFFFF_FFFF) >> 32 - _HALF


def _by_chance(bits: int) -> int:
    return int.from_bytes(os.urandom(4), "big") >> 32 - bits
