"""Ask for a line of text."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog, QLabel, QLineEdit, QWidget

from kdc_desktop.screens.kit.half_typed import open_to_write

_TITLE_EDGES = 9  # letters: what the icon and the buttons of a window take beside its title
_TITLE_LARGER = 1.25  # titles are often written larger than what is below them


class WantedLine(NamedTuple):
    """What is asked: `title` is short, `verb` says what the button does, `text` is there at first.

    `label` is the question, as long as it has to be. `hidden`: what is typed is nobody else's.
    """

    title: str
    label: str
    verb: str
    text: str = ""
    hidden: bool = False


def ask_line(parent: QWidget, asked: WantedLine, then: Callable[[str], object]) -> None:
    """Ask for a line of text; `then` is called with it."""
    dialog = QInputDialog(parent)
    dialog.setObjectName("ask_dialog")
    dialog.setWindowTitle(asked.title)
    dialog.setLabelText(asked.label)
    dialog.setOkButtonText(asked.verb)
    for shown in dialog.findChildren(QLabel):
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setWordWrap(True)
        shown.setMinimumWidth(_title_width(shown, asked.title))  # the dialog's own would be lost
    dialog.setTextValue(asked.text)
    if asked.hidden:
        dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
    dialog.textValueSelected.connect(then)
    open_to_write(dialog)


def _title_width(label: QLabel, title: str) -> int:
    """How many pixels a window has to be wide for its title to be read whole."""
    label.ensurePolished()
    letters = label.fontMetrics()
    whole = letters.horizontalAdvance(f"{title} — {QGuiApplication.applicationDisplayName()}")
    return round((whole + _TITLE_EDGES * letters.averageCharWidth()) * _TITLE_LARGER)
