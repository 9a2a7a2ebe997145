"""Asks what a new session needs, and plans it."""

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import listed, pgettext, span_text
from kdc_desktop.instants import laptop_zone
from kdc_desktop.screens.kit.dates import DateLine
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import grow_to_fit, load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.offering import offer_while_typing
from kdc_desktop.screens.sessions.help import NEW_SESSION
from kdc_desktop.services.club.defaults import default_of
from kdc_desktop.services.sessions import planning, questions
from kdc_desktop.services.sessions.defaults import TEMPLATE, next_beginning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import Database

TEXT_WIDTH = 58


class NewSessionDialog(QDialog):
    """After it was accepted, `session_id` is the new session."""

    title_edit: QLineEdit
    starts_edit: DateLine
    place_edit: QLineEdit
    goal_edit: QLineEdit
    programme_edit: QLineEdit
    template_combo: QComboBox
    template_label: QLabel
    problem_label: QLabel
    headline: QLabel
    cancel_button: QPushButton
    create_button: QPushButton

    def __init__(self, database: Database, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "sessions/new_session_dialog", [DateLine])
        offer_help(self, NEW_SESSION)
        self._database = database
        self._templates = templates()
        self.session_id: int | None = None
        self.headline.setProperty("role", "title")
        self.template_label.setProperty("role", "muted")
        self.problem_label.setProperty("role", "bad")
        self.problem_label.hide()
        self.create_button.setProperty("kind", "primary")
        for template in self._templates:
            self.template_combo.addItem(str(template.name))
        keys = [template.key for template in self._templates]
        self.template_combo.setCurrentIndex(keys.index(default_of(database, TEMPLATE)))
        self.template_combo.currentIndexChanged.connect(self._describe)
        programmes = questions.programmes(database)
        offered = offer_while_typing(self.programme_edit, lambda: programmes)
        self.programme_edit.setCompleter(offered)
        now = database.now().in_zone(laptop_zone())
        self.starts_edit.begin(next_beginning(database, now), now.date())
        self.starts_edit.problem.connect(self._say)
        self.template_label.setMinimumWidth(TEXT_WIDTH * self.fontMetrics().averageCharWidth())
        self.cancel_button.clicked.connect(self.reject)
        self.create_button.clicked.connect(self._create)
        self._describe()

    def _describe(self) -> None:
        template = self._templates[self.template_combo.currentIndex()]
        agenda = pgettext(
            "agenda of a template",
            "{span}: {stages}",
            span=span_text(template.minutes),
            stages=listed(str(stage.title) for stage in template.stages),
        )
        self.template_label.setText(f"{template.description}\n{agenda}")
        grow_to_fit(self)

    def _create(self) -> None:
        try:
            self.session_id = planning.plan_session(
                self._database,
                self.title_edit.text(),
                self.starts_edit.moment,
                self._templates[self.template_combo.currentIndex()],
                place=self.place_edit.text(),
                goal=self.goal_edit.text(),
                programme=self.programme_edit.text(),
            )
        except UserError as error:
            self._say(str(error))
            self.title_edit.setFocus()
            return
        self.accept()

    def _say(self, sentence: str) -> None:
        """Tell what has to be mended; nothing any more when that is empty."""
        tell_problem(self.problem_label, sentence)
        grow_to_fit(self)
