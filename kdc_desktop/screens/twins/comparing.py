"""Compare the open club with another version of it, and take over what is ticked."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kdc_desktop.i18n import _, sentences
from kdc_desktop.screens.club.files import ask_for_club
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.wiring import Desk
from kdc_desktop.storage import Database

if TYPE_CHECKING:
    from kdc_desktop.services.twins.rows import Comparison, TakenOver, TwinDifference

Compare = Callable[[Database, Path], "Comparison"]
"""Holds a club against another version of it."""


class Comparing(QObject):
    """Reads both versions in a job, shows them side by side, and takes over in another job."""

    def __init__(self, desk: Desk, compare: Compare) -> None:
        super().__init__(desk.over)
        self._desk, self._compare = desk, compare

    def choose(self) -> None:
        """Ask for the other version."""
        path = ask_for_club(
            self._desk.over, _("Compare with another version"), self._desk.database.path.parent
        )
        if path is not None:
            self.look_at(path)

    def look_at(self, other: Path) -> None:
        """Show what it has that this one has not, and the other way round."""
        database = self._desk.database
        self._desk.jobs.run(
            _("Comparing with {file}", file=other.name),
            lambda _progress: self._compare(database, other),
            lambda found: self._show(found, other),
        )

    def _show(self, found: "Comparison", other: Path) -> None:
        from kdc_desktop.screens.twins.compare_dialog import CompareDialog

        dialog = CompareDialog(self._desk.theme, found, other, self._desk.over)
        dialog.accepted.connect(lambda: self._take_over(other, dialog.ticked))
        open_for_now(dialog)

    def _take_over(self, other: Path, chosen: "list[TwinDifference]") -> None:
        from kdc_desktop.services.twins.taking_over import take_over_from

        database = self._desk.database
        self._desk.jobs.run(
            _("Taking over from {file}", file=other.name),
            lambda progress: take_over_from(database, other, chosen, progress.begin_writing),
            self._taken_over,
            writes=True,
        )

    def _taken_over(self, done: "TakenOver") -> None:
        self._desk.window.tell(sentences([done.sentence, *done.left]))
