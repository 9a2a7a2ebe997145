"""The inspector of one person: every field is kept as soon as it is left."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from kdc_desktop.domain.kit.lengths import PAGE
from kdc_desktop.domain.kit.text import clean, on_one_line
from kdc_desktop.domain.people.sectors import UNKNOWN, name_of
from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.i18n import _, date_text, ngettext, sentences
from kdc_desktop.screens.kit.captions import wrap_caption
from kdc_desktop.screens.kit.fields import prompt
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.offering import offer_while_typing
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.unkept import Unkept
from kdc_desktop.screens.people.consents_part import ConsentsPart
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.people.forgetting import pseudonym_of
from kdc_desktop.services.people.rows import ConsentRow, OrganisationRow, PersonDetails, PersonRow


class PersonForm(QWidget):
    """Shows a person; `edited` carries the id and the new values, nothing is written here.

    The values are those of `services.people.change_person`, organisation and department by name.
    """

    edited = Signal(int, dict)
    problem = Signal(str)
    consent_said = Signal(int, str, bool, str)
    remove_wanted = Signal(int)
    forget_wanted = Signal(int)

    name_edit: QLineEdit
    email_edit: QLineEdit
    organisation_combo: QComboBox
    department_combo: QComboBox
    phone_edit: QLineEdit
    job_title_edit: QLineEdit
    interests_edit: QLineEdit
    contact_combo: QComboBox
    photograph_combo: QComboBox
    source_edit: QLineEdit
    consents_label: QLabel
    notes_edit: QPlainTextEdit
    about_label: QLabel
    remove_button: QPushButton
    forget_button: QPushButton
    confirm_label: QLabel
    confirm_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "people/person_form", [DropDown])
        self._row: PersonRow | None = None
        self._organisations: Sequence[OrganisationRow] = ()
        self.confirm_button.setProperty("kind", "danger")
        for combo, words in (
            (self.organisation_combo, _("None: a resident")),
            (self.department_combo, _("None")),
        ):
            combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(8)
            line = combo.lineEdit()
            assert line is not None
            prompt(line, words)
            combo.setCompleter(offer_while_typing(line, partial(_offered_in, combo)))
            line.editingFinished.connect(self._tell_edited)
            combo.activated.connect(self._tell_edited)
        self._lines = (self.name_edit, self.email_edit)
        self._more = (self.phone_edit, self.job_title_edit, self.interests_edit)
        for edit in (*self._lines, *self._more):
            edit.editingFinished.connect(self._tell_edited)
        self._consents = self._consents_part()
        self.notes = Unkept(self.notes_edit, PAGE)
        self.notes_edit.installEventFilter(self)
        once(self.remove_button, self.forget_button, self.confirm_button)
        self.remove_button.clicked.connect(lambda: self._send(self.remove_wanted))
        self.forget_button.clicked.connect(self._ask)
        self.confirm_button.clicked.connect(lambda: self._send(self.forget_wanted))

    def _consents_part(self) -> ConsentsPart:
        combos = {
            ConsentKind.CONTACT: self.contact_combo,
            ConsentKind.PHOTOGRAPH: self.photograph_combo,
        }
        part = ConsentsPart(combos, self.source_edit, self.consents_label)
        part.said.connect(self._say_consent)
        return part

    def _say_consent(self, kind: str, given: bool, source: str) -> None:
        if self._row is not None:
            self.consent_said.emit(self._row.id, kind, given, source)

    def set_organisations(self, rows: Sequence[OrganisationRow]) -> None:
        """Offer these organisations."""
        self._organisations = rows

    def show_row(
        self, row: PersonRow, consents: Sequence[ConsentRow] | None = None, also: str = ""
    ) -> None:
        """Show this person, and what they have said of consent, the newest first.

        `also` is what else is told of them: what else they were known as, from whom kept apart.
        What is being typed in a field is not overwritten by itself.
        """
        if consents is not None:
            self._consents.show_rows(consents)
            self.about_label.setText(sentences([_about(row), also]))
        if row == self._row:
            return
        self._row = row
        said = (row.name, row.email, *row.details)
        for edit, text in zip((*self._lines, *self._more), said, strict=True):
            edit.setText(text)
            edit.setCursorPosition(0)  # a long one is read from its beginning
        self.notes.show(row.id, row.notes)
        self._fill_combos(row)
        self.remove_button.setVisible(not row.sessions)
        self.confirm_label.hide()
        self.confirm_button.hide()

    def _fill_combos(self, row: PersonRow) -> None:
        self.organisation_combo.clear()
        for organisation in self._organisations:
            self.organisation_combo.addItem(sector_icon(organisation.sector), organisation.name)
        self.organisation_combo.setCurrentIndex(
            self.organisation_combo.findText(row.organisation, Qt.MatchFlag.MatchFixedString)
            if row.organisation
            else -1
        )
        self.organisation_combo.setEditText(row.organisation)
        line = self.organisation_combo.lineEdit()
        if line is not None:
            line.setCursorPosition(0)
        parts = {one.name: one.departments for one in self._organisations}
        self.department_combo.clear()
        self.department_combo.addItems(list(parts.get(row.organisation, ())))
        self.department_combo.setCurrentIndex(-1)
        self.department_combo.setEditText(row.department)

    def _values(self) -> dict[str, Any]:
        return {
            "name": clean(self.name_edit.text()),
            "email": self.email_edit.text().strip(),
            "organisation_name": clean(self.organisation_combo.currentText()),
            "department_name": clean(self.department_combo.currentText()),
            "details": PersonDetails(*(on_one_line(edit.text()) for edit in self._more)),
        }

    def _tell_edited(self) -> None:
        row, values = self._row, self._values()
        if row is None:
            return
        too_long = self.notes.hold(row.id)
        values["notes"] = self.notes.keepable(row.id, row.notes)
        if values["organisation_name"] != row.organisation:
            moved = values["department_name"] == row.department
            values["department_name"] = "" if moved else values["department_name"]
        known = (row.name, row.email, row.organisation, row.department, row.details, row.notes)
        if tuple(values.values()) != known:
            self.edited.emit(row.id, values)
        if too_long:
            self.problem.emit(too_long)

    def take_back(self) -> None:
        """Show what is kept again, after a value was refused."""
        row, self._row = self._row, None
        if row is not None:
            self.show_row(row)

    def _ask(self) -> None:
        if self._row is not None:
            self.confirm_label.setText(
                _(
                    "“{name}” becomes “{pseudonym}” everywhere. E-mail, phone, job title,"
                    " interests and notes are cleared. Counts stay. This cannot be undone.",
                    name=self._row.name,
                    pseudonym=pseudonym_of(self._row.id),
                )
            )
        self.confirm_label.show()
        self.confirm_button.show()

    def _send(self, signal: object) -> None:
        if self._row is not None:
            signal.emit(self._row.id)  # type: ignore[attr-defined]  # a bound signal

    def resizeEvent(self, event: QResizeEvent) -> None:
        for button in (self.remove_button, self.forget_button, self.confirm_button):
            wrap_caption(button, self.width())
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.notes_edit and event.type() == QEvent.Type.FocusOut:
            self._tell_edited()
        return super().eventFilter(watched, event)


def _offered_in(combo: QComboBox) -> list[str]:
    return [combo.itemText(at) for at in range(combo.count())]


def _about(row: PersonRow) -> str:
    sector = _("Counts in {sector}.", sector=name_of(row.sector))
    if row.sector == UNKNOWN:
        sector = _(
            "The sector of {organisation} is not known. Choose it under Organisations.",
            organisation=row.organisation,
        )
    if row.last_seen is None:
        been = _("Has not been at a session yet.")
    else:
        been = ngettext(
            "Was at {count} session, last on {date}.",
            "Was at {count} sessions, last on {date}.",
            row.sessions,
            date=date_text(row.last_seen),
        )
    return sentences([sector, been])
