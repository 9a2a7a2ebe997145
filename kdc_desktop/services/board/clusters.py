"""What a facilitator does with clusters: make, name, fill, move, resize, remove and tidy them."""

from collections.abc import Iterable
from functools import partial

from kdc_desktop.domain.board.arranging import (
    next_cluster_box,
    reading_order,
    relay_cluster,
    tidy_board,
)
from kdc_desktop.domain.board.layout import Point, Rect, cluster_box, note_rect
from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Fillable, Text, fillable, lazy, nfillable
from kdc_desktop.services.board.cluster_names import checked_name
from kdc_desktop.services.board.loading import (
    clusters_of,
    idea_or_count,
    load_cluster,
    name_of,
)
from kdc_desktop.services.board.placing import (
    free_spots,
    give_room,
    lay_in_cluster,
    next_colour,
    put_in_cluster,
    recolour,
    shift_cluster,
)
from kdc_desktop.services.board.rearranging import rearranged, see_board, see_session
from kdc_desktop.services.board.trails import (
    ClusterTrail,
    StayTrail,
    hand_on,
    see_that_they_may,
    what_keeps,
)
from kdc_desktop.services.board.wall import Wall
from kdc_desktop.services.board.wall_rows import WallCluster, WallNote
from kdc_desktop.services.kit.many import MANY
from kdc_desktop.storage import Database


def add_cluster(
    database: Database,
    session_id: int,
    name: str,
    idea_ids: Iterable[int] = (),
    *,
    at: tuple[float, float] | None = None,
    board_id: int | None = None,
) -> int:
    """Make a cluster, with these ideas in it, next to the others or at a place; returns its id.

    Its number is the next one; numbers 1 to 9 are keys. Its notes get a colour of their own.

    Raises:
        UserError: the name is empty or taken, or an idea is gone.
    """
    ids = list(idea_ids)

    def plan(wall: Wall) -> WallCluster:
        see_session(wall, session_id)
        if not ids:
            see_board(wall, session_id, board_id)
            wall.stand_on(board_id)
        return make_cluster(wall, session_id, name, wall.notes(ids) if ids else [], at)

    label = lazy("Made the cluster {name}", name=on_one_line(name))
    return rearranged(database, label, plan, ahead=len(ids) >= MANY).id


def make_cluster(
    wall: Wall,
    session_id: int,
    name: str,
    notes: list[WallNote],
    at: tuple[float, float] | None = None,
) -> WallCluster:
    """Make a cluster on a board that is being rearranged; see `add_cluster`."""
    existing = wall.clusters(session_id)
    box = _new_box(wall, session_id, existing, notes, at)
    cluster = WallCluster(
        id=0,
        session_id=session_id,
        name=checked_name(name, [other.name for other in existing]),
        number=max((other.number for other in existing), default=0) + 1,
        colour=next_colour(existing),
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
    )
    wall.add_cluster(cluster)
    if notes:
        put_in_cluster(wall, notes, cluster)
    give_room(wall, cluster, [note.id for note in notes])
    return cluster


def rename_cluster(
    database: Database, cluster_id: int, name: str, trails: Iterable[StayTrail] = ()
) -> None:
    """Give a cluster another name.

    Raises:
        UserError: the name is empty, too long or taken, the cluster is gone, or one of the trails
            keeps its name.
    """
    with database.edit(lazy("Renamed a cluster to {name}", name=on_one_line(name))) as edit:
        cluster = load_cluster(edit, cluster_id)
        see_that_they_may(trails, [cluster_id], edit)
        others = [
            c.name
            for c in clusters_of(edit, cluster.session_id)
            if c.id != cluster_id and c.board_id == cluster.board_id
        ]
        cluster.name = checked_name(name, others)


def remove_cluster(database: Database, cluster_id: int, trails: Iterable[ClusterTrail]) -> None:
    """Take a cluster away; its ideas stay where they lie, in no cluster.

    Raises:
        UserError: one of the trails leads to it, or it is gone.
    """
    name, trails = name_of(database, cluster_id), tuple(trails)

    def plan(wall: Wall) -> None:
        left = _free_to_go(wall, cluster_id, trails)
        recolour(wall, left, None)
        for note in left:
            note.cluster_id = None
        _take_away(wall, wall.cluster(cluster_id))

    label = lazy("Removed the cluster {name}", name=name)
    on = partial(hand_on, cluster_id=cluster_id, into_id=None, trails=trails)
    rearranged(database, label, plan, beside=on)


def merge_clusters(
    database: Database, cluster_id: int, into_id: int, trails: Iterable[ClusterTrail]
) -> None:
    """Lay all ideas of a cluster into another one, and take the empty one away.

    Raises:
        UserError: one of the trails leads to the cluster that would go, or one of them is gone.
    """
    trails = tuple(trails)

    def plan(wall: Wall) -> None:
        into = wall.cluster(into_id)
        notes = _free_to_go(wall, cluster_id, trails)
        recolour(wall, notes, into)
        for note in notes:
            note.cluster_id, note.board_id = into_id, into.board_id
        _take_away(wall, wall.cluster(cluster_id))
        lay_in_cluster(wall, [note for note in notes if note.on_board], into)

    names = {"name": name_of(database, cluster_id), "other": name_of(database, into_id)}
    label = lazy("Merged the cluster {name} into {other}", **names)
    on = partial(hand_on, cluster_id=cluster_id, into_id=into_id, trails=trails)
    rearranged(database, label, plan, ahead=True, beside=on)


