"""What a failing file says, as a sentence that says what to do."""

import errno
import sqlite3
from pathlib import Path

_FULL = "The disk is full, so nothing was written to {name}. Free some space, then do it again."
_BUSY = "Another program is writing to {name}. Close it there, then do it again."
_READ_ONLY = (
    "{name} can only be read. Allow writing to the file and its folder, "
    "or open a copy of it elsewhere."
)
_DISK = (
    "The disk did not take what was written to {name}. Check the disk and its space, "
    "then do it again."
)

_SIGNS = {
    "disk is full": _FULL,
    "locked": _BUSY,
    "busy": _BUSY,
    "readonly": _READ_ONLY,
    "unable to open": "{name} cannot be opened. Check that its folder exists "
    "and that you may write in it.",
    "disk i/o error": _DISK,
    "not a database": "{name} is not a club file. Choose a file that ends in .kdc.",
    "malformed": "{name} is damaged. Open the newest backup from its backup folder instead; "
    "the damaged file is left as it is.",
}

_CODES = {
    errno.ENOSPC: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.EIO: _DISK,
}


def sentence_for(error: BaseException | None, path: Path) -> str | None:
    """The sentence for an error of SQLite or the system, or None when it is a bug of ours."""
    found = None
    if isinstance(error, sqlite3.Error):
        told = str(error).lower()
        found = next((sentence for sign, sentence in _SIGNS.items() if sign in told), None)
    elif isinstance(error, OSError):
        found = _CODES.get(error.errno or 0)
    return None if found is None else found.replace("{name}", path.name)
