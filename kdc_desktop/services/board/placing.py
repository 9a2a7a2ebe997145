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
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.services.board.loading import ON_BOARD, clusters_of, ideas_in, top_stacking
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


def box_of(cluster: Cluster) -> Rect:
    """The rectangle of a cluster."""
    return Rect(cluster.x, cluster.y, cluster.width, cluster.height)


def set_box(cluster: Cluster, box: Rect) -> None:
    """Give a cluster another rectangle."""
    cluster.x, cluster.y, cluster.width, cluster.height = box


def put_in_cluster(edit: Edit, ideas: Sequence[Idea], cluster: Cluster) -> None:
    """Lay ideas into the free places of a cluster, which grows; what it would cover moves away."""
    ids = {idea.id for idea in ideas}
    recolour(edit, ideas, cluster)
    here = edit.execute(
        select(Idea.id, Idea.x, Idea.y).where(Idea.cluster_id == cluster.id, *ON_BOARD)
    )
    before = box_of(cluster)
    places, grown = fill_cluster(before, [(x, y) for key, x, y in here if key not in ids], len(ids))
    stacking = top_stacking(edit)
    for idea, place in zip(ideas, places, strict=True):
        idea.x, idea.y = place
        idea.cluster_id, idea.stacking = cluster.id, stacking
    if grown != before:
        set_box(cluster, grown)
        give_room(edit, cluster, ids)


def next_colour(clusters: Sequence[Cluster]) -> NoteColour:
    """The colour for the notes of a new cluster: the first of those that the others use least."""
    used = [cluster.colour for cluster in clusters]
    return min(FOR_CLUSTERS, key=used.count)


def recolour(edit: Edit, ideas: Iterable[Idea], cluster: Cluster | None) -> None:
    """Give notes on their way into a cluster its colour, and out of all clusters the plain one.

    Call it before they belong there. A colour that somebody chose for a note stays.
    """
    for idea in ideas:
        former = edit.get(Cluster, idea.cluster_id) if idea.cluster_id is not None else None
        if idea.colour == (former.colour if former is not None else PLAIN):
            idea.colour = cluster.colour if cluster is not None else PLAIN


def give_room(edit: Edit, grown: Cluster, placed: Iterable[int] = ()) -> None:
    """Move what a grown cluster covers: clusters down with their notes, free notes elsewhere.

    `placed` are ideas whose place the edit has just chosen.
    """
    others = {c.id: c for c in clusters_of(edit, grown.session_id) if c.id != grown.id}
    moved = make_room(box_of(grown), {key: box_of(other) for key, other in others.items()})
    for key, box in moved.items():
        shift_cluster(edit, others[key], box.x, box.y)
    _clear(edit, grown.session_id, [box_of(grown), *moved.values()], set(placed))


def shift_cluster(edit: Edit, cluster: Cluster, x: float, y: float) -> None:
    """Put a cluster elsewhere together with its notes."""
    dx, dy = x - cluster.x, y - cluster.y
    cluster.x, cluster.y = x, y
    for idea in ideas_in(edit, cluster.id):
        idea.x += dx
        idea.y += dy


def _clear(edit: Edit, session_id: int, boxes: Sequence[Rect], placed: set[int]) -> None:
    free = (Idea.session_id == session_id, Idea.cluster_id.is_(None), *ON_BOARD)
    covered: dict[int, Idea] = {}
    for box in boxes:
        found = select(Idea).where(
            *free,
            Idea.x > box.x - NOTE_WIDTH,
            Idea.x < box.x + box.width,
            Idea.y > box.y - NOTE_HEIGHT,
            Idea.y < box.y + box.height,
        )
        covered |= {idea.id: idea for idea in edit.scalars(found) if idea.id not in placed}
    if covered:
        ideas = list(covered.values())
        for idea, place in zip(ideas, free_spots(edit, session_id, len(ideas), ideas), strict=True):
            idea.x, idea.y = place


def free_spots(edit: Edit, session_id: int, count: int, moving: Iterable[Idea] = ()) -> list[Point]:
    """The first free places of the board for `count` notes; those of `moving` count as free."""
    edit.flush()
    leaving = {idea.id for idea in moving}
    places = edit.execute(
        select(Idea.id, Idea.x, Idea.y).where(Idea.session_id == session_id, *ON_BOARD)
    ).all()
    taken = [note_rect((x, y)) for key, x, y in places if key not in leaving]
    boxes = [box_of(cluster) for cluster in clusters_of(edit, session_id)]
    origin = Point(
        min((note.x for note in taken), default=0.0), min((note.y for note in taken), default=0.0)
    )
    return free_places([*taken, *boxes], count, origin, board_columns(len(taken) + count))


def next_spot(edit: Edit, session_id: int) -> Point:
    """A free place for one more note: in the row of the newest free one, or soon below it.

    Where a row gets wider with it, the board is filled again from the top. Only the notes near
    the place are looked at, so that this costs little however many there are.
    """
    edit.flush()
    newest = _NEWEST_FREE.scalar(edit, session=session_id)
    boxes = [box_of(cluster) for cluster in clusters_of(edit, session_id)]
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
    taken = [*(note_rect((float(x), float(y))) for x, y in places), *boxes]
    return _Spot(*place_from(top, taken, count, (left, first)), count, first, last)
