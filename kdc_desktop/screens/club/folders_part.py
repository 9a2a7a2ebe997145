"""Where files lie, each with a way to it."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.i18n import _, titled
from kdc_desktop.screens.kit.file_links import shown_in_folder
from kdc_desktop.screens.kit.widgets import plain_label

_BREAKS = re.compile(r"([/\\]|\S{12})")


class FoldersPart(QWidget):
    """Names and paths one below the other; `problem` says why a folder could not be shown."""

    problem = Signal(str)

    def __init__(self, places: Sequence[tuple[str, Path]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for name, path in places:
            self._add(name, path, column)

    def _add(self, name: str, path: Path, column: QVBoxLayout) -> None:
        words = plain_label(_in_lines(path), "muted", self, wrap=True)
        words.setAccessibleName(str(path))
        words.setMinimumWidth(1)
        show = QPushButton(_("Show in folder"), self)
        show.setAccessibleName(titled(name, _("Show in folder")))
        show.clicked.connect(lambda: self._show(path))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(words, 1)
        row.addWidget(show)
        column.addWidget(plain_label(name, "section", self))
        column.addLayout(row)

    def _show(self, path: Path) -> None:
        if sentence := shown_in_folder(path):
            self.problem.emit(sentence)


def _in_lines(path: Path) -> str:
    """A path that may go on in the next line after each folder, and within a long name."""
    return _BREAKS.sub("\\1\N{ZERO WIDTH SPACE}", str(path))
