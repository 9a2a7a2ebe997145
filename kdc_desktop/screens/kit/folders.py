"""Which folders files are kept in: what a dead share or a device answers is not waited for."""

import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

PATIENCE = 0.4
"""Seconds that a folder has to answer; the window stands still meanwhile."""
_OF_THE_SYSTEM = tuple(map(Path, ("/proc", "/sys", "/dev")))  # to list these may never end
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - it lies among devices, and takes files as any folder


def is_open(folder: Path) -> bool:
    """Whether a folder is there, is none of the system's own, and answers soon."""
    return _soon(_is_ordinary, folder)


def is_writable(folder: Path) -> bool:
    """Whether a file can be written in a folder: one is, and is gone again."""
    return _soon(_takes_a_file, folder)


def _is_ordinary(folder: Path) -> bool:
    found = folder.resolve(strict=True)
    of_the_system = any(found.is_relative_to(one) for one in _OF_THE_SYSTEM)
    if of_the_system and not found.is_relative_to(_IN_MEMORY):
        return False
    next(found.iterdir(), None)
    return True


def _takes_a_file(folder: Path) -> bool:
    if not _is_ordinary(folder):
        return False
    with tempfile.TemporaryFile(dir=folder):
        return True


def _soon(look: Callable[[Path], bool], folder: Path) -> bool:
    answers: list[bool] = []

    def ask() -> None:
        try:
            answers.append(look(folder))
        except OSError:
            answers.append(False)

    asking = threading.Thread(target=ask, name="folder", daemon=True)
    asking.start()
    asking.join(PATIENCE)
    return answers == [True]
