"""A stick that is pulled and put back, and other things that happen to the file of an open club."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from kdc_desktop.storage import Database, open_database
from kdc_desktop.storage.folding import QUIET
from tests.storage.places import add_person

PATIENCE = 30.0  # seconds
A_TICK = 0.02  # seconds: what is written in one tick of the system has one time
NOTHING = os.open("/", os.O_RDONLY)
"""What reads and writes of a file fail on."""


def pull(folder: Path) -> Path:
    """Pull the stick with this folder: nothing lies there, and what is open there answers no more.

    Returns where it lies now; `put_back` puts it back.
    """
    for number in os.listdir("/proc/self/fd"):
        try:
            if Path(os.readlink(f"/proc/self/fd/{number}")).is_relative_to(folder):
                os.dup2(NOTHING, int(number))
        except OSError:
            continue
    return folder.rename(folder.with_name(f"{folder.name} pulled"))


def put_back(pulled: Path, folder: Path, *, other_numbers: bool) -> None:
    """Put it back; as on some sticks, its files may have other numbers then."""
    if other_numbers:
        shutil.copytree(pulled, folder)
        shutil.rmtree(pulled)
    else:
        pulled.rename(folder)


def other_club(path: Path) -> Path:
    """A club of somebody else's, closed, beside this one."""
    other = path.with_name("their club.kdc")
    database = open_database(other)
    add_person(database, "Theirs")
    database.close()
    return other


def quiet(database: Database) -> None:
    """Wait until nothing has been written for long enough."""
    log = database.path.with_name(f"{database.path.name}-wal")
    until(lambda: log.stat().st_size == 0)
    with database.file.turn():
        """Whoever folds has ended."""
    time.sleep(A_TICK)


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds; that a machine is busy is no fault."""
    patience = time.monotonic() + max(20 * QUIET, PATIENCE)
    while not holds():
        assert time.monotonic() < patience, "it does not come"
        time.sleep(0.02)
