"""What obstacles keep of what stands below them."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model.obstacles import Obstacle, ObstacleStep
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.services.people.joins import OrganisationTrail
from kdc_desktop.storage import Snapshot


def _keeps(snapshot: Snapshot, organisation_id: int) -> bool:
    return any(
        snapshot.scalar(select(of.id).where(of.organisation_id == organisation_id).limit(1))
        for of in (Obstacle, ObstacleStep)
    )


def _keeps_part(snapshot: Snapshot, department_id: int) -> bool:
    return any(
        snapshot.scalar(select(of.id).where(of.department_id == department_id).limit(1))
        for of in (Obstacle, ObstacleStep)
    )


def _stays(name: str) -> Text:
    return lazy("{name} takes care of an obstacle. It has to stay on record.", name=name)


OF_ORGANISATIONS = OrganisationTrail(_keeps, _stays, _keeps_part)
"""An organisation or department stays that takes care of an obstacle, or has done so."""


def _consortia(snapshot: Snapshot, consortium_ids: Collection[int]) -> set[int]:
    query = select(Obstacle.consortium_id).where(Obstacle.consortium_id.in_(consortium_ids))
    return set(snapshot.scalars(query))


OF_CONSORTIA = ConsortiumTrail(consortia=_consortia, tables=frozenset({Obstacle.__tablename__}))
"""A consortium that something holds back, or has held back, stays."""
