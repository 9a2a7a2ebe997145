"""Editing where it lies: the text of a note, the name of a cluster."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRectF, Qt, QTimer

from kdc_desktop.domain.board.layout import NOTE_HEIGHT, NOTE_WIDTH
from kdc_desktop.screens.board.note_editor import NameEditor, NoteEditor
from kdc_desktop.screens.board.view import BoardView

_SMALLEST_ZOOM = 0.85  # a note further away is edited at this size, so that one can read it
Keep = Callable[[int, str], bool]
"""Keeps what was written in a note or in a cluster's name; False where that is refused."""


def _kept(_id: int, _text: str) -> bool:
    return True


class InPlace(QObject):
    """Lays the two editors over the board; leaving one goes back to the board.

    `keep_text` and `keep_name` are called with the id of the note or cluster and what was written.
    Where they say that it was refused, it is open again as it was written: nothing typed is lost.

    `being_named` is the new cluster that has no name of its own yet.
    """

    def __init__(self, view: BoardView) -> None:
        super().__init__(view)
        self._view = view
        self.note_editor = NoteEditor(view.viewport())
        self.name_editor = NameEditor(view.viewport())
        self.being_named: int | None = None
        self.keep_text: Keep = _kept
        self.keep_name: Keep = _kept
        self.note_editor.done.connect(self._give_text)
        self.name_editor.done.connect(self._give_name)
        for editor in (self.note_editor, self.name_editor):
            editor.closed.connect(self._back_to_board)
        self.name_editor.closed.connect(self._end_naming)
        view.view_changed.connect(self._close)

    def edit_note(self, idea_id: int) -> None:
        """Edit a note where it lies."""
        row = self._view.contents.notes.get(idea_id)
        if row is None:
            return
        self._view.look_at(idea_id)
        rect = self._on_screen(QRectF(row.x, row.y, NOTE_WIDTH, NOTE_HEIGHT))
        size = max(self._view.zoom, _SMALLEST_ZOOM * self._view.theme.scale)
        self.note_editor.edit(idea_id, row.text, row.colour, rect, size, self._view.uncovered())

    def _give_text(self, idea_id: int, text: str) -> None:
        if not self.keep_text(idea_id, text):
            QTimer.singleShot(0, self, partial(self._edit_again, idea_id, text))

    def _edit_again(self, idea_id: int, text: str) -> None:
        self.edit_note(idea_id)
        if not self.note_editor.isHidden():
            self.note_editor.write_on(text)

    def _give_name(self, cluster_id: int, name: str) -> None:
        if not self.keep_name(cluster_id, name):
            QTimer.singleShot(0, self, partial(self._name_again, cluster_id, name))

    def _name_again(self, cluster_id: int, name: str) -> None:
        self.edit_name(cluster_id)
        if not self.name_editor.isHidden():
            self.name_editor.setText(name)

    def edit_selected(self) -> None:
        """Edit the name of the chosen cluster, or the selected note."""
        if self._view.chosen_cluster is not None:
            self.edit_name(self._view.chosen_cluster)
        elif len(self._view.selection) == 1:
            self.edit_note(self._view.selection[0])

    def edit_name(self, cluster_id: int) -> None:
        """Edit the name of a cluster where it stands."""
        row = self._view.contents.clusters.get(cluster_id)
        if row is not None:
            rect = self._on_screen(self._view.contents.title_rect(cluster_id))
            self.name_editor.edit(cluster_id, row.name, rect, self._view.uncovered())

    def name_new(self, cluster_id: int) -> None:
        """Name a cluster that was just made."""
        self.edit_name(cluster_id)
        if not self.name_editor.isHidden():
            self.being_named = cluster_id

    def _end_naming(self) -> None:
        self.being_named = None

    def _on_screen(self, rect: QRectF) -> QRectF:
        corner, zoom = self._view.mapFromScene(rect.topLeft()), self._view.zoom
        return QRectF(corner.x(), corner.y(), rect.width() * zoom, rect.height() * zoom)

    def _close(self) -> None:
        if self.note_editor.isVisible() or self.name_editor.isVisible():
            self._back_to_board()

    def _back_to_board(self) -> None:
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
