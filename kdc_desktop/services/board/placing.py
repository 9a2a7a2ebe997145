"""Where notes and clusters go: into a cluster, to a free place, out of the way of a grown one."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import String, cast, func, select

from kdc_desktop.domain.board.arranging import (
    band_at,
    board_columns,
    fill_cluster,
    make_room,
    place_from,
)
from kdc_desktop.domain.board.colours import FOR_CLUSTERS, PLAIN, NoteColour
from kdc_desktop.domain.board.layout import (
    NOTE_HEIGHT,
    NOTE_WIDTH,
    Point,
    Rect,
    free_places,
    note_rect,
)
from kdc_desktop.model.board import Idea
from kdc_desktop.services.board.loading import ON_BOARD, clusters_of
from kdc_desktop.services.board.wall import Wall, WallCluster, WallNote
from kdc_desktop.storage import Edit
from kdc_desktop.storage.fast import Quick, value

# Quick, because they run before each of many verbs.
_NOTES = (Idea.session_id == value("session"), *ON_BOARD)
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


def put_in_cluster(wall: Wall, notes: Sequence[WallNote], cluster: WallCluster) -> None:
    """Lay notes into the free places of a cluster, which grows; what it would cover moves away."""
    ids = {note.id for note in notes}
    recolour(wall, notes, cluster)
    here = [
        note.place for note in wall.notes_in(cluster.id) if note.on_board and note.id not in ids
    ]
    before = cluster.box
    places, grown = fill_cluster(before, here, len(ids))
    for note, place in zip(notes, places, strict=True):
        note.lay(place)
        note.cluster_id = cluster.id
        note.lay_on_top()
    if grown != before:
        cluster.set_box(grown)
        give_room(wall, cluster, ids)


def next_colour(clusters: Sequence[WallCluster]) -> NoteColour:
    """The colour for the notes of a new cluster: the first of those that the others use least."""
    used = [cluster.colour for cluster in clusters]
    return min(FOR_CLUSTERS, key=used.count)


def recolour(wall: Wall, notes: Iterable[WallNote], cluster: WallCluster | None) -> None:
    """Give notes on their way into a cluster its colour, and out of all clusters the plain one.

    Call it before they belong there. A colour that somebody chose for a note stays.
    """
    for note in notes:
        former = wall.cluster(note.cluster_id).colour if note.cluster_id is not None else PLAIN
        if note.colour == former:
            note.colour = cluster.colour if cluster is not None else PLAIN


def give_room(wall: Wall, grown: WallCluster, placed: Iterable[int] = ()) -> None:
    """Move what a grown cluster covers: clusters down with their notes, free notes elsewhere.

    `placed` are notes whose place the plan has just chosen.
    """
    others = {one.id: one for one in wall.clusters(grown.session_id) if one.id != grown.id}
    moved = make_room(grown.box, {key: other.box for key, other in others.items()})
    for key, box in moved.items():
        shift_cluster(wall, others[key], box.x, box.y)
    _clear(wall, grown.session_id, [grown.box, *moved.values()], set(placed))


def shift_cluster(wall: Wall, cluster: WallCluster, x: float, y: float) -> None:
    """Put a cluster elsewhere together with its notes."""
    dx, dy = x - cluster.x, y - cluster.y
    cluster.x, cluster.y = x, y
    for note in wall.notes_in(cluster.id):
        note.x += dx
        note.y += dy


def _clear(wall: Wall, session_id: int, boxes: Sequence[Rect], placed: set[int]) -> None:
    covered: dict[int, WallNote] = {}
    for box in boxes:
        corners = Rect(
            *(box.x - NOTE_WIDTH, box.y - NOTE_HEIGHT),
            *(box.width + NOTE_WIDTH, box.height + NOTE_HEIGHT),
        )
        found = wall.free_between(session_id, corners)
        covered |= {note.id: note for note in found if note.id not in placed}
    if covered:
        notes = list(covered.values())
        places = free_spots(wall, session_id, len(notes), notes)
        for note, place in zip(notes, places, strict=True):
            note.lay(place)


def free_spots(
    wall: Wall, session_id: int, count: int, moving: Iterable[WallNote] = ()
) -> list[Point]:
    """The first free places of the board for `count` notes; those of `moving` count as free."""
    leaving = {note.id for note in moving}
    taken = [note_rect(note.place) for note in wall.on_board(session_id) if note.id not in leaving]
    boxes = [cluster.box for cluster in wall.clusters(session_id)]
    origin = Point(
        min((note.x for note in taken), default=0.0), min((note.y for note in taken), default=0.0)
    )
    return free_places([*taken, *boxes], count, origin, board_columns(len(taken) + count))


def next_spot(edit: Edit, session_id: int) -> Point:
    """A free place for one more note: in the row of the newest free one, or soon below it.

    Where a row gets wider with it, the board is filled again from the top. SQLite counts all notes
    in one go; only those near the place are handed over and compared.
    """
    edit.flush()
    newest = _NEWEST_FREE.scalar(edit, session=session_id)
    boxes = [Rect(one.x, one.y, one.width, one.height) for one in clusters_of(edit, session_id)]
    spot = _spot_from(edit, session_id, newest or 0.0, boxes)
    if board_columns(spot.notes + 1) > board_columns(spot.notes):
        spot = _spot_from(edit, session_id, spot.first, boxes)
    if not spot.free:  # nothing lies below the last row that could be in the way
        spot = _spot_from(edit, session_id, spot.last, boxes)
    return spot.place


class _Spot(NamedTuple):
    """A place, whether it is known to be free, the number of notes, and where they begin."""

    place: Point
    free: bool
    notes: int
    first: float
    last: float


def _spot_from(edit: Edit, session_id: int, top: float, boxes: list[Rect]) -> _Spot:
    above, below = band_at(top)
    ((count, left, first, last, near),) = _BAND.rows(
        edit, session=session_id, above=above, below=below
    )
    places = (place.split() for place in near.split(";")) if near else ()
    near_boxes = [box.between(above, below) for box in boxes]
    taken = [*(note_rect((float(x), float(y))) for x, y in places)]
    taken += [box for box in near_boxes if box.height]
    return _Spot(*place_from(top, taken, count, (left, first)), count, first, last)
