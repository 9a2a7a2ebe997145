"""Looks every second whether the club's file is still its file, and says it when it is not."""

import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog

from kdc_desktop.errors import on_its_own
from kdc_desktop.i18n import _
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.club.answers import OpenClub
from kdc_desktop.screens.club.unasked import open_unasked
from kdc_desktop.screens.kit.wiring import Desk
from kdc_desktop.storage.keeping import Kept
from kdc_desktop.storage.open_file import FileState
from kdc_desktop.storage.sole_use import Claim
from kdc_desktop.storage.synced import synced_by
from kdc_desktop.storage.who import SIGN_SECONDS

EVERY = 1000  # ms


class FileWatch(QObject):
    """Keeps what was done when the file has been lost for more than a moment, and offers it.

    A file that is written anew is missing for a moment, too: that is nobody's concern.
    """

    def __init__(self, desk: Desk, open_club: OpenClub, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._open_club = desk, open_club
        self._file = desk.database.file
        self._file.keeps_later = True
        self._jobs = Jobs(desk.jobs)
        self._jobs.problem.connect(desk.window.warn)
        self.claim: Claim | None = None
        self._signed = time.monotonic()
        self._rival = self._cut = ""
        self._seen = FileState.OURS
        self._told: FileState = FileState.OURS
        self._dialog: QDialog | None = None
        self._kept: Kept | None = None
        desk.window.file_asked.connect(self._tell_again)
        self._asked = False
        self._looking = QTimer(self)
        self._looking.setInterval(EVERY)
        self._looking.timeout.connect(self.look)
        self._looking.start()

    def stop(self) -> None:
        """Look no more."""
        self._looking.stop()

    def shows(self, path: Path) -> bool:
        """Whether the file at a path is the one that is open here, by whatever name."""
        if self._file.is_lost:
            return False
        with suppress(OSError):
            return self._file.path.samefile(path)
        return self._file.path.resolve() == path.resolve()

    def part(self) -> None:
        """Have nothing open of a file that is lost: it may be opened anew, or where it lies now."""
        if self._file.is_lost:
            self._file.part()
            if self.claim is not None:
                self.claim.close()

    def look(self) -> None:
        """See what has become of the file, and tell it where that lasts."""
        self._sign()
        self._ask_who_syncs()
        before, self._seen = self._seen, self._file.look()
        told, self._cut = self._cut, self._file.cut()
        if self._cut and not told:
            self._desk.window.warn(self._cut)
        if self._seen is self._told:
            return
        if self._seen is FileState.OURS:
            self._tell_of_return()
        elif self._seen is before:
            self._told = self._seen
            self._keep()

    def _ask_who_syncs(self) -> None:
        """Once, and not while the window comes up, for a second thread would take turns with it."""
        if not self._asked:
            self._asked = True
            self._jobs.run_quietly(lambda _progress: synced_by(self._file.path), self._tell_of_sync)

    def _tell_of_sync(self, service: str | None) -> None:
        if service is not None:
            told = _(
                "{service} syncs the folder of {file}. That is safe as long as one laptop at a "
                "time has it open: close it here, and wait for {service}, before another opens it.",
                service=service,
                file=self._file.path.name,
            )
            self._desk.window.say(told)

    def _sign(self) -> None:
        """Let other laptops know that this one is still there, and see whether they are."""
        if self.claim is None:
            return
        if time.monotonic() - self._signed >= SIGN_SECONDS:
            self._signed = time.monotonic()
            self.claim.sign()
        rival = self.claim.rival()
        laptop = rival.laptop if rival is not None else ""
        if laptop and laptop != self._rival:
            told = _(
                "{file} was opened on {laptop}, too. Close it on one of the two: what both write "
                "does not come together again.",
                file=self._file.path.name,
                laptop=laptop,
            )
            self._desk.window.warn(told)
        self._rival = laptop

    def _keep(self) -> None:
        self._jobs.run_quietly(lambda _progress: self._file.keep_aside(), self._tell)

    def _tell(self, kept: Kept | None) -> None:
        if self._told is FileState.OURS:
            return  # it has come back meanwhile
        self._close_dialog()
        path, self._kept = self._file.path, kept
        if kept is not None and kept.path is not None:
            self._desk.settings.last_database = kept.path  # whatever is chosen now or never
        from kdc_desktop.screens.club.lost_dialog import LostDialog

        self._dialog = LostDialog(
            self._desk.over,
            self._file.sentence(),
            kept.path if kept is not None else None,
            path if path.is_file() else None,
            self._open_club,
            self._keep,
        )
        self._dialog.finished.connect(self._forget_dialog)
        open_unasked(self._dialog, self._desk.over, self._desk.shared_screen)

    def _tell_again(self) -> None:
        """The way back from “Only look”, while the file is lost."""
        if self._told is not FileState.OURS and self._dialog is None:
            self._tell(self._kept)

    def _tell_of_return(self) -> None:
        self._told = FileState.OURS
        self._desk.settings.last_database = self._file.path
        self._close_dialog()
        if self.claim is not None:
            with on_its_own():
                self.claim.follow()
        name = self._file.path.name
        self._desk.window.say(_("{file} is back where it was, and work goes on in it.", file=name))

    def _close_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()

    def _forget_dialog(self) -> None:
        self._dialog = None
