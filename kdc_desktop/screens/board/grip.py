"""What hands do on the board: a press begins a gesture, which holds the board until the release."""

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer

from kdc_desktop.screens.board.canvas import BoardCanvas
from kdc_desktop.screens.board.gestures.gesture import BoardInHand, Gesture, PlaceBeside
from kdc_desktop.screens.board.gestures.move_cluster import MoveCluster, ResizeCluster
from kdc_desktop.screens.board.gestures.move_notes import MoveNotes
from kdc_desktop.screens.board.gestures.pan import Pan
from kdc_desktop.screens.board.gestures.rubber_band import RubberBand
from kdc_desktop.screens.board.layer import BoardLayer

_NEAR_EDGE, _SCROLL_STEP, _SCROLL_EVERY = 36, 18, 16
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Grip(QObject):
    """Holds the one gesture that is under way; points are pixels of the canvas's viewport."""

    def __init__(self, board: BoardInHand, canvas: BoardCanvas, layer: BoardLayer) -> None:
        super().__init__(canvas)
        self._board, self._canvas, self._layer = board, canvas, layer
        self._pointer = QPoint()
        self.beside: PlaceBeside | None = None
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_EVERY)
        self._scrolling.timeout.connect(self._scroll_by_itself)

    @property
    def gesture(self) -> Gesture | None:
        """What holds the board now."""
        return self._layer.gesture

    def press(self, point: QPoint, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
        """A button goes down: begin what it means there, unless a gesture is under way."""
        if self.gesture is not None:
            return
        self._pointer = point
        at = self._canvas.mapToScene(point)
        begun: Gesture | None = None
        if button == Qt.MouseButton.LeftButton:
            begun = self._gesture_at(at, keys)
        elif button == Qt.MouseButton.MiddleButton:
            begun = Pan(self._board, at)
        self._layer.gesture = begun
        if begun is not None and begun.cursor is not None:
            self._canvas.viewport().setCursor(begun.cursor)

    def move(self, point: QPoint) -> None:
        """The pointer is there now."""
        self._pointer = point
        gesture = self.gesture
        if gesture is None:
            self._show_what_can_be_held()
            return
        gesture.move(self._canvas.mapToScene(point))
        self._layer.update()
        if self._is_beside(gesture):
            self._scrolling.stop()
        elif gesture.scrolls and not self._scrolling.isActive():
            self._scrolling.start()

    def release(self, point: QPoint) -> None:
        """The button goes up: the gesture ends and asks for what was meant."""
        self._scrolling.stop()
        gesture, self._layer.gesture = self.gesture, None
        if gesture is not None:
            gesture.move(self._canvas.mapToScene(point))
            self._pointer = point
            if not self._put_beside(gesture):
                gesture.release()
            self._canvas.viewport().unsetCursor()
            self._layer.update()

    def cancel(self) -> None:
        """Let everything be as it was before the press."""
        self._scrolling.stop()
        gesture, self._layer.gesture = self.gesture, None
        if gesture is not None:
            if self.beside is not None:
                self.beside.hover(None)
            gesture.cancel()

    def _is_beside(self, gesture: Gesture) -> bool:
        """Whether what is carried is over a place beside the board."""
        if self.beside is None or gesture.carried is None:
            return False
        return self.beside.hover(self._canvas.viewport().mapToGlobal(self._pointer))

    def _put_beside(self, gesture: Gesture) -> bool:
        """Put what is carried down beside the board, where it is over a place for it."""
        carried, is_beside = gesture.carried, self._is_beside(gesture)
        if self.beside is not None:
            self.beside.hover(None)
            if is_beside and carried is not None:
                self.beside.take(self._canvas.viewport().mapToGlobal(self._pointer), carried)
                self._board.let_go()
        return is_beside

    def double_click(self, point: QPoint) -> None:
        """Ask for what a double click means there: write a note, edit one, rename a cluster."""
        at = self._canvas.mapToScene(point)
        contents, wishes = self._board.contents, self._board.wishes
        label = self._label_at(at)
        if label is not None:
            wishes.cluster_renamed.emit(label)
            return
        note, cluster = contents.note_at(at), contents.cluster_at(at)
        if note is not None:
            wishes.note_edited.emit(note)
        elif cluster is not None and contents.title_rect(cluster).contains(at):
            wishes.cluster_renamed.emit(cluster)
        else:
            wishes.note_wanted.emit(at)

    def _gesture_at(self, at: QPointF, keys: Qt.KeyboardModifier) -> Gesture | None:
        board, contents = self._board, self._board.contents
        label = self._label_at(at)
        if label is not None:
            return MoveCluster(board, at, label)
        note = contents.note_at(at)
        more = bool(keys & (_SHIFT | _CTRL))
        if note is not None:
            return self._gesture_on(note, at, more=more)
        cluster = contents.cluster_at(at)
        if cluster is not None:
            if contents.in_corner(cluster, at):
                return ResizeCluster(board, at, cluster)
            if contents.title_rect(cluster).contains(at):
                return MoveCluster(board, at, cluster)
        elif keys & _CTRL:
            return Pan(board, at)
        return RubberBand(board, at, board.selection if more else [])

    def _gesture_on(self, note: int, at: QPointF, *, more: bool) -> Gesture | None:
        board, selected = self._board, self._board.contents.selected
        if more:
            others = [key for key in board.selection if key != note]
            board.select(others if note in selected else [*others, note])
            return None
        if note not in selected:
            board.select([note])
        return MoveNotes(board, at, note)

    def _label_at(self, at: QPointF) -> int | None:
        """The cluster whose name lies over the board here, when it is seen from afar."""
        clusters = self._board.contents.clusters.values()
        return self._layer.labels.cluster_at(clusters, self._board.zoom, at)

    def _show_what_can_be_held(self) -> None:
        at, contents = self._canvas.mapToScene(self._pointer), self._board.contents
        cluster = contents.cluster_at(at)
        corner = cluster is not None and contents.in_corner(cluster, at)
        cursor = Qt.CursorShape.SizeFDiagCursor if corner else Qt.CursorShape.ArrowCursor
        if self._canvas.viewport().cursor().shape() != cursor:
            self._canvas.viewport().setCursor(cursor)

    def _scroll_by_itself(self) -> None:
        around = self._canvas.viewport().rect()
        inner = around.adjusted(_NEAR_EDGE, _NEAR_EDGE, -_NEAR_EDGE, -_NEAR_EDGE)
        gesture = self.gesture
        if gesture is None or inner.contains(self._pointer):
            self._scrolling.stop()
            return
        x, y = self._pointer.x(), self._pointer.y()
        across = (x > inner.right()) - (x < inner.left())
        down = (y > inner.bottom()) - (y < inner.top())
        self._canvas.pan_by(across * _SCROLL_STEP, down * _SCROLL_STEP)
        gesture.move(self._canvas.mapToScene(self._pointer))
