"""The reservations of a consortium's members as rows, each with its history."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import select

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.visions.reservation_steps import (
    BRINGS,
    HistoryStep,
    raised_words,
    step_told,
    step_words,
)
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.instants import Instant, Zone, day_of, days_between
from kdc_desktop.model.people import Person
from kdc_desktop.model.visions import Commitment, Reservation, ReservationStep, Vision
from kdc_desktop.services.visions.reservations_told import STEP_IS_TOLD
from kdc_desktop.services.visions.rows import ReservationRow
from kdc_desktop.storage import Snapshot

Histories = Mapping[int, tuple[HistoryStep, ...]]
"""The steps of reservations, by their ids, the first one first."""


def reservation_rows(
    snapshot: Snapshot, names: Mapping[int, str], now: Instant, zone: Zone
) -> tuple[ReservationRow, ...]:
    """Those of these members: open ones first, objections before the others, the oldest on top.

    `names` are the members' by their ids.
    """
    found = snapshot.execute(
        select(Reservation, Vision.number, Person.name)
        .join(Vision, Vision.id == Reservation.vision_id)
        .outerjoin(Person, Person.id == Reservation.owner_id)
        .where(Reservation.member_id.in_(list(names)))
    ).all()
    histories = read_histories(snapshot, names, zone)
    today = day_of(now, zone)
    rows = [
        _row(one, number, names, owner, histories[one.id], today, days_between(*span, zone))
        for one, number, owner in found
        for span in ((one.opened_at, one.settled_at or now),)
    ]
    return tuple(sorted(rows, key=_urgency))


def _urgency(row: ReservationRow) -> tuple[bool, bool, Instant, int]:
    return row.state is not ReservationState.OPEN, not row.objection, row.opened_at, row.id


def _row(
    found: Reservation,
    number: int,
    names: Mapping[int, str],
    owner: str | None,
    steps: Sequence[HistoryStep],
    today: date,
    days: int,
) -> ReservationRow:
    return ReservationRow(
        found.id,
        found.member_id,
        names[found.member_id],
        number,
        found.text,
        found.objection,
        found.state,
        owner or found.owner,
        found.answer,
        days,
        found.opened_at,
        found.owner_id,
        tuple(steps),
        tuple(step_told(step, today) for step in steps),
    )


def read_histories(snapshot: Snapshot, member_ids: Iterable[int], zone: Zone) -> Histories:
    """What happened to the reservations of these members; two queries, however many there are."""
    ids = list(member_ids)
    found = snapshot.execute(
        select(Reservation, Vision.number)
        .join(Vision, Vision.id == Reservation.vision_id)
        .where(Reservation.member_id.in_(ids))
        .order_by(Reservation.opened_at, Reservation.id)
    ).all()
    written = snapshot.execute(
        select(ReservationStep, Vision.number, Commitment.what)
        .join(Reservation, Reservation.id == ReservationStep.reservation_id)
        .outerjoin(Vision, Vision.id == ReservationStep.vision_id)
        .outerjoin(Commitment, Commitment.id == ReservationStep.commitment_id)
        .where(Reservation.member_id.in_(ids), STEP_IS_TOLD)
        .order_by(ReservationStep.at, ReservationStep.id)
    )
    steps: dict[int, list[HistoryStep]] = {one.id: [] for one, _number in found}
    for step, number, given in written:
        words = step_words(step.event, number, shortened(given or ""))
        told = HistoryStep(step.event, day_of(step.at, zone), words, number)
        steps[step.reservation_id].append(told)
    return {
        one.id: (_raised(one, number, zone), *(steps[one.id] or _of_before(one, zone)))
        for one, number in found
    }


def _raised(one: Reservation, number: int, zone: Zone) -> HistoryStep:
    return HistoryStep(None, day_of(one.opened_at, zone), raised_words(number), number)


def _of_before(one: Reservation, zone: Zone) -> Iterable[HistoryStep]:
    """The one step that is known of a reservation from before its steps were kept."""
    if one.state is not ReservationState.OPEN:
        event = BRINGS[one.state]
        day = day_of(one.settled_at or one.opened_at, zone)
        yield HistoryStep(event, day, step_words(event, None))
