"""Reads a list of ideas again as somebody chooses, beside the dialog that shows it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kdc_desktop.domain.board.idea_fields import IdeaChoices
from kdc_desktop.i18n import _
from kdc_desktop.jobs import Jobs
from kdc_desktop.services.board.incoming import IdeasPreview

ReadAgain = Callable[[IdeaChoices], IdeasPreview]


class IdeasReading(QObject):
    """Of the choices made while the list is being read, the last one is read next.

    `previewed` carries the `IdeasPreview`, `failed` the sentence that says why there is none.
    """

    previewed = Signal(object)
    failed = Signal(str)

    def __init__(self, read: ReadAgain, parent: QObject) -> None:
        super().__init__(parent)
        self._read, self._wanted = read, list[IdeaChoices]()
        self._jobs = Jobs(self)
        self._jobs.ended.connect(self._start)
        self._jobs.problem.connect(self.failed)

    def want(self, choices: IdeaChoices) -> None:
        """Read it with these choices."""
        self._wanted = [choices]
        self._start()

    def close(self) -> None:
        """Start nothing more, and wait for what is being read."""
        self._wanted = []
        self._jobs.wait()

    def _start(self) -> None:
        if self._wanted and not self._jobs.busy:
            choices, read = self._wanted.pop(), self._read
            self._jobs.run(_("Reading the list"), lambda _progress: read(choices), self._tell)

    def _tell(self, preview: IdeasPreview) -> None:
        if not self._wanted:
            self.previewed.emit(preview)
