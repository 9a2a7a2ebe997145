"""Asks to whom a member hands over that leaves its consortium, and why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.consortia.help import LEAVE
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.scrolled import fit_on_laptop
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.consortia.membership import MembershipRow
from kdc_desktop.storage import Database


class LeaveDialog(QDialog):
    """About one member; `others` may take over."""

    headline: QLabel
    heir_combo: QComboBox
    why_edit: QLineEdit
    problem_label: QLabel
    cancel_button: QPushButton
    leave_button: QPushButton

    def __init__(
        self,
        database: Database,
        member: MembershipRow,
        others: Sequence[MembershipRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "consortia/leave_dialog")
        offer_help(self, LEAVE)
        self._database, self._member = database, member
        self.headline.setText(parted(_("{member} leaves", member=member.name)))
        self.heir_combo.addItem(_("Nobody"), None)
        for one in others:
            if one.is_in and one.id != member.id:
                self.heir_combo.addItem(sector_icon(one.sector), one.name, one.id)
        self.problem_label.hide()
        self.leave_button.setProperty("kind", "primary")
        self.cancel_button.clicked.connect(self.reject)
        self.leave_button.clicked.connect(self._leave)

    def _leave(self) -> None:
        heir, why = self.heir_combo.currentData(), self.why_edit.text()
        try:
            leave(self._database, self._member.id, heir, why)
        except UserError as error:
            tell_problem(self.problem_label, str(error))
            fit_on_laptop(self)
            return
        self.accept()
