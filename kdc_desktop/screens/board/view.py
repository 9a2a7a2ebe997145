"""The board under pointer and keys: turns gestures into wishes, never writes."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from kdc_desktop.screens.board.canvas import BoardCanvas
from kdc_desktop.screens.board.contents import cluster_rect
from kdc_desktop.screens.board.gestures.gesture import Gesture
from kdc_desktop.screens.board.gestures.move_cluster import MoveCluster, ResizeCluster
from kdc_desktop.screens.board.gestures.move_notes import MoveNotes
from kdc_desktop.screens.board.gestures.pan import Pan
from kdc_desktop.screens.board.gestures.rubber_band import RubberBand
from kdc_desktop.screens.board.layer import BoardLayer
from kdc_desktop.screens.board.walking import next_note, walk_order
from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.board.rows import ClusterRow, IdeaRow

_NEAR_EDGE, _SCROLL_STEP, _SCROLL_EVERY = 36, 18, 16
_CORNER = 20.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class BoardView(BoardCanvas):
    """Shows contents, keeps the selection, and turns gestures into wishes.

    `selected` holds the ids of the selected notes in the order they were selected.
    """

    selection_changed = Signal()
    dropped = Signal(object, bool)  # {id: (x, y)}, whether they leave their clusters
    drop_into = Signal(object, int)  # ids, cluster
    cluster_moved = Signal(int, QPointF)
    cluster_resized = Signal(int, object)
    add_wanted = Signal(QPointF)
    edit_wanted = Signal(int)
    rename_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("board_view")
        self.setAccessibleName("Board")
        self.theme = theme
        self.selected: dict[int, None] = {}
        self.chosen_cluster: int | None = None
        self.gesture: Gesture | None = None
        self.layer = BoardLayer(self)
        self.scene().addItem(self.layer)
        self._pointer = QPoint()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_EVERY)
        self._scrolling.timeout.connect(self._scroll_by_itself)
        theme.changed.connect(self._dress)
        self._dress()
        self.centerOn(0, 0)

    def _dress(self) -> None:
        self.setBackgroundBrush(QColor(self.theme.palette.paper))
        self.layer.spoil(None)

    @property
    def selection(self) -> list[int]:
        """The selected notes, the one selected first in front."""
        return list(self.selected)

    def show_rows(self, notes: list[IdeaRow], clusters: list[ClusterRow]) -> None:
        """Show these rows; what is gone is no longer selected."""
        if self.gesture is None and self.contents.lifted:
            self.layer.lift((), None)
        self.layer.spoil(self.contents.show(notes, clusters))
        if any(key not in self.contents.notes for key in self.selected):
            self.select(key for key in self.selection if key in self.contents.notes)

    def select(self, ids: Iterable[int]) -> None:
        """Select these notes and no others."""
        wanted = dict.fromkeys(ids)
        self.chosen_cluster = None
        if list(wanted) != self.selection:
            self.selected = wanted
            self.layer.update()
            self.selection_changed.emit()

    def click_on(self, note_id: int) -> None:
        """A note was clicked and not moved: it alone is selected."""
        self.select([note_id])

    def choose_cluster(self, cluster_id: int) -> None:
        """The title of a cluster was clicked: its notes are selected, and it itself."""
        self.select(row.id for row in self.contents.notes_of(cluster_id))
        self.chosen_cluster = cluster_id

    def show_whole_size(self) -> None:
        """Zoom to 100 %, to what is selected if anything is."""
        self.zoom_to(1.0)
        if self.selection:
            self.show_notes(self.selection)

    def lift(self, ids: tuple[int, ...], cluster_id: int | None = None) -> None:
        """Take notes up to carry them, and a cluster."""
        self.layer.lift(ids, cluster_id)

    def carry(self, way: QPointF) -> None:
        """What is lifted is so far from its place now."""
        self.layer.carried = way
        self.layer.update()

    def put_down(self) -> None:
        """Nothing is carried any more."""
        self.layer.lift((), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.gesture is not None:
            return
        self._pointer = event.position().toPoint()
        at = self.mapToScene(self._pointer)
        if event.button() == Qt.MouseButton.LeftButton:
            self.gesture = self._gesture_at(at, event.modifiers())
        elif event.button() == Qt.MouseButton.MiddleButton:
            self.gesture = Pan(self, at)
        if self.gesture is not None and self.gesture.cursor is not None:
            self.viewport().setCursor(self.gesture.cursor)

    def _gesture_at(self, at: QPointF, keys: Qt.KeyboardModifier) -> Gesture | None:
        label = self._label_at(at)
        if label is not None:
            return MoveCluster(self, at, label)
        note = self.contents.note_at(at)
        more = bool(keys & (_SHIFT | _CTRL))
        if note is not None:
            if more:
                others = [key for key in self.selection if key != note]
                self.select(others if note in self.selected else [*others, note])
            elif note not in self.selected:
                self.select([note])
            return MoveNotes(self, at, note) if note in self.selected and not more else None
        cluster = self.contents.cluster_at(at)
        if cluster is not None:
            if self._in_corner(cluster, at):
                return ResizeCluster(self, at, cluster)
            if self.contents.title_rect(cluster).contains(at):
                return MoveCluster(self, at, cluster)
        elif keys & _CTRL:
            return Pan(self, at)
        return RubberBand(self, at, self.selection if more else [])

    def _label_at(self, at: QPointF) -> int | None:
        """The cluster whose name lies over the board here, when it is seen from afar."""
        labels, zoom = self.layer.labels, self.zoom
        if not labels.wanted(zoom):
            return None
        for key, row in self.contents.clusters.items():
            if labels.rect(row, zoom).contains(at * zoom):
                return key
        return None

    def _in_corner(self, cluster: int, at: QPointF) -> bool:
        corner = cluster_rect(self.contents.clusters[cluster]).bottomRight()
        return max(corner.x() - at.x(), corner.y() - at.y()) < _CORNER

    def _show_what_can_be_held(self) -> None:
        at = self.mapToScene(self._pointer)
        cluster = self.contents.cluster_at(at)
        corner = cluster is not None and self._in_corner(cluster, at)
        cursor = Qt.CursorShape.SizeFDiagCursor if corner else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != cursor:
            self.viewport().setCursor(cursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position().toPoint()
        if self.gesture is None:
            self._show_what_can_be_held()
            return
        self.gesture.move(self.mapToScene(self._pointer))
        self.layer.update()
        if self.gesture.scrolls and not self._scrolling.isActive():
            self._scrolling.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._scrolling.stop()
        gesture, self.gesture = self.gesture, None
        if gesture is not None:
            gesture.move(self.mapToScene(event.position().toPoint()))
            gesture.release()
            self.viewport().unsetCursor()
            self.layer.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self.mapToScene(event.position().toPoint())
        label = self._label_at(at)
        if label is not None:
            self.rename_wanted.emit(label)
            return
        note, cluster = self.contents.note_at(at), self.contents.cluster_at(at)
        if note is not None:
            self.edit_wanted.emit(note)
        elif cluster is not None and self.contents.title_rect(cluster).contains(at):
            self.rename_wanted.emit(cluster)
        else:
            self.add_wanted.emit(at)

    def _scroll_by_itself(self) -> None:
        inner = self.viewport().rect().adjusted(_NEAR_EDGE, _NEAR_EDGE, -_NEAR_EDGE, -_NEAR_EDGE)
        if self.gesture is None or inner.contains(self._pointer):
            self._scrolling.stop()
            return
        x, y = self._pointer.x(), self._pointer.y()
        across = (x > inner.right()) - (x < inner.left())
        down = (y > inner.bottom()) - (y < inner.top())
        self.pan_by(across * _SCROLL_STEP, down * _SCROLL_STEP)
        self.gesture.move(self.mapToScene(self._pointer))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.gesture is not None:
            self.gesture.cancel()
            self.gesture = None
            self._scrolling.stop()
        elif key == Qt.Key.Key_Escape and self.selected:
            self.select([])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(self.selected) == 1:
            self.edit_wanted.emit(self.selection[0])
        elif key in _ARROWS and not event.modifiers() & ~_SHIFT:
            self._arrow(*_ARROWS[key], nudge=bool(event.modifiers() & _SHIFT))
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        order = walk_order(self.contents.notes.values())
        here = order.index(self.selection[-1]) if self.selected else -1 if forward else len(order)
        there = here + (1 if forward else -1)
        if not 0 <= there < len(order):
            return super().focusNextPrevChild(forward)
        self.select([order[there]])
        self.show_notes([order[there]])
        return True

    def _arrow(self, right: int, down: int, *, nudge: bool) -> None:
        notes = self.contents.notes
        if nudge and self.selected:
            places = {
                key: (notes[key].x + 12 * right, notes[key].y + 12 * down) for key in self.selected
            }
            self.dropped.emit(places, False)
            return
        start = notes[self.selection[-1]] if self.selected else None
        found = next_note(notes.values(), start, right, down)
        if found is not None:
            self.select([found])
            self.show_notes([found])
        elif start is None:
            self.pan_by(60 * right, 60 * down)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            note = self.contents.note_at(self.mapToScene(event.pos()))
            text = self.contents.notes[note].text if note is not None and self.zoom < 3 else ""
            QToolTip.showText(event.globalPos(), plain_tip(text), self.viewport())
            return True
        return super().viewportEvent(event)
