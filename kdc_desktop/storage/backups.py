"""Backups beside the club file: the 10 newest, and one a day of the last 30 days that had one.

They are numbered as they are made, because a clock can be set: the number says which is newer. What
their head says (`marks`) tells them from clubs, wherever they are moved.
"""

import itertools
import re
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.storage import files, marks
from kdc_desktop.storage.copying import refuse_open_target, write_copy
from kdc_desktop.storage.failures import sentence_for
from kdc_desktop.storage.marks import FileMark
from kdc_desktop.storage.sole_use import Claim, claim

KEPT_NEWEST = 10
KEPT_DAYS = 30
_STAMP = "%Y-%m-%d %H.%M.%S"
_FOLDER = " backups"  # untranslated: a folder on disk
_NAMED = r"(?a)(?P<club>.+) (?P<at>\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)(?: #(?P<number>\d{1,9}))?"
_FORSAKEN_SECONDS = 24 * 3600
_LATE = 2 * 3600  # seconds that writing a backup, and a change of clocks, may take


class Backup(NamedTuple):
    """A copy of the club file as it was at a time."""

    path: Path
    at: datetime
    size: int  # bytes
    number: int = 0  # in the order in which they were made; those of older versions have none
    club: str = ""  # the name of the file it was made of

    @property
    def age(self) -> tuple[int, datetime]:
        """What is greater the later it was made, whatever the clock said."""
        return self.number, self.at


def folder_of(path: Path) -> Path:
    """Where the backups of a club file lie."""
    return path.with_name(f"{path.stem}{_FOLDER}")


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
    with claim(target) as held:  # also of a free name: of two who write it, one would get half
        refuse_open_target(target)
        write_copy(path, target, held)


def back_up(path: Path, now: Instant | None = None) -> Backup:
    """Keep a copy of the file in its backup folder, and drop the copies that are too many.

    Raises:
        UserError: the copy could not be written, in a sentence; no older copy is dropped then.
    """
    at = (now or Instant(int(time.time()))).in_zone(laptop_zone())
    folder = folder_of(path)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise UserError(
            sentence_for(error, path)
            or _(
                "The backup folder {folder} cannot be made. Allow writing beside {file}.",
                folder=str(folder),
                file=path.name,
            )
        ) from error
    made, held = _free_place(path, at)
    with held:
        write_copy(path, made.path, held, FileMark.BACKUP)
    for surplus in surplus_of(backups_in(folder), made):
        _drop(surplus)
    _drop_forsaken(folder)
    return Backup(made.path, at, made.path.stat().st_size, made.number, path.stem)


def _free_place(path: Path, at: datetime) -> tuple[Backup, Claim]:
    """A name that no other backup has or is about to get, claimed."""
    folder = folder_of(path)
    newest = max((backup.number for backup in backups_in(folder)), default=0)
    for number in itertools.count(newest + 1):
        target = folder / f"{path.stem} {at:{_STAMP}} #{number}.kdc"  # untranslated: a file's name
        try:
            held = claim(target)
        except UserError:
            if target.parent.is_dir() and number < newest + KEPT_NEWEST:
                continue  # another one is being made, at this very moment
            raise
        if not target.exists():
            return Backup(target, at, 0, number), held
        held.close()
    raise AssertionError


def _drop(backup: Backup) -> None:
    """Remove a backup, unless somebody has it, or has worked in it."""
    with suppress(UserError, OSError), claim(backup.path):
        if not files.logs_beside(backup.path) and _is_as_made(backup):
            backup.path.unlink(missing_ok=True)


def _is_as_made(backup: Backup) -> bool:
    """Whether the program has made it, and nobody has written to it since."""
    head = marks.head_of(backup.path)
    if head is None or head.logged or not re.fullmatch(_NAMED, backup.path.stem):
        return False
    if head.is_a is FileMark.BACKUP:
        return marks.is_as_made(backup.path)
    written = backup.path.stat().st_mtime
    return head.is_a is FileMark.NONE and written < backup.at.timestamp() + _LATE


def _drop_forsaken(folder: Path) -> None:
    """Remove what a backup of an older version left that was killed while it wrote."""
    for file in folder.glob(".*.unfinished*"):
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > _FORSAKEN_SECONDS:
                file.unlink()


def backups_of(path: Path) -> list[Backup]:
    """The backups of a club file, newest first."""
    return backups_in(folder_of(path))


