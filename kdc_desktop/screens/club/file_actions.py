"""What can be done with the club file as a whole: open, import, export, back up, rehearse."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.targets import target_named
from kdc_desktop.screens.kit.wiring import Desk, MenuEntry
from kdc_desktop.services.club import backups
from kdc_desktop.services.club.sample import sample_club

CLUBS = "Club files (*.kdc)"


class FileActions:
    """What the menu offers for it; files are opened through `open_file`."""

    def __init__(
        self,
        desk: Desk,
        open_file: Callable[[Path], object],
        rehearse: Callable[[], object],
    ) -> None:
        self._desk, self._open_file = desk, open_file
        self._window, self._database = desk.window, desk.database
        self.menu = (
            (MenuEntry("export", lazy("Export the workbook…"), self.export, "file-spreadsheet"),),
            (MenuEntry("rehearse", lazy("Rehearse this session"), rehearse, "monitor-play"),),
            (
                MenuEntry("open_club", lazy("Open a club file…"), self.open, "folder-open"),
                MenuEntry("new_club", lazy("New club file…"), self.new, "plus"),
                MenuEntry(
                    "copy_club", lazy("Keep a copy of the club…"), self.back_up, "database-backup"
                ),
            ),
        )
        desk.window.file_wanted.connect(self._open)
        desk.window.sample_wanted.connect(self.open_sample)

    def _ask_file(self, title: str, kinds: str) -> Path | None:
        folder = str(self._database.path.parent)
        chosen, _kind = QFileDialog.getOpenFileName(self._desk.over, title, folder, kinds)
        return Path(chosen) if chosen else None

    def _ask_target(self, title: str, name: str, kinds: str, ending: str) -> Path | None:
        proposed = str(self._database.path.with_name(name))
        chosen, _kind = QFileDialog.getSaveFileName(self._desk.over, title, proposed, kinds)
        if not chosen:
            return None
        try:
            return target_named(chosen, ending)
        except UserError as error:
            self._window.warn(str(error))
            return None

    def _open(self, path: Path) -> None:
        try:
            self._open_file(path)
        except UserError as error:
            self._window.warn(str(error))

    def open(self) -> None:
        """Open another club file in place of this one."""
        path = self._ask_file("Open a club file", CLUBS)
        if path is not None:
            self._open(path)

    def open_sample(self) -> None:
        """Open the sample club in place of this one."""
        try:
            self._open_file(sample_club())
        except UserError as error:
            self._window.warn(str(error))

    def new(self) -> None:
        """Begin an empty club file."""
        path = self._ask_target("New club file", "club 2.kdc", CLUBS, ".kdc")
        if path is None:
            return
        if path.exists():
            self._window.warn(f"{path.name} exists already. Open it, or choose another name.")
        else:
            self._open(path)

    def back_up(self) -> None:
        """Write a copy of the club to a place of the facilitator's choice."""
        database = self._database
        path = self._ask_target("Keep a copy", f"{database.path.stem} copy.kdc", CLUBS, ".kdc")
        if path is None:
            return
        try:
            backups.back_up_to(database, path)
        except UserError as error:
            self._window.warn(str(error))
        else:
            self._window.say(f"The club is copied to {path.name}")

    def export(self) -> None:
        """Write the workbook of the open session, or of the whole club, in the background."""
        database, session = self._database, self._window.session
        name = f"{_file_name(session.title)}.xlsx" if session else f"{database.path.stem}.xlsx"
        path = self._ask_target("Export the workbook", name, "Excel workbook (*.xlsx)", ".xlsx")
        if path is not None:
            self.export_to(path)

    def export_to(self, target: Path) -> None:
        """Write the workbook of the open session, or of the whole club, to this file."""
        from kdc_desktop.services.joined import SHEETS
        from kdc_desktop.services.workbook.export import export_workbook

        database, session = self._database, self._window.session
        session_id = session.id if session else None
        self._desk.jobs.run(
            "Writing the workbook",
            lambda progress: export_workbook(
                database,
                target,
                SHEETS,
                session_id,
                progress=lambda done, total: progress(done / max(1, total)),
                cancelled=progress.cancelled,
            ),
            lambda _counts: self._exported(target),
        )

    def _exported(self, target: Path) -> None:
        self._window.say(f"The workbook is written: {target.name}")


def _file_name(title: str) -> str:
    """A title as a file name: letters and digits only, so that no title becomes a path."""
    kept = "".join(letter if letter.isalnum() or letter in " -_'" else " " for letter in title)
    return " ".join(kept.split())[:80] or "session"
