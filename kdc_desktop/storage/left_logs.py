"""Logs of SQLite that another file has left, which lay in the place of this one.

SQLite plays whatever log lies beside a file into it. But a file can be put back by hand while the
log of the one before still lies there. The marks in the first page tell whether they go together.
"""

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from kdc_desktop.i18n import _
from kdc_desktop.storage import files
from kdc_desktop.storage.log_ties import belongs
from kdc_desktop.storage.marks import FileMark, head_of


def put_aside(path: Path) -> list[str]:
    """Give logs that are not the file's a name of their own; a sentence for each.

    For who has claimed the file. Where there is none, no log is its own.

    Raises:
        OSError: one cannot be renamed.
    """
    told = []
    for log in files.logs_beside(path):
        if path.exists() and belongs(path, log) and not _is_whole_without(path):
            continue
        kept = put_away(path, log)
        told.append(
            _(
                "Beside {file} lay entries that belong to another file, which was there before. "
                "They are kept in {kept}; {file} is as it was put there.",
                file=path.name,
                kept=kept.name,
            )
        )
    return told


def put_away(path: Path, log: Path) -> Path:
    """Give a log that is not the file's a name of its own; returns where it lies then."""
    kept = _free_name(path, log)
    log.rename(kept)
    return kept


def copy_away(path: Path, log: Path) -> Path:
    """The same of a log that another program has spoilt under us: it stays, and a copy is kept."""
    kept = _free_name(path, log)
    shutil.copyfile(log, kept)
    return kept


def _is_whole_without(path: Path) -> bool:
    """Whether the file is damaged with its log and whole without it: then it is not its own."""
    head = head_of(path)
    if head is not None and head.is_a is FileMark.CLUB:
        return False  # its mark has told
    with_log = files.uri_of(path, "mode=ro")
    return not _is_whole(with_log) and _is_whole(files.uri_of(path, "immutable=1"))


def _is_whole(uri: str) -> bool:
    with suppress(sqlite3.Error), closing(sqlite3.connect(uri, uri=True)) as connection:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    return False


def _free_name(path: Path, log: Path) -> Path:
    ending = log.name.removeprefix(path.name)
    number = 1
    while True:
        name = f"{path.stem} left over {number}{path.suffix}{ending}"  # untranslated: a file's name
        if not path.with_name(name).exists():
            return path.with_name(name)
        number += 1
