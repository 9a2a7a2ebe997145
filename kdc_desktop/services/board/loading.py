"""Finding the rows that a verb of the board works on; what is gone is told in a sentence."""

from collections.abc import Iterable

from sqlalchemy import select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.model.sessions import Session
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.belonging import newest_entry
from kdc_desktop.storage.fast import Quick, value

ON_BOARD = (Idea.parent_id.is_(None), Idea.trashed_at.is_(None))
_MANY = 500

# Quick, because it runs before each of many verbs.
_SESSION = Quick(select(Session.id).where(Session.id == value("session")))


def load_ideas(snapshot: Snapshot, idea_ids: Iterable[int]) -> list[Idea]:
    """These ideas in the order given, each once.

    Raises:
        UserError: no idea is given, or one is gone.
    """
    wanted = list(dict.fromkeys(idea_ids))
    if not wanted:
        raise UserError(_("Select at least one idea first."))
    found: dict[int, Idea] = {}
    for start in range(0, len(wanted), _MANY):
        some = select(Idea).where(Idea.id.in_(wanted[start : start + _MANY]))
        found |= {idea.id: idea for idea in snapshot.scalars(some)}
    if len(found) < len(wanted):
        raise UserError(_("An idea is not there any more. Select again and repeat."))
    return [found[idea_id] for idea_id in wanted]


def load_cluster(snapshot: Snapshot, cluster_id: int) -> Cluster:
    """This cluster.

    Raises:
        UserError: it is gone.
    """
    cluster = snapshot.get(Cluster, cluster_id)
    if cluster is None:
        raise UserError(_("This cluster is not there any more. Choose another."))
    return cluster


def clusters_of(snapshot: Snapshot, session_id: int) -> list[Cluster]:
    """The clusters of a session in their order."""
    found = select(Cluster).where(Cluster.session_id == session_id)
    return list(snapshot.scalars(found.order_by(Cluster.number, Cluster.id)))


def ideas_in(snapshot: Snapshot, cluster_id: int) -> list[Idea]:
    """Every idea that points to the cluster, merged and trashed ones included."""
    return list(
        snapshot.scalars(select(Idea).where(Idea.cluster_id == cluster_id).order_by(Idea.id))
    )


def top_stacking(snapshot: Snapshot) -> int:
    """A stacking above all notes so far: every edit has a higher one than those before it."""
    return newest_entry(snapshot) + 1


def check_session(snapshot: Snapshot, session_id: int) -> None:
    """See that there is this session.

    Raises:
        UserError: it is gone.
    """
    if _SESSION.scalar(snapshot, session=session_id) is None:
        raise UserError(_("This session is not there any more. Open another."))
