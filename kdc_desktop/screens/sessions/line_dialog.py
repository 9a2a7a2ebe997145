"""Asks for one line."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from kdc_desktop.errors import UserError
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import grow_to_fit, load_form
from kdc_desktop.screens.kit.help import Help
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.plain import parted

_WIDTH = 48  # letters


class AskedLine(NamedTuple):
    """What a line is asked for: the dialog's title, a sentence, the field's name, its text."""

    title: str
    about: str
    field: str
    help: Help
    text: str = ""


class LineDialog(QDialog):
    """`keep` is given what is written, and may refuse it."""

    headline: QLabel
    about_label: QLabel
    line_label: QLabel
    line_edit: QLineEdit
    problem_label: QLabel
    cancel_button: QPushButton
    keep_button: QPushButton

    def __init__(
        self, asked: AskedLine, keep: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        load_form(self, "sessions/line_dialog")
        self.setWindowTitle(asked.title)
        offer_help(self, asked.help)
        self._keep_line = keep
        self.headline.setProperty("role", "title")
        self.headline.setWordWrap(True)
        self.headline.setText(parted(asked.title))
        self.about_label.setProperty("role", "muted")
        self.about_label.setText(asked.about)
        self.line_label.setText(asked.field)
        self.line_edit.setText(asked.text)
        self.line_edit.setMinimumWidth(_WIDTH * self.fontMetrics().averageCharWidth())
        self.problem_label.setProperty("role", "bad")
        self.problem_label.hide()
        self.keep_button.setProperty("kind", "primary")
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self._keep)
        self.line_edit.selectAll()
        self.line_edit.setFocus()

    def _keep(self) -> None:
        try:
            self._keep_line(self.line_edit.text())
        except UserError as error:
            tell_problem(self.problem_label, str(error))
            grow_to_fit(self)
            return
        self.accept()