def _free_to_go(wall: Wall, cluster_id: int, trails: Iterable[ClusterTrail]) -> list[WallNote]:
    """What is in a cluster that is to go, unless something leads to it."""
    cluster = wall.cluster(cluster_id)
    if kept := what_keeps(wall.snapshot, cluster_id, cluster.name, trails):
        raise UserError(kept)
    return wall.notes_in(cluster_id)


def _take_away(wall: Wall, cluster: WallCluster) -> None:
    for later in wall.clusters(cluster.session_id):
        if later.number > cluster.number:
            later.number -= 1
    wall.remove_cluster(cluster)


def send_to_cluster(database: Database, idea_ids: Iterable[int], cluster_id: int | None) -> None:
    """Lay ideas into the free places of a cluster, or with None out of their clusters.

    What is there already stays as it is. The cluster grows downwards where it must; what it would
    then cover moves out of the way.
    """
    ids = list(idea_ids)

    def plan(wall: Wall) -> None:
        notes = [note for note in wall.notes(ids) if note.cluster_id != cluster_id]
        wall.count = len(notes)
        if not notes:
            return
        if cluster_id is not None:
            put_in_cluster(wall, notes, wall.cluster(cluster_id))
            return
        places = free_spots(wall, notes[0].session_id, len(notes), notes)
        recolour(wall, notes, None)
        for note, place in zip(notes, places, strict=True):
            note.lay(place)
            note.cluster_id = None
            note.lay_on_top()

    rearranged(database, _sent(database, ids, cluster_id), plan, ahead=len(ids) >= MANY)


def move_cluster(database: Database, cluster_id: int, x: float, y: float) -> None:
    """Put a cluster elsewhere, with its notes."""

    def plan(wall: Wall) -> None:
        shift_cluster(wall, wall.cluster(cluster_id), x, y)

    label = lazy("Moved the cluster {name}", name=name_of(database, cluster_id))
    rearranged(database, label, plan)


def resize_cluster(database: Database, cluster_id: int, width: float, height: float) -> None:
    """Give a cluster another size and lay its notes out anew; it never gets too small for them."""

    def plan(wall: Wall) -> None:
        cluster = wall.cluster(cluster_id)
        _lay_out(wall, cluster, cluster.box._replace(width=width, height=height))
        give_room(wall, cluster)

    name = name_of(database, cluster_id)
    rearranged(database, lazy("Resized the cluster {name}", name=name), plan)


def tidy_cluster(database: Database, cluster_id: int) -> None:
    """Lay the notes of a cluster out in rows, without gaps, in the order one reads them."""

    def plan(wall: Wall) -> None:
        cluster = wall.cluster(cluster_id)
        _lay_out(wall, cluster, cluster.box._replace(height=cluster_box(1, 1).height))

    label = lazy("Tidied the cluster {name}", name=name_of(database, cluster_id))
    rearranged(database, label, plan)


def tidy(database: Database, session_id: int, board_id: int | None = None) -> None:
    """Arrange the whole board: clusters in rows by their numbers, free notes in rows below."""

    def plan(wall: Wall) -> None:
        wall.stand_on(board_id)
        clusters = wall.clusters(session_id)
        by_cluster: dict[int | None, list[WallNote]] = {cluster.id: [] for cluster in clusters}
        for note in wall.on_board(session_id):
            by_cluster.setdefault(note.cluster_id, []).append(note)
        counts = [len(by_cluster[cluster.id]) for cluster in clusters]
        free = by_cluster.get(None, [])
        boxes, places = tidy_board(counts, len(free))
        for cluster, box in zip(clusters, boxes, strict=True):
            cluster.set_box(box)
            inside = by_cluster[cluster.id]
            _lay_notes(inside, relay_cluster(box, len(inside))[0])
        _lay_notes(free, places)

    rearranged(database, lazy("Tidied the board"), plan, ahead=True)


def _sent(database: Database, idea_ids: list[int], cluster_id: int | None) -> Text | Fillable:
    if cluster_id is None:
        alone = fillable("Moved the idea “{idea}” to no cluster")
        many = nfillable("Moved {count} idea to no cluster", "Moved {count} ideas to no cluster")
        return idea_or_count(database, idea_ids, alone, many)
    name = name_of(database, cluster_id)
    moved = nfillable("Moved {count} idea to {cluster}", "Moved {count} ideas to {cluster}")
    one = fillable("Moved the idea “{idea}” to {cluster}").having(cluster=name)
    return idea_or_count(database, idea_ids, one, moved.having(cluster=name))


def _new_box(
    wall: Wall,
    session_id: int,
    existing: list[WallCluster],
    notes: list[WallNote],
    at: tuple[float, float] | None,
) -> Rect:
    count = max(len(notes), 6)
    if at is not None:
        return Rect(*at, *cluster_box(count))
    here = [note_rect(note.place) for note in wall.on_board(session_id)] if not existing else []
    return next_cluster_box(count, [cluster.box for cluster in existing], here)


def _lay_out(wall: Wall, cluster: WallCluster, box: Rect) -> None:
    notes = [note for note in wall.notes_in(cluster.id) if note.on_board]
    places, fitted = relay_cluster(box, len(notes))
    cluster.set_box(fitted)
    _lay_notes(notes, places)


def _lay_notes(notes: list[WallNote], places: list[Point]) -> None:
    by_id = {note.id: note for note in notes}
    order = reading_order({note.id: note.place for note in notes})
    for key, place in zip(order, places, strict=True):
        by_id[key].lay(place)
