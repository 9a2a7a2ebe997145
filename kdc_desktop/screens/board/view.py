"""The board under pointer and keys: keeps what is selected and carried, never writes."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.board.canvas import BoardCanvas
from kdc_desktop.screens.board.contents import Difference
from kdc_desktop.screens.board.gestures.gesture import PlaceBeside
from kdc_desktop.screens.board.grip import Grip
from kdc_desktop.screens.board.layer import BoardLayer
from kdc_desktop.screens.board.reading import BoardReading
from kdc_desktop.screens.board.voice import BoardVoice, NotesInOrder
from kdc_desktop.screens.board.walking import next_note, walk_order
from kdc_desktop.screens.board.wishes import Wishes
from kdc_desktop.screens.kit.keys import ENTER
from kdc_desktop.screens.kit.theme import Theme

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class BoardView(BoardCanvas):
    """Shows contents, keeps the selection, and turns pointer and keys into `wishes`."""

    selection_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("board_view")
        self.setAccessibleName(_("Board"))
        self._held = False
        self.wishes = Wishes(self)
        self.layer = BoardLayer(self)
        self.scene().addItem(self.layer)
        self._grip = Grip(self, self, self.layer)
        self._voice = BoardVoice(self)
        self.selection_changed.connect(self._voice.say_selection)
        theme.changed.connect(self._dress)
        self._dress()
        self.centerOn(0, 0)

    def _dress(self) -> None:
        self.setBackgroundBrush(QColor(self.theme.palette.paper))
        self.layer.spoil(None)

    @property
    def selection(self) -> list[int]:
        """The selected notes, the one selected first in front."""
        return list(self.contents.selected)

    def take(self, reading: BoardReading) -> Difference:
        """Show what was read again; what differs. What is gone is selected no longer, untold."""
        lifted = self.contents.lifted
        if lifted and self._grip.gesture is None and not self._held:
            self.put_down()
        difference = self.contents.take(reading)
        differing = (row.id for row in (*difference.now, *difference.former))
        if self._held and not lifted.isdisjoint(differing):
            self.put_down()
        self.layer.spoil(difference.dirty)
        self.contents.keep_selected(difference)
        return difference

    @property
    def chosen_cluster(self) -> int | None:
        """The cluster whose title was clicked last."""
        return self.contents.chosen_cluster

    def select(self, ids: Iterable[int], cluster_id: int | None = None) -> None:
        """Select these notes and no others; with a cluster, it and what lies in it."""
        wanted, contents = dict.fromkeys(ids), self.contents
        if list(wanted) != self.selection or cluster_id != contents.chosen_cluster:
            contents.selected, contents.chosen_cluster = wanted, cluster_id
            self.layer.update()
            self.selection_changed.emit()

    def choose_cluster(self, cluster_id: int) -> None:
        """The title of a cluster was clicked: its notes are selected, and it itself."""
        self.select((row.id for row in self.contents.notes_of(cluster_id)), cluster_id)

    def asked_at(self, at: QPoint | None) -> tuple[QPoint, tuple[bool, bool]]:
        """Select what is at a point of the view; with None ask for what is selected already.

        Returns where that is on the screen, and whether it is a note, or a cluster.
        """
        seen, ids = self.viewport().rect(), self.selection
        if at is not None:
            what = self._point_out(self.mapToScene(at))
        else:
            in_cluster = self.chosen_cluster is not None
            what = (bool(ids) and not in_cluster, in_cluster)
            middle = self.mapFromScene(self.contents.bounds(ids).center()) if ids else seen.center()
            at = middle if seen.contains(middle) else seen.center()
        return self.viewport().mapToGlobal(at), what

    def _point_out(self, at: QPointF) -> tuple[bool, bool]:
        label = self.layer.labels.cluster_at(self.contents.clusters.values(), self.zoom, at)
        note = self.contents.note_at(at) if label is None else None
        cluster = self.contents.cluster_at(at) if label is None else label
        if note is not None:
            if note not in self.contents.selected:
                self.select([note])
        elif cluster is not None:
            self.choose_cluster(cluster)
        else:
            self.select([])
        return note is not None, note is None and cluster is not None

    def spoken_items(self) -> NotesInOrder:
        """The notes, as a screen reader walks through them."""
        return self._voice.notes

    def show_whole_size(self) -> None:
        """Zoom to 100 %, to what is selected if anything is."""
        self.zoom_to(1.0)
        if self.selection:
            self.show_notes(self.selection)

    def look_at(self, idea_id: int) -> None:
        """Select a note, and show it."""
        self.select([idea_id])
        self.show_notes([idea_id])

    def select_all(self) -> None:
        """Select every note."""
        self.select(self.contents.notes)

    def show_free(self) -> None:
        """Look at the notes that are in no cluster; what is selected stays."""
        if free := [row.id for row in self.contents.notes_of(None)]:
            self.fit(self.contents.bounds(free))

    def show_found(self, ids: frozenset[int] | None) -> None:
        """Let these notes stand out; with None, all alike."""
        self.layer.found = ids
        self.layer.update()

    def put_beside(self, beside: PlaceBeside) -> None:
        """Let what is carried be put down there, too."""
        self._grip.beside = beside

    def lift(self, ids: tuple[int, ...], cluster_id: int | None = None) -> None:
        """Take notes up to carry them, and a cluster."""
        self._held = False
        self.layer.lift(ids, cluster_id)

    def carry(self, way: QPointF) -> None:
        """What is lifted is so far from its place now."""
        self.layer.carried = way
        self.layer.update()

    def hold(self) -> None:
        """What was just let go stays there for now: a job is writing it."""
        self._held = self._grip.gesture is None and bool(self.contents.lifted)

    def end_holding(self) -> None:
        """The job has ended: what it has not written goes back to its place."""
        if self._held:
            self.put_down()

    def let_go(self) -> None:
        """Nothing is carried any more, but for what is held."""
        if not self._held:
            self.put_down()

    def put_down(self) -> None:
        """Nothing is carried any more."""
        self.lift(())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip.press(event.position().toPoint(), event.button(), event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._grip.move(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip.release(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._grip.double_click(event.position().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, selection = Qt.Key(event.key()), self.selection
        if key == Qt.Key.Key_Escape and self._grip.gesture is not None:
            self._grip.cancel()
        elif key == Qt.Key.Key_Escape and (selection or self.chosen_cluster is not None):
            self.select([])
        elif key in ENTER and (selection or self.chosen_cluster is not None):
            if not event.isAutoRepeat():
                self.wishes.edit_wanted.emit()
        elif key in _ARROWS and not event.modifiers() & ~_SHIFT:
            self._arrow(*_ARROWS[key], nudge=bool(event.modifiers() & _SHIFT))
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        order = walk_order(self.contents.notes.values())
        selection = self.selection
        here = order.index(selection[-1]) if selection else -1 if forward else len(order)
        there = here + (1 if forward else -1)
        if not 0 <= there < len(order):
            return super().focusNextPrevChild(forward)
        self.look_at(order[there])
        return True

    def _arrow(self, right: int, down: int, *, nudge: bool) -> None:
        notes, selection = self.contents.notes, self.selection
        if nudge and selection:
            places = {
                key: (notes[key].x + 12 * right, notes[key].y + 12 * down) for key in selection
            }
            self.wishes.notes_moved.emit(places, False)
            return
        start = notes[selection[-1]] if selection else None
        found = next_note(notes.values(), start, right, down)
        if found is not None:
            self.look_at(found)
        elif start is None:
            self.pan_by(60 * right, 60 * down)
        else:
            self._voice.say_end()
