"""What one can do to the selected notes and to clusters: each calls one verb of the services."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSizeF, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QDialog, QFileDialog

from kdc_desktop.domain.board.colours import NoteColour
from kdc_desktop.screens.board.import_dialog import IdeaImportDialog
from kdc_desktop.screens.board.trash_dialog import TrashDialog
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board
from kdc_desktop.services.board import merging as board_merging
from kdc_desktop.services.board import similar as board_similar
from kdc_desktop.services.board.importing import import_ideas, preview_ideas
from kdc_desktop.services.board.rows import IdeasPreview

if TYPE_CHECKING:
    from kdc_desktop.jobs import Jobs
    from kdc_desktop.screens.board.view import BoardView
    from kdc_desktop.services.board.rows import ClusterRow
    from kdc_desktop.services.board.trails import ClusterTrail
    from kdc_desktop.storage import Database

_MANY = 1000
_SHEETS = "Sheets (*.csv *.xlsx *.xls *.ods);;All files (*)"


class BoardVerbs(Screen):
    """The half of the board screen that writes; the other half shows.

    `poll_wanted` carries the ids of the ideas that a poll should be held on.
    """

    poll_wanted = Signal(object)

    view: "BoardView"
    database: "Database"
    session_id: int
    jobs: "Jobs"
    cluster_trails: "Sequence[ClusterTrail]"
    clusters: "list[ClusterRow]"
    _dialog: QDialog

    def edit_note(self, idea_id: int) -> None:
        """Edit a note where it lies."""

    def edit_cluster_name(self, cluster_id: int) -> None:
        """Edit the name of a cluster where it stands."""

    def edit_selected(self) -> None:
        """Edit the selected note."""
        if len(self.view.selection) == 1:
            self.edit_note(self.view.selection[0])

    def change_text(self, idea_id: int, text: str) -> None:
        """Give an idea another text."""
        self.attempt(board.edit_idea, self.database, idea_id, text)

    def change_author(self, idea_id: int, author_id: int | None) -> None:
        """Say who an idea is from."""
        self.attempt(board.set_author, self.database, idea_id, author_id)

    def merge(self) -> None:
        """Merge the selected ideas into the one selected first."""
        merged = self.attempt(board_merging.merge_ideas, self.database, self.view.selection)
        if merged and merged.answer in self.view.contents.notes:
            self.view.select([merged.answer])

    def merge_pair(self, idea_ids: Sequence[int]) -> None:
        """Merge two ideas that say the same into the earlier one."""
        self.attempt(board_merging.merge_ideas, self.database, idea_ids)

    def tell_apart(self, idea_ids: tuple[int, int]) -> None:
        """Remember that two ideas are not the same."""
        self.attempt(board_similar.tell_apart, self.database, self.session_id, idea_ids)
        self.said.emit("These two are not the same. They will not be offered again.")

    def poll_on_selected(self) -> None:
        """Ask the window for a poll on the selected ideas."""
        chosen = [row.id for row in self.view.contents.notes.values()]
        self.poll_wanted.emit([key for key in chosen if key in self.view.selected])

    def unmerge(self) -> None:
        """Lay what is merged into the selected ideas back on the board."""
        notes = self.view.contents.notes
        stacks = [key for key in self.view.selection if notes[key].merged]
        freed = self.attempt(board_merging.unmerge_ideas, self.database, stacks)
        if freed:
            there = self.view.contents.notes
            self.view.select(key for key in [*stacks, *freed.answer] if key in there)

    def take_out_of_merge(self, child_ids: Sequence[int]) -> None:
        """Lay merged ideas back on the board."""
        self.attempt(board_merging.take_out_of_merge, self.database, child_ids)

    def choose_colour(self) -> None:
        """Ask for the colour of the selected notes."""
        from kdc_desktop.screens.board.board_actions import colour_menu

        menu = colour_menu(self.set_colour)
        self._menu = menu
        menu.popup(QCursor.pos())

    def set_colour(self, colour: NoteColour) -> None:
        """Give the selected notes a colour."""
        self.attempt(board.colour_ideas, self.database, self.view.selection, colour)

    def bring_to_front(self) -> None:
        """Lay the selected notes on top."""
        self.attempt(board.bring_to_front, self.database, self.view.selection)

    def trash(self) -> None:
        """Put the selected ideas into the trash."""
        self.attempt(board.trash_ideas, self.database, self.view.selection)

    def select_all(self) -> None:
        """Select every note."""
        self.view.select(self.view.contents.notes)

    def send_to(self, number: int | None) -> None:
        """Send the selected notes to the cluster with this number, or out of theirs."""
        chosen = self.view.selection
        if not chosen:
            return
        if number is None:
            self.attempt(board_clusters.send_to_cluster, self.database, chosen, None)
            return
        found = next((row for row in self.clusters if row.number == number), None)
        if found is None:
            self.problem.emit(f"There is no cluster {number}. C makes one around the selection.")
            return
        self.drop_into(chosen, found.id)

    def drop_into(self, idea_ids: Sequence[int], cluster_id: int) -> None:
        """Lay notes into a cluster."""
        self.attempt(board_clusters.send_to_cluster, self.database, idea_ids, cluster_id)

    def new_cluster(self) -> None:
        """Make a cluster of the selected notes and ask for its name."""
        names = {row.name for row in self.clusters}
        number = len(self.clusters) + 1
        while f"Cluster {number}" in names:
            number += 1
        made = self.attempt(
            board_clusters.add_cluster,
            self.database,
            self.session_id,
            f"Cluster {number}",
            self.view.selection,
        )
        row = self.view.contents.clusters.get(made.answer) if made else None
        if row is None:
            return
        self.view.show_rect(row.x, row.y, row.width, row.height)
        self.edit_cluster_name(row.id)

    def _selected_cluster(self) -> int | None:
        if self.view.chosen_cluster in self.view.contents.clusters:
            return self.view.chosen_cluster
        notes = self.view.contents.notes
        chosen = {notes[key].cluster_id for key in self.view.selection if key in notes}
        found = chosen.pop() if len(chosen) == 1 else None
        if found is None:
            self.problem.emit(
                "Click on the title of the cluster first, or select one of its ideas."
            )
        return found

    def rename_selected(self) -> None:
        """Ask for another name of the cluster that the selected notes are in."""
        cluster_id = self._selected_cluster()
        if cluster_id is not None:
            self.edit_cluster_name(cluster_id)

    def rename_cluster(self, cluster_id: int, name: str) -> None:
        """Give a cluster another name."""
        self.attempt(board_clusters.rename_cluster, self.database, cluster_id, name)

    def remove_selected(self) -> None:
        """Take away the cluster that the selected notes are in; the notes stay."""
        cluster_id = self._selected_cluster()
        if cluster_id is not None:
            self.attempt(
                board_clusters.remove_cluster, self.database, cluster_id, self.cluster_trails
            )

    def tidy_selected(self) -> None:
        """Lay out anew the cluster that the selected notes are in."""
        cluster_id = self._selected_cluster()
        if cluster_id is not None:
            self.attempt(board_clusters.tidy_cluster, self.database, cluster_id)

    def tidy(self) -> None:
        """Arrange the whole board."""
        if len(self.view.contents.notes) > _MANY:
            self.jobs.run(
                "Tidying the board",
                lambda _progress: board_clusters.tidy(self.database, self.session_id),
                lambda _done: self.view.fit(),
            )
            return
        self.attempt(board_clusters.tidy, self.database, self.session_id)
        self.view.fit()

    def move_cluster(self, cluster_id: int, place: QPointF) -> None:
        """Put a cluster elsewhere."""
        self.attempt(board_clusters.move_cluster, self.database, cluster_id, place.x(), place.y())

    def resize_cluster(self, cluster_id: int, size: QSizeF) -> None:
        """Give a cluster another size."""
        self.attempt(
            board_clusters.resize_cluster, self.database, cluster_id, size.width(), size.height()
        )

    def show_free(self) -> None:
        """Select the ideas that are in no cluster and show them."""
        free = [row.id for row in self.view.contents.notes.values() if row.cluster_id is None]
        self.view.select(free)
        if free:
            self.view.fit(self.view.contents.bounds(free))

    def set_silent(self, silent: bool) -> None:
        """Show blank cards to the room, or the texts."""
        self.attempt(board.set_silent, self.database, self.session_id, silent)

    def open_trash(self) -> None:
        """Show what was trashed."""
        self._dialog = TrashDialog(self.database, self.session_id, self)
        self._dialog.open()

    def choose_import(self) -> None:
        """Ask for a sheet and show what it would bring."""
        name, _ = QFileDialog.getOpenFileName(self, "Import ideas", "", _SHEETS)
        if name:
            self.import_from(Path(name))

    def import_from(self, path: Path) -> None:
        """Show what importing this sheet would bring; Import in the dialog does it."""
        self.jobs.run(
            f"Reading {path.name}",
            lambda _progress: preview_ideas(self.database, self.session_id, path),
            lambda preview: self._show_import(preview, path),
        )

    def _show_import(self, preview: IdeasPreview, path: Path) -> None:
        dialog = IdeaImportDialog(preview, path, self)
        dialog.accepted.connect(lambda: self._import(preview))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _import(self, preview: IdeasPreview) -> None:
        self.jobs.run(
            "Importing ideas",
            lambda _progress: import_ideas(self.database, self.session_id, preview),
            self._imported,
        )

    def _imported(self, done: IdeasPreview) -> None:
        self.view.fit()
        self.said.emit(f"Imported: {done}")
