"""What interests keep of what stands below them."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model.interests import Interest, OrganisationInterest
from kdc_desktop.services.people.joins import OrganisationTrail
from kdc_desktop.services.winners.trails import WinnerTrail
from kdc_desktop.storage import Snapshot


def _wished(snapshot: Snapshot, winner_ids: Collection[int]) -> set[int]:
    return {
        key
        for wish in (Interest.winner_id, OrganisationInterest.winner_id)
        for key in snapshot.scalars(select(wish).where(wish.in_(winner_ids)))
    }


def _is_wished(winner: str) -> Text:
    return lazy(
        "“{winner}” has some who want to join already. Move them to another winner first.",
        winner=winner,
    )


OF_WINNERS = WinnerTrail(_wished, _is_wished)
"""A winner that somebody would join stays."""


def _has_wished(snapshot: Snapshot, organisation_id: int) -> bool:
    query = select(OrganisationInterest.id)
    of_it = OrganisationInterest.organisation_id == organisation_id
    return snapshot.scalar(query.where(of_it).limit(1)) is not None


def _part_has_wished(snapshot: Snapshot, department_id: int) -> bool:
    query = select(OrganisationInterest.id)
    of_it = OrganisationInterest.department_id == department_id
    return snapshot.scalar(query.where(of_it).limit(1)) is not None


def _stays(name: str) -> Text:
    return lazy("{name} has said what it would join. It has to stay on record.", name=name)


OF_ORGANISATIONS = OrganisationTrail(_has_wished, _stays, _part_has_wished)
"""An organisation or department that has said what it would join stays."""
