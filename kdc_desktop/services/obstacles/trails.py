"""What obstacles keep of what stands below them."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model.obstacles import Obstacle
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.services.people.joins import OrganisationTrail
from kdc_desktop.storage import Snapshot


def _keeps(snapshot: Snapshot, organisation_id: int) -> bool:
    query = select(Obstacle.id).where(Obstacle.organisation_id == organisation_id)
    return snapshot.scalar(query.limit(1)) is not None


def _keeps_part(snapshot: Snapshot, department_id: int) -> bool:
    query = select(Obstacle.id).where(Obstacle.department_id == department_id)
    return snapshot.scalar(query.limit(1)) is not None


def _stays(name: str) -> Text:
    return lazy("{name} takes care of an obstacle. It has to stay on record.", name=name)


OF_ORGANISATIONS = OrganisationTrail(_keeps, _stays, _keeps_part)
"""An organisation or department that takes care of an obstacle stays."""


def _consortia(snapshot: Snapshot, consortium_ids: Collection[int]) -> set[int]:
    query = select(Obstacle.consortium_id).where(Obstacle.consortium_id.in_(consortium_ids))
    return set(snapshot.scalars(query))


OF_CONSORTIA = ConsortiumTrail(consortia=_consortia, tables=frozenset({Obstacle.__tablename__}))
"""A consortium that something holds back, or has held back, stays."""
