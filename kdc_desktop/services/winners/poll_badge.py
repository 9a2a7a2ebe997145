"""What the winners show in polls: which options a session takes further."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.model.winners import Winner
from kdc_desktop.storage import Snapshot

TABLES = frozenset({"winner"})
"""Where `won` reads."""


def won(
    snapshot: Snapshot, session_ids: Collection[int]
) -> set[tuple[int, int | None, int | None]]:
    """The winners of these sessions: a session, and its idea or its cluster."""
    rows = snapshot.execute(
        select(Winner.session_id, Winner.idea_id, Winner.cluster_id).where(
            Winner.session_id.in_(session_ids)
        )
    )
    return {(session_id, idea_id, cluster_id) for session_id, idea_id, cluster_id in rows}
