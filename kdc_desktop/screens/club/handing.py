"""Hand the club over from the window: nothing else is done meanwhile, and then it is let go."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.wiring import Desk
from kdc_desktop.services.club.handing_over import HandedOver, HandedOverError, told_of
from kdc_desktop.storage import Database

HandOver = Callable[[Database, Path, Callable[[], object]], HandedOver]
"""Hands a club over to a file; what is called before the first lasting step may call it off."""

LetGo = Callable[[HandedOverError], object]
"""Closes the club that is open, and says where it goes on."""


class _Waiting(QProgressDialog):
    """Lies over everything until the job has ended, so that nothing is written meanwhile."""

    def __init__(self, title: str, desk: Desk) -> None:
        super().__init__(title, _("Cancel"), 0, 0, desk.over)
        self.setObjectName("handing_dialog")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setMinimumDuration(0)
        self._jobs = desk.jobs
        self.canceled.connect(self._call_off)
        desk.jobs.writing.connect(self._go_through)
        desk.jobs.ended.connect(self._end)

    def _call_off(self) -> None:
        self._jobs.cancel()
        if self._jobs.asked_for:  # it has not ended yet, or is past calling off
            self.show()

    def _end(self) -> None:
        self.hide()
        self.deleteLater()

    def _go_through(self) -> None:
        self.setCancelButton(None)


class Handing(QObject):
    """Writes the file in a job, before which nothing else can be touched.

    `refusal` says why the club cannot go now, in a sentence; nothing where it can.
    """

    def __init__(
        self, desk: Desk, hand_over: HandOver, let_go: LetGo, refusal: Callable[[Database], str]
    ) -> None:
        super().__init__(desk.over)
        self.refusal = partial(refusal, desk.database)
        self._desk, self.hand_over, self._let_go = desk, hand_over, let_go

    def to(self, target: Path) -> bool:
        """Hand the club over to this file; False where another job is running."""
        desk, database = self._desk, self._desk.database
        title = _("Handing the club over")
        begun = desk.jobs.run(
            title,
            lambda progress: self.hand_over(database, target, progress.begin_writing),
            self._handed_over,
            writes=True,
        )
        if begun:
            _Waiting(title, desk).show()
        return begun

    def _handed_over(self, gone: HandedOver) -> None:
        path = self._desk.database.path
        told = HandedOverError(path, told_of(path, gone))
        QTimer.singleShot(0, lambda: self._let_go(told))
