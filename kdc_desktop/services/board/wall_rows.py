"""What a wall is made of, and how it is read."""

from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter

from sqlalchemy import select

from kdc_desktop.domain.board.colours import NoteColour
from kdc_desktop.domain.board.layout import Rect
from kdc_desktop.instants import Instant
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.services.board.loading import ON_BOARD
from kdc_desktop.storage.fast import Quick, value

ON_TOP = -1
AT_ONCE = (1, 20, 500)
PLACES = [f"key_{number}" for number in range(AT_ONCE[-1])]


@dataclass(slots=True)
class WallNote:
    """What verbs read and change of an idea; one that is new has a negative id until written."""

    id: int
    session_id: int
    x: float
    y: float
    stacking: int
    colour: NoteColour
    cluster_id: int | None
    parent_id: int | None
    trashed_at: Instant | None
    board_id: int | None = None

    @property
    def on_board(self) -> bool:
        """Whether it lies on the board itself, neither merged into another nor trashed."""
        return self.parent_id is None and self.trashed_at is None

    @property
    def place(self) -> tuple[float, float]:
        """Where it lies."""
        return self.x, self.y

    def lay(self, place: tuple[float, float]) -> None:
        """Lay it elsewhere."""
        self.x, self.y = place

    def lay_on_top(self) -> None:
        """Lay it above all others."""
        self.stacking = ON_TOP


@dataclass(slots=True)
class WallCluster:
    """What verbs read and change of a cluster; a new one has a negative id until written."""

    id: int
    session_id: int
    name: str
    number: int
    colour: NoteColour
    x: float
    y: float
    width: float
    height: float
    board_id: int | None = None

    @property
    def box(self) -> Rect:
        """Its rectangle."""
        return Rect(self.x, self.y, self.width, self.height)

    def set_box(self, box: Rect) -> None:
        """Give it another rectangle."""
        self.x, self.y, self.width, self.height = box


NOTE_NAMES = tuple(field.name for field in fields(WallNote))
CLUSTER_NAMES = tuple(field.name for field in fields(WallCluster))
of_note, of_cluster = attrgetter(*NOTE_NAMES), attrgetter(*CLUSTER_NAMES)
_NOTES = select(*(getattr(Idea, name) for name in NOTE_NAMES))
_HERE = Idea.session_id == value("session"), Idea.board_id.is_not_distinct_from(value("board"))
NOTES_ON_BOARD = Quick(_NOTES.where(*_HERE, *ON_BOARD))
BETWEEN = Quick(
    _NOTES.where(
        *(*_HERE, Idea.cluster_id.is_(None), *ON_BOARD),
        *(Idea.x > value("left"), Idea.x < value("right")),
        *(Idea.y > value("top"), Idea.y < value("bottom")),
    )
)
_OF_CLUSTERS = select(*(getattr(Cluster, name) for name in CLUSTER_NAMES))
CLUSTERS_IN = Quick(
    _OF_CLUSTERS.where(
        Cluster.session_id == value("session"),
        Cluster.board_id.is_not_distinct_from(value("board")),
    )
)
CLUSTER = Quick(_OF_CLUSTERS.where(Cluster.id == value("cluster")))


@cache
def notes_saying(name: str, count: int) -> Quick:
    """The notes that say one of so many keys in a column; `PLACES` name the keys."""
    places = [value(place) for place in PLACES[:count]]
    return Quick(_NOTES.where(getattr(Idea, name).in_(places)))
