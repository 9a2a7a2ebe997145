"""Where a new note goes, without looking over the whole board for each of them."""

import math
from typing import NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import String, cast, func, select

from kdc_desktop.domain.board.arranging import band_at, board_columns, place_from
from kdc_desktop.domain.board.layout import Occupied, Point, Rect, note_rect
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.services.board.loading import ON_BOARD
from kdc_desktop.storage import Database, Edit
from kdc_desktop.storage.fast import Quick, value

_NOTES = (
    Idea.session_id == value("session"),
    Idea.board_id.is_not_distinct_from(value("board")),
    *ON_BOARD,
)
_NEWEST_FREE = Quick(
    select(Idea.y).where(*_NOTES, Idea.cluster_id.is_(None)).order_by(Idea.id.desc()).limit(1)
)
_NEAR = (Idea.y > value("above"), Idea.y < value("below"))
_PLACE = cast(Idea.x, String) + " " + cast(Idea.y, String)
_BAND = Quick(  # in one go over the notes, which is most of what it costs
    select(
        func.count(),
        func.coalesce(func.min(Idea.x), 0.0),
        func.coalesce(func.min(Idea.y), 0.0),
        func.coalesce(func.max(Idea.y), 0.0),
        func.aggregate_strings(_PLACE, ";").filter(*_NEAR),
    ).where(*_NOTES)
)
_BOXES = Quick(
    select(Cluster.x, Cluster.y, Cluster.width, Cluster.height).where(
        Cluster.session_id == value("session"),
        Cluster.board_id.is_not_distinct_from(value("board")),
    )
)


class _Band(NamedTuple):
    """How many notes there are and where they begin and end, and what is taken near a height."""

    top: float
    taken: Occupied
    notes: int
    left: float
    first: float
    last: float
    right_of: float = -math.inf  # where the newest note begins, in its row

    def next_place(self) -> tuple[Point, bool]:
        """A place for one more note, and whether it is known to be free."""
        origin = self.left, self.first
        return place_from(self.top, self.taken, self.notes, origin, self.right_of)

    def with_note(self, place: Point) -> "_Band":
        """The same with one more note at this height, which is the newest now."""
        self.taken.take(note_rect(place))
        if not self.notes:
            return self._replace(
                notes=1, left=place.x, first=place.y, last=place.y, right_of=place.x
            )
        return self._replace(
            notes=self.notes + 1,
            left=min(self.left, place.x),
            first=min(self.first, place.y),
            last=max(self.last, place.y),
            right_of=place.x,
        )


class _Known(NamedTuple):
    """What is known of a board, and how often its notes and clusters were written by then."""

    band: _Band
    written: tuple[int, int]


_Board = tuple[int, int | None]  # a session, and which of its boards
_KNOWN: WeakKeyDictionary[Database, dict[_Board, _Known]] = WeakKeyDictionary()


class NextPlace:
    """A free place for one more note: in the row of the newest free one, or soon below it.

    Where a row gets wider with it, the board is filled again from the top. What is known of the
    board then is kept: it is enough for the next note, where nothing else is written in between.
    """

    def __init__(self, database: Database, session_id: int, board_id: int | None = None) -> None:
        self._database, self._board = database, (session_id, board_id)
        self._found: tuple[_Known, Point] | None = None

    def find(self, edit: Edit) -> Point:
        """The place, in the edit that puts a note there."""
        edit.flush()
        known, written = _KNOWN.get(self._database, {}).get(self._board), self._written()
        if known is None or known.written != written:
            top = _NEWEST_FREE.scalar(edit, session=self._board[0], board=self._board[1])
            band = _band(edit, self._board, top or 0.0)
        else:
            band = known.band
        place, free = band.next_place()
        if board_columns(band.notes + 1) > board_columns(band.notes):
            band = _band(edit, self._board, band.first)
            place, free = band.next_place()
        if not free:  # nothing lies below the last row that could be in the way
            band = _band(edit, self._board, band.last)
            place, _ = band.next_place()
        self._found = _Known(band, written), place
        return place

    def keep(self, *, in_a_cluster: bool) -> None:
        """Keep what is known, now that a note lies in no cluster at the place that was found."""
        if self._found is None or in_a_cluster:
            return
        (band, (notes, clusters)), place = self._found
        if place.y == band.top:  # else another height is looked at for the next one
            known = _Known(band.with_note(place), (notes + 1, clusters))
            _KNOWN.setdefault(self._database, {})[self._board] = known

    def _written(self) -> tuple[int, int]:
        counts = self._database.written
        return counts.get(Idea.__tablename__, 0), counts.get(Cluster.__tablename__, 0)


def _band(edit: Edit, board: _Board, top: float) -> _Band:
    above, below = band_at(top)
    ((count, left, first, last, near),) = _BAND.rows(
        edit, session=board[0], board=board[1], above=above, below=below
    )
    taken = Occupied()
    for place in near.split(";") if near else ():
        x, y = place.split()
        taken.take(note_rect((float(x), float(y))))
    for corners in _BOXES.rows(edit, session=board[0], board=board[1]):
        box = Rect(*corners).between(above, below)
        if box.height:
            taken.take(box)
    return _Band(top, taken, count, left, first, last)
