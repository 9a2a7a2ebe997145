"""A consortium as it was at an earlier moment: who was in it, what it had written and answered."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    String,
    case,
    func,
    literal,
    or_,
    select,
    type_coerce,
)

from kdc_desktop.domain.obstacles.states import ObstacleEvent
from kdc_desktop.domain.visions.reservation_steps import LEADS_TO
from kdc_desktop.domain.visions.states import ReservationEvent, ReservationState
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import (
    Consortium,
    ConsortiumStep,
    Leaving,
    Member,
    OpenRole,
    RoleStep,
    SignOfLife,
)
from kdc_desktop.model.obstacles import Obstacle, ObstacleStep
from kdc_desktop.model.visions import (
    Asking,
    Commitment,
    Position,
    Pulse,
    PulseAnswer,
    Reading,
    Reservation,
    ReservationStep,
    Stake,
    StakeServed,
    Vision,
)
from kdc_desktop.storage.as_it_was import AsItWas, Earlier, Lived, Then


def consortia_at(at: Instant) -> AsItWas:
    """What consortia were at a moment, for `Database.read`; names are told as they are now."""
    return AsItWas(at, _LIVED)


def _role(then: Then, member: FromClause) -> ColumnElement[str]:
    """What the first step after that moment says that it was."""
    steps = then.rows(RoleStep)
    was = (
        select(steps.c.was)
        .where(steps.c.member_id == member.c.id, ~then.came(steps.c.at))
        .order_by(steps.c.at, steps.c.id)
        .limit(1)
    )
    return func.coalesce(was.scalar_subquery(), member.c.role)


def _state(then: Then, reservation: FromClause) -> ColumnElement[str]:
    """What its steps had made of it; one of before steps were kept tells when it was settled."""
    steps, askings = then.rows(ReservationStep), then.rows(Asking)
    event = type_coerce(steps.c.event, String)
    own = (
        select(event)
        .where(steps.c.reservation_id == reservation.c.id, event != ReservationEvent.ASKED_AGAIN)
        .order_by(steps.c.at.desc(), steps.c.id.desc())
        .limit(1)
    )
    revealed = select(askings.c.id).where(then.came(askings.c.revealed_at))
    told = or_(steps.c.asking_id.is_(None), steps.c.asking_id.in_(revealed))
    last = own.where(then.came(steps.c.at), told).scalar_subquery()
    led = case(
        *((last == event, literal(state, String)) for event, state in LEADS_TO.items()),
        else_=literal(ReservationState.OPEN, String),
    )
    return case(
        (own.exists(), led),
        (~then.came(reservation.c.settled_at), literal(ReservationState.OPEN, String)),
        else_=type_coerce(reservation.c.state, String),
    )


def _last_said(column: str, *events: ObstacleEvent) -> Earlier:
    """What the last step that is about it says; one that solved it took its next step away."""

    def was(then: Then, obstacle: FromClause) -> ColumnElement[Any]:
        steps = then.rows(ObstacleStep)
        event = type_coerce(steps.c.event, String)
        of_it, until = steps.c.obstacle_id == obstacle.c.id, then.came(steps.c.at)
        said = case((event != ObstacleEvent.SOLVED, steps.c[column]))
        last = (
            select(said)
            .where(of_it, event.in_(events), until)
            .order_by(steps.c.at.desc(), steps.c.id.desc())
            .limit(1)
        )
        return last.scalar_subquery()

    return was


def _or_else(was: Earlier, otherwise: Callable[[FromClause], Any]) -> Earlier:
    """The same, where nothing was said what is there always."""
    return lambda then, obstacle: func.coalesce(was(then, obstacle), otherwise(obstacle))


_PUT = ObstacleEvent.RAISED, ObstacleEvent.CHANGED
_HANDED = ObstacleEvent.RAISED, ObstacleEvent.HANDED_ON
_NEXT = ObstacleEvent.NEXT_STEP, ObstacleEvent.SOLVED
_OF_OBSTACLE: dict[str, Earlier] = {
    "kind": _or_else(_last_said("kind", *_PUT), lambda obstacle: obstacle.c.kind),
    "text": _or_else(_last_said("note", *_PUT), lambda obstacle: obstacle.c.text),
    "next_step": _or_else(_last_said("note", *_NEXT), lambda _obstacle: ""),
    "next_on": _last_said("next_on", *_NEXT),
    **{
        column: _last_said(column, *_HANDED)
        for column in ("owner_id", "organisation_id", "department_id")
    },
}


def _filled_by(then: Then, role: FromClause) -> ColumnElement[int]:
    """Nothing but the journal keeps since when a role is filled."""
    return then.in_journal(role, OpenRole.__tablename__, "filled_by_id")


_LIVED = (
    Lived(Consortium),
    Lived(ConsortiumStep),
    Lived(Member, {"role": _role}),
    Lived(RoleStep),
    Lived(Leaving),
    Lived(OpenRole, {"filled_by_id": _filled_by}, journaled=True),
    Lived(SignOfLife),
    Lived(Obstacle, _OF_OBSTACLE),
    Lived(ObstacleStep),
    Lived(Vision),
    Lived(Reading),
    Lived(Asking),
    Lived(Position),
    Lived(Reservation, {"state": _state}),
    Lived(ReservationStep),
    Lived(Commitment),
    Lived(Stake),
    Lived(StakeServed),
    Lived(Pulse),
    Lived(PulseAnswer),
)
