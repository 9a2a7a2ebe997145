"""Which reservations may be told to others than the facilitator."""

from sqlalchemy import exists, select

from kdc_desktop.model.visions import Asking, Reservation

RESERVATION_IS_TOLD = ~exists(
    select(Asking.id).where(
        Asking.vision_id == Reservation.vision_id,
        Asking.revealed_at.is_(None),
        Asking.opened_at <= Reservation.opened_at,
    )
)
"""Whether it was not noted with an answer that is hidden, of a statement that reads reservations.

Who is known to have a reservation is known to have answered, and nearly what.
"""
