"""What becomes of what two people, or two organisations, who are one take care of."""

from sqlalchemy import ColumnElement, select

from kdc_desktop.i18n import ngettext
from kdc_desktop.model.obstacles import Obstacle, ObstacleStep
from kdc_desktop.services.kit.relinking import relink
from kdc_desktop.services.people.joins import MergeTrail, OrganisationsMet, PeopleMet
from kdc_desktop.storage import Edit, Snapshot


def _bring_person(edit: Edit, met: PeopleMet) -> None:
    for entity in (Obstacle, ObstacleStep):
        relink(edit, entity.owner_id, {met.gone_id: met.stays_id})


def _bring_organisation(edit: Edit, met: OrganisationsMet) -> None:
    for entity in (Obstacle, ObstacleStep):
        relink(edit, entity.department_id, met.parts)
        relink(edit, entity.organisation_id, {met.gone_id: met.stays_id})


def _told_of_person(snapshot: Snapshot, met: PeopleMet) -> list[str]:
    return _told(snapshot, Obstacle.owner_id == met.gone_id)


def _told_of_organisation(snapshot: Snapshot, met: OrganisationsMet) -> list[str]:
    return _told(snapshot, Obstacle.organisation_id == met.gone_id)


def _told(snapshot: Snapshot, of_who_goes: ColumnElement[bool]) -> list[str]:
    count = len(snapshot.scalars(select(Obstacle.id).where(of_who_goes)).all())
    if not count:
        return []
    return [
        ngettext(
            "The care for {count} obstacle comes along.",
            "The care for {count} obstacles comes along.",
            count,
        )
    ]


PEOPLE_MET = MergeTrail(_bring_person, _told_of_person)
"""Who of the club takes care of obstacles."""

ORGANISATIONS_MET = MergeTrail(_bring_organisation, _told_of_organisation)
"""Which organisations and departments take care of obstacles."""
