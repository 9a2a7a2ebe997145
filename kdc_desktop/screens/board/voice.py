"""What a screen reader hears of the board: the selected notes, where one is, how near one looks."""

from collections.abc import Sequence
from typing import overload

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.kit.speaking import Settling, listens, speak
from kdc_desktop.i18n import _, ngettext, percent_text, spoken
from kdc_desktop.screens.board.canvas import BoardCanvas
from kdc_desktop.screens.board.places import note_rect
from kdc_desktop.screens.board.walking import walk_order
from kdc_desktop.screens.kit.spoken_items import SpokenItem


class NotesInOrder(Sequence[SpokenItem]):
    """The notes of a board as they are walked; each is worded when it is asked for."""

    def __init__(self, board: BoardCanvas) -> None:
        self._board = board
        self._order: list[int] = []
        self._edition = -1

    @property
    def order(self) -> list[int]:
        """The ids of the notes, in the order in which one walks them."""
        contents = self._board.contents
        if self._edition != contents.edition:
            self._edition = contents.edition
            self._order = walk_order(contents.notes.values())
        return self._order

    def __len__(self) -> int:
        return len(self.order)

    @overload
    def __getitem__(self, at: int) -> SpokenItem: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[SpokenItem]: ...
    def __getitem__(self, at: int | slice) -> SpokenItem | Sequence[SpokenItem]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        board, key = self._board, self.order[at]
        rect = board.mapFromScene(note_rect(board.contents.notes[key])).boundingRect()
        return SpokenItem(self.words(key), rect, key in board.contents.selected)

    def words(self, key: int) -> str:
        """A note with its author, cluster and marks, and which one of all it is."""
        contents = self._board.contents
        row = contents.notes[key]
        cluster = contents.clusters.get(row.cluster_id) if row.cluster_id is not None else None
        marks = row.marks
        count, place = len(self.order), self.order.index(key) + 1
        parts = (
            row.text,
            row.author,
            cluster.name if cluster is not None else _("in no cluster"),
            ngettext("{count} idea merged into it", "{count} ideas merged into it", row.merged)
            if row.merged
            else "",
            "" if marks is None else ngettext("{count} mark", "{count} marks", marks),
            _("with details") if row.has_more else "",
            _("{number} of {total}", number=place, total=count),
        )
        return spoken(parts)


class BoardVoice(QObject):
    """Says what has come to be selected in a board, and its zoom once that has come to rest."""

    def __init__(self, board: BoardCanvas) -> None:
        super().__init__(board)
        self._board = board
        self.notes = NotesInOrder(board)
        self._zoom = board.zoom
        self._zooming = Settling(board)
        board.view_changed.connect(self._say_zoom)

    def say_selection(self) -> None:
        """Say which note is selected, or how many are."""
        if not listens():
            return
        selected = self._board.contents.selected
        chosen = [key for key in selected if key in self._board.contents.notes]
        cluster = self._board.contents.clusters.get(self._board.contents.chosen_cluster or 0)
        if cluster is not None:
            ideas = ngettext("{count} idea", "{count} ideas", len(chosen))
            text = spoken((_("Cluster {name}", name=cluster.name), ideas))
        elif len(chosen) == 1:
            text = self.notes.words(chosen[0])
        elif chosen:
            count = len(chosen)
            text = ngettext("{count} idea selected", "{count} ideas selected", count)
        else:
            text = _("No idea is selected")
        self._board.setAccessibleDescription(text)
        speak(self._board, text)

    def say_end(self) -> None:
        """Say that there is no note further on."""
        speak(self._board, _("There is no idea further on in this direction."))

    def _say_zoom(self) -> None:
        zoom, self._zoom = self._zoom, self._board.zoom
        if zoom != self._zoom and _has_focus(self._board):
            self._zooming.speak(_("Zoom {share}", share=percent_text(self._zoom)))


def _has_focus(widget: QWidget) -> bool:
    return widget.isVisible() and widget.hasFocus()
