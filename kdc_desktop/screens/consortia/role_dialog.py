"""Asks what a member is in its consortium from now on, and who says so."""

from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from kdc_desktop.domain.interests.roles import role_title
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.errors import UserError
from kdc_desktop.screens.consortia.club_words import roles_told
from kdc_desktop.screens.consortia.help import ROLE
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.scrolled import fit_on_laptop
from kdc_desktop.services.consortia.membership import MembershipRow
from kdc_desktop.services.consortia.roles import set_role
from kdc_desktop.storage import Database


class RoleDialog(QDialog):
    """About one member; Keep writes the step."""

    headline: QLabel
    before_label: QLabel
    role_combo: QComboBox
    said_edit: QLineEdit
    problem_label: QLabel
    cancel_button: QPushButton
    keep_button: QPushButton

    def __init__(
        self, database: Database, member: MembershipRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        load_form(self, "consortia/role_dialog")
        offer_help(self, ROLE)
        self._database, self._member = database, member
        self.headline.setText(parted(member.name))
        before = roles_told(member)
        self.before_label.setText(before)
        self.before_label.setVisible(bool(before))
        for role in MemberRole:
            self.role_combo.addItem(role_title(role), role)
        self.role_combo.setCurrentIndex(self.role_combo.findData(member.role))
        self.problem_label.hide()
        self.keep_button.setProperty("kind", "primary")
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self._keep)
        self.role_combo.setFocus()

    def _keep(self) -> None:
        role = MemberRole(self.role_combo.currentData())
        try:
            set_role(self._database, self._member.id, role, self.said_edit.text())
        except UserError as error:
            tell_problem(self.problem_label, str(error))
            fit_on_laptop(self)
            return
        self.accept()
