"""Hang ideas, or a whole cluster, on another board of their session."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from kdc_desktop.domain.board.arranging import next_cluster_box
from kdc_desktop.domain.board.layout import note_rect
from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, fillable, lazy, nfillable
from kdc_desktop.services.board.loading import idea_or_count, name_of
from kdc_desktop.services.board.placing import free_spots, give_room, recolour, shift_cluster
from kdc_desktop.services.board.rearranging import rearranged, see_board
from kdc_desktop.services.board.trails import MoveTrail
from kdc_desktop.services.board.wall import Wall
from kdc_desktop.services.board.wall_rows import WallCluster, WallNote
from kdc_desktop.services.kit.many import MANY
from kdc_desktop.storage import Database


def move_to_board(
    database: Database,
    session_id: int,
    idea_ids: Iterable[int],
    board_id: int | None,
    trails: Sequence[MoveTrail] = (),
) -> None:
    """Hang ideas on another board of their session, in free places; None is the first.

    They leave their clusters, and what is merged into them goes along.

    Raises:
        UserError: none is given, or one, or the board, is gone, or one of the trails keeps one.
    """
    ids = list(idea_ids)

    def plan(wall: Wall) -> None:
        see_board(wall, session_id, board_id)
        wall.stand_on(board_id)
        given = wall.notes(ids)
        if any(note.session_id != session_id for note in given):
            raise UserError(_("Ideas move between the boards of one session. Select again."))
        notes = [note for note in given if note.board_id != board_id]
        _ask(trails, wall, session_id, {note.id for note in notes}, ())
        wall.count = len(notes)
        places = free_spots(wall, session_id, len(notes), notes)
        recolour(wall, notes, None)
        for note, place in zip(notes, places, strict=True):
            note.lay(place)
            note.cluster_id, note.board_id = None, board_id
            note.lay_on_top()
        for behind in wall.merged_into([note.id for note in notes]) if notes else ():
            behind.cluster_id, behind.board_id = None, board_id

    one = fillable("Moved the idea “{idea}” to another board")
    many = nfillable("Moved {count} idea to another board", "Moved {count} ideas to another board")
    rearranged(database, idea_or_count(database, ids, one, many), plan, ahead=len(ids) >= MANY)


def move_cluster_to_board(
    database: Database,
    cluster_id: int,
    board_id: int | None,
    trails: Sequence[MoveTrail] = (),
) -> None:
    """Hang a cluster with all that lies in it on another board of its session; None is the first.

    It comes beside the clusters there, and its ideas lie in it as they did.

    Raises:
        UserError: it, or the board, is gone, the board has a cluster of this name, or one of the
            trails keeps it.
    """

    def plan(wall: Wall) -> None:
        cluster = wall.cluster(cluster_id)
        see_board(wall, cluster.session_id, board_id)
        if cluster.board_id == board_id:
            wall.count = 0
            return
        wall.count = 1
        notes = _going_along(wall, cluster)
        _ask(trails, wall, cluster.session_id, {note.id for note in notes}, {cluster_id})
        for later in wall.clusters(cluster.session_id):
            if later.number > cluster.number:
                later.number -= 1
        wall.turn_to(board_id)
        _hang(wall, cluster, notes)

    name = name_of(database, cluster_id)
    label = lazy("Moved the cluster {name} to another board", name=name)
    rearranged(database, label, plan, ahead=True)


def _going_along(wall: Wall, cluster: WallCluster) -> list[WallNote]:
    """What lies in a cluster, with what is merged into that; it is in no cluster but this."""
    inside = wall.notes_in(cluster.id)
    for note in inside:
        if note.parent_id is not None:  # it goes with the one that it was merged into
            note.cluster_id = None
    notes = [note for note in inside if note.parent_id is None]
    behind = wall.merged_into([note.id for note in notes]) if notes else []
    for note in behind:
        note.cluster_id = cluster.id
    return [*notes, *behind]


def _hang(wall: Wall, cluster: WallCluster, notes: Sequence[WallNote]) -> None:
    """Put a cluster with these notes on the board on which the wall stands."""
    there = wall.clusters(cluster.session_id)
    if any(normalise(other.name) == normalise(cluster.name) for other in there):
        raise UserError(
            _(
                "There is a cluster {name} on that board already. Rename one of them first.",
                name=cluster.name,
            )
        )
    taken = [note_rect(note.place) for note in wall.on_board(cluster.session_id)]
    place = next_cluster_box(1, [other.box for other in there], taken)
    shift_cluster(wall, cluster, place.x, place.y)
    cluster.board_id = wall.board_id
    cluster.number = max((other.number for other in there), default=0) + 1
    for note in notes:
        note.board_id = wall.board_id
        note.lay_on_top()
    give_room(wall, cluster, [note.id for note in notes])


def _ask(
    trails: Sequence[MoveTrail],
    wall: Wall,
    session_id: int,
    ideas: Collection[int],
    clusters: Collection[int],
) -> None:
    look: Callable[..., list[tuple[Any, ...]]] = wall.look
    kept: Iterable[Text | None] = (trail(look, session_id, ideas, clusters) for trail in trails)
    if told := next(filter(None, kept), None):
        raise UserError(str(told))
