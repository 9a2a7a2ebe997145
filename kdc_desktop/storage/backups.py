"""Backups beside the club file: 10 newest, and one a day for 30 days."""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.storage.failures import sentence_for

KEPT_NEWEST = 10
KEPT_DAYS = 30
_STAMP = "%Y-%m-%d %H.%M.%S"


@dataclass(frozen=True)
class Backup:
    """A copy of the club file as it was at a time."""

    path: Path
    at: datetime
    size: int  # bytes


def folder_of(path: Path) -> Path:
    """Where the backups of a club file lie."""
    return path.with_name(f"{path.stem} backups")


def copy_to(path: Path, target: Path) -> None:
    """A consistent copy of the file, also while it is open; moved into place when it is whole.

    Raises:
        UserError: the copy could not be written, in a sentence.
    """
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        with (
            closing(sqlite3.connect(path)) as source,
            closing(sqlite3.connect(unfinished)) as copy,
        ):
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        os.replace(unfinished, target)
    except (sqlite3.Error, OSError) as error:
        unfinished.unlink(missing_ok=True)
        sentence = sentence_for(error, target) or f"The copy {target} could not be written: {error}"
        raise UserError(sentence) from error


def back_up(path: Path, at: datetime | None = None) -> Backup:
    """Keep a copy of the file in its backup folder, and drop the copies that are too many.

    Raises:
        UserError: the copy could not be written, in a sentence.
    """
    at = (at or datetime.now()).replace(microsecond=0)
    folder = folder_of(path)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UserError(
            f"The backup folder {folder} cannot be made. Allow writing beside {path.name}."
        ) from error
    target = folder / f"{path.stem} {at:{_STAMP}}.kdc"
    copy_to(path, target)
    for surplus in surplus_of(backups_of(path), at):
        surplus.path.unlink(missing_ok=True)
    return Backup(target, at, target.stat().st_size)


def backups_of(path: Path) -> list[Backup]:
    """The backups of a club file, newest first."""
    found = []
    for file in folder_of(path).glob(f"{path.stem} *.kdc"):
        try:
            at = datetime.strptime(file.stem.removeprefix(f"{path.stem} "), _STAMP)
        except ValueError:
            continue
        found.append(Backup(file, at, file.stat().st_size))
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def surplus_of(backups: list[Backup], now: datetime) -> list[Backup]:
    """Those that are neither among the 10 newest nor the last of one of the past 30 days."""
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
    if target.exists():
        raise UserError(f"{target.name} exists already. Choose another name for the restored file.")
    copy_to(backup, target)
