"""What becomes of what two people who are one take care of and have said."""

from kdc_desktop.model.visions import Position, Reservation
from kdc_desktop.services.kit.relinking import relink
from kdc_desktop.services.people.joins import MergeTrail, PeopleMet
from kdc_desktop.storage import Edit


def _bring(edit: Edit, met: PeopleMet) -> None:
    relink(edit, Reservation.owner_id, {met.gone_id: met.stays_id})
    relink(edit, Position.said_by_id, {met.gone_id: met.stays_id})


PEOPLE_MET = MergeTrail(_bring)
"""Who takes care of reservations, and who has said where a member stands."""
