"""What a failing file says, as a sentence that says what to do."""

import sqlite3
from pathlib import Path


def sentence_for(error: BaseException | None, path: Path) -> str | None:
    """The sentence for an error of SQLite, or None when it is a bug of ours."""
    if not isinstance(error, sqlite3.Error):
        return None
    name = path.name
    told = str(error).lower()
    sentences = {
        "disk is full": f"The disk is full, so nothing was written to {name}. Free some space, "
        "then do it again.",
        "locked": f"Another program is writing to {name}. Close it there, then do it again.",
        "busy": f"Another program is writing to {name}. Close it there, then do it again.",
        "readonly": f"{name} can only be read. Allow writing to the file and its folder, "
        "or open a copy of it elsewhere.",
        "unable to open": f"{name} cannot be opened. Check that its folder exists "
        "and that you may write in it.",
        "disk i/o error": f"The disk did not take what was written to {name}. Check the disk "
        "and its space, then do it again.",
        "not a database": f"{name} is not a club file. Choose a file that ends in .kdc.",
        "malformed": f"{name} is damaged. Open the newest backup from Settings instead; "
        "the damaged file is left as it is.",
    }
    return next((sentence for sign, sentence in sentences.items() if sign in told), None)
