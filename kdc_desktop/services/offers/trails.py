"""What offers and needs keep of organisations."""

from sqlalchemy import select

from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model.offers import Offer
from kdc_desktop.services.people.joins import OrganisationTrail
from kdc_desktop.storage import Snapshot


def _keeps(snapshot: Snapshot, organisation_id: int) -> bool:
    query = select(Offer.id).where(Offer.organisation_id == organisation_id)
    return snapshot.scalar(query.limit(1)) is not None


def _keeps_part(snapshot: Snapshot, department_id: int) -> bool:
    query = select(Offer.id).where(Offer.department_id == department_id)
    return snapshot.scalar(query.limit(1)) is not None


def _stays(name: str) -> Text:
    return lazy("{name} has offered or needed something. It has to stay on record.", name=name)


OF_ORGANISATIONS = OrganisationTrail(_keeps, _stays, _keeps_part)
"""An organisation or department that has offered or needed something stays."""
