"""What interests keep of what stands below them."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.model.interests import Interest
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.people.joins import PersonTrail
from kdc_desktop.storage import Snapshot


def of_winners(snapshot: Snapshot, winner_ids: Collection[int]) -> set[int]:
    """Which of these winners somebody would join."""
    query = select(Interest.winner_id).where(Interest.winner_id.in_(winner_ids))
    return set(snapshot.scalars(query))


def _wishes(snapshot: Snapshot, person_id: int) -> bool:
    query = select(Interest.id).where(Interest.person_id == person_id)
    return snapshot.scalar(query.limit(1)) is not None


def _wishing(source: Source) -> set[int]:
    query = select(Interest.person_id).where(source.of(Interest.session_id))
    return set(source.snapshot.scalars(query))


OF_PEOPLE = PersonTrail(_wishes, _wishing)
"""Who said what they would join is on record."""
