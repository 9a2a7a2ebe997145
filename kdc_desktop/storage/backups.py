"""Backups beside the club file: 10 newest, and one a day for 30 days."""

import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.storage import files
from kdc_desktop.storage.failures import sentence_for
from kdc_desktop.storage.shares import is_on_share
from kdc_desktop.storage.sole_use import claim
from kdc_desktop.storage.strangers import refuse_strange

KEPT_NEWEST = 10
KEPT_DAYS = 30
_STAMP = "%Y-%m-%d %H.%M.%S"
_FORSAKEN_SECONDS = 24 * 3600


@dataclass(frozen=True)
class Backup:
    """A copy of the club file as it was at a time."""

    path: Path
    at: datetime
    size: int  # bytes


def folder_of(path: Path) -> Path:
    """Where the backups of a club file lie."""
    return path.with_name(f"{path.stem} backups")  # untranslated: a folder on disk


def copy_to(path: Path, target: Path) -> None:
    """A consistent, checked copy of the file, also while it is open; moved into place when whole.

    Raises:
        UserError: the file is damaged, the target is the file itself or a club in use, or the
            copy could not be written. The target is then as it was.
    """
    if target.exists() and path.exists() and target.samefile(path):
        raise UserError(
            _("{file} is the club file itself. Choose another name for the copy.", file=target.name)
        )
    with claim(target):  # also of a name that is free: of two who write it, one would get half
        _refuse_open_target(target)
        _copy(path, target)


def _copy(path: Path, target: Path) -> None:
    unfinished = files.unfinished(target)
    try:
        with closing(_source(path)) as source:
            refuse_strange(source, path)
            whole = files.copy_out(source, unfinished)
        if not whole:
            raise UserError(
                _(
                    "{file} is damaged, so no copy was made of it. Open the newest backup "
                    "from its backup folder.",
                    file=path.name,
                )
            )
        files.put_in_place(unfinished, target)
    except (sqlite3.Error, OSError) as error:
        unknown = _(
            "The copy {file} could not be written: {reason}", file=str(target), reason=str(error)
        )
        raise UserError(sentence_for(error, target) or unknown) from error
    finally:
        files.discard(unfinished)


def _source(path: Path) -> sqlite3.Connection:
    return files.look_into(path) if is_on_share(path) else files.connect(path)


def _refuse_open_target(target: Path) -> None:
    if files.logs_beside(target) or _is_open(target):
        raise UserError(
            _(
                "{file} is open in a program, or was when it ended. Choose another name for "
                "the copy.",
                file=target.name,
            )
        )


def _is_open(target: Path) -> bool:
    try:
        if target.is_file():
            files.alone(target).close()
    except sqlite3.Error as error:  # any other one: it is no club file
        return files.is_busy(error)
    return False


def back_up(path: Path, now: Instant | None = None) -> Backup:
    """Keep a copy of the file in its backup folder, and drop the copies that are too many.

    Raises:
        UserError: the copy could not be written, in a sentence; no older copy is dropped then.
    """
    at = (now or Instant(int(time.time()))).in_zone(laptop_zone())
    folder = folder_of(path)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UserError(
            _(
                "The backup folder {folder} cannot be made. Allow writing beside {file}.",
                folder=str(folder),
                file=path.name,
            )
        ) from error
    target = folder / f"{path.stem} {at:{_STAMP}}.kdc"  # untranslated: a file's name
    copy_to(path, target)
    for surplus in surplus_of(backups_of(path), at):
        with suppress(OSError):
            surplus.path.unlink(missing_ok=True)
    _drop_forsaken(folder)
    return Backup(target, at, target.stat().st_size)


def _drop_forsaken(folder: Path) -> None:
    """Remove what a backup left that was killed while it wrote."""
    for file in folder.glob(".*.unfinished*"):
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > _FORSAKEN_SECONDS:
                file.unlink()


def backups_of(path: Path) -> list[Backup]:
    """The backups of a club file, newest first."""
    found = []
    for file in folder_of(path).glob("*.kdc"):
        try:
            at = datetime.strptime(file.stem.removeprefix(f"{path.stem} "), _STAMP)
            found.append(Backup(file, at, file.stat().st_size))
        except (ValueError, OSError):
            continue
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def surplus_of(backups: list[Backup], now: datetime) -> list[Backup]:
    """Those that are neither among the 10 newest nor the last of one of the past 30 days.

    `backups` come newest first.
    """
    kept = set(backups[:KEPT_NEWEST])
    days = set()
    for backup in backups:
        day = backup.at.date()
        if day not in days and day > (now - timedelta(days=KEPT_DAYS)).date():
            days.add(day)
            kept.add(backup)
    return [backup for backup in backups if backup not in kept]


def restore(backup: Path, target: Path) -> None:
    """Put a backup back as a new file; what exists is never overwritten.

    Raises:
        UserError: a file of that name exists, or the copy could not be written.
    """
    if target.exists() or target.is_symlink():
        raise UserError(
            _("{file} exists already. Choose another name for the restored file.", file=target.name)
        )
    copy_to(backup, target)
