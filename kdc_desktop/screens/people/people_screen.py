"""People: everybody the club knows and the organisations they speak for."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.kit.text import counted
from kdc_desktop.domain.people.one_line import name_and_organisation
from kdc_desktop.domain.people.sectors import BY_LETTER
from kdc_desktop.screens.kit.pages import CurrentPage
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState, Segmented
from kdc_desktop.screens.people.organisation_form import OrganisationForm
from kdc_desktop.screens.people.people_import_dialog import PeopleImportDialog
from kdc_desktop.screens.people.person_form import PersonForm
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.people import contacts as people
from kdc_desktop.services.people import organisations
from kdc_desktop.services.people.contacts import PersonRow
from kdc_desktop.services.people.importing import ImportCounts
from kdc_desktop.services.people.organisations import OrganisationRow
from kdc_desktop.storage import Database

PEOPLE, ORGANISATIONS = 0, 1
PLACEHOLDERS = (
    "New person: name, organisation – Enter",
    "New organisation: name – Enter",
)

PEOPLE_COLUMNS = (
    Column[PersonRow](
        "name",
        "Name",
        lambda row: row.name,
        icon=lambda row: sector_icon(row.sector),
        tooltip=lambda row: BY_LETTER[row.sector].name,
    ),
    Column[PersonRow]("organisation", "Organisation", lambda row: row.organisation or "Resident"),
    Column[PersonRow]("sector", "Sector", lambda row: BY_LETTER[row.sector].name),
    Column[PersonRow](
        "sessions", "Sessions", lambda row: str(row.sessions), sort=lambda row: row.sessions
    ),
    Column[PersonRow](
        "last_seen",
        "Last seen",
        lambda row: f"{row.last_seen:%d.%m.%Y}" if row.last_seen else "",
        sort=lambda row: row.last_seen,
    ),
    Column[PersonRow]("email", "E-mail", lambda row: row.email),
    Column[PersonRow]("department", "Department", lambda row: row.department),
)
ORGANISATION_COLUMNS = (
    Column[OrganisationRow](
        "name", "Organisation", lambda row: row.name, icon=lambda row: sector_icon(row.sector)
    ),
    Column[OrganisationRow]("sector", "Sector", lambda row: BY_LETTER[row.sector].name),
    Column[OrganisationRow](
        "people", "People", lambda row: str(row.people), sort=lambda row: row.people
    ),
    Column[OrganisationRow]("departments", "Departments", lambda row: ", ".join(row.departments)),
    Column[OrganisationRow]("notes", "Notes", lambda row: row.notes.replace("\n", " ")),
)
WIDTHS = ((170, 190, 125, 80, 105, 190), (260, 140, 80, 180))


class PeopleScreen(Screen):
    """A table of people or of organisations; the inspector edits what is selected."""

    stem = "people/people_screen"
    tables = frozenset({"person", "organisation", "department", "attendance", "session"})

    summary_label: QLabel
    import_button: QPushButton
    content: QWidget
    kind_choice: Segmented
    search_edit: QLineEdit
    tables_stack: QStackedWidget
    people_table: RowTable
    organisations_table: RowTable
    empty_place: QVBoxLayout
    add_edit: QLineEdit
    add_button: QPushButton

    def __init__(
        self, theme: Theme, database: Database, settings_store: QSettings | None = None
    ) -> None:
        super().__init__(theme)
        self._database = database
        self._people = RowModel(PEOPLE_COLUMNS, key=lambda row: row.id)
        self._organisations = RowModel(ORGANISATION_COLUMNS, key=lambda row: row.id)
        self._inspector = CurrentPage()
        self._nobody = QLabel("Select somebody to see and correct what is known.")
        self._person_form, self._organisation_form = PersonForm(), OrganisationForm()
        self._empty = EmptyState(theme)
        self._fitted = [False, False]
        self._dress(settings_store)
        self._connect()
        self._connect_forms()
        self.act("find_people", "Find people", self.find_people, shortcut="Ctrl+F", icon="search")
        self.act(
            "new_person_or_organisation",
            "New person or organisation",
            self.start_adding,
            shortcut="Ctrl+N",
            icon="plus",
        )
        self.act(
            "import_people",
            "Import people",
            self.import_people,
            shortcut="Ctrl+Shift+I",
            icon="import",
        )
        self.act("show_people", "Show people", lambda: self.show_kind(PEOPLE), icon="users")
        self.act(
            "show_organisations",
            "Show organisations",
            lambda: self.show_kind(ORGANISATIONS),
            icon="building-2",
        )

    def _dress(self, store: QSettings | None) -> None:
        self.import_button.setIcon(self.theme.icon("import"))
        self.kind_choice.set_texts(("People", "Organisations"))
        self._segments = self.kind_choice.findChildren(QPushButton)
        for table, model, name in (
            (self.people_table, self._people, "people"),
            (self.organisations_table, self._organisations, "organisations"),
        ):
            table.show_model(model)
            table.empty_text = "Nothing found."
            if store is not None:
                self._fitted[PEOPLE if name == "people" else ORGANISATIONS] = (
                    store.value(f"{name}/header") is not None
                )
                table.remember(store, name)
        self._nobody.setProperty("role", "muted")
        self._nobody.setWordWrap(True)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignTop)
        for page in (self._nobody, self._person_form, self._organisation_form):
            self._inspector.addWidget(page)
        self._empty.show_state(
            "users",
            "Bring your people in",
            "A sheet with names is enough; organisations, sectors and e-mails come along. You see "
            "every row before anything changes.",
            "Import…",
            self.import_people,
        )
        self.empty_place.addWidget(self._empty)
        self.keys_to = self.search_edit
        self.show_kind(PEOPLE)

    def _connect(self) -> None:
        self.import_button.clicked.connect(self.import_people)
        self.kind_choice.changed.connect(self.show_kind)
        self.search_edit.textChanged.connect(self._search)
        self.add_edit.returnPressed.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self.people_table.selection_changed.connect(self._show_selected)
        self.organisations_table.selection_changed.connect(self._show_selected)

    def _connect_forms(self) -> None:
        person, organisation = self._person_form, self._organisation_form
        person.edited.connect(self._change_person)
        person.remove_wanted.connect(lambda key: self._do(people.remove_person, key))
        person.forget_wanted.connect(lambda key: self._do(people.replace_by_pseudonym, key))
        organisation.edited.connect(self._change_organisation)
        organisation.remove_wanted.connect(
            lambda key: self._do(organisations.remove_organisation, key)
        )
        organisation.department_wanted.connect(
            lambda key, name: self._do(organisations.add_department, key, name)
        )
        organisation.rename_wanted.connect(
            lambda key, name: self._do(organisations.rename_department, key, name)
        )
        organisation.department_unwanted.connect(
            lambda key: self._do(organisations.remove_department, key)
        )

    def refresh(self) -> None:
        everybody = people.people(self._database)
        stakeholders = organisations.organisations(self._database)
        self._people.set_rows(everybody)
        self._organisations.set_rows(stakeholders)
        self._fit_columns()
        self._person_form.set_organisations(stakeholders)
        known = bool(everybody or stakeholders)
        self.content.setVisible(known)
        self._empty.setVisible(not known)
        self.import_button.setVisible(known)
        self._segments[PEOPLE].setText(f"People {len(everybody)}")
        self._segments[ORGANISATIONS].setText(f"Organisations {len(stakeholders)}")
        self.summary_label.setText(_summary(everybody, len(stakeholders)))
        self._show_selected()

    def _fit_columns(self) -> None:
        for at, table in enumerate((self.people_table, self.organisations_table)):
            if not self._fitted[at] and table.model().rowCount():
                self._fitted[at] = True
                for column, width in enumerate(WIDTHS[at]):
                    table.setColumnWidth(column, self.theme.px(width))

    def inspector(self) -> QWidget:
        return self._inspector

    @property
    def _table(self) -> RowTable:
        people_shown = self.kind_choice.current() == PEOPLE
        return self.people_table if people_shown else self.organisations_table

    def show_kind(self, kind: int) -> None:
        """List people (0) or organisations (1)."""
        self.kind_choice.set_current(kind)
        self.tables_stack.setCurrentWidget(self._table)
        self.add_edit.setPlaceholderText(PLACEHOLDERS[kind])
        self.add_edit.setAccessibleName(PLACEHOLDERS[kind])
        self._search()
        self._show_selected()

    def _search(self) -> None:
        self._table.search(self.search_edit.text())

    def find_people(self) -> None:
        """Go to the search."""
        self.search_edit.setFocus()
        self.search_edit.selectAll()

    def _show_selected(self) -> None:
        rows = self._table.selected_rows()
        row: Any = rows[0] if len(rows) == 1 else None
        if isinstance(row, PersonRow):
            self._person_form.show_row(row)
            self._inspector.setCurrentWidget(self._person_form)
        elif isinstance(row, OrganisationRow):
            parts = organisations.departments(self._database, row.id)
            self._organisation_form.show_row(row, parts)
            self._inspector.setCurrentWidget(self._organisation_form)
        else:
            self._nobody.setText(
                f"{len(rows)} selected."
                if rows
                else "Select a row to see and correct what is known."
                if self._table.model().rowCount()
                else ""
            )
            self._inspector.setCurrentWidget(self._nobody)

    def start_adding(self) -> None:
        """Go to the line that adds."""
        self.add_edit.setFocus()
        self.add_edit.selectAll()

    def add(self) -> None:
        """Add the person or organisation that is typed, and select the new row."""
        text = self.add_edit.text()
        if self.kind_choice.current() == PEOPLE:
            name, organisation = name_and_organisation(text)
            added = self.attempt(
                people.add_person, self._database, name, organisation_name=organisation
            )
        else:
            sector = organisations.likely_sector(text)
            added = self.attempt(organisations.add_organisation, self._database, text, sector)
        if added:
            self.add_edit.clear()
            self.search_edit.clear()
            self._table.select_key(added.answer)

    def _change_person(self, person_id: int, values: dict[str, Any]) -> None:
        self.attempt(people.change_person, self._database, person_id, **values)
        self._person_form.take_back()

    def _change_organisation(self, organisation_id: int, values: dict[str, str]) -> None:
        self.attempt(organisations.change_organisation, self._database, organisation_id, **values)
        self._organisation_form.take_back()

    def _do(self, verb: Any, *args: Any) -> None:
        self.attempt(verb, self._database, *args)
        self._show_selected()

    def import_people(self) -> None:
        """Preview a sheet and take it over."""
        dialog = PeopleImportDialog(self.theme, self._database, parent=self)
        dialog.imported.connect(self._tell_imported)
        dialog.open()

    def _tell_imported(self, counts: ImportCounts) -> None:
        self.said.emit(f"Imported: {counts.sentence}")


def _summary(everybody: Sequence[PersonRow], stakeholders: int) -> str:
    if not everybody and not stakeholders:
        return "Nobody yet"
    residents = sum(row.organisation_id is None for row in everybody)
    who = counted(len(everybody), "person", "people")
    where = counted(stakeholders, "organisation")
    alone = counted(residents, "resident")
    return f"{who}, {where}, {alone} without an organisation"
