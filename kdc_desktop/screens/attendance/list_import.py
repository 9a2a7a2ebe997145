"""A sheet of people onto the list of a session: look at what it would bring, import it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.attendance.lists import OntoList
from kdc_desktop.services.people.joins import SheetRemark
from kdc_desktop.storage import Database


class ListImport(QObject):
    """Imports into one session, in the background; `screen` says what was done."""

    def __init__(
        self,
        screen: Screen,
        database: Database,
        session_id: int,
        remarks: Sequence[SheetRemark],
        jobs: Jobs,
    ) -> None:
        super().__init__(screen)
        self._screen, self._database, self._session_id = screen, database, session_id
        self._remarks, self._jobs = remarks, jobs

    def open(self) -> None:
        """Ask for a sheet and show what it would bring."""
        from kdc_desktop.screens.people.import_dialog import PeopleImportDialog

        screen = self._screen
        into_session = OntoList(self._session_id)
        dialog = PeopleImportDialog(
            *(screen.theme, self._database, self._remarks, into_session),
            *(self._jobs, screen.said.emit, screen),
        )
        open_for_now(dialog)
