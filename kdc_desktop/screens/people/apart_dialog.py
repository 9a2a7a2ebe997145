"""Asks why two people are kept apart, or lets them be together again."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.scrolled import fit_on_laptop
from kdc_desktop.screens.people.help import APART
from kdc_desktop.services.people import apart
from kdc_desktop.services.people.rows import PersonRow
from kdc_desktop.storage import Database


class ApartDialog(QDialog):
    """About two people; either button writes and closes it."""

    headline: QLabel
    why_edit: QLineEdit
    problem_label: QLabel
    again_button: QPushButton
    cancel_button: QPushButton
    keep_button: QPushButton

    def __init__(
        self, database: Database, one: PersonRow, other: PersonRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        load_form(self, "people/apart_dialog")
        offer_help(self, APART)
        self._database, self._pair = database, (one.id, other.id)
        self.headline.setText(parted(_("{one} and {other}", one=one.name, other=other.name)))
        why = apart.why_apart(database, *self._pair)
        self.again_button.setVisible(why is not None)
        self.why_edit.setText(why or "")
        self.problem_label.hide()
        self.keep_button.setProperty("kind", "primary")
        self.again_button.clicked.connect(lambda: self._do(apart.keep_apart_no_longer))
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(lambda: self._do(apart.keep_apart, self.why_edit.text()))
        self.why_edit.setFocus()

    def _do(self, verb: Callable[..., object], *said: str) -> None:
        try:
            verb(self._database, *self._pair, *said)
        except UserError as error:
            tell_problem(self.problem_label, str(error))
            fit_on_laptop(self)
            return
        self.accept()
