"""What of reservations may be told before answers are revealed."""

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import aliased

from kdc_desktop.model.visions import Asking, Position, Reservation, ReservationStep

_BEFORE = aliased(Asking)
# Its times alone would tell: whoever damages that of the asking would uncover what it hides. So a
# reservation has to lie within something that its member answered, and that was revealed.
_WITH_AN_ANSWER_THAT_IS_TOLD = exists(
    select(Position.id)
    .outerjoin(_BEFORE, _BEFORE.id == Position.asking_id)
    .where(
        Position.member_id == Reservation.member_id,
        Position.vision_id == Reservation.vision_id,
        Position.at >= Reservation.opened_at,
        or_(
            Position.asking_id.is_(None),
            (_BEFORE.revealed_at.is_not(None)) & (_BEFORE.opened_at <= Reservation.opened_at),
        ),
    )
    .correlate(Reservation)
)

RESERVATION_IS_TOLD = ~exists(
    select(Asking.id)
    .where(
        Asking.vision_id == Reservation.vision_id,
        Asking.revealed_at.is_(None),
        or_(Asking.opened_at <= Reservation.opened_at, ~_WITH_AN_ANSWER_THAT_IS_TOLD),
    )
    .correlate(Reservation)
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
