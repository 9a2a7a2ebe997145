"""Asks how far a consortium is, who says so, and what there is to note."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.consortia.steps import STATE_ENTRIES, STATE_WORDS
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, date_text
from kdc_desktop.screens.consortia.club_icons import state_icon
from kdc_desktop.screens.consortia.help import STATE
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.scrolled import fit_on_laptop
from kdc_desktop.services.consortia.club_rows import ClubRow
from kdc_desktop.services.consortia.steps import say_state
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.storage import Database


class StateDialog(QDialog):
    """About one consortium; Keep writes the step."""

    headline: QLabel
    before_label: QLabel
    state_combo: QComboBox
    said_edit: QLineEdit
    note_edit: QLineEdit
    problem_label: QLabel
    cancel_button: QPushButton
    keep_button: QPushButton

    def __init__(
        self,
        database: Database,
        row: ClubRow,
        trails: Sequence[ConsortiumTrail],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "consortia/state_dialog")
        offer_help(self, STATE)
        self._database, self._row, self._trails = database, row, trails
        self.headline.setText(parted(row.name))
        state, day = str(STATE_WORDS[row.state]), date_text(row.since)
        self.before_label.setText(_("It is {state} since {day}.", state=state, day=day))
        for each in ConsortiumState:
            self.state_combo.addItem(state_icon(each), str(STATE_ENTRIES[each]), each)
        self.state_combo.setCurrentIndex(self.state_combo.findData(row.state))
        self.said_edit.setText(row.owner)
        self.problem_label.hide()
        self.keep_button.setProperty("kind", "primary")
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self._keep)
        self.state_combo.setFocus()

    def _keep(self) -> None:
        state = ConsortiumState(self.state_combo.currentData())
        said = state, self.said_edit.text(), self.note_edit.text()
        try:
            say_state(self._database, self._row.id, *said, self._trails)
        except UserError as error:
            tell_problem(self.problem_label, str(error))
            fit_on_laptop(self)
            return
        self.accept()
