"""Finding the rows that a verb of the board works on; what is gone is told in a sentence."""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Fillable, Text, _
from kdc_desktop.model.board import Board, Cluster, Idea
from kdc_desktop.model.sessions import Session
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.belonging import newest_entry
from kdc_desktop.storage.fast import Quick, value

ON_BOARD = (Idea.parent_id.is_(None), Idea.trashed_at.is_(None))

_TEXT = Quick(select(Idea.text).where(Idea.id == value("idea")))
_NAME = Quick(select(Cluster.name).where(Cluster.id == value("cluster")))
# Quick, because it runs before each of many verbs.
SESSION = Quick(select(Session.id).where(Session.id == value("session")))
BOARD = Quick(
    select(Board.id).where(Board.id == value("board"), Board.session_id == value("session"))
)


def load_idea(snapshot: Snapshot, idea_id: int) -> Idea:
    """This idea.

    Raises:
        UserError: it is gone.
    """
    idea = snapshot.get(Idea, idea_id)
    if idea is None:
        raise gone_idea([idea_id])
    return idea


def gone_idea(wanted: Sequence[int]) -> UserError:
    """What is said where not all of the ideas that were wanted are there, or none was."""
    if not wanted:
        return UserError(_("Select at least one idea first."))
    return UserError(_("An idea is not there any more. Select again and repeat."))


def gone_cluster() -> UserError:
    """What is said where a cluster is not there."""
    return UserError(_("This cluster is not there any more. Choose another."))


def load_cluster(snapshot: Snapshot, cluster_id: int) -> Cluster:
    """This cluster.

    Raises:
        UserError: it is gone.
    """
    cluster = snapshot.get(Cluster, cluster_id)
    if cluster is None:
        raise gone_cluster()
    return cluster


def name_of(database: Database, cluster_id: int) -> str:
    """What a cluster is called; nothing where it is gone."""
    with database.read() as snapshot:
        return _NAME.scalar(snapshot, cluster=cluster_id) or ""


def clusters_of(snapshot: Snapshot, session_id: int) -> list[Cluster]:
    """The clusters of a session in their order."""
    found = select(Cluster).where(Cluster.session_id == session_id)
    return list(snapshot.scalars(found.order_by(Cluster.number, Cluster.id)))


def gone_session() -> UserError:
    """What is said where a session is not there."""
    return UserError(_("This session is not there any more. Open another."))


def gone_board() -> UserError:
    """What is said where a board is not there."""
    return UserError(_("This board is not there any more. Choose another."))


def check_board(snapshot: Snapshot, session_id: int, board_id: int | None) -> None:
    """See that there is this board of a session; the first one, None, is there always.

    Raises:
        UserError: it is gone.
    """
    if board_id is not None and not BOARD.rows(snapshot, board=board_id, session=session_id):
        raise gone_board()


def top_stacking(snapshot: Snapshot) -> int:
    """A stacking above all notes so far: every edit has a higher one than those before it."""
    return newest_entry(snapshot) + 1


def check_session(snapshot: Snapshot, session_id: int) -> None:
    """See that there is this session.

    Raises:
        UserError: it is gone.
    """
    if SESSION.scalar(snapshot, session=session_id) is None:
        raise gone_session()


def idea_or_count(
    database: Database, idea_ids: Collection[int], one: Fillable, many: Fillable
) -> Text | Fillable:
    """What is said of ideas: with its words where it is one, else how many they are."""
    if len(idea_ids) == 1:
        with database.read() as snapshot:
            text = _TEXT.scalar(snapshot, idea=next(iter(idea_ids)))
        if text:
            return one.filled(idea=shortened(text))
    return many
