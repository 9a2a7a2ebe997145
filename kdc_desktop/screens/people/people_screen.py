"""People: everybody the club knows and the organisations they speak for."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.kit.text import several_names
from kdc_desktop.domain.people.one_line import name_and_organisation
from kdc_desktop.domain.people.sectors import UNKNOWN
from kdc_desktop.i18n import _, lazy, listed, ngettext
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.doing import Doing
from kdc_desktop.screens.kit.fields import begin_anew, on_lines_pasted, prompt
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import ChangedTables, Done, Screen
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_halves import TurningHalves
from kdc_desktop.screens.kit.typing_finds import TypingFinds
from kdc_desktop.screens.kit.unkept import ask_when_half_typed
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.people.help import PEOPLE
from kdc_desktop.screens.people.import_dialog import PeopleImportDialog
from kdc_desktop.screens.people.inspector import PeopleInspector
from kdc_desktop.screens.people.inspector_verbs import InspectorVerbs
from kdc_desktop.screens.people.into_session import IntoSession
from kdc_desktop.screens.people.lists import Listed, PeopleLists
from kdc_desktop.screens.people.people_hands import PeopleHands
from kdc_desktop.screens.people.reading import PeopleReading
from kdc_desktop.services.people import organisations, people, questions
from kdc_desktop.services.people.joins import PeopleJoins
from kdc_desktop.services.people.rows import OrganisationRow, PersonRow
from kdc_desktop.storage import Database

_PLACEHOLDERS = {
    Listed.PEOPLE: lazy("New person: name, organisation – Enter"),
    Listed.ORGANISATIONS: lazy("New organisation: name – Enter"),
}


class PeopleScreen(Screen):
    """A table of people or of organisations; the inspector edits what is selected."""

    stem = "people/people_screen"
    help = PEOPLE
    tables = frozenset(
        {"person", "person_merge", "consent", "organisation", "department", "kept_apart"}
    )

    summary_label: QLabel
    import_button: QPushButton
    content: QWidget
    tools: QWidget
    kind_choice: Segmented
    search_edit: QLineEdit
    tables_stack: QStackedWidget
    people_table: RowTable
    organisations_table: RowTable
    empty_place: QVBoxLayout
    add_edit: QLineEdit
    add_button: QPushButton

    def __init__(
        self,
        theme: Theme,
        database: Database,
        joins: PeopleJoins,
        settings_store: QSettings,
        jobs: Jobs,
        into_session: Callable[[], IntoSession | None] = lambda: None,
    ) -> None:
        super().__init__(theme)
        self._database, self._joins, self._jobs = database, joins, jobs
        self.tables, self._into_session = self.tables | joins.visits.tables, into_session
        self._tables = {
            Listed.PEOPLE: self.people_table,
            Listed.ORGANISATIONS: self.organisations_table,
        }
        self._lists = PeopleLists(database, joins.visits.of, self._tables, settings_store)
        self.reading = PeopleReading(self, self._lists, self._announce, self._tell)
        self._inspector = PeopleInspector(theme, self._lists, self.problem)
        self._empty = EmptyState(theme)
        self._dress()
        self._connect()
        doing = Doing(self, jobs)
        self._verbs = InspectorVerbs(
            self._inspector, database, joins, self.attempt, doing, self._show_selected
        )
        hands = PeopleHands(self, self._tables, database, joins, doing, self.import_people)
        self._inspector.several.merge_wanted.connect(hands.merge.trigger)
        self._inspector.several.apart_wanted.connect(hands.apart.trigger)
        on_lines_pasted(self.add_edit, hands.paste)
        self._add_actions()

    def _add_actions(self) -> None:
        self.act(
            "find_people", _("Find people"), self.find_people, shortcut="Ctrl+F", icon="search"
        )
        text, add = _("New person or organisation"), self.start_adding
        self.act("new_person_or_organisation", text, add, shortcut="Ctrl+N", icon="plus")
        text, take_in = _("Import people"), self.import_people
        self.act("import_people", text, take_in, shortcut="Ctrl+Shift+I", icon="import")
        none = partial(_nothing_listed, self._lists)
        text, show = _("Show people"), partial(_go_to, self, Listed.PEOPLE)
        self.act("show_people", text, show, icon="users", why_not=none)
        text, show = _("Show organisations"), partial(_go_to, self, Listed.ORGANISATIONS)
        self.act("show_organisations", text, show, icon="building-2", why_not=none)

    def _dress(self) -> None:
        self.theme.changed.connect(self._fit)
        self._fit()
        TurningHalves(self.tools, self.kind_choice, self.search_edit, 12, shares=(0, 1))
        self.import_button.setIcon(self.theme.icon("import"))
        self.kind_choice.set_texts((_("People"), _("Organisations")))
        self._segments = self.kind_choice.findChildren(QPushButton)
        self._empty.show_state(
            "users",
            _("Bring your people in"),
            _(
                "A sheet with names is enough; organisations, sectors and e-mails come along."
                " You see every row before anything changes."
            ),
            _("Import…"),
            self.import_people,
        )
        self.empty_place.addWidget(self._empty)
        self.keys_to = self.search_edit
        self.show_kind(Listed.PEOPLE)

    def _fit(self) -> None:
        self.search_edit.setMinimumWidth(self.theme.px(160))

    def _connect(self) -> None:
        self.import_button.clicked.connect(self.import_people)
        self.kind_choice.changed.connect(self.show_kind)
        self.search_edit.textChanged.connect(self._search)
        TypingFinds(self.search_edit, self.people_table, self.organisations_table)
        self.add_edit.returnPressed.connect(self.add)
        ask_when_half_typed(self.add_edit)
        self.add_button.clicked.connect(self.add)
        for table in self._tables.values():
            table.selection_changed.connect(self._show_selected)
            table.chosen.connect(lambda _row: self._inspector.edit_name())

    @property
    def is_painted(self) -> bool:
        return not self.reading.under_way

    def on_changes(self, changes: ChangedTables) -> None:
        self.reading.expect(sum(len(changes.ids.get(table, ())) for table in self.tables))
        super().on_changes(changes)
        self._inspector.heed(changes)

    def refresh(self) -> None:
        self.reading.begin()

    def _announce(self) -> None:
        self._lists.announce()
        self.summary_label.setText(_("Reading the list …"))
        self._empty.hide()

    def _tell(self) -> None:
        everybody, stakeholders = self._lists.everybody, self._lists.stakeholders
        self._inspector.person.set_organisations(stakeholders)
        known = bool(everybody or stakeholders)
        self.content.setVisible(known)
        self._empty.setVisible(not known)
        self.import_button.setVisible(known)
        self._segments[Listed.PEOPLE].setText(_("People {count}", count=len(everybody)))
        text = _("Organisations {count}", count=len(stakeholders))
        self._segments[Listed.ORGANISATIONS].setText(text)
        self.summary_label.setText(_summary(everybody, stakeholders))
        self._show_selected()

    def inspector(self) -> PeopleInspector:
        return self._inspector

    @property
    def table(self) -> RowTable:
        """The table that is shown."""
        return self._tables[Listed(self.kind_choice.current())]

    def show_kind(self, kind: int) -> None:
        """List people or organisations, given as a `Listed`."""
        self.kind_choice.set_current(kind)
        self.tables_stack.setCurrentWidget(self.table)
        prompt(self.add_edit, str(_PLACEHOLDERS[Listed(kind)]))
        self.add_edit.setAccessibleName(self.add_edit.placeholderText())
        self._search()
        self._show_selected()

    def _search(self) -> None:
        self.table.search(self.search_edit.text())

    def find_people(self) -> None:
        """Go to the search."""
        self.search_edit.setFocus()
        self.search_edit.selectAll()

    def _show_selected(self) -> None:
        rows = self.table.selected_rows()
        row: Any = rows[0] if len(rows) == 1 else None
        if isinstance(row, PersonRow):
            self._inspector.show_person(self._database, row)
        elif isinstance(row, OrganisationRow):
            parts = questions.departments(self._database, row.id)
            self._inspector.show_organisation(row, parts)
        elif rows:
            many = [row.id for row in rows if isinstance(row, OrganisationRow)]
            self._inspector.show_several(len(rows), many)
        else:
            self._inspector.show_nobody(_nobody(self.table.model().rowCount()))

    def start_adding(self) -> None:
        """Go to the line that adds."""
        self.add_edit.setFocus()
        self.add_edit.selectAll()

    def add(self) -> None:
        """Add who is typed, one or several with semicolons between them; what is refused stays."""
        typed = self.add_edit.text()
        names = several_names(typed) or [typed]
        answers = {name: _add_one(self, self._database, name) for name in names}
        left = [name for name in names if answers[name] is None]
        added = [answer for answer in answers.values() if answer is not None]
        if added:
            begin_anew(self.add_edit, "; ".join(left))  # untranslated: as it is typed
            begin_anew(self.search_edit)
            self.table.select_key(added[-1].answer)

    def import_people(self) -> PeopleImportDialog:
        """Preview a sheet and take it over."""
        dialog = PeopleImportDialog(
            *(self.theme, self._database, self._joins.sheets, self._into_session()),
            *(self._jobs, self.told.emit, self),
        )
        open_for_now(dialog)
        return dialog


def _nothing_listed(lists: PeopleLists) -> str:
    listed = lists.everybody or lists.stakeholders
    return "" if listed else _("Nobody is known yet. Add or import people first.")


def _go_to(screen: PeopleScreen, kind: Listed) -> None:
    screen.show_kind(kind)
    screen.table.setFocus()


def _nobody(listed: int) -> str:
    if not listed:
        return _("What is known of whoever you add or import is seen and corrected here.")
    return _("Select a row to see and correct what is known.")


def _summary(everybody: Sequence[PersonRow], known: Sequence[OrganisationRow]) -> str:
    stakeholders = len(known)
    unknown = sum(row.sector == UNKNOWN for row in known)
    asked = ngettext(
        "{count} organisation without a known sector",
        "{count} organisations without a known sector",
        unknown,
    )
    if not everybody and not stakeholders:
        return _("Nobody yet")
    return listed(
        (
            ngettext("{count} person", "{count} people", len(everybody)),
            ngettext("{count} organisation", "{count} organisations", stakeholders),
            ngettext(
                "{count} resident without an organisation",
                "{count} residents without an organisation",
                sum(row.organisation_id is None for row in everybody),
            ),
            *((asked,) if unknown else ()),
        )
    )


def _add_one(screen: PeopleScreen, database: Database, text: str) -> Done[int] | None:
    if screen.kind_choice.current() != Listed.PEOPLE:
        return screen.attempt(organisations.add_organisation, database, text, None)
    name, organisation = name_and_organisation(text)
    return screen.attempt(people.add_person, database, name, organisation_name=organisation)
