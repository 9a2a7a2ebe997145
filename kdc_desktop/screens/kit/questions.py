"""A question over the window, with a button for each answer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def question(over: QWidget | None, name: str, text: str) -> QMessageBox:
    """A box that says this as it is; whoever asks adds the answers, and opens it."""
    box = QMessageBox(over)
    box.setObjectName(name)
    box.setWindowTitle("KDC Desktop")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box
