"""What a facilitator does with clusters: make, name, fill, move, resize, remove and tidy them."""

from collections.abc import Iterable

from sqlalchemy import select

from kdc_desktop.domain.board.arranging import (
    next_cluster_box,
    reading_order,
    relay_cluster,
    tidy_board,
)
from kdc_desktop.domain.board.layout import Point, Rect, cluster_box, note_rect
from kdc_desktop.domain.kit.text import clean
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Fillable, _, lazy, nfillable, ngettext
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.services.board.loading import (
    ON_BOARD,
    check_session,
    clusters_of,
    ideas_in,
    load_cluster,
    load_ideas,
    top_stacking,
)
from kdc_desktop.services.board.placing import (
    box_of,
    free_spots,
    give_room,
    next_colour,
    put_in_cluster,
    recolour,
    set_box,
    shift_cluster,
)
from kdc_desktop.services.board.trails import ClusterTrail
from kdc_desktop.storage import Database, Edit

LONGEST_NAME = 120


def add_cluster(
    database: Database,
    session_id: int,
    name: str,
    idea_ids: Iterable[int] = (),
    *,
    at: tuple[float, float] | None = None,
) -> int:
    """Make a cluster, with these ideas in it, next to the others or at a place; returns its id.

    Its number is the next one; numbers 1 to 9 are keys. Its notes get a colour of their own.

    Raises:
        UserError: the name is empty or taken, or an idea is gone.
    """
    ids = list(idea_ids)
    with database.edit(lazy("Made the cluster {name}", name=clean(name))) as edit:
        check_session(edit, session_id)
        ideas = load_ideas(edit, ids) if ids else []
        return make_cluster(edit, session_id, name, ideas, at).id


def make_cluster(
    edit: Edit,
    session_id: int,
    name: str,
    ideas: list[Idea],
    at: tuple[float, float] | None = None,
) -> Cluster:
    """Make a cluster inside an edit that is under way; see `add_cluster`."""
    existing = clusters_of(edit, session_id)
    box = _new_box(edit, session_id, existing, ideas, at)
    cluster = Cluster(
        session_id=session_id,
        name=_checked_name(name, existing),
        number=max((other.number for other in existing), default=0) + 1,
        colour=next_colour(existing),
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
    )
    edit.add(cluster)
    edit.flush()
    if ideas:
        put_in_cluster(edit, ideas, cluster)
    give_room(edit, cluster, [idea.id for idea in ideas])
    return cluster


def rename_cluster(database: Database, cluster_id: int, name: str) -> None:
    """Give a cluster another name.

    Raises:
        UserError: the name is empty, too long or taken, or the cluster is gone.
    """
    with database.edit(lazy("Renamed a cluster to {name}", name=clean(name))) as edit:
        cluster = load_cluster(edit, cluster_id)
        others = [c for c in clusters_of(edit, cluster.session_id) if c.id != cluster_id]
        cluster.name = _checked_name(name, others)


def remove_cluster(database: Database, cluster_id: int, trails: Iterable[ClusterTrail]) -> None:
    """Take a cluster away; its ideas stay where they lie, in no cluster.

    Raises:
        UserError: one of the trails leads to it, or it is gone.
    """
    with database.read() as snapshot:
        name = load_cluster(snapshot, cluster_id).name
    with database.edit(lazy("Removed the cluster {name}", name=name)) as edit:
        cluster = load_cluster(edit, cluster_id)
        for trail in trails:
            if trail.keeps(edit, cluster_id):
                raise UserError(str(trail.refusal(cluster.name)))
        left = ideas_in(edit, cluster_id)
        recolour(edit, left, None)
        for idea in left:
            idea.cluster_id = None
        for later in clusters_of(edit, cluster.session_id):
            if later.number > cluster.number:
                later.number -= 1
        edit.flush()
        edit.delete(cluster)


def send_to_cluster(database: Database, idea_ids: Iterable[int], cluster_id: int | None) -> None:
    """Lay ideas into the free places of a cluster, or with None out of their clusters.

    What is there already stays as it is. The cluster grows downwards where it must; what it would
    then cover moves out of the way.
    """
    with database.edit(_sent(database, cluster_id)) as edit:
        ideas = [idea for idea in load_ideas(edit, idea_ids) if idea.cluster_id != cluster_id]
        edit.count = len(ideas)
        if not ideas:
            return
        if cluster_id is not None:
            put_in_cluster(edit, ideas, load_cluster(edit, cluster_id))
            return
        stacking = top_stacking(edit)
        places = free_spots(edit, ideas[0].session_id, len(ideas), ideas)
        recolour(edit, ideas, None)
        for idea, place in zip(ideas, places, strict=True):
            idea.x, idea.y = place
            idea.cluster_id, idea.stacking = None, stacking


