"""The concern that is noted with an answer belongs to that answer while it may still change."""

from collections.abc import Sequence

from sqlalchemy import select

from kdc_desktop.model.consortia import Member
from kdc_desktop.model.visions import Asking, Commitment, Reservation, ReservationStep
from kdc_desktop.storage import Edit, Snapshot


def take_back_concerns(edit: Edit, asking: Asking, member_id: int | None = None) -> None:
    """A member has not answered an asking, or nobody has: nothing was noted with an answer."""
    take_back(edit, noted_with(edit, asking, member_id))


def noted_with(
    snapshot: Snapshot, asking: Asking, member_id: int | None = None
) -> Sequence[Reservation]:
    """What was noted with the answers to an asking that is open, the last one last."""
    if asking.revealed_at is not None:
        return ()
    of_them = Reservation.member_id == member_id
    if member_id is None:
        of_them = Reservation.member_id.in_(
            select(Member.id).where(Member.consortium_id == asking.consortium_id)
        )
    return snapshot.scalars(
        select(Reservation)
        .where(
            of_them,
            Reservation.vision_id == asking.vision_id,
            Reservation.opened_at >= asking.opened_at,
        )
        .order_by(Reservation.opened_at, Reservation.id)
    ).all()


def take_back(edit: Edit, noted: Sequence[Reservation]) -> None:
    """These were never said, so nothing came of them; what was promised for them still is."""
    keys = [one.id for one in noted]
    if not keys:
        return
    steps = select(ReservationStep.id).where(ReservationStep.reservation_id.in_(keys))
    edit.remove_rows(ReservationStep, list(edit.scalars(steps)))
    for promised in edit.scalars(select(Commitment).where(Commitment.reservation_id.in_(keys))):
        promised.reservation_id = None
    edit.flush()
    edit.remove_rows(Reservation, keys)
