"""Merging: one idea becomes the child of another; both keep text and author, nothing is lost."""

from collections.abc import Iterable, Sequence
from functools import partial

from kdc_desktop.domain.board.arranging import fill_cluster
from kdc_desktop.domain.board.layout import NOTE_WIDTH, Occupied, Point, note_rect
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, nfillable
from kdc_desktop.services.board.placing import give_room
from kdc_desktop.services.board.rearranging import rearranged
from kdc_desktop.services.board.trails import JoinTrail, see_that_they_may
from kdc_desktop.services.board.wall import Wall
from kdc_desktop.services.board.wall_rows import WallCluster, WallNote
from kdc_desktop.services.kit.many import MANY
from kdc_desktop.storage import Database


def merge_ideas(
    database: Database,
    idea_ids: Iterable[int],
    into: int | None = None,
    trails: Iterable[JoinTrail] = (),
) -> int:
    """Put ideas behind one of them, by default the first; returns the id of that one.

    Ideas that were merged into one of them before come along, and all go to the board of that one.

    Raises:
        UserError: fewer than two ideas, ideas of two sessions, an idea that is not on the board, or
            a noun above that keeps them apart.
    """
    ids = list(dict.fromkeys([*([into] if into is not None else []), *idea_ids]))
    if len(ids) < 2:
        raise UserError(_("Select two or more ideas to merge."))

    def plan(wall: Wall) -> int:
        parent, *others = wall.notes(ids)
        wall.count = len(ids)
        for note in (parent, *others):
            if note.session_id != parent.session_id:
                raise UserError(_("Only ideas of one session can be merged. Select again."))
            if not note.on_board:
                raise UserError(_("Only ideas on the board can be merged. Select again."))
        for note in [*wall.merged_into([other.id for other in others]), *others]:
            note.parent_id = parent.id
            if note.board_id != parent.board_id:
                note.cluster_id, note.board_id = None, parent.board_id
        parent.lay_on_top()
        return parent.id

    label = nfillable("Merged {count} idea", "Merged {count} ideas")
    may = partial(see_that_they_may, tuple(trails), ids)
    return rearranged(database, label, plan, ahead=len(ids) >= MANY, beside=may)


def unmerge_ideas(database: Database, idea_ids: Iterable[int]) -> list[int]:
    """Lay everything that is merged into these ideas back on the board; returns their ids.

    Raises:
        UserError: nothing is merged into them.
    """
    ids = list(idea_ids)

    def plan(wall: Wall) -> list[int]:
        parents = wall.notes(ids)
        stacks: dict[int, list[WallNote]] = {parent.id: [] for parent in parents}
        for child in wall.merged_into(list(stacks)):
            stacks[child.parent_id or 0].append(child)
        if not any(stacks.values()):
            raise UserError(
                _("Nothing is merged into this idea. Select one with a stack behind it.")
            )
        beside = _Beside(wall)
        for parent in parents:
            beside.lay(stacks[parent.id], parent)
        wall.count = sum(bool(children) for children in stacks.values())
        return [child.id for children in stacks.values() for child in children]

    label = nfillable("Un-merged {count} idea", "Un-merged {count} ideas")
    return rearranged(database, label, plan, ahead=True)


def take_out_of_merge(database: Database, child_ids: Iterable[int]) -> None:
    """Lay merged ideas back on the board, beside the one they were merged into."""

    def plan(wall: Wall) -> None:
        children = wall.notes(child_ids)
        wall.count = len(children)
        beside = _Beside(wall)
        for child in children:
            if child.parent_id is None:
                raise UserError(_("This idea is not merged into another one."))
            beside.lay([child], *wall.notes([child.parent_id]))

    label = nfillable("Took {count} idea out of a merge", "Took {count} ideas out of a merge")
    rearranged(database, label, plan, ahead=True)


class _Beside:
    """Lays notes beside the one that they were merged into, of as many stacks as there are."""

    def __init__(self, wall: Wall) -> None:
        self._wall = wall
        self._taken: Occupied | None = None  # unless a cluster has to be given room

    def lay(self, children: Sequence[WallNote], parent: WallNote) -> None:
        """Lay these beside this one, in its cluster if it is in one."""
        if not children:
            return
        cluster_id = parent.cluster_id
        cluster = self._wall.cluster(cluster_id) if cluster_id is not None else None
        places = self._in(cluster, len(children)) if cluster else self._near(parent, len(children))
        for child, place in zip(children, places, strict=True):
            child.parent_id, child.cluster_id, child.board_id = None, cluster_id, parent.board_id
            child.trashed_at = parent.trashed_at
            child.lay(place)
            child.lay_on_top()
        if cluster is not None and cluster.box != self._before:
            give_room(self._wall, cluster, [child.id for child in children])
            self._taken = None

    def _in(self, cluster: WallCluster, count: int) -> list[Point]:
        self._before = cluster.box
        here = [note.place for note in self._wall.notes_in(cluster.id) if note.on_board]
        places, grown = fill_cluster(cluster.box, here, count)
        cluster.set_box(grown)
        return places

    def _near(self, parent: WallNote, count: int) -> list[Point]:
        if self._taken is None:
            notes = [note_rect(note.place) for note in self._wall.on_board(parent.session_id)]
            boxes = [cluster.box for cluster in self._wall.clusters(parent.session_id)]
            self._taken = Occupied([*notes, *boxes])
        places = self._taken.free(count, (parent.x + NOTE_WIDTH / 8, parent.y), 4)
        for place in places:
            self._taken.take(note_rect(place))
        return places