def move_cluster(database: Database, cluster_id: int, x: float, y: float) -> None:
    """Put a cluster elsewhere, with its notes."""
    with database.edit(lazy("Moved a cluster")) as edit:
        shift_cluster(edit, load_cluster(edit, cluster_id), x, y)


def resize_cluster(database: Database, cluster_id: int, width: float, height: float) -> None:
    """Give a cluster another size and lay its notes out anew; it never gets too small for them."""
    with database.edit(lazy("Resized a cluster")) as edit:
        cluster = load_cluster(edit, cluster_id)
        _lay_out(edit, cluster, box_of(cluster)._replace(width=width, height=height))
        give_room(edit, cluster)


def tidy_cluster(database: Database, cluster_id: int) -> None:
    """Lay the notes of a cluster out in rows, without gaps, in the order one reads them."""
    with database.edit(lazy("Tidied a cluster")) as edit:
        cluster = load_cluster(edit, cluster_id)
        size = cluster_box(1, 1)
        _lay_out(edit, cluster, box_of(cluster)._replace(height=size.height))


def tidy(database: Database, session_id: int) -> None:
    """Arrange the whole board: clusters in rows by their numbers, free notes in rows below."""
    with database.edit(lazy("Tidied the board")) as edit:
        clusters = clusters_of(edit, session_id)
        notes = select(Idea).where(Idea.session_id == session_id, *ON_BOARD)
        ideas = list(edit.scalars(notes))
        by_cluster: dict[int | None, list[Idea]] = {cluster.id: [] for cluster in clusters}
        for idea in ideas:
            by_cluster.setdefault(idea.cluster_id, []).append(idea)
        counts = [len(by_cluster[cluster.id]) for cluster in clusters]
        free = by_cluster.get(None, [])
        boxes, places = tidy_board(counts, len(free))
        for cluster, box in zip(clusters, boxes, strict=True):
            set_box(cluster, box)
            _lay_notes(by_cluster[cluster.id], relay_cluster(box, len(by_cluster[cluster.id]))[0])
        _lay_notes(free, places)


def _sent(database: Database, cluster_id: int | None) -> Fillable:
    if cluster_id is None:
        return nfillable("Moved {count} idea to no cluster", "Moved {count} ideas to no cluster")
    with database.read() as snapshot:
        # One value instead of an entity: this stands before each of many quick moves.
        found = snapshot.connection().execute(select(Cluster.name).where(Cluster.id == cluster_id))
        name = found.scalar() or ""
    moved = nfillable("Moved {count} idea to {cluster}", "Moved {count} ideas to {cluster}")
    return moved.having(cluster=name)


def _new_box(
    edit: Edit,
    session_id: int,
    existing: list[Cluster],
    ideas: list[Idea],
    at: tuple[float, float] | None,
) -> Rect:
    if at is not None:
        return Rect(*at, *cluster_box(max(len(ideas), 6)))
    free = select(Idea.x, Idea.y).where(
        Idea.session_id == session_id, Idea.cluster_id.is_(None), *ON_BOARD
    )
    notes = [note_rect((x, y)) for x, y in edit.execute(free)] if not existing else []
    return next_cluster_box(max(len(ideas), 6), [box_of(c) for c in existing], notes)


def _lay_out(edit: Edit, cluster: Cluster, box: Rect) -> None:
    notes = select(Idea).where(Idea.cluster_id == cluster.id, *ON_BOARD)
    ideas = list(edit.scalars(notes))
    places, fitted = relay_cluster(box, len(ideas))
    set_box(cluster, fitted)
    _lay_notes(ideas, places)


def _lay_notes(ideas: list[Idea], places: list[Point]) -> None:
    by_id = {idea.id: idea for idea in ideas}
    order = reading_order({idea.id: (idea.x, idea.y) for idea in ideas})
    for idea_id, place in zip(order, places, strict=True):
        by_id[idea_id].x, by_id[idea_id].y = place


def _checked_name(name: str, others: list[Cluster]) -> str:
    name = clean(name)
    if not name:
        raise UserError(_("Give the cluster a name first."))
    if len(name) > LONGEST_NAME:
        raise UserError(
            ngettext(
                "Shorten the name of the cluster to {count} character.",
                "Shorten the name of the cluster to {count} characters.",
                LONGEST_NAME,
            )
        )
    if any(other.name.casefold() == name.casefold() for other in others):
        raise UserError(_("There is a cluster {name} already. Choose another name.", name=name))
    return name
