"""The one place where files are asked for: where the last of their kind lay, and in our style.

The system's own dialog is shown where there is one, else Qt's, dressed as everything else here.
"""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget

from kdc_desktop import paths
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.folders import is_open, is_writable
from kdc_desktop.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog


class FileKind(StrEnum):
    """What is remembered apart: a folder for each; the values are words of the settings file."""

    CLUB = "club"
    SHEET = "sheet"
    WORKBOOK = "workbook"
    PAGES = "pages"
    PICTURES = "pictures"


_kept: list[QSettings] = []


def keep_folders_in(settings: Settings) -> None:
    """Remember the folders on this laptop, from now on."""
    _kept[:] = [settings.store]


def ask_for_file(
    parent: QWidget, title: str, kind: FileKind, kinds: str, beside: Path | None = None
) -> Path | None:
    """A file that exists, as somebody picks it; None if they think better of it."""
    name = open_name(parent, title, str(folder_for(kind, beside)), kinds)
    if name and is_open(Path(name).absolute().parent):
        _remember(kind, Path(name))
    return Path(name) if name else None


def ask_for_files(parent: QWidget, title: str, kind: FileKind, kinds: str) -> list[Path]:
    """Files that exist, as somebody picks them; none if they think better of it."""
    names = open_names(parent, title, str(folder_for(kind)), kinds)
    files = [Path(name) for name in names]
    if files and is_open(files[0].absolute().parent):
        _remember(kind, files[0])
    return files


def ask_for_name(
    parent: QWidget, title: str, kind: FileKind, kinds: str, proposed: Path, problem: str = ""
) -> Path | None:
    """Where to write a file, `proposed` being typed in already; None if nowhere.

    A folder in which nothing can be written is not taken: the dialog comes back with the same name
    in another one. `problem` is what it says first: why it comes back.
    """
    while name := save_name(parent, title, str(proposed), kinds, problem):
        chosen = Path(name)
        if is_writable(chosen.absolute().parent):
            _remember(kind, chosen)
            return chosen
        problem = _(
            "Nothing can be written in {folder}. Choose another folder.", folder=str(chosen.parent)
        )
        proposed = folder_for(kind, to_write=True) / chosen.name
    return None


def ask_for_folder(parent: QWidget, title: str, kind: FileKind, beside: Path) -> Path | None:
    """A folder in which files can be written; None if they think better of it."""
    at, problem = folder_for(kind, beside, to_write=True), ""
    while name := folder_name(parent, title, str(at), problem):
        chosen = Path(name)
        if is_writable(chosen):
            _remember(kind, chosen / "any")
            return chosen
        problem = _(
            "Nothing can be written in {folder}. Choose another folder.", folder=str(chosen)
        )
    return None


def folder_for(kind: FileKind, beside: Path | None = None, *, to_write: bool = False) -> Path:
    """Where the last file of this kind lay; else this folder, unless it is the program's own.

    One that does not answer, or in which nothing can be written where that is wanted, is left out.
    """
    from PySide6.QtCore import QStandardPaths  # not needed at the start, nor the dialog

    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    own, fits = paths.data_folder(), is_writable if to_write else is_open
    for folder in (_remembered(kind), beside, Path(documents)):
        if folder is not None and folder.is_absolute() and folder != own and fits(folder):
            return folder
    return Path.home()


def _remembered(kind: FileKind) -> Path | None:
    said = _kept[0].value(f"folders/{kind}") if _kept else None
    return Path(said) if isinstance(said, str) else None


def _remember(kind: FileKind, path: Path) -> None:
    if _kept:
        _kept[0].setValue(f"folders/{kind}", str(path.absolute().parent))


def open_name(parent: QWidget, title: str, at: str, kinds: str) -> str:
    """The dialog in which a file is picked; an empty text where none is."""
    from PySide6.QtWidgets import QFileDialog

    dialog = _made(parent, title, kinds, Path(at))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _answer(dialog)


def open_names(parent: QWidget, title: str, at: str, kinds: str) -> list[str]:
    """The same for several."""
    from PySide6.QtWidgets import QFileDialog

    dialog = _made(parent, title, kinds, Path(at))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _answers(dialog)


def save_name(parent: QWidget, title: str, at: str, kinds: str, problem: str) -> str:
    """The dialog in which a name is typed, `at` being there already.

    A problem stands at its end, and in its title: the system's own has no other place for it.
    """
    from PySide6.QtWidgets import QFileDialog

    dialog = _made(parent, problem or title, kinds, Path(at).parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(at)
    return _answer(dialog, problem)


def folder_name(parent: QWidget, title: str, at: str, problem: str) -> str:
    """The dialog in which a folder is picked; an empty text where none is."""
    from PySide6.QtWidgets import QFileDialog

    dialog = _made(parent, problem or title, "", Path(at))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _answer(dialog, problem)


def _made(parent: QWidget, title: str, kinds: str, at: Path) -> "QFileDialog":
    from PySide6.QtWidgets import QFileDialog

    from kdc_desktop.screens.kit.file_dialog_look import know_kinds_by_name

    dialog = QFileDialog(parent, title)
    know_kinds_by_name(dialog)
    dialog.setNameFilter(kinds)
    dialog.setDirectory(str(at))
    return dialog


def _answer(dialog: "QFileDialog", problem: str = "") -> str:
    return next(iter(_answers(dialog, problem)), "")


def _answers(dialog: "QFileDialog", problem: str = "") -> list[str]:
    from kdc_desktop.screens.kit.file_dialog_look import dress

    dress(dialog, problem)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)  # people vote on at the kiosk
    accepted = dialog.exec()
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return chosen if accepted else []
