"""How club files are named and asked for."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from kdc_desktop.i18n import _
from kdc_desktop.paths import CLUB_ENDING
from kdc_desktop.screens.kit.file_dialogs import FileKind, ask_for_file, ask_for_name, folder_for
from kdc_desktop.screens.kit.targets import target_named
from kdc_desktop.storage.backups import Backup
from kdc_desktop.storage.first_names import first_name


def ask_for_club(parent: QWidget, title: str, folder: Path) -> Path | None:
    """A club file that exists, as the facilitator picks it; None if they think better of it."""
    return ask_for_file(parent, title, FileKind.CLUB, _kinds(), folder)


def ask_for_new_club(parent: QWidget, title: str, proposed: Path) -> Path | None:
    """Where to write a club file, `proposed` being typed in already; None if nowhere.

    Raises:
        UserError: that file exists, and the system's dialog has not asked about it.
    """
    chosen = ask_for_name(parent, title, FileKind.CLUB, _kinds(), proposed)
    return None if chosen is None else target_named(chosen, CLUB_ENDING)


def place_for_new(name: str, beside: Path) -> Path:
    """Where to propose a new club file of this name; never in the program's own folder."""
    return folder_for(FileKind.CLUB, beside, to_write=True) / name


def new_club_name() -> str:
    """What a new club file is called if nobody changes it."""
    return named(_("club 2"))


def named(name: str) -> str:
    """The name of a club file."""
    return f"{name}{CLUB_ENDING}"


def restored_name(backup: Backup, number: int = 1) -> str:
    """What a backup is called when it is put back as a file; `number` tells several apart."""
    name = backup.path.stem.partition(" #")[0] if backup.number else backup.path.stem
    if backup.number or backup.club != backup.path.stem:
        made = name.removeprefix(backup.club)
        name = f"{first_name(backup.club)}{made}"  # untranslated: a file's name
    if number == 1:
        return named(_("{backup} restored", backup=name))
    return named(_("{backup} restored {number}", backup=name, number=str(number)))


def _kinds() -> str:
    return _("Club files (*.kdc)")
