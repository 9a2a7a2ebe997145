"""A program to be killed while it hands a club over, at the call that the round is numbered by."""

import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from kdc_desktop.services.joined.handing import hand_over_club
from kdc_desktop.storage import open_database
from tests.storage.worker import serve, unheard

STEPS = tuple(
    f"{os.sep}{name}.py"
    for name in ("handing", "handing_over", "files", "sole_use", "connections", "journal")
)
"""Files of storage and services: what is called in these, or returns from there, is a step."""


def hand_over_until(path: Path, step: int) -> None:
    """Hand the club at `path` over to “there.kdc” beside it, killed at this step of it."""
    database = open_database(path)
    left = step

    def count(frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal left
        if event in ("call", "return") and frame.f_code.co_filename.endswith(STEPS):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)
    hand_over_club(database, path.with_name("there.kdc"))
    sys.setprofile(None)


if __name__ == "__main__":
    with unheard() as folder:
        hand_over_club(open_database(folder / "club.kdc"), folder / "there.kdc")
    serve(hand_over_until)
