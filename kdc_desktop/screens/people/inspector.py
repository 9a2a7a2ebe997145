"""What stands beside the tables: the person or the organisation that is selected."""

from collections.abc import Sequence

from PySide6.QtCore import SignalInstance

from kdc_desktop.i18n import sentences
from kdc_desktop.screens.kit.pages import CurrentPage
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.people.lists import PeopleLists
from kdc_desktop.screens.people.organisation_form import OrganisationForm
from kdc_desktop.screens.people.person_form import PersonForm
from kdc_desktop.screens.people.several_page import SeveralPage
from kdc_desktop.services.people.apart import apart_from, apart_sentence
from kdc_desktop.services.people.consents import consents_of
from kdc_desktop.services.people.known_twice import also_known_sentence, other_names
from kdc_desktop.services.people.rows import PersonRow
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
        for page in (self.several, self.person, self.organisation):
            self.addWidget(page)

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
        self.setCurrentWidget(self.person)

    def show_nobody(self, sentence: str) -> None:
        """Say in place of a form what is seen here once somebody is selected."""
        self.several.show_nobody(sentence)
        self.setCurrentWidget(self.several)

    def show_several(self, count: int, organisations: Sequence[int] = ()) -> None:
        """Show in place of a form how many are selected, and what can be done with them."""
        self.several.show_several(count, organisations)
        self.setCurrentWidget(self.several)
