"""What visions keep of consortia and their members."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.visions import (
    Commitment,
    Estimate,
    Position,
    Pulse,
    PulseAnswer,
    Reading,
    Reservation,
    Stake,
    Vision,
)
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.services.visions.named import NAMES, called, with_names
from kdc_desktop.storage import Snapshot

_SAID = (Position, Reservation, Reading, Commitment, Stake, Estimate, PulseAnswer)


def _members(snapshot: Snapshot, session_id: int) -> set[int]:
    found: set[int] = set()
    for said in _SAID:
        found.update(
            snapshot.scalars(
                select(said.member_id)
                .join(Member, Member.id == said.member_id)
                .join(Consortium, Consortium.id == Member.consortium_id)
                .where(Consortium.session_id == session_id)
            )
        )
    return found


def _consortia(snapshot: Snapshot, consortium_ids: Collection[int]) -> set[int]:
    return {
        key
        for written in (Vision.consortium_id, Pulse.consortium_id)
        for key in snapshot.scalars(select(written).where(written.in_(consortium_ids)))
    }


def _unsettled(snapshot: Snapshot, session_id: int) -> list[str]:
    query = with_names(
        select(*NAMES)
        .select_from(Reservation)
        .join(Member, Member.id == Reservation.member_id)
        .join(Consortium, Consortium.id == Member.consortium_id)
    ).where(Consortium.session_id == session_id, Reservation.state == ReservationState.OPEN)
    return sorted({called(*names) for names in snapshot.execute(query)}, key=in_order)


OF_CONSORTIA = ConsortiumTrail(
    _members, _consortia, _unsettled, frozenset(said.__tablename__ for said in _SAID)
)
"""Who took a position, made a reservation, a reading or a promise; and what has a vision."""
