"""A program to be killed: it brings an old club file up to date, and ends at a given step."""

import os
import shutil
import signal
import sqlite3
import sys
import tempfile
from pathlib import Path
from types import FrameType
from typing import Any

from kdc_desktop import storage
from kdc_desktop.storage import open_database
from tests.storage.worker import serve, tell

OLD = Path(__file__).parents[1] / "data" / "clubs" / "0001.kdc"
OURS = str(Path(storage.__file__).parent)


def migrate(path: Path, last_step: int) -> None:
    """Open the file; a step is a call out of Python, by the storage or to SQLite, or its return.

    It tells how many steps it took when it was not killed before.
    """
    steps = 0

    def count(frame: FrameType, event: str, called: Any) -> None:
        nonlocal steps
        if event not in ("c_call", "c_return"):
            return
        to_sqlite = isinstance(
            getattr(called, "__self__", None), (sqlite3.Connection, sqlite3.Cursor)
        )
        if to_sqlite or frame.f_code.co_filename.startswith(OURS):
            steps += 1
            if steps == last_step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)
    open_database(path).close()
    sys.setprofile(None)
    tell("steps", steps, "")


def load_all() -> None:
    """Import what a migration takes, once for all that are forked."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "club.kdc"
        shutil.copy(OLD, copy)
        open_database(copy).close()


if __name__ == "__main__":
    load_all()
    serve(migrate)
