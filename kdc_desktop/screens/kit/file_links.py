"""What was written can be opened, and shown in its folder: two links, wherever that is told."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QProcess, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.paths import is_club


class FileLinks(QWidget):
    """Open, and Show in folder; hidden while there is no file. `problem` says what did not
    work; where the file is still there, Show in folder is offered next."""

    problem = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.open_button = QPushButton(_("Open"), self)
        self.folder_button = QPushButton(_("Show in folder"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for button in (self.open_button, self.folder_button):
            button.setProperty("kind", "link")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            row.addWidget(button)
        row.addStretch(1)
        self.open_button.clicked.connect(self.open)
        self.folder_button.clicked.connect(self.show_in_folder)
        self.show_file(None)

    @property
    def has_file(self) -> bool:
        """Whether there is something to open."""
        return self._path is not None

    def show_file(self, path: Path | None) -> None:
        """Offer to open this file, or folder; None offers nothing.

        A copy of the club is only shown: it is for keeping.
        """
        self._path = path
        self.open_button.setHidden(path is None or is_club(path))
        self.folder_button.setHidden(path is None or path.is_dir())
        self.setHidden(path is None)

    def open(self) -> None:
        """Open it in the program that the system has for it."""
        self._tell(opened)

    def show_in_folder(self) -> None:
        """Open its folder, with the file selected where the system can do that."""
        self._tell(shown_in_folder)

    def _tell(self, act: Callable[[Path], str]) -> None:
        path = self._path
        if path is None or not (sentence := act(path)):
            return
        pressed = [button for button in (self.open_button, self.folder_button) if button.hasFocus()]
        for button in pressed:
            button.clearFocus()  # or whatever stands next has it when the links go
        self.problem.emit(sentence)
        if path.exists():
            self.show_file(path)
            if pressed:
                self.folder_button.setFocus()


def opened(path: Path) -> str:
    """Open a file in the program that the system has for it; what did not work, in a sentence."""
    if not path.exists():
        return _gone(path)
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return ""
    return _(
        "No program of this laptop opens {file}. Install one that does, or open it on another "
        "laptop. It lies in {folder}.",
        file=path.name,
        folder=str(path.parent),
    )


def shown_in_folder(path: Path) -> str:
    """Open the folder of a file; what did not work, in a sentence."""
    if not path.exists():
        return _gone(path)
    folder = str(path.parent)
    if _selected(path) or QDesktopServices.openUrl(QUrl.fromLocalFile(folder)):
        return ""
    return _("The folder could not be shown. It is {folder}.", folder=folder)


def _gone(path: Path) -> str:
    return _("{file} is not in {folder} any more.", file=path.name, folder=str(path.parent))


def _selected(path: Path) -> bool:
    """Whether the system's own window of files has shown the file in its folder."""
    # untranslated: commands
    if sys.platform == "win32":
        native = QDir.toNativeSeparators(str(path))
        return QProcess.startDetached("explorer.exe", ["/select,", native])[0]
    if sys.platform == "darwin":
        return QProcess.startDetached("/usr/bin/open", ["-R", str(path)])[0]
    return False
