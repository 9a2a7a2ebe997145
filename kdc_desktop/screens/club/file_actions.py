"""What can be done with the club file as a whole: open, import, export, back up, rehearse."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from kdc_desktop.errors import UserError
from kdc_desktop.screens.kit.targets import target_named
from kdc_desktop.screens.window.main_window import MainWindow
from kdc_desktop.services.club import backups
from kdc_desktop.services.club.sample import sample_club

CLUBS = "Club files (*.kdc)"
SHEETS = "Sheets (*.xlsx *.xls *.ods *.csv *.tsv *.txt)"


class FileActions:
    """Adds its actions to the window's menu; files are opened through `open_file`."""

    def __init__(
        self,
        window: MainWindow,
        open_file: Callable[[Path], object],
        rehearse: Callable[[], object],
    ) -> None:
        self._window, self._open_file = window, open_file
        add = window.add_menu_action
        add("Import people…", self.import_people, "user-plus")
        add("Import ideas…", self.import_ideas, "import")
        add("Export the workbook…", self.export, "file-spreadsheet")
        window.menu().addSeparator()
        add("Rehearse this session", rehearse, "monitor-play")
        window.menu().addSeparator()
        add("Open a club file…", self.open, "folder-open")
        add("New club file…", self.new, "plus")
        add("Keep a copy of the club…", self.back_up, "database-backup")
        window.file_wanted.connect(self._open)
        window.sample_wanted.connect(self.open_sample)

    def _ask_file(self, title: str, kinds: str) -> Path | None:
        folder = str(self._window.database.path.parent)
        chosen, _kind = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        return Path(chosen) if chosen else None

    def _ask_target(self, title: str, name: str, kinds: str, ending: str) -> Path | None:
        proposed = str(self._window.database.path.with_name(name))
        chosen, _kind = QFileDialog.getSaveFileName(self._window, title, proposed, kinds)
        if not chosen:
            return None
        try:
            return target_named(chosen, ending)
        except UserError as error:
            self._window.frame.warn(str(error))
            return None

    def _open(self, path: Path) -> None:
        try:
            self._open_file(path)
        except UserError as error:
            self._window.frame.warn(str(error))

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
            self._window.frame.warn(str(error))

    def new(self) -> None:
        """Begin an empty club file."""
        path = self._ask_target("New club file", "club 2.kdc", CLUBS, ".kdc")
        if path is None:
            return
        if path.exists():
            self._window.frame.warn(f"{path.name} exists already. Open it, or choose another name.")
        else:
            self._open(path)

    def back_up(self) -> None:
        """Write a copy of the club to a place of the facilitator's choice."""
        database = self._window.database
        path = self._ask_target("Keep a copy", f"{database.path.stem} copy.kdc", CLUBS, ".kdc")
        if path is None:
            return
        try:
            backups.back_up_to(database, path)
        except UserError as error:
            self._window.frame.warn(str(error))
        else:
            self._window.frame.say(f"The club is copied to {path.name}")

    def import_people(self) -> None:
        """Preview a roster, then import it; into the open session when there is one."""
        from kdc_desktop.screens.people.people_import_dialog import PeopleImportDialog

        session = self._window.walk.session
        PeopleImportDialog(
            self._window.theme,
            self._window.database,
            session.id if session else None,
            parent=self._window,
        ).open()

    def import_ideas(self) -> None:
        """Preview a sheet of ideas, then import it into the open session."""
        from kdc_desktop.screens.board.board_screen import BoardScreen

        if self._window.walk.session is None:
            self._window.frame.warn("Ideas belong to a session: open one first.")
            return
        board = self._window.show_session_screen("board")
        assert isinstance(board, BoardScreen)
        board.choose_import()

    def export(self) -> None:
        """Write the workbook of the open session, or of the whole club, in the background."""
        database, session = self._window.database, self._window.walk.session
        name = f"{_file_name(session.title)}.xlsx" if session else f"{database.path.stem}.xlsx"
        path = self._ask_target("Export the workbook", name, "Excel workbook (*.xlsx)", ".xlsx")
        if path is not None:
            self.export_to(path)

    def export_to(self, target: Path) -> None:
        """Write the workbook of the open session, or of the whole club, to this file."""
        from kdc_desktop.services.joined import SHEETS
        from kdc_desktop.services.workbook.export import export_workbook

        database, session = self._window.database, self._window.walk.session
        session_id = session.id if session else None
        self._window.jobs.run(
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
        self._window.frame.say(f"The workbook is written: {target.name}")


def _file_name(title: str) -> str:
    """A title as a file name: letters and digits only, so that no title becomes a path."""
    kept = "".join(letter if letter.isalnum() or letter in " -_'" else " " for letter in title)
    return " ".join(kept.split())[:80] or "session"
