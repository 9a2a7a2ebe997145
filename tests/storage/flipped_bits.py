"""Flips bits in the sample club and cuts it, and uses what is left.

    python -m tests.storage.flipped_bits [HOW_MANY]

Each ends in a sentence or works; whatever else happens is told.
"""

import random
import shutil
import sys
import tempfile
import time
import traceback
from contextlib import closing, suppress
from pathlib import Path

from kdc_desktop import paths
from kdc_desktop.errors import UserError
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.sessions import listing
from kdc_desktop.services.workbook.export import export_workbook
from kdc_desktop.storage import open_database
from kdc_desktop.storage.checking import check_database
from kdc_desktop.storage.mending import mend

PATIENCE = 30  # seconds; longer is as bad as for ever


def spoil(path: Path, seed: int) -> None:
    """Flip some bits of a file, fill a page with other bytes, or cut it short."""
    chance = random.Random(seed)
    content = bytearray(path.read_bytes())
    kind = chance.choice(("bits", "bits", "page", "cut"))
    if kind == "bits":
        for _ in range(chance.choice((1, 3, 40))):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif kind == "page":
        page = chance.randrange(1, len(content) // 4096)
        content[page * 4096 : (page + 1) * 4096] = chance.randbytes(4096)
    else:
        del content[chance.randrange(len(content)) :]
    path.write_bytes(content)


def use_all(path: Path) -> None:
    """Check, open, list, export, undo and mend: a sentence is as good as an answer."""
    check_database(path)
    with suppress(UserError), closing(open_database(path)) as database:
        with suppress(UserError):
            listing.sessions(database)
        with suppress(UserError):
            export_workbook(database, path.with_suffix(".xlsx"), WORKBOOK)
        with suppress(UserError):
            database.undo()
    with suppress(UserError):
        mend(path, path.with_name("mended.kdc"))


def main(count: int) -> int:
    """Try so many; how many did not go well."""
    bad = 0
    for seed in range(count):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(shutil.copy(paths.resource("sample/sample-club.kdc"), folder))
            spoil(path, seed)
            began = time.monotonic()
            try:
                use_all(path)
            except Exception:
                bad += 1
                sys.stdout.write(f"{seed} {traceback.format_exc()}\n")
            if time.monotonic() - began > PATIENCE:
                bad += 1
                sys.stdout.write(f"{seed} took {time.monotonic() - began:.0f} s\n")
        sys.stdout.flush()
    sys.stdout.write(f"{bad} of {count} went wrong\n")
    return bad


if __name__ == "__main__":
    sys.exit(min(1, main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)))
