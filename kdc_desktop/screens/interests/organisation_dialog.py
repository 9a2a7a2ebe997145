"""What an organisation, or a department of one, would join, and as what."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from kdc_desktop.domain.interests.roles import role_title
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.interests.help import ORGANISATION
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.offering import offer_while_typing
from kdc_desktop.screens.kit.scrolled import fit_on_laptop
from kdc_desktop.services.interests.organisations import (
    clear_wishes_of,
    set_wishes_of,
    wishers,
    wishes_of_organisations,
)
from kdc_desktop.services.interests.rows import InterestRow, Wisher
from kdc_desktop.services.winners.questions import winners
from kdc_desktop.storage import Database


class OrganisationDialog(QDialog):
    """About one of them, chosen by name; what it wants already is shown once the name is there."""

    name_edit: QLineEdit
    first_combo: QComboBox
    second_combo: QComboBox
    third_combo: QComboBox
    role_combo: QComboBox
    offers_edit: QLineEdit
    needs_edit: QLineEdit
    problem_label: QLabel
    remove_button: QPushButton
    cancel_button: QPushButton
    keep_button: QPushButton

    def __init__(
        self,
        database: Database,
        session_id: int,
        known: InterestRow | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "interests/organisation_dialog")
        offer_help(self, ORGANISATION)
        self._place = (database, session_id)
        self._names = wishers(database)
        self._known = {one.wisher: one.row for one in wishes_of_organisations(*self._place)}
        self._by_name = {normalise(name): wisher for name, wisher in self._names.items()}
        self._choices = (self.first_combo, self.second_combo, self.third_combo)
        for combo in self._choices:
            combo.addItem(_("Nothing"), None)
            for row in winners(*self._place):
                combo.addItem(row.title, row.id)
        for role in MemberRole:
            self.role_combo.addItem(role_title(role), role.value)
        self._show(known)
        completer = offer_while_typing(self.name_edit, lambda: self._names)
        self.name_edit.setCompleter(completer)
        completer.activated.connect(lambda _name: self._show_named())
        self.name_edit.editingFinished.connect(self._show_named)
        self.problem_label.hide()
        self.keep_button.setProperty("kind", "primary")
        self.remove_button.clicked.connect(self._remove)
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self._keep)
        (self.first_combo if known else self.name_edit).setFocus()

    @property
    def _wisher(self) -> Wisher | None:
        return self._by_name.get(normalise(self.name_edit.text()))

    def _show(self, known: InterestRow | None) -> None:
        self._shown = known.wisher if known else None
        if known is not None:
            self.name_edit.setText(known.name)
        choices = known.choices if known else ()
        for place, combo in enumerate(self._choices):
            at = combo.findData(choices[place]) if place < len(choices) else 0
            combo.setCurrentIndex(max(0, at))
        role = known.role if known else MemberRole.PARTNER
        self.role_combo.setCurrentIndex(self.role_combo.findData(role.value))
        self.offers_edit.setText(known.offers if known else "")
        self.needs_edit.setText(known.needs if known else "")
        self.remove_button.setVisible(known is not None)

    def _show_named(self) -> None:
        """Show what is known of whom the name means, where that is another than before."""
        wisher = self._wisher
        if wisher is not None and wisher != self._shown and wisher in self._known:
            self._show(self._known[wisher])

    def _keep(self) -> None:
        self._do(self._note)

    def _note(self) -> None:
        wisher = self._wisher
        if wisher is None:
            self.name_edit.setFocus()
            raise UserError(
                _("Choose an organisation that the club knows, or add it under People.")
            )
        chosen = [combo.currentData() for combo in self._choices]
        set_wishes_of(
            *self._place,
            wisher,
            [key for key in chosen if key is not None],
            MemberRole(self.role_combo.currentData()),
            self.offers_edit.text(),
            self.needs_edit.text(),
        )

    def _remove(self) -> None:
        if self._shown is not None:
            self._do(partial(clear_wishes_of, *self._place, [self._shown]))

    def _do(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except UserError as error:
            tell_problem(self.problem_label, str(error))
            fit_on_laptop(self)
            return
        self.accept()
