"""The one place where files are asked for: where the last of their kind lay, and in our style.

The system's own dialog is shown where there is one, else Qt's, dressed as everything else here.
"""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget

from kdc_desktop import paths
from kdc_desktop.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog


class FileKind(StrEnum):
    """What is remembered apart: a folder for each; the values are words of the settings file."""

    CLUB = "club"
    SHEET = "sheet"
    WORKBOOK = "workbook"
    PAGES = "pages"


_kept: list[QSettings] = []


def keep_folders_in(settings: Settings) -> None:
    """Remember the folders on this laptop, from now on."""
    _kept[:] = [settings.store]


def ask_for_file(
    parent: QWidget, title: str, kind: FileKind, kinds: str, beside: Path | None = None
) -> Path | None:
    """A file that exists, as somebody picks it; None if they think better of it."""
    return _chosen(kind, open_name(parent, title, str(folder_for(kind, beside)), kinds))


def ask_for_name(
    parent: QWidget, title: str, kind: FileKind, kinds: str, proposed: Path
) -> Path | None:
    """Where to write a file, `proposed` being typed in already; None if nowhere."""
    return _chosen(kind, save_name(parent, title, str(proposed), kinds))


def folder_for(kind: FileKind, beside: Path | None = None) -> Path:
    """Where the last file of this kind lay; else this folder, unless it is the program's own."""
    from PySide6.QtCore import QStandardPaths  # not needed at the start, nor the dialog

    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    own = paths.data_folder()
    for folder in (_remembered(kind), beside, Path(documents)):
        if folder is not None and folder.is_absolute() and folder != own and folder.is_dir():
            return folder
    return Path.home()


def _remembered(kind: FileKind) -> Path | None:
    said = _kept[0].value(f"folders/{kind}") if _kept else None
    return Path(said) if isinstance(said, str) else None


def _chosen(kind: FileKind, name: str) -> Path | None:
    if not name:
        return None
    if _kept:
        _kept[0].setValue(f"folders/{kind}", str(Path(name).absolute().parent))
    return Path(name)


def open_name(parent: QWidget, title: str, at: str, kinds: str) -> str:
    """The dialog in which a file is picked; an empty text where none is."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, at, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _answer(dialog)


def save_name(parent: QWidget, title: str, at: str, kinds: str) -> str:
    """The dialog in which a name is typed, `at` being there already."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, str(Path(at).parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(at)
    return _answer(dialog)


def _answer(dialog: "QFileDialog") -> str:
    from kdc_desktop.screens.kit.file_dialog_look import dress

    dress(dialog)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)  # people vote on at the kiosk
    accepted = dialog.exec()
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return chosen[0] if accepted and chosen else ""
