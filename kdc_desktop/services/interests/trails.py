"""What interests keep of what stands below them."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.model.interests import Interest
from kdc_desktop.storage import Snapshot


def of_winners(snapshot: Snapshot, winner_ids: Collection[int]) -> set[int]:
    """Which of these winners somebody would join."""
    query = select(Interest.winner_id).where(Interest.winner_id.in_(winner_ids))
    return set(snapshot.scalars(query))
