"""What of reservations may be told before answers are revealed."""

from sqlalchemy import exists, or_, select

from kdc_desktop.model.visions import Asking, Reservation, ReservationStep

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

STEP_IS_TOLD = or_(
    ReservationStep.asking_id.is_(None),
    exists(
        select(Asking.id).where(
            Asking.id == ReservationStep.asking_id, Asking.revealed_at.is_not(None)
        )
    ),
)
"""Whether a step is no part of an answer that is hidden, of a statement that reads steps."""