def backups_in(folder: Path) -> list[Backup]:
    """All backups that lie in a folder, newest first."""
    found = []
    with suppress(OSError):
        for file in folder.glob("*.kdc"):
            backup = backup_at(file) if file.is_file() else None
            if backup is not None:
                found.append(backup)
    return sorted(found, key=lambda backup: backup.age, reverse=True)


def backup_at(file: Path) -> Backup | None:
    """The backup that a file is by its name or its mark; None when it is neither."""
    try:
        if named := re.fullmatch(_NAMED, file.stem):
            at = datetime.strptime(named["at"], _STAMP)
            number = int(named["number"] or 0)
            return Backup(file, at, file.stat().st_size, number, named["club"])
    except (ValueError, OSError):
        return None
    head = marks.head_of(file)
    if head is None or head.is_a is not FileMark.BACKUP:
        return None
    return _unnamed(file)


def _unnamed(file: Path) -> Backup:
    kept = file.stat()
    at = Instant(int(kept.st_mtime)).in_zone(laptop_zone())
    return Backup(file, at, kept.st_size, club=file.stem)


def backups_near(path: Path) -> list[Backup]:
    """The backups of a club file, newest first, also where it, or their folder, was renamed.

    Where its own folder holds none, these are what lies in it and in the folders beside it.
    """
    own = backups_in(path.parent) if is_backup(path) else backups_of(path)
    if own:
        return own
    found = [*backups_in(path.parent)]
    for folder in _folders_in(path.parent):
        found += backups_in(folder)
    if not found and not path.parent.exists():
        for folder in _folders_in(path.parent.parent):
            found += backups_of(folder / path.name)
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def _folders_in(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (each for each in folder.iterdir() if each.is_dir())


def club_beside(backup: Backup) -> Path:
    """Where the club that a backup was made of lay, by where the backup lies."""
    folder = backup.path.parent
    lies_among_backups = folder.name.endswith(_FOLDER)
    return folder.with_name(f"{backup.club}.kdc") if lies_among_backups else backup.path


def is_backup(path: Path) -> bool:
    """Whether a file is not to be worked in, because it is a backup.

    It is when it lies in a backup folder, or when its name or its mark says so. One that somebody
    has put back by hand in the place of its club is the club again.
    """
    path = path.resolve()
    head = marks.head_of(path)
    if head is None:
        return False
    folder = path.parent
    if folder.name.endswith(_FOLDER):
        club = folder.with_name(f"{folder.name.removesuffix(_FOLDER)}.kdc")
        if club.exists() or any(backup_at(file) for file in folder.glob("*.kdc")):
            return True
    named = re.fullmatch(_NAMED, path.stem) is not None
    if head.is_a is FileMark.CLUB:
        return False
    return named or (head.is_a is FileMark.BACKUP and not folder_of(path).is_dir())


def backup_to_place(path: Path) -> Backup | None:
    """The backup that a file is, when it is not to be worked in where it lies."""
    if not is_backup(path):
        return None
    return backup_at(path) or _unnamed(path)


def surplus_of(backups: Iterable[Backup], made: Backup | None = None) -> list[Backup]:
    """Those that are neither among the 10 newest nor the last of one of the last 30 days.

    Days that had no backup do not count: so no clock that is set makes any of them too old.
    `backups` come newest first; the one that was just `made` is never among them.
    """
    backups = list(backups)
    kept = set(backups[:KEPT_NEWEST])
    days: set[date] = set()
    for backup in backups:
        day = backup.at.date()
        if day not in days and len(days) < KEPT_DAYS:
            days.add(day)
            kept.add(backup)
    return [each for each in backups if each not in kept and (not made or each.path != made.path)]


def restore(backup: Path, target: Path) -> None:
    """Put a backup back as a new file; what exists is never overwritten.

    Raises:
        UserError: a file of that name exists, it would lie among the backups, or the copy could not
            be written.
    """
    if target.exists() or target.is_symlink():
        raise UserError(
            _("{file} exists already. Choose another name for the restored file.", file=target.name)
        )
    if backups_in(target.parent) and target.parent.name.endswith(_FOLDER):
        raise UserError(
            _(
                "{folder} is for backups alone. Choose another folder for the copy, for example "
                "the one above.",
                folder=target.parent.name,
            )
        )
    copy_to(backup, target)
