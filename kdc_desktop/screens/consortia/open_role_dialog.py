"""Asks who a consortium still needs: in words, and as what and of which sector to look for."""

from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from kdc_desktop.domain.interests.roles import role_title
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.people.sectors import LETTERS, name_of
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.consortia.help import OPEN_ROLE
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.scrolled import fit_on_laptop
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.consortia.roles import add_open_role
from kdc_desktop.storage import Database


class OpenRoleDialog(QDialog):
    """About one consortium; Keep names the role."""

    headline: QLabel
    title_edit: QLineEdit
    role_combo: QComboBox
    sector_combo: QComboBox
    problem_label: QLabel
    cancel_button: QPushButton
    keep_button: QPushButton

    def __init__(
        self, database: Database, consortium_id: int, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        load_form(self, "consortia/open_role_dialog")
        offer_help(self, OPEN_ROLE)
        self._database, self._consortium_id = database, consortium_id
        self.headline.setText(parted(_("Who does {consortium} still need?", consortium=name)))
        self.role_combo.addItem(_("As whatever"), None)
        for role in MemberRole:
            if role is not MemberRole.OBSERVER:
                self.role_combo.addItem(role_title(role), role.value)
        self.sector_combo.addItem(_("Any sector"), None)
        for letter in LETTERS:
            self.sector_combo.addItem(sector_icon(letter), name_of(letter), letter)
        self.problem_label.hide()
        self.keep_button.setProperty("kind", "primary")
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self._keep)
        self.title_edit.setFocus()

    def _keep(self) -> None:
        kept = self.role_combo.currentData()
        role = None if kept is None else MemberRole(kept)
        said = (self.title_edit.text(), self.sector_combo.currentData(), role)
        try:
            add_open_role(self._database, self._consortium_id, *said)
        except UserError as error:
            tell_problem(self.problem_label, str(error))
            fit_on_laptop(self)
            return
        self.accept()
