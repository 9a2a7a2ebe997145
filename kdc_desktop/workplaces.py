"""Places for what is not finished: gone at the end, or at the next start when we were killed.

Every process that makes one writes where it is into a note in the user's data folder, and holds a
lock on the note. A lock dies with its process: a note that can be locked is of a dead one.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kdc_desktop import paths

_NAME = "unfinished"  # untranslated: a folder on disk
_ENDING = ".note"
_UNFINISHED = ".unfinished"
_CLAIM = ".in-use"  # as `storage.sole_use` calls it
_SIDES = ("", "-journal", "-wal", "-shm")


@contextmanager
def workplace() -> Iterator[Path]:
    """An empty folder that only its owner may look into."""
    with _noted_within(os.urandom(8).hex()) as folder:
        folder.mkdir(mode=0o700)
        yield folder


@contextmanager
def passing(target: Path, ending: str = "") -> Iterator[Path]:
    """The free name, beside a target, of a file that is written before it is moved there.

    Nobody else writes under this name. What is left of it at the end is removed; and what the
    target was claimed by, where we are killed.
    """
    name = f".{target.name[:40]}.{os.urandom(4).hex()}{_UNFINISHED}{ending}"
    fresh = target.with_name(name)
    with _noted(fresh, target.with_name(f".{target.name}{_CLAIM}")):
        yield fresh


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read; on Windows its folder says who may.

    Raises:
        FileExistsError: a file of that name exists.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def sweep() -> None:
    """Remove what processes that are dead have left unfinished, wherever it lies."""
    with suppress(OSError):
        for note in _folder().glob(f"*{_ENDING}"):
            with suppress(OSError):
                _sweep(note)


def discard(path: Path) -> None:
    """Remove a file with what SQLite keeps beside it, or a folder, as far as that is possible."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    for side in _SIDES:
        with suppress(OSError):
            path.with_name(path.name + side).unlink(missing_ok=True)


@contextmanager
def _noted_within(name: str) -> Iterator[Path]:
    folder = _folder()
    with _noted(folder / name):
        yield folder / name


@contextmanager
def _noted(path: Path, claim: Path | None = None) -> Iterator[None]:
    note = _note(path, *([claim] if claim else []))
    try:
        yield
    finally:
        discard(path)
        if note is not None:
            _remove(*note)


def _note(*told: Path) -> tuple[Path, BinaryIO] | None:
    """A note that is held; None where the data folder takes none, and a kill leaves the file."""
    sweep()
    with suppress(OSError):
        while True:
            place = _folder() / f"{os.urandom(8).hex()}{_ENDING}"
            file = _opened(place)
            if lock(file) and _is_still(place, file):
                try:
                    file.write(b"\0".join(os.fsencode(path.absolute()) for path in told))
                    file.flush()
                except OSError:
                    _remove(place, file)
                    raise
                return place, file
            file.close()  # swept between our making and locking it
    return None


def _sweep(note: Path) -> None:
    with _opened(note) as file:
        if not lock(file) or not _is_still(note, file):
            return
        for told in file.read().split(b"\0"):
            path = Path(os.fsdecode(told))
            if path.name and not path.parent.is_dir():
                return  # on a disk that is not plugged in now
            if path.name.endswith(_CLAIM):
                _remove_claim(path)
            elif path.parent == note.parent or _UNFINISHED in path.name:
                discard(path)
        _remove(note, file)


def _remove_claim(side: Path) -> None:
    if side.is_file() and not side.with_name(side.name.removesuffix(_CLAIM)[1:]).exists():
        with _opened(side) as file:
            if lock(file) and _is_still(side, file):
                _remove(side, file)


def _remove(note: Path, file: BinaryIO) -> None:
    if sys.platform == "win32":  # an open file cannot be removed there
        file.close()
    with suppress(OSError):
        note.unlink()
    file.close()


def _opened(note: Path) -> BinaryIO:
    flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(note, flags, 0o600), "r+b")


def _is_still(note: Path, file: BinaryIO) -> bool:
    try:
        return os.path.samestat(note.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def lock(file: BinaryIO) -> bool:
    """Lock an open file until it is closed or the process ends; False when another holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(1 << 30)  # beyond its text, which others may read
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            file.seek(0)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _folder() -> Path:
    folder = paths.data_folder() / _NAME
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
