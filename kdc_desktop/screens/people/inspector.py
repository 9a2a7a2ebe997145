"""What stands beside the tables: the person or the organisation that is selected."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdc_desktop.i18n import sentences
from kdc_desktop.screens.kit.pages import CurrentPage
from kdc_desktop.screens.kit.screen import ChangedTables
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.people.lists import PeopleLists
from kdc_desktop.screens.people.organisation_form import OrganisationForm
from kdc_desktop.screens.people.part import InspectorPart
from kdc_desktop.screens.people.person_form import PersonForm
from kdc_desktop.screens.people.several_page import SeveralPage
from kdc_desktop.services.people.apart import apart_from, apart_sentence
from kdc_desktop.services.people.consents import consents_of
from kdc_desktop.services.people.known_twice import also_known_sentence, other_names
from kdc_desktop.services.people.rows import DepartmentRow, OrganisationRow, PersonRow
from kdc_desktop.storage import Database


class PeopleInspector(CurrentPage):
    """One of two forms for what is in `lists`, or a sentence while there is nothing to show.

    What cannot be kept of a text is told through `problem`.
    """

    def __init__(self, theme: Theme, lists: PeopleLists, problem: SignalInstance) -> None:
        super().__init__()
        self.person, self.organisation = PersonForm(), OrganisationForm()
        self.person.notes.there = lists.people_there
        self.organisation.notes.there = lists.organisations_there
        self.person.problem.connect(problem)
        self.organisation.problem.connect(problem)
        self.several = SeveralPage(theme)
        self._parts: dict[QWidget, list[InspectorPart]] = {self.person: [], self.organisation: []}
        self._ids: dict[QWidget, int] = {}
        for page in (self.several, self.person, self.organisation):
            self.addWidget(page)

    def add_part(self, of_person: InspectorPart, of_organisation: InspectorPart) -> None:
        """Have this below the notes of both forms."""
        for form, part in ((self.person, of_person), (self.organisation, of_organisation)):
            column = form.layout()
            assert isinstance(column, QVBoxLayout)
            column.insertWidget(column.indexOf(form.notes_edit) + 1, part)
            self._parts[form].append(part)

    def heed(self, changes: ChangedTables) -> None:
        """What the parts of the form that is shown have read may have changed."""
        form = self.currentWidget()
        if form is not None:
            parts = self._parts.get(form, ())
            self._tell_parts(form, [one for one in parts if one.tables & changes.tables])

    def _tell_parts(self, form: QWidget, parts: Iterable[InspectorPart]) -> None:
        for part in parts if form in self._ids else ():
            if form is self.person:
                part.show_person(self._ids[form])
            else:
                part.show_organisation(self._ids[form])

    def edit_name(self) -> None:
        """Go to the name of what is shown."""
        shown = self.currentWidget()
        if isinstance(shown, PersonForm | OrganisationForm):
            shown.name_edit.setFocus()
            shown.name_edit.selectAll()

    def show_person(self, database: Database, row: PersonRow) -> None:
        """Show somebody, with what they allow, what else they are called, and who is kept away."""
        also = also_known_sentence(other_names(database, row.id))
        apart = apart_sentence(apart_from(database, row.id))
        told = sentences(filter(None, (also, apart)))
        self.person.show_row(row, consents_of(database, row.id), told)
        self._ids[self.person] = row.id
        self._tell_parts(self.person, self._parts[self.person])
        self.setCurrentWidget(self.person)

    def show_organisation(self, row: OrganisationRow, departments: Sequence[DepartmentRow]) -> None:
        """Show an organisation with its departments."""
        self.organisation.show_row(row, departments)
        self._ids[self.organisation] = row.id
        self._tell_parts(self.organisation, self._parts[self.organisation])
        self.setCurrentWidget(self.organisation)

    def show_nobody(self, sentence: str) -> None:
        """Say in place of a form what is seen here once somebody is selected."""
        self.several.show_nobody(sentence)
        self.setCurrentWidget(self.several)

    def show_several(self, count: int, organisations: Sequence[int] = ()) -> None:
        """Show in place of a form how many are selected, and what can be done with them."""
        self.several.show_several(count, organisations)
        self.setCurrentWidget(self.several)
