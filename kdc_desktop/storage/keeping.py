"""What becomes of the work of a window whose file is no longer its file, and how that is said."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kdc_desktop import paths
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Fillable, _, fillable, sentences
from kdc_desktop.storage import files
from kdc_desktop.storage.first_names import first_name
from kdc_desktop.storage.open_file import FileState
from kdc_desktop.workplaces import make_private, passing

_WHAT = {
    FileState.REPLACED: fillable(
        "Another file was put in the place of {file}, so nothing more is written there."
    ),
    FileState.OVERWRITTEN: fillable(
        "Another program has written into {file}, so nothing more is written there."
    ),
    FileState.MOVED: fillable("{file} was moved away, so nothing more is written."),
    FileState.GONE: fillable(
        "{file} was deleted or moved away from {folder}, so nothing more is written."
    ),
    FileState.OUT_OF_REACH: fillable(
        "The disk of {file} does not answer, so nothing more is written. What was done until "
        "then is on it: put it back, and work goes on."
    ),
}
_AWAY = fillable("{file} can not be reached, so nothing more is written.")
_KEPT = fillable("All that was done here is in {kept} in {folder}: go on there.")
_MOVED_TO = fillable("It lies now as {kept} in {folder}, with all that was done here: go on there.")
_KEEPING = fillable("What was done here is being kept in a file of its own.")
_NOT_KEPT = fillable(
    "What was done here could not be kept in a file of its own. Leave this window open, free "
    "some space or put the disk back, then try again."
)
_MIXED = fillable(
    "What could still be read is in {kept} in {folder}; what was written over is in the newest "
    "backup in the backup folder. Look at both before you go on."
)
_FROM_BACKUP = fillable("Open the newest backup from its backup folder, or the file as it is now.")


class Kept(NamedTuple):
    """Where the work of a window lies now: a file that was made of it, or the one that was moved.

    `path` is None where it could not be kept.
    """

    path: Path | None
    moved: bool = False


def sentence_of(state: FileState, path: Path, kept: Kept | None) -> str:
    """What has become of a file, and what to do."""
    what = str(_WHAT.get(state, _AWAY).filled(file=path.name, folder=str(path.parent)))
    if state is FileState.OUT_OF_REACH:
        return what
    return sentences((what, _where(state, kept)))


def _where(state: FileState, kept: Kept | None) -> str:
    if kept is None:
        return str(_KEEPING.filled())
    if kept.path is None and state is FileState.OVERWRITTEN:
        return str(_FROM_BACKUP.filled())
    if kept.path is None:
        return str(_NOT_KEPT.filled())
    told: Fillable = _MOVED_TO if kept.moved else _KEPT
    if state is FileState.OVERWRITTEN:
        told = _MIXED
    return str(told.filled(kept=kept.path.name, folder=str(kept.path.parent)))


def is_seen(path: Path) -> bool:
    """Whether people find a file at its place: it is in no wastebasket and no hidden folder."""
    return not any(part.startswith((".", "$")) or part == "Trash" for part in path.parts)


def keep(source: sqlite3.Connection, path: Path, at: datetime) -> Path:
    """Write all that an open connection reads to a new file beside the club, or where that goes.

    Raises:
        UserError: it can be written nowhere, or not be read any more.
    """
    problem: Exception | None = None
    for folder in (path.parent, paths.data_folder()):
        try:
            if folder.is_dir():
                return _keep_in(folder, source, path.stem, at)
        except (OSError, sqlite3.Error) as error:
            problem = error
    raise UserError(str(_NOT_KEPT.filled())) from problem


def _keep_in(folder: Path, source: sqlite3.Connection, stem: str, at: datetime) -> Path:
    target = _free(folder, stem, at)
    with passing(target) as fresh:
        make_private(fresh)
        with closing(files.make(fresh)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            whole = copy.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            if not whole:  # a link to nothing is covered where the file is read
                raise OSError(str(target))
        files.put_in_place(fresh, target)
    return target


def _free(folder: Path, stem: str, at: datetime) -> Path:
    when, stem = f"{at:%Y-%m-%d %H.%M}", first_name(stem)  # untranslated: a file's name
    name, number = _("{club} (kept {when})", club=stem, when=when), 1
    while (target := folder / f"{name}.kdc").exists() or target.is_symlink():
        number += 1
        name = _("{club} (kept {when}, {number})", club=stem, when=when, number=str(number))
    return target
