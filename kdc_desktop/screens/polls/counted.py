"""The count of one poll: made once, and beside the window where it takes long."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from kdc_desktop.domain.polls.ballots import Ballots
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.beside import Beside
from kdc_desktop.screens.kit.screen import ChangedTables
from kdc_desktop.services.polls.results import counted_papers
from kdc_desktop.services.polls.rows import PollRow
from kdc_desktop.storage import Database


class Counted(QObject):
    """Keeps one count until its poll changes; `came` tells that what was asked for is there."""

    came = Signal()

    def __init__(self, database: Database, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._database = database
        self._beside = Beside(self, jobs)
        self._poll_id: int | None = None
        self._ballots: Ballots | None = None

    def is_of(self, row: PollRow) -> bool:
        """Whether this is the poll that is counted, or being counted."""
        return self._poll_id == row.id

    def of(self, row: PollRow) -> Ballots | None:
        """The count of this poll; None while it is being made, until `came`.

        Raises:
            UserError: it is not revealed any more.
        """
        if self._poll_id != row.id:
            self._forget()
            count = partial(counted_papers, self._database, row.id)
            if row.is_long_to_count:
                self._beside.read(count, self._keep)
            else:
                self._ballots = count()
            self._poll_id = row.id
        return self._ballots

    def on_changes(self, changes: ChangedTables) -> None:
        """Count anew where the poll is another one now; a paper or hand needs an open poll."""
        if self._poll_id in changes.ids.get("poll", ()):
            self._forget()

    def _keep(self, ballots: Ballots) -> None:
        self._ballots = ballots
        self.came.emit()

    def _forget(self) -> None:
        self._poll_id = self._ballots = None
        self._beside.want_nothing()
