"""Merging: one idea becomes the child of another; both keep text and author, nothing is lost."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from kdc_desktop.domain.board.arranging import fill_cluster
from kdc_desktop.domain.board.layout import NOTE_WIDTH, Point, free_places, note_rect
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, nfillable
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.services.board.loading import ON_BOARD, load_ideas, top_stacking
from kdc_desktop.services.board.placing import box_of, give_room, set_box
from kdc_desktop.storage import Database, Edit


def merge_ideas(database: Database, idea_ids: Iterable[int], into: int | None = None) -> int:
    """Put ideas behind one of them, by default the first; returns the id of that one.

    Ideas that were merged into one of them before come along.

    Raises:
        UserError: fewer than two ideas, ideas of two sessions, or an idea that is not on the board.
    """
    ids = list(dict.fromkeys([*([into] if into is not None else []), *idea_ids]))
    if len(ids) < 2:
        raise UserError(_("Select two or more ideas to merge."))
    with database.edit(nfillable("Merged {count} idea", "Merged {count} ideas")) as edit:
        parent, *others = load_ideas(edit, ids)
        edit.count = len(ids)
        for idea in (parent, *others):
            if idea.session_id != parent.session_id:
                raise UserError(_("Only ideas of one session can be merged. Select again."))
            if idea.parent_id is not None or idea.trashed_at is not None:
                raise UserError(_("Only ideas on the board can be merged. Select again."))
        for child in _children(edit, [other.id for other in others]):
            child.parent_id = parent.id
        for other in others:
            other.parent_id = parent.id
        parent.stacking = top_stacking(edit)
        return parent.id


def unmerge_ideas(database: Database, idea_ids: Iterable[int]) -> list[int]:
    """Lay everything that is merged into these ideas back on the board; returns their ids.

    Raises:
        UserError: nothing is merged into them.
    """
    with database.edit(nfillable("Un-merged {count} idea", "Un-merged {count} ideas")) as edit:
        freed: list[int] = []
        edit.count = 0
        for parent in load_ideas(edit, idea_ids):
            children = _children(edit, [parent.id])
            _lay_beside(edit, parent, children)
            freed += [child.id for child in children]
            edit.count += bool(children)
        if not freed:
            raise UserError(
                _("Nothing is merged into this idea. Select one with a stack behind it.")
            )
        return freed


def take_out_of_merge(database: Database, child_ids: Iterable[int]) -> None:
    """Lay merged ideas back on the board, beside the one they were merged into."""
    label = nfillable("Took {count} idea out of a merge", "Took {count} ideas out of a merge")
    with database.edit(label) as edit:
        children = load_ideas(edit, child_ids)
        edit.count = len(children)
        for child in children:
            if child.parent_id is None:
                raise UserError(_("This idea is not merged into another one."))
            _lay_beside(edit, edit.get_one(Idea, child.parent_id), [child])


def _children(edit: Edit, parent_ids: Sequence[int]) -> list[Idea]:
    return list(edit.scalars(select(Idea).where(Idea.parent_id.in_(parent_ids)).order_by(Idea.id)))


def _lay_beside(edit: Edit, parent: Idea, children: Sequence[Idea]) -> None:
    if not children:
        return
    cluster = edit.get(Cluster, parent.cluster_id) if parent.cluster_id is not None else None
    if cluster is not None:
        places = _places_in(edit, cluster, len(children))
    else:
        places = _places_near(edit, parent, len(children))
    stacking = top_stacking(edit)
    for child, place in zip(children, places, strict=True):
        child.parent_id, child.cluster_id = None, parent.cluster_id
        child.trashed_at, child.stacking = parent.trashed_at, stacking
        child.x, child.y = place
    if cluster is not None:
        give_room(edit, cluster, [child.id for child in children])


def _places_in(edit: Edit, cluster: Cluster, count: int) -> list[Point]:
    here = edit.execute(select(Idea.x, Idea.y).where(Idea.cluster_id == cluster.id, *ON_BOARD))
    places, grown = fill_cluster(box_of(cluster), [(x, y) for x, y in here], count)
    if grown != box_of(cluster):
        set_box(cluster, grown)
    return places


def _places_near(edit: Edit, parent: Idea, count: int) -> list[Point]:
    notes = select(Idea.x, Idea.y).where(Idea.session_id == parent.session_id, *ON_BOARD)
    boxes = select(Cluster).where(Cluster.session_id == parent.session_id)
    taken = [note_rect((x, y)) for x, y in edit.execute(notes)]
    taken += [box_of(cluster) for cluster in edit.scalars(boxes)]
    return free_places(taken, count, (parent.x + NOTE_WIDTH / 8, parent.y), 4)
