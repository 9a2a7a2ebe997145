"""A backup opens as a copy: asks where it is to lie and what it is to be called."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.club.files import ask_for_new_club, restored_name
from kdc_desktop.storage.backups import Backup, club_beside, is_backup


def ask_for_place(parent: QWidget, backup: Backup, club: Path) -> Path | None:
    """Where the copy is to lie, a free name beside the club being typed in; None if nowhere.

    Raises:
        UserError: that file exists, and the system's dialog has not asked about it.
    """
    return ask_for_new_club(parent, _("Open the backup as a copy"), free_place(backup, club))


def place_in_stead(backup: Backup, lost: Path) -> Path:
    """Where a backup opens as a copy when the file that was wanted is lost, or is a backup."""
    at_its_place = lost.parent.is_dir() and not is_backup(lost)
    return free_place(backup, lost if at_its_place else club_beside(backup))


def free_place(backup: Backup, club: Path) -> Path:
    """The first free name beside the club for what the backup becomes."""
    target = club.with_name(restored_name(backup))
    number = 1
    while target.exists():
        number += 1
        target = club.with_name(restored_name(backup, number))
    return target
