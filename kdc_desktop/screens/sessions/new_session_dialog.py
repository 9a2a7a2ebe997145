"""Asks what a new session needs, and plans it."""

from functools import partial

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed, pgettext, span_text
from kdc_desktop.instants import laptop_zone
from kdc_desktop.screens.kit.dates import DateLine
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import grow_to_fit, load_form
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.offering import offer_while_typing
from kdc_desktop.screens.kit.passing import Menu
from kdc_desktop.screens.sessions.help import NEW_SESSION, TEMPLATE_HELP
from kdc_desktop.services.club.defaults import default_of
from kdc_desktop.services.sessions import own_templates, planning, questions
from kdc_desktop.services.sessions.defaults import TEMPLATE, next_beginning
from kdc_desktop.services.sessions.templates import Template, templates
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
    template_button: QPushButton
    problem_label: QLabel
    headline: QLabel
    cancel_button: QPushButton
    create_button: QPushButton

    def __init__(self, database: Database, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "sessions/new_session_dialog", [DateLine])
        offer_help(self, NEW_SESSION)
        self._database = database
        self._templates: list[Template] = []
        self.session_id: int | None = None
        self.headline.setProperty("role", "title")
        self.template_label.setProperty("role", "muted")
        self.problem_label.setProperty("role", "bad")
        self.problem_label.hide()
        self.create_button.setProperty("kind", "primary")
        self._offer_templates(default_of(database, TEMPLATE))
        self.template_combo.currentIndexChanged.connect(self._describe)
        self._menu = Menu(self.template_button)
        rename = self._menu.addAction(_("Rename the template…"))
        rename.triggered.connect(lambda _on: self._rename_template())
        remove = self._menu.addAction(_("Remove the template"))
        remove.triggered.connect(lambda _on: self._remove_template())
        self.template_button.setMenu(self._menu)
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

    def _offer_templates(self, chosen: str) -> None:
        """The ready ones, then those of the club; the one with this key is chosen."""
        self._templates = [*templates(), *own_templates.own_templates(self._database)]
        keys = [template.key for template in self._templates]
        self.template_combo.blockSignals(True)
        self.template_combo.clear()
        self.template_combo.addItems([str(template.name) for template in self._templates])
        self.template_combo.setCurrentIndex(keys.index(chosen) if chosen in keys else 0)
        self.template_combo.blockSignals(False)

    def _rename_template(self) -> None:
        from kdc_desktop.screens.sessions.line_dialog import AskedLine, LineDialog

        template = self._templates[self.template_combo.currentIndex()]
        key = own_templates.own_id(template)
        if key is None:
            return
        keep = partial(own_templates.rename_template, self._database, key)
        about = _("Sessions that were made of it stay as they are.")
        name = str(template.name)
        asked = AskedLine(_("Template of the club"), about, _("&Name"), TEMPLATE_HELP, name)
        dialog = LineDialog(asked, keep, self)
        dialog.accepted.connect(partial(self._offer_again, template.key))
        open_to_write(dialog)

    def _remove_template(self) -> None:
        key = own_templates.own_id(self._templates[self.template_combo.currentIndex()])
        if key is not None:
            own_templates.remove_template(self._database, key)
            self._offer_again("")
            told = _("The template is removed. Ctrl+Z brings it back once this is closed.")
            self.template_label.setText(told)

    def _offer_again(self, chosen: str) -> None:
        self._offer_templates(chosen)
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
        self.template_button.setVisible(own_templates.own_id(template) is not None)
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
