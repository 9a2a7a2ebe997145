"""A backup opens as a copy: asks where it is to lie and what it is to be called."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.club.files import ask_for_new_club, restored_name
from kdc_desktop.storage import backups
from kdc_desktop.storage.backups import Backup


def ask_for_place(parent: QWidget, backup: Backup, club: Path) -> Path | None:
    """Where the copy is to lie, a free name beside the club being typed in; None if nowhere.

    Raises:
        UserError: that file exists, and the system's dialog has not asked about it.
    """
    return ask_for_new_club(parent, _("Open the backup as a copy"), free_place(backup, club))


def free_place(backup: Backup, club: Path) -> Path:
    """The first free name beside the club for what the backup becomes."""
    target = club.with_name(restored_name(backup))
    number = 1
    while target.exists():
        number += 1
        target = club.with_name(restored_name(backup, number))
    return target


def club_of(backup: Backup) -> Path:
    """The file that the backup was made of, as far as it still lies beside the backup's folder."""
    folder = backup.path.parent
    if backups.folder_of(folder.with_name(f"{backup.club}.kdc")) == folder:
        return folder.with_name(f"{backup.club}.kdc")
    return backup.path
