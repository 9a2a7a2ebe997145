"""What stands beside the tables: the person or the organisation that is selected."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kdc_desktop.screens.kit.pages import CurrentPage
from kdc_desktop.screens.people.organisation_form import OrganisationForm
from kdc_desktop.screens.people.person_form import PersonForm


class PeopleInspector(CurrentPage):
    """One of two forms, or a sentence while there is nothing to show in them."""

    def __init__(self) -> None:
        super().__init__()
        self.person, self.organisation = PersonForm(), OrganisationForm()
        self._nobody = QLabel()
        self._nobody.setProperty("role", "muted")
        self._nobody.setWordWrap(True)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignTop)
        for page in (self._nobody, self.person, self.organisation):
            self.addWidget(page)

    def edit_name(self) -> None:
        """Go to the name of what is shown."""
        shown = self.currentWidget()
        if isinstance(shown, PersonForm | OrganisationForm):
            shown.name_edit.setFocus()
            shown.name_edit.selectAll()

    def show_nobody(self, sentence: str) -> None:
        """Show a sentence in place of a form."""
        self._nobody.setText(sentence)
        self.setCurrentWidget(self._nobody)
