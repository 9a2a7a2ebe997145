"""Write down what becomes of a reservation, inside an edit."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import select

from kdc_desktop.domain.visions.reservation_steps import BRINGS, UNSETTLED, state_after
from kdc_desktop.domain.visions.states import ReservationEvent, ReservationState
from kdc_desktop.instants import Instant
from kdc_desktop.model.visions import Asking, Reservation, ReservationStep
from kdc_desktop.services.visions.reservations_told import STEP_IS_TOLD
from kdc_desktop.storage import Edit


def add_step(
    edit: Edit,
    reservation: Reservation,
    event: ReservationEvent,
    at: Instant,
    *,
    vision_id: int | None = None,
    commitment_id: int | None = None,
    asking_id: int | None = None,
) -> None:
    """What happens to a reservation now, and the state that it has from then on."""
    place = {"vision_id": vision_id, "commitment_id": commitment_id, "asking_id": asking_id}
    add_steps(edit, [reservation], event, at, **place)


def add_steps(
    edit: Edit,
    reservations: Collection[Reservation],
    event: ReservationEvent,
    at: Instant,
    **place: int | None,
) -> None:
    """The same of several at once; `place` are the ids that a step goes with."""
    _write_steps(edit, reservations, event, at, **place)
    if event is not ReservationEvent.ASKED_AGAIN:
        for reservation in reservations:
            _bring_to(reservation, state_after([event]), at)


def _write_steps(
    edit: Edit,
    reservations: Collection[Reservation],
    event: ReservationEvent,
    at: Instant,
    **place: int | None,
) -> None:
    _keep_old_steps(edit, reservations)
    for reservation in reservations:
        edit.add(ReservationStep(reservation_id=reservation.id, event=event, at=at, **place))


def take_back_steps(edit: Edit, steps: Collection[ReservationStep]) -> None:
    """These steps were never made: their reservations are what the others made of them."""
    taken = {step.id for step in steps}
    of_them = Reservation.id.in_({step.reservation_id for step in steps})
    _bring_by_steps(edit, edit.scalars(select(Reservation).where(of_them)).all(), without=taken)
    for step in steps:
        edit.delete(step)
    edit.flush()


def take_back_steps_by(edit: Edit, commitment_id: int) -> None:
    """What a commitment did to reservations, before it is taken away."""
    met = select(ReservationStep).where(ReservationStep.commitment_id == commitment_id)
    take_back_steps(edit, edit.scalars(met).all())


def hear_again(
    edit: Edit, asking: Asking, member_id: int, heard: Mapping[int, bool], at: Instant
) -> None:
    """Whether a member's reservations are still there, as it says with its answer to an asking.

    Saying it once more while the asking is open takes the place of what was said before. Until the
    reveal they stay what they are: that one was lifted would tell nearly what was answered. Those
    of other members are left alone.

    Args:
        heard: by the reservation's id, whether it is still there.
    """
    own = select(Reservation).where(Reservation.id.in_(list(heard)))
    for reservation in edit.scalars(own.where(Reservation.member_id == member_id)).all():
        take_back_steps(edit, _heard_in(edit, asking.id, [reservation.id]))
        event = _heard(reservation.state, still_there=heard[reservation.id])
        place = {"vision_id": asking.vision_id, "asking_id": asking.id}
        _write_steps(edit, [reservation], event, at, **place)
    if asking.revealed_at is not None:
        edit.flush()
        bring_what_was_heard(edit, asking.id)


def forget_heard(edit: Edit, asking_id: int, member_id: int) -> None:
    """A member has not answered an asking, so it has said nothing of its reservations there."""
    own = select(Reservation.id).where(Reservation.member_id == member_id)
    take_back_steps(edit, _heard_in(edit, asking_id, edit.scalars(own).all()))


def bring_what_was_heard(edit: Edit, asking_id: int) -> None:
    """With the reveal reservations become what was said of them while their members were asked."""
    heard = select(ReservationStep.reservation_id).where(ReservationStep.asking_id == asking_id)
    found = edit.scalars(select(Reservation).where(Reservation.id.in_(heard))).all()
    _bring_by_steps(edit, found)


def _heard_in(
    edit: Edit, asking_id: int, reservation_ids: Collection[int]
) -> Sequence[ReservationStep]:
    return edit.scalars(
        select(ReservationStep).where(
            ReservationStep.asking_id == asking_id,
            ReservationStep.reservation_id.in_(reservation_ids),
        )
    ).all()


def _heard(state: ReservationState, *, still_there: bool) -> ReservationEvent:
    if not still_there:
        return ReservationEvent.LIFTED
    settled = state in (ReservationState.ADDRESSED, ReservationState.LIFTED)
    return ReservationEvent.REOPENED if settled else ReservationEvent.ASKED_AGAIN


def ask_again(edit: Edit, asking: Asking, answered: Collection[int], at: Instant) -> None:
    """Who has answered with a reservation that was not settled before was asked about it again.

    Args:
        answered: the members who have answered.
    """
    heard = select(ReservationStep.reservation_id).where(ReservationStep.asking_id == asking.id)
    unsettled = edit.scalars(
        select(Reservation).where(
            Reservation.member_id.in_(list(answered)),
            Reservation.state.in_(UNSETTLED),
            Reservation.opened_at < asking.opened_at,
            Reservation.id.not_in(heard),
        )
    ).all()
    place = {"vision_id": asking.vision_id, "asking_id": asking.id}
    add_steps(edit, unsettled, ReservationEvent.ASKED_AGAIN, at, **place)


def _bring_by_steps(
    edit: Edit, reservations: Collection[Reservation], without: Collection[int] = frozenset()
) -> None:
    """What their steps make of reservations, as far as they are told; those `without` are not."""
    moved: dict[int, list[ReservationStep]] = {one.id: [] for one in reservations}
    for step in edit.scalars(
        select(ReservationStep)
        .where(ReservationStep.reservation_id.in_(list(moved)), STEP_IS_TOLD)
        .where(ReservationStep.event != ReservationEvent.ASKED_AGAIN)
        .order_by(ReservationStep.at, ReservationStep.id)
    ):
        if step.id not in without:
            moved[step.reservation_id].append(step)
    for reservation in reservations:
        own = moved[reservation.id]
        at = own[-1].at if own else reservation.opened_at
        _bring_to(reservation, state_after(step.event for step in own), at)


def _keep_old_steps(edit: Edit, reservations: Collection[Reservation]) -> None:
    """Those from before steps were kept have one that led to their state, before others follow."""
    settled = {one.id: one for one in reservations if one.state is not ReservationState.OPEN}
    if not settled:
        return
    of_them = ReservationStep.reservation_id.in_(settled)
    known = set(edit.scalars(select(ReservationStep.reservation_id).where(of_them)))
    for key, one in settled.items():
        if key not in known:
            at = one.settled_at or one.opened_at
            edit.add(ReservationStep(reservation_id=key, event=BRINGS[one.state], at=at))


def _bring_to(reservation: Reservation, state: ReservationState, at: Instant) -> None:
    reservation.state = state
    reservation.settled_at = None if state is ReservationState.OPEN else at
