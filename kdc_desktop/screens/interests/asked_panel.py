"""The person who is asked just now: as what they would join, what they offer and need."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from kdc_desktop.domain.interests.roles import role_title
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.keys import ENTER
from kdc_desktop.screens.kit.segmented import restyle
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.unkept import HalfWritten
from kdc_desktop.services.interests.rows import InterestRow

ROLES = tuple(MemberRole)


class AskedPanel(QWidget):
    """`saved` tells that what is said here is to be kept."""

    saved = Signal()

    role_row: QWidget
    role_place: QWidget
    role_combo: QComboBox
    save_button: QPushButton
    offers_edit: QLineEdit
    needs_edit: QLineEdit

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        load_form(self, "interests/asked_panel")
        self._row = TurningRow(self.role_row, self.role_place, self.save_button, 8)
        self.save_button.setProperty("kind", "primary")
        restyle(self.save_button)
        self.role_combo.addItems([role_title(role) for role in ROLES])
        self._role_before = self.role
        for edit in (self.offers_edit, self.needs_edit):
            edit.returnPressed.connect(self.saved)
            HalfWritten(edit, partial(self._new_in, edit))
        self.save_button.clicked.connect(self.saved)

    @property
    def role(self) -> MemberRole:
        """The role that is picked."""
        return ROLES[self.role_combo.currentIndex()]

    def set_role(self, role: MemberRole) -> None:
        """Pick a role."""
        self._role_before = self.role
        self.role_combo.setCurrentIndex(ROLES.index(role))

    def give_back_role(self) -> None:
        """The letter of the role was the first of a word."""
        self.role_combo.setCurrentIndex(ROLES.index(self._role_before))

    def _new_in(self, edit: QLineEdit) -> str:
        return edit.text() if edit.isModified() and not self.isHidden() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.saved.emit()
        else:
            super().keyPressEvent(event)

    def show_known(self, known: InterestRow | None) -> None:
        """Ask somebody; `known` is what they have said before."""
        self.set_role(known.role if known else MemberRole.PARTNER)
        self.offers_edit.setText(known.offers if known else "")
        self.needs_edit.setText(known.needs if known else "")

    def wide(self) -> int:
        """How wide it is at least, so that no word is cut."""
        self.role_combo.ensurePolished()
        self.save_button.ensurePolished()
        return self._row.sizeHint().width()
