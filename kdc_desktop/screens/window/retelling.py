"""What a job has written is told in words of its own, and can be taken back from there."""

from PySide6.QtCore import QObject

from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.quiet_line import QuietLine
from kdc_desktop.screens.window.undoing import Undoing


class Retelling(QObject):
    """The step of a job is said with the way back; these words take its place and keep that.

    There is no way back where the job has changed nothing.
    """

    def __init__(self, jobs: Jobs, undoing: Undoing, quiet: QuietLine) -> None:
        super().__init__(quiet)
        self._undoing, self._quiet = undoing, quiet
        self._before = 0
        jobs.started.connect(self._remember)
        quiet.told.connect(self.tell)

    def tell(self, text: str) -> None:
        """Say what the job has done that has just ended."""
        self._quiet.say(text, undo=self._undoing.newest > self._before)

    def _remember(self) -> None:
        self._before = self._undoing.newest
