"""Where notes and clusters go: into a cluster, to free places, out of the way of a grown one."""

from collections.abc import Iterable, Sequence

from kdc_desktop.domain.board.arranging import (
    board_columns,
    fill_cluster,
    first_after,
    make_room,
    none_astray,
)
from kdc_desktop.domain.board.colours import FOR_CLUSTERS, PLAIN, NoteColour
from kdc_desktop.domain.board.layout import (
    NOTE_HEIGHT,
    NOTE_WIDTH,
    Occupied,
    Point,
    Rect,
    note_rect,
)
from kdc_desktop.services.board.wall import Wall
from kdc_desktop.services.board.wall_rows import WallCluster, WallNote


def put_in_cluster(wall: Wall, notes: Sequence[WallNote], cluster: WallCluster) -> None:
    """Lay notes into the free places of a cluster, which grows; what it would cover moves away."""
    recolour(wall, notes, cluster)
    lay_in_cluster(wall, notes, cluster)


def lay_in_cluster(wall: Wall, notes: Sequence[WallNote], cluster: WallCluster) -> None:
    """The same for notes that have their colours."""
    ids = {note.id for note in notes}
    here = [
        note.place for note in wall.notes_in(cluster.id) if note.on_board and note.id not in ids
    ]
    before = cluster.box
    places, grown = fill_cluster(before, here, len(ids))
    for note, place in zip(notes, places, strict=True):
        note.lay(place)
        note.cluster_id, note.board_id = cluster.id, cluster.board_id
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
    wall: Wall,
    session_id: int,
    count: int,
    moving: Iterable[WallNote] = (),
    *,
    after_all: bool = False,
) -> list[Point]:
    """The first free places of the board for `count` notes; those of `moving` count as free.

    Those that are read one after the other come `after_all` notes that lie in no cluster.
    """
    if not count:  # a list that came in before, say
        return []
    leaving = {note.id for note in moving}
    taken = [note_rect(note.place) for note in wall.on_board(session_id) if note.id not in leaving]
    boxes = [cluster.box for cluster in wall.clusters(session_id)]
    origin = Point(
        min((note.x for note in taken), default=0.0), min((note.y for note in taken), default=0.0)
    )
    columns = board_columns(len(taken) + count)
    free = [note.place for note in wall.on_board(session_id) if after_all and not note.cluster_id]
    occupied = Occupied([*taken, *boxes])
    near = none_astray(free, [*taken, *boxes])
    return occupied.free(
        count, origin, columns, first_after(near, origin, columns, count, occupied)
    )
