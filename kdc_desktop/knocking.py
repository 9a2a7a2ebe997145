"""Whoever opens a club that a window has open already knocks there, and that window comes forward.

Every window listens at a socket of its own in the user's data folder. It is asked for a file; it
answers whether that is the one it shows.
"""

import os
import socket
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

from kdc_desktop import paths

YES, NO = b"1", b"0"
LONGEST = 8192  # bytes of a path, and of what the desktop lets us come forward with
_PATIENCE = 1.0  # s that a window has to answer
_UNTIL_HEARD = 4.0  # s from its claim until it hears who knocks, on a slow laptop
_MAY_COME = "XDG_ACTIVATION_TOKEN"  # untranslated: a variable of the desktop


def folder() -> Path:
    """Where the sockets are."""
    made = paths.data_folder() / "windows"
    made.mkdir(mode=0o700, exist_ok=True)
    return made


def shown_elsewhere(path: Path) -> bool:
    """Whether another window of this user shows the file; it has come forward then."""
    if not hasattr(socket, "AF_UNIX"):
        return False
    with suppress(OSError):
        return any(_answers(door, path) for door in folder().glob("*.socket"))
    return False


def comes_elsewhere(path: Path) -> bool:
    """The same of a window that has claimed the file, and may not hear yet who knocks."""
    until = monotonic() + _UNTIL_HEARD
    while not shown_elsewhere(path):
        if monotonic() > until:
            return False
        sleep(0.1)
    return True


def _answers(door: Path, path: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
        caller.settimeout(_PATIENCE)
        try:
            caller.connect(str(door))
        except ConnectionRefusedError:  # its process is dead
            with suppress(OSError):
                door.unlink()
            return False
        except OSError:
            return False
        token = os.environ.get(_MAY_COME, "")
        with suppress(OSError):
            caller.sendall(os.fsencode(path.absolute()) + b"\0" + os.fsencode(token))
            caller.shutdown(socket.SHUT_WR)
            return caller.recv(1) == YES
    return False


def told(asked: bytes) -> Path:
    """The file that is asked for; what the caller may come forward with is ours from now on."""
    name, _nul, token = asked.partition(b"\0")
    if token:
        os.environ[_MAY_COME] = os.fsdecode(token)
    return Path(os.fsdecode(name))
