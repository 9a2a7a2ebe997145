"""Says what the programme is for, and how much of what it wants."""

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget

from kdc_desktop.errors import UserError
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import grow_to_fit, load_form
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.sessions.help import PROGRAMME
from kdc_desktop.services.sessions.programme import programme, set_programme
from kdc_desktop.storage import Database


class ProgrammeDialog(QDialog):
    """Shows the goal of the club's programme, with its target; Keep writes it."""

    headline: QLabel
    about_label: QLabel
    name_edit: QLineEdit
    goal_edit: QLineEdit
    target_spin: QSpinBox
    unit_edit: QLineEdit
    people_spin: QSpinBox
    problem_label: QLabel
    cancel_button: QPushButton
    keep_button: QPushButton

    def __init__(self, database: Database, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "sessions/programme_dialog")
        offer_help(self, PROGRAMME)
        self._database = database
        self._known = programme(database)
        self.name_edit.setPlaceholderText(database.path.stem)
        if self._known is not None:
            self.name_edit.setText(self._known.name)
            self.goal_edit.setText(self._known.goal)
            self.target_spin.setValue(self._known.target or 0)
            self.unit_edit.setText(self._known.unit)
            self.people_spin.setValue(self._known.people or 0)
        self.goal_edit.setMinimumWidth(44 * self.fontMetrics().averageCharWidth())
        self.goal_edit.setCursorPosition(0)
        self.headline.setProperty("role", "title")
        self.about_label.setProperty("role", "muted")
        self.problem_label.setProperty("role", "bad")
        self.problem_label.hide()
        self.keep_button.setProperty("kind", "primary")
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self._keep)
        self.goal_edit.setFocus()
        grow_to_fit(self)

    def _keep(self) -> None:
        try:
            set_programme(
                self._database,
                goal=self.goal_edit.text(),
                target=self.target_spin.value() or None,
                unit=self.unit_edit.text(),
                name=self.name_edit.text(),
                people=self.people_spin.value() or None,
                programme_id=None if self._known is None else self._known.id,
            )
        except UserError as error:
            tell_problem(self.problem_label, str(error))
            grow_to_fit(self)
            return
        self.accept()


def edit_programme(database: Database, parent: QWidget) -> ProgrammeDialog:
    """Open the dialog over a screen."""
    dialog = ProgrammeDialog(database, parent)
    open_to_write(dialog)
    return dialog
