"""A sheet of people onto the list of a session: look at what it would bring, import it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.people.pasting import paste_people
from kdc_desktop.services.attendance.lists import OntoList
from kdc_desktop.services.people.joins import SheetJoins
from kdc_desktop.storage import Database

if TYPE_CHECKING:
    from kdc_desktop.screens.people.import_dialog import PeopleImportDialog


class ListImport(QObject):
    """Imports into one session, in the background; `screen` says what was done."""

    def __init__(
        self,
        screen: Screen,
        database: Database,
        session_id: int,
        sheets: SheetJoins,
        jobs: Jobs,
    ) -> None:
        super().__init__(screen)
        self._screen, self._database, self._session_id = screen, database, session_id
        self._sheets, self._jobs = sheets, jobs

    def open(self) -> "PeopleImportDialog":
        """Ask for a sheet and show what it would bring."""
        from kdc_desktop.screens.people.import_dialog import PeopleImportDialog

        screen = self._screen
        into_session = OntoList(self._session_id)
        dialog = PeopleImportDialog(
            *(screen.theme, self._database, self._sheets, into_session),
            *(self._jobs, screen.told.emit, screen),
        )
        open_for_now(dialog)
        return dialog

    def take_file(self, file: Path) -> None:
        """Show what a sheet would bring that was dropped or copied."""
        self.open().show_file(file)

    def take_lines(self, text: str) -> None:
        """The same for lines that were copied: “Aino Laine, Harbour Mobility”."""
        self.open().show_lines(text)

    def paste(self) -> None:
        """The same for what lies on the clipboard."""
        paste_people(self._screen)
