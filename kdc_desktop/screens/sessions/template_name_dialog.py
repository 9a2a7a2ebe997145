"""Asks what a template of the club is called."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from kdc_desktop.errors import UserError
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import grow_to_fit, load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.sessions.help import TEMPLATE

_WIDTH = 44  # letters


class TemplateNameDialog(QDialog):
    """Starts with a `name`; `keep` is given what is written, and may refuse it."""

    headline: QLabel
    about_label: QLabel
    name_edit: QLineEdit
    problem_label: QLabel
    cancel_button: QPushButton
    keep_button: QPushButton

    def __init__(
        self,
        about: str,
        name: str,
        keep: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "sessions/template_name_dialog")
        offer_help(self, TEMPLATE)
        self._keep_name = keep
        self.headline.setProperty("role", "title")
        self.about_label.setProperty("role", "muted")
        self.about_label.setText(about)
        self.name_edit.setText(name)
        self.name_edit.setMinimumWidth(_WIDTH * self.fontMetrics().averageCharWidth())
        self.problem_label.setProperty("role", "bad")
        self.problem_label.hide()
        self.keep_button.setProperty("kind", "primary")
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self._keep)
        self.name_edit.selectAll()
        self.name_edit.setFocus()

    def _keep(self) -> None:
        try:
            self._keep_name(self.name_edit.text())
        except UserError as error:
            tell_problem(self.problem_label, str(error))
            grow_to_fit(self)
            return
        self.accept()
