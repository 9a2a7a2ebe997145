"""What visions keep of consortia and their members."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.visions import Commitment, Position, Reading, Reservation, Vision
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.storage import Snapshot

_SAID = (Position, Reservation, Reading, Commitment)


def _members(snapshot: Snapshot, session_id: int) -> set[int]:
    found: set[int] = set()
    for said in _SAID:
        found.update(
            snapshot.scalars(
                select(said.member_id)
                .join(Member, Member.id == said.member_id)
                .join(Consortium, Consortium.id == Member.consortium_id)
                .where(Consortium.session_id == session_id)
            )
        )
    return found


def _consortia(snapshot: Snapshot, consortium_ids: Collection[int]) -> set[int]:
    query = select(Vision.consortium_id).where(Vision.consortium_id.in_(consortium_ids))
    return set(snapshot.scalars(query))


OF_CONSORTIA = ConsortiumTrail(
    _members, _consortia, frozenset(said.__tablename__ for said in _SAID)
)
"""Who took a position, made a reservation, a reading or a promise; and what has a vision."""
