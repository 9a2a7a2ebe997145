"""The inspector of one organisation: what is known of it, kept as it is left."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from kdc_desktop.domain.kit.lengths import PAGE
from kdc_desktop.domain.kit.text import clean
from kdc_desktop.domain.people.sectors import COUNTED, name_of
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.kit.captions import wrap_caption
from kdc_desktop.screens.kit.fields import begin_anew, take_several_pasted
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.row_hands import offer_own
from kdc_desktop.screens.kit.unkept import Unkept, ask_when_half_typed
from kdc_desktop.screens.people.capacity_part import CapacityPart
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.people.rows import DepartmentRow, OrganisationRow

ID = Qt.ItemDataRole.UserRole
_OF_THE_LIST = (Qt.Key.Key_Delete, Qt.Key.Key_F2)


class OrganisationForm(QWidget):
    """Shows an organisation and tells what is wanted; nothing is written here."""

    edited = Signal(int, dict)
    problem = Signal(str)
    remove_wanted = Signal(int)
    department_wanted = Signal(int, str)
    rename_wanted = Signal(int, str)
    department_unwanted = Signal(int)
    size_said = Signal(int, object)
    limit_said = Signal(int, object)
    part_limit_typed = Signal(int, str)

    name_edit: QLineEdit
    sector_combo: QComboBox
    size_combo: QComboBox
    groups_combo: QComboBox
    limits_label: QLabel
    notes_edit: QPlainTextEdit
    departments_list: QListWidget
    department_edit: QLineEdit
    about_label: QLabel
    remove_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "people/organisation_form", [DropDown])
        self._row: OrganisationRow | None = None
        for letter in COUNTED:
            self.sector_combo.addItem(sector_icon(letter), name_of(letter), letter)
        self.remove_button.setProperty("kind", "quiet")
        self.name_edit.editingFinished.connect(self._tell_edited)
        self.sector_combo.activated.connect(lambda: self._tell_edited(picked=True))
        self.notes = Unkept(self.notes_edit, PAGE)
        self.notes_edit.installEventFilter(self)
        self.departments_list.installEventFilter(self)
        self.departments_list.itemChanged.connect(
            lambda item: self.rename_wanted.emit(item.data(ID), item.text())
        )
        parts = self.departments_list
        offer_own(parts, "rename_department", _("Rename"), self._rename_department)
        offer_own(parts, "remove_department", _("Remove"), self._remove_department)
        offer_own(parts, "limit_department", _("Groups at most…"), self._limit_department)
        self._capacity = CapacityPart(self.size_combo, self.groups_combo, self.limits_label)
        self._capacity.size_said.connect(lambda size: self._tell(self.size_said, size))
        self._capacity.limit_said.connect(lambda most: self._tell(self.limit_said, most))
        self._capacity.part_limit_typed.connect(self.part_limit_typed)
        ask_when_half_typed(self.department_edit)
        take_several_pasted(self.department_edit)
        self.department_edit.returnPressed.connect(self._add_department)
        once(self.remove_button)
        self.remove_button.clicked.connect(self._remove)

    def show_row(self, row: OrganisationRow, departments: Sequence[DepartmentRow]) -> None:
        """Show this organisation with its departments."""
        self._show_departments(departments)
        self._capacity.show_row(row)
        if row == self._row:
            return
        self._row = row
        self.name_edit.setText(row.name)
        self.sector_combo.setCurrentIndex(COUNTED.index(row.sector))
        self.notes.show(row.id, row.notes)
        self.about_label.setText(_people(row.people))
        self.remove_button.setVisible(row.people == 0)

    def _show_departments(self, departments: Sequence[DepartmentRow]) -> None:
        self.departments_list.blockSignals(True)
        self.departments_list.clear()
        for part in departments:
            item = QListWidgetItem(part.name, self.departments_list)
            item.setData(ID, part.id)
            item.setToolTip(_people(part.people))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.departments_list.blockSignals(False)
        self.departments_list.setVisible(bool(departments))
        self._capacity.show_departments(departments)

    def take_back(self) -> None:
        """Show what is kept again, after a value was refused."""
        row = self._row
        if row is not None:
            self.name_edit.setText(row.name)
            self.sector_combo.setCurrentIndex(COUNTED.index(row.sector))

    def _tell_edited(self, *, picked: bool = False) -> None:
        """Tell what is not as it was; a sector that is picked is said, also the one guessed."""
        row = self._row
        if row is None:
            return
        too_long = self.notes.hold(row.id)
        values = {
            "name": clean(self.name_edit.text()),
            "sector": self.sector_combo.currentData(),
            "notes": self.notes.keepable(row.id, row.notes),
        }
        if picked or tuple(values.values()) != (row.name, row.sector, row.notes):
            self.edited.emit(row.id, values)
        if too_long:
            self.problem.emit(too_long)

    def _add_department(self) -> None:
        if self._row is not None:
            self.department_wanted.emit(self._row.id, self.department_edit.text())

    def go_on(self, left: str) -> None:
        """Be ready for the next department; of what was typed only what was refused is `left`."""
        begin_anew(self.department_edit, left)

    def _rename_department(self) -> None:
        self.departments_list.editItem(self.departments_list.currentItem())

    def _remove_department(self) -> None:
        item = self.departments_list.currentItem()
        if item is not None:
            self.department_unwanted.emit(item.data(ID))

    def _limit_department(self) -> None:
        item = self.departments_list.currentItem()
        if item is not None:
            self._capacity.ask_for_part(self, item.text(), item.data(ID))

    def _tell(self, signal: SignalInstance, said: object) -> None:
        if self._row is not None:
            signal.emit(self._row.id, said)

    def _remove(self) -> None:
        if self._row is not None:
            self.remove_wanted.emit(self._row.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for button in (self.remove_button,):
            wrap_caption(button, self.width())
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.notes_edit and event.type() == QEvent.Type.FocusOut:
            self._tell_edited()
        if watched is self.departments_list and isinstance(event, QKeyEvent) and self._takes(event):
            return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Claim the keys of the list, which are those of the table beside it as well."""
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in _OF_THE_LIST:
            event.accept()
        removes = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete
        if removes:
            self._remove_department()
        return removes


def _people(count: int) -> str:
    return ngettext("{count} person", "{count} people", count)
