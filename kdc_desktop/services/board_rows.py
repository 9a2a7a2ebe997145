"""What the verbs of the board share: loading ideas and clusters, and making room for them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Edit

from kdc_desktop.domain.board_layout import board_columns, fill_cluster, make_room
from kdc_desktop.domain.layout import (
    NOTE_HEIGHT,
    NOTE_WIDTH,
    Point,
    Rect,
    free_places,
    note_rect,
)
from kdc_desktop.errors import UserError
from kdc_desktop.model import Cluster, Idea, JournalEntry

ON_BOARD = (Idea.parent_id.is_(None), Idea.trashed_at.is_(None))
_MANY = 500
PLAIN = "butter"
"""The colour of a note in no cluster, unless somebody chose another."""
_CLUSTER_COLOURS = ("sky", "mint", "lilac", "rose", "sand")


def how_many(count: int) -> str:
    """ "1 idea", "3 ideas"."""
    return "1 idea" if count == 1 else f"{count} ideas"


def load_ideas(edit: Edit, idea_ids: Iterable[int]) -> list[Idea]:
    """These ideas in the order given, each once.

    Raises:
        UserError: no idea is given, or one is gone.
    """
    wanted = list(dict.fromkeys(idea_ids))
    if not wanted:
        raise UserError("Select at least one idea first.")
    found: dict[int, Idea] = {}
    for start in range(0, len(wanted), _MANY):
        some = select(Idea).where(Idea.id.in_(wanted[start : start + _MANY]))
        found |= {idea.id: idea for idea in edit.scalars(some)}
    if len(found) < len(wanted):
        raise UserError("An idea is not there any more. Select again and repeat.")
    return [found[idea_id] for idea_id in wanted]


def load_cluster(edit: Edit, cluster_id: int) -> Cluster:
    """This cluster.

    Raises:
        UserError: it is gone.
    """
    cluster = edit.get(Cluster, cluster_id)
    if cluster is None:
        raise UserError("This cluster is not there any more. Choose another.")
    return cluster


def clusters_of(edit: Edit, session_id: int) -> list[Cluster]:
    """The clusters of a session in their order."""
    found = select(Cluster).where(Cluster.session_id == session_id)
    return list(edit.scalars(found.order_by(Cluster.number, Cluster.id)))


def ideas_in(edit: Edit, cluster_id: int) -> list[Idea]:
    """Every idea that points to the cluster, merged and trashed ones included."""
    return list(edit.scalars(select(Idea).where(Idea.cluster_id == cluster_id).order_by(Idea.id)))


def top_stacking(edit: Edit) -> int:
    """A stacking above all notes so far: every edit has a higher one than those before it."""
    newest = edit.scalar(select(func.max(JournalEntry.id)))
    return (newest or 0) + 1


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


def next_colour(clusters: Sequence[Cluster]) -> str:
    """The colour for the notes of a new cluster: the first of those that the others use least."""
    used = [cluster.colour for cluster in clusters]
    return min(_CLUSTER_COLOURS, key=used.count)


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
