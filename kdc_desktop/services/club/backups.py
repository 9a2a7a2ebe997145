"""Backups of the open club file, as the facilitator asks for them."""

from pathlib import Path

from kdc_desktop.storage import Database, backups
from kdc_desktop.storage.backups import Backup
from kdc_desktop.storage.first_names import first_name


def back_up(database: Database) -> Backup:
    """Keep a copy of the club as it is now."""
    with database.file.at_its_path() as path:
        return backups.back_up(path, database.now())


def back_up_to(database: Database, target: Path) -> None:
    """Write a copy of the club to a file of the facilitator's choice."""
    with database.file.at_its_path() as path:
        backups.copy_to(path, target)


def kept(database: Database) -> list[Backup]:
    """The backups that exist, newest first; also those from before it was kept or put back."""
    path = database.path
    found = backups.backups_of(path)
    first = path.with_stem(first_name(path.stem))
    if first == path:
        return found
    found += backups.backups_of(first)
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def restore(backup: Backup, target: Path) -> None:
    """Put a backup back as a new file; nothing is overwritten."""
    backups.restore(backup.path, target)
