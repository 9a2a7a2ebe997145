"""What one can do to the selected notes: each calls one verb of the services."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from kdc_desktop.domain.board.colours import NoteColour
from kdc_desktop.i18n import _
from kdc_desktop.screens.board.colour_menu import colour_menu
from kdc_desktop.screens.board.trash_dialog import TrashDialog
from kdc_desktop.screens.board.view import BoardView
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.board import ideas, merging, similar
from kdc_desktop.storage import Database


class IdeaVerbs(QObject):
    """The verbs on notes of one session; `screen` tells what is refused.

    `poll_wanted` carries the ids of the ideas that a poll should be held on.
    """

    poll_wanted = Signal(object)

    def __init__(
        self, screen: Screen, view: BoardView, database: Database, session_id: int
    ) -> None:
        super().__init__(screen)
        self._screen, self._view = screen, view
        self._database, self._session_id = database, session_id
        self._menu: QMenu | None = None

    def move(self, places: dict[int, tuple[float, float]], take_out: bool) -> None:
        """Lay notes elsewhere, out of their clusters if need be."""
        self._screen.attempt(ideas.move_ideas, self._database, places, take_out=take_out)

    def change_text(self, idea_id: int, text: str) -> None:
        """Give an idea another text."""
        self._screen.attempt(ideas.edit_idea, self._database, idea_id, text)

    def change_author(self, idea_id: int, author_id: int | None) -> None:
        """Say who an idea is from."""
        self._screen.attempt(ideas.set_author, self._database, idea_id, author_id)

    def merge(self) -> None:
        """Merge the selected ideas into the one selected first."""
        chosen = self._view.selection
        merged = self._screen.attempt(merging.merge_ideas, self._database, chosen)
        if merged and merged.answer in self._view.contents.notes:
            self._view.select([merged.answer])

    def merge_pair(self, idea_ids: Sequence[int]) -> None:
        """Merge two ideas that say the same into the earlier one."""
        self._screen.attempt(merging.merge_ideas, self._database, idea_ids)

    def tell_apart(self, idea_ids: tuple[int, int]) -> None:
        """Remember that two ideas are not the same."""
        told = self._screen.attempt(similar.tell_apart, self._database, self._session_id, idea_ids)
        if told:
            self._screen.said.emit(_("These two are not the same. They will not be offered again."))

    def unmerge(self) -> None:
        """Lay what is merged into the selected ideas back on the board."""
        notes = self._view.contents.notes
        stacks = [key for key in self._view.selection if notes[key].merged]
        freed = self._screen.attempt(merging.unmerge_ideas, self._database, stacks)
        if freed:
            there = self._view.contents.notes
            self._view.select(key for key in [*stacks, *freed.answer] if key in there)

    def take_out_of_merge(self, child_ids: Sequence[int]) -> None:
        """Lay merged ideas back on the board."""
        self._screen.attempt(merging.take_out_of_merge, self._database, child_ids)

    def poll_on_selected(self) -> None:
        """Ask the window for a poll on the selected ideas."""
        contents = self._view.contents
        self.poll_wanted.emit([key for key in contents.notes if key in contents.selected])

    def choose_colour(self) -> None:
        """Ask for the colour of the selected notes."""
        self._menu = colour_menu(self.set_colour)
        self._menu.popup(QCursor.pos())

    def set_colour(self, colour: NoteColour) -> None:
        """Give the selected notes a colour."""
        self._screen.attempt(ideas.colour_ideas, self._database, self._view.selection, colour)

    def bring_to_front(self) -> None:
        """Lay the selected notes on top."""
        self._screen.attempt(ideas.bring_to_front, self._database, self._view.selection)

    def trash(self) -> None:
        """Put the selected ideas into the trash."""
        self._screen.attempt(ideas.trash_ideas, self._database, self._view.selection)

    def restore(self, idea_ids: Sequence[int]) -> None:
        """Put ideas from the trash back on the board."""
        self._screen.attempt(ideas.restore_ideas, self._database, idea_ids)

    def open_trash(self) -> None:
        """Show what was trashed."""
        dialog = TrashDialog(self._database, self._session_id, self.restore, self._screen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def set_silent(self, silent: bool) -> None:
        """Show blank cards to the room, or the texts."""
        self._screen.attempt(ideas.set_silent, self._database, self._session_id, silent)
