"""Ideas from a sheet onto the board: choose the file, look at what it would bring, import it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from shiboken6 import isValid

from kdc_desktop.domain.board.idea_fields import IdeaChoices
from kdc_desktop.i18n import _
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.canvas import BoardPlace
from kdc_desktop.screens.board.contents import Difference
from kdc_desktop.screens.board.import_dialog import IdeaImportDialog
from kdc_desktop.screens.board.import_reading import ReadAgain
from kdc_desktop.screens.board.shown_board import ShownBoard
from kdc_desktop.screens.board.view import BoardView
from kdc_desktop.screens.kit.file_dialogs import FileKind, ask_for_file
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.board.apart import titles_of
from kdc_desktop.services.board.importing import (
    add_ideas,
    import_ideas,
    preview_ideas,
    preview_lines,
)
from kdc_desktop.services.board.incoming import IdeasPreview, IncomingRow
from kdc_desktop.storage import Database

MANY_GONE = 5
"""Fewer are looked for where they lay: see `pointing`."""


class IdeaImport(QObject):
    """Imports into one session, in the background; `screen` says what was done."""

    def __init__(
        self, screen: Screen, view: BoardView, database: Database, board: ShownBoard, jobs: Jobs
    ) -> None:
        super().__init__(screen)
        self._screen, self._view, self._jobs = screen, view, jobs
        self._database, self._board = database, board
        self._session_id = board.session_id
        self._before: tuple[int, BoardPlace] | None = None

    def choose(self) -> None:
        """Ask for a sheet and show what it would bring."""
        kinds = _("Lists (*.csv *.tsv *.txt *.md *.xlsx *.xlsm *.xls *.ods *.json);;All files (*)")
        path = ask_for_file(self._screen, _("Import ideas"), FileKind.SHEET, kinds)
        if path is not None:
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Show what importing this sheet would bring; Import in the dialog does it."""
        self._jobs.run(
            _("Reading {file}", file=path.name),
            lambda _progress: preview_ideas(self._database, self._session_id, path),
            lambda preview: self._show(
                preview,
                path.name,
                lambda choices: preview_ideas(self._database, self._session_id, path, choices),
            ),
        )

    def read_lines(self, text: str, choices: IdeaChoices | None = None) -> IdeasPreview:
        """What a few lines would bring."""
        return preview_lines(self._database, self._session_id, text, choices)

    def add(self, rows: Sequence[IncomingRow]) -> None:
        """Put a few ideas on the board without further ado."""
        add_ideas(self._database, self._session_id, rows, self._board.board_id)

    def look_at_lines(self, text: str, of: str) -> None:
        """The same for lines that were copied, or are those of a text file; `of` says which."""
        self._jobs.run(
            _("Reading {file}", file=of),
            lambda _progress: self.read_lines(text),
            lambda preview: self._show(preview, of, lambda choices: self.read_lines(text, choices)),
        )

    def _show(self, preview: IdeasPreview, of: str, again: ReadAgain) -> None:
        if not isValid(self._screen):  # its session may have been closed meanwhile
            return
        board_id, title = self._board.board_id, self._title()
        told = _("{file}, onto the board “{board}”", file=of, board=title) if title else of
        dialog = IdeaImportDialog(self._screen.theme, preview, told, again, self._screen)
        dialog.accepted.connect(lambda: self._import(dialog.preview, board_id))
        open_for_now(dialog)

    def _title(self) -> str:
        """The title of the board that is shown, where there are several."""
        with self._database.read() as snapshot:
            return titles_of(snapshot, self._session_id).get(self._board.board_id, "")

    def follow(self, difference: Difference) -> None:
        """Where an import was undone, show what was looked at before it; never an empty part."""
        if len(difference.gone) < MANY_GONE:
            return
        view, notes = self._view, self._view.contents.notes
        if self._before is not None and self._before[0] == len(notes) and view.is_fitted:
            view.go_to(self._before[1])
        elif notes and not view.contents.bounds().intersects(view.seen()):
            view.fit()

    def _import(self, preview: IdeasPreview, board_id: int | None) -> None:
        self._before = (len(self._view.contents.notes), self._view.place)
        self._jobs.run(
            _("Importing ideas"),
            lambda progress: import_ideas(
                self._database, self._session_id, preview, progress.begin_writing, board_id
            ),
            self._imported,
            writes=True,
        )

    def _imported(self, done: IdeasPreview) -> None:
        if not isValid(self._view):  # its session may have been closed meanwhile
            return
        self._view.fit()
        self._screen.told.emit(_("Imported: {counts}", counts=str(done)))
