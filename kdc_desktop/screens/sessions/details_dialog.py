"""Changes the name, place, time and goal of a session."""

from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from kdc_desktop.errors import UserError
from kdc_desktop.instants import day_of, laptop_zone
from kdc_desktop.screens.kit.dates import DateLine
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import grow_to_fit, load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.offering import offer_while_typing
from kdc_desktop.screens.sessions.help import DETAILS
from kdc_desktop.services.sessions import listing, planning, questions
from kdc_desktop.storage import Database


class DetailsDialog(QDialog):
    """Shows what is known; Keep writes it."""

    headline: QLabel
    title_edit: QLineEdit
    starts_edit: DateLine
    place_edit: QLineEdit
    goal_edit: QLineEdit
    programme_edit: QLineEdit
    problem_label: QLabel
    cancel_button: QPushButton
    keep_button: QPushButton

    def __init__(self, database: Database, session_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "sessions/details_dialog", [DateLine])
        offer_help(self, DETAILS)
        self._database, self._session_id = database, session_id
        row = listing.session(database, session_id)
        self.title_edit.setText(row.title)
        self.title_edit.setMinimumWidth(50 * self.fontMetrics().averageCharWidth())
        self.title_edit.setCursorPosition(0)
        self.starts_edit.begin(row.starts_at, day_of(database.now(), laptop_zone()))
        self.starts_edit.problem.connect(self._say)
        self.place_edit.setText(row.place)
        self.goal_edit.setText(row.goal)
        self.programme_edit.setText(row.programme)
        programmes = questions.programmes(database)
        offered = offer_while_typing(self.programme_edit, lambda: programmes)
        self.programme_edit.setCompleter(offered)
        self.goal_edit.setCursorPosition(0)
        self.headline.setProperty("role", "title")
        self.problem_label.setProperty("role", "bad")
        self.problem_label.hide()
        self.keep_button.setProperty("kind", "primary")
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self._keep)

    def _keep(self) -> None:
        try:
            planning.change_session(
                self._database,
                self._session_id,
                title=self.title_edit.text(),
                place=self.place_edit.text(),
                goal=self.goal_edit.text(),
                programme=self.programme_edit.text(),
                starts_at=self.starts_edit.moment,
            )
        except UserError as error:
            self._say(str(error))
            return
        self.accept()

    def _say(self, sentence: str) -> None:
        """Tell what has to be mended; nothing any more when that is empty."""
        tell_problem(self.problem_label, sentence)
        grow_to_fit(self)
