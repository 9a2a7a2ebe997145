"""Fields in which a line is typed that Enter takes, and what is said beside them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.domain.kit.text import several_names
from kdc_desktop.screens.kit.clipboard import files_in, text_there


def begin_anew(field: QLineEdit, text: str = "") -> None:
    """Empty a field, or fill it: what was typed before was taken, and cannot be typed twice.

    `clear()` can be taken back in the field, so that Ctrl+Z would bring the text back there and
    leave what was done with it.
    """
    field.setText(text)


def choose(box: QComboBox, value: object) -> None:
    """Let a box show the entry that stands for this value, or the first.

    Qt would not find a day: it knows values of its own only.
    """
    there = [box.itemData(at) for at in range(box.count())]
    box.setCurrentIndex(there.index(value) if value in there else 0)


def prompt(field: QLineEdit, text: str, hint: str = "") -> None:
    """Say in an empty field what belongs there; who points at it is told all, with the hint."""
    field.setPlaceholderText(text)
    field.setToolTip("\n".join(filter(None, (text, hint))))


class _LinesPasted(QObject):
    """Watches for a paste of several lines, or of a file, into fields of one line."""

    def __init__(self, field: QLineEdit, paste: Callable[[], object]) -> None:
        super().__init__(field)
        self._paste = paste
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            pastes = event.matches(QKeySequence.StandardKey.Paste)
            if pastes and (files_in() or _has_lines(text_there())):
                self._paste()
                return True
        return super().eventFilter(watched, event)


def _has_lines(text: str) -> bool:
    return sum(bool(line.strip()) for line in text.splitlines()) > 1


def take_several_pasted(field: QLineEdit) -> None:
    """Have names that are pasted line by line stand there with semicolons between them."""

    def insert() -> None:
        if not files_in():
            field.insert("; ".join(several_names(text_there())))  # untranslated: as it is typed
            field.textEdited.emit(field.text())

    _LinesPasted(field, insert)


def on_lines_pasted(field: QLineEdit, paste: Callable[[], object]) -> None:
    """Have several lines that are pasted into a field of one line taken as what they are."""
    _LinesPasted(field, paste)


def tell_problem(label: QLabel, sentence: str) -> None:
    """Say beside the fields what has to be mended, to eye and ear; nothing hides the line."""
    label.setText(sentence)
    label.setVisible(bool(sentence))
    speak(label, sentence, at_once=True)
