"""What the pages of the dialog have in common."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kdc_desktop.errors import UserError
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.polls.rows import PollRow
from kdc_desktop.storage import Database


class SlipsPage(QWidget):
    """One thing that is done with slips of a poll.

    `told` says what was done, `refused` what has to be mended; `done` that counts have changed.
    """

    told = Signal(str)
    refused = Signal(str)
    done = Signal()

    def __init__(self, theme: Theme, database: Database, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.database = theme, database
        self.poll: PollRow | None = None

    def show_poll(self, row: PollRow) -> None:
        """Show how it stands with this poll."""
        self.poll = row

    def begin(self) -> None:
        """Be ready for the keys."""

    def attempt(self, verb: Callable[[int], object], said: str = "") -> bool:
        """Do something with the poll by its id, and say so; False where it was refused."""
        if self.poll is None:
            return False
        try:
            verb(self.poll.id)
        except UserError as error:
            self.refused.emit(str(error))
            return False
        self.told.emit(said)
        self.done.emit()
        return True
