"""Ideas come and go through the clipboard: one a line, and files of ideas."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from kdc_desktop.domain.board.idea_fields import SetAside
from kdc_desktop.domain.board.states import Incoming
from kdc_desktop.i18n import _, sentences
from kdc_desktop.screens.board.idea_verbs import IdeaVerbs
from kdc_desktop.screens.board.importing import IdeaImport
from kdc_desktop.screens.board.view import BoardView
from kdc_desktop.screens.kit.clipboard import put_cells
from kdc_desktop.screens.kit.fields import on_lines_pasted
from kdc_desktop.screens.kit.pasting import paste_on
from kdc_desktop.screens.kit.screen import Screen, Takes
from kdc_desktop.services.board.incoming import IdeasPreview, IncomingRow

AT_ONCE = 20
"""So many lines come onto the board at once; of more a preview is shown first."""


class Pasting(QObject):
    """Copies and cuts the notes that are selected; takes what is pasted or dropped on `screen`."""

    def __init__(
        self, screen: Screen, view: BoardView, verbs: IdeaVerbs, ideas: IdeaImport
    ) -> None:
        super().__init__(screen)
        self._screen, self._view, self._verbs, self._import = screen, view, verbs, ideas
        screen.takes = Takes(_("Drop it here: each row becomes an idea."), ideas.look_at, self.take)

    def copy(self) -> bool:
        """Put the texts of the selected notes on the clipboard; False when none is selected."""
        notes = self._view.contents.notes
        texts = [notes[key].text for key in self._view.selection if key in notes]
        if texts:
            put_cells([text] for text in texts)
        else:
            self._screen.problem.emit(_("Select the ideas that you want to copy first."))
        return bool(texts)

    def cut(self) -> None:
        """Copy the selected notes, and put them into the trash."""
        if self.copy():
            self._verbs.trash()

    def paste(self) -> None:
        """Take in what was copied: lines, cells of a sheet, or a file."""
        nothing = _("There is no text to paste. Copy lines first: each becomes an idea.")
        paste_on(self._screen, nothing)

    def take_lines_of(self, *fields: QLineEdit) -> None:
        """Several lines that are pasted into one of these fields are ideas too."""
        for field in fields:
            on_lines_pasted(field, self.paste)

    def take(self, text: str) -> None:
        """Make an idea of each line; of many, or where one cannot be taken, after a preview."""
        lines = sum(bool(line.strip()) for line in text.splitlines())
        if lines > AT_ONCE:
            self._import.look_at_lines(text, _("Copied lines"))
        elif lines:
            found = self._screen.attempt(self._import.read_lines, text)
            if found is not None:
                self._add(found.answer, text)

    def _add(self, found: IdeasPreview, text: str) -> None:
        if found.problems or any(map(_is_untold, found.rows)):
            self._import.look_at_lines(text, _("Copied lines"))
            return
        rows = [row for row in found.rows if row.state is not Incoming.LEFT_OUT]
        before = set(self._view.contents.notes)
        if rows and not self._screen.attempt(self._import.add, rows):
            return
        if new := [key for key in self._view.contents.notes if key not in before]:
            self._view.select(new)
            self._view.show_notes(new)
        if found.notes:
            self._screen.said.emit(sentences(found.notes))


def _is_untold(row: IncomingRow) -> bool:
    """Whether it stays out and no note says so: an archived one, say; the preview does."""
    return row.state is Incoming.LEFT_OUT and row.aside is not SetAside.NO_ANSWER
