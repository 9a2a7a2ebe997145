"""Ask for a line of text."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLabel, QWidget

from kdc_desktop.screens.kit.half_typed import open_to_write


def ask_line(parent: QWidget, label: str, text: str, then: Callable[[str], object]) -> None:
    """Ask for a line of text, from this one on; `then` is called with it."""
    dialog = QInputDialog(parent)
    dialog.setObjectName("ask_dialog")
    dialog.setWindowTitle(label)
    dialog.setLabelText(label)
    for shown in dialog.findChildren(QLabel):
        shown.setTextFormat(Qt.TextFormat.PlainText)
    dialog.setTextValue(text)
    dialog.textValueSelected.connect(then)
    open_to_write(dialog)
