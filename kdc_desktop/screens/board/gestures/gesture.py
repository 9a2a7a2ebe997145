"""What all gestures share, and what of the board they may hold."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter

from kdc_desktop.screens.board.contents import BoardContents
from kdc_desktop.screens.board.wishes import Wishes
from kdc_desktop.screens.kit.theme import Theme


class BoardInHand(Protocol):
    """The board in the hands of a gesture: to look at, to change what is seen, and to wish."""

    @property
    def contents(self) -> BoardContents:
        """What lies on the board."""

    @property
    def wishes(self) -> Wishes:
        """Whom to tell what was meant."""

    @property
    def theme(self) -> Theme:
        """The colours to paint with."""

    @property
    def zoom(self) -> float:
        """How many pixels a board pixel takes."""

    @property
    def selection(self) -> list[int]:
        """The selected notes."""

    def select(self, ids: Iterable[int]) -> None:
        """Select these notes and no others."""

    def choose_cluster(self, cluster_id: int) -> None:
        """Select a cluster with its notes."""

    def pan_by(self, dx: int, dy: int) -> None:
        """Move what is seen by pixels."""

    def lift(self, ids: tuple[int, ...], cluster_id: int | None = None) -> None:
        """Take notes up to carry them, and a cluster."""

    def carry(self, way: QPointF) -> None:
        """Show what is lifted so far from its place."""

    def let_go(self) -> None:
        """Carry nothing any more, once it was asked for what was meant."""

    def put_down(self) -> None:
        """Carry nothing any more."""


class Carried(NamedTuple):
    """What is carried: notes, and the cluster that they are carried with."""

    ids: tuple[int, ...]
    cluster_id: int | None = None


class PlaceBeside(Protocol):
    """A place beside the board where what is carried can be put down; points are of the screen."""

    def hover(self, at: QPoint | None) -> bool:
        """Something is carried there, or with None no more; whether that is in this place."""

    def take(self, at: QPoint, carried: Carried) -> None:
        """Something is put down there."""


class Gesture:
    """Something that lasts from the press of a button to its release; `at` is on the board."""

    scrolls = True
    """Whether the board scrolls by itself while the pointer is near its edge."""
    cursor: Qt.CursorShape | None = None

    def __init__(self, board: BoardInHand, at: QPointF) -> None:
        self.board = board
        self.start = at

    @property
    def carried(self) -> Carried | None:
        """What would be put down now; None where that is nothing."""
        return None

    def move(self, at: QPointF) -> None:
        """The pointer is there now."""

    def release(self) -> None:
        """The button is let go: ask for what was meant."""

    def cancel(self) -> None:
        """Show everything as it was."""

    def paint(self, painter: QPainter) -> None:
        """Paint what the gesture shows, in board coordinates, above everything."""
