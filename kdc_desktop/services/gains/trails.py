"""What gains keep of consortia."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.model.gains import Gain
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.storage import Snapshot


def _consortia(snapshot: Snapshot, consortium_ids: Collection[int]) -> set[int]:
    query = select(Gain.consortium_id).where(Gain.consortium_id.in_(consortium_ids))
    return set(snapshot.scalars(query))


OF_CONSORTIA = ConsortiumTrail(consortia=_consortia, tables=frozenset({Gain.__tablename__}))
"""A consortium of which somebody has said what it gives back stays."""
