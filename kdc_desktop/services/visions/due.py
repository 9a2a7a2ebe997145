"""What is due over the whole club: commitments, consortia gone silent or fallen, askings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from sqlalchemy import select

from kdc_desktop.domain.consortia.due import SILENT_AFTER
from kdc_desktop.domain.consortia.states import WITH_THE_CLUB
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.instants import Instant, Zone, day_of, days_between
from kdc_desktop.model.consortia import Consortium, Member, TakenUp
from kdc_desktop.model.people import Organisation
from kdc_desktop.model.sessions import Session
from kdc_desktop.model.visions import Commitment
from kdc_desktop.services.consortia.leaving import has_left
from kdc_desktop.services.consortia.worked_on import how_near
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.obstacles.due import obstacles_due
from kdc_desktop.services.obstacles.rows import ObstacleRow
from kdc_desktop.services.visions.club import ConsortiumNow
from kdc_desktop.services.visions.falls import Fall, falls
from kdc_desktop.services.visions.named import NAMES, called, with_names
from kdc_desktop.services.visions.waiting import Waiting, waiting
from kdc_desktop.storage import Snapshot

SOON = 14  # days before it is due that a commitment is told of


@dataclass(frozen=True)
class DueCommitment:
    """What a member has promised and not done yet; `days` over, negative while there is time."""

    id: int
    consortium: ConsortiumNow
    member: str
    sector: str
    has_left: bool
    what: str
    due_on: date
    days: int


@dataclass(frozen=True)
class SilentConsortium:
    """One of which nobody has heard for so many days."""

    consortium: ConsortiumNow
    days: int


@dataclass(frozen=True)
class FallenConsortium:
    """One in which a member stands two levels or more below what it said before."""

    consortium: ConsortiumNow
    fall: Fall
    fell_on: date


class Reason(Enum):
    """Why a consortium is due to be asked."""

    UNANSWERED = auto()  # a version that not all of its members have answered
    LOOK_AGAIN = auto()  # the day has come on which to look again


@dataclass(frozen=True)
class DueAsking:
    """A consortium to ask: `days` since its version was written, or over the day to look again.

    `session_id` is the session to come that has taken it up, if one has.
    """

    consortium: ConsortiumNow
    reason: Reason
    waiting: Waiting | None
    days: int
    session_id: int | None

    @property
    def to_ask(self) -> int:
        """How many members have not answered."""
        return self.waiting.unanswered if self.waiting else 0


@dataclass(frozen=True)
class Due:
    """All that is due `today`, in each part what is most late first."""

    commitments: tuple[DueCommitment, ...]
    silent: tuple[SilentConsortium, ...]
    fallen: tuple[FallenConsortium, ...]
    askings: tuple[DueAsking, ...]
    obstacles: tuple[ObstacleRow, ...]
    today: date

    @property
    def count(self) -> int:
        """How many things that are."""
        parts = self.commitments, self.silent, self.fallen, self.askings, self.obstacles
        return sum(map(len, parts))


def due_of(snapshot: Snapshot, known: Mapping[int, ConsortiumNow], now: Instant) -> Due:
    """What is due or overdue now, of these consortia but those that have ended or stopped."""
    zone = club_zone(snapshot)
    alive = {key: one for key, one in known.items() if not one.is_over}
    days = {key: days_between(one.heard_at, now, zone) for key, one in alive.items()}
    silent = [SilentConsortium(alive[key], quiet) for key, quiet in days.items()]
    silent = [one for one in silent if one.days >= SILENT_AFTER]
    return Due(
        _commitments(snapshot, alive, day_of(now, zone)),
        tuple(sorted(silent, key=lambda one: -one.days)),
        _fallen(snapshot, alive, zone),
        _askings(snapshot, alive, now, zone),
        obstacles_due(snapshot, now, zone),
        day_of(now, zone),
    )


def _commitments(
    snapshot: Snapshot, alive: Mapping[int, ConsortiumNow], today: date
) -> tuple[DueCommitment, ...]:
    found = snapshot.execute(
        with_names(
            select(
                Commitment.id,
                Commitment.what,
                Commitment.due_on,
                Member.consortium_id,
                Organisation.sector,
                has_left(Member.id),
                *NAMES,
            ).join(Member, Member.id == Commitment.member_id)
        )
        .where(Commitment.done_at.is_(None), Commitment.due_on <= today + timedelta(days=SOON))
        .order_by(Commitment.due_on, Commitment.id)
    )
    return tuple(
        DueCommitment(
            key,
            alive[consortium_id],
            called(*names),
            sector_of(sector),
            left,
            what,
            due_on,
            (today - due_on).days,
        )
        for key, what, due_on, consortium_id, sector, left, *names in found
        if consortium_id in alive
    )


def _fallen(
    snapshot: Snapshot, alive: Mapping[int, ConsortiumNow], zone: Zone
) -> tuple[FallenConsortium, ...]:
    """The deepest fall of each, the newest first."""
    deepest: dict[int, Fall] = {}
    for fall in falls(snapshot):
        known = deepest.get(fall.consortium_id)
        if fall.consortium_id in alive and (known is None or fall.levels > known.levels):
            deepest[fall.consortium_id] = fall
    newest = sorted(deepest.values(), key=lambda fall: fall.at, reverse=True)
    return tuple(
        FallenConsortium(alive[fall.consortium_id], fall, day_of(fall.at, zone)) for fall in newest
    )


def _askings(
    snapshot: Snapshot, alive: Mapping[int, ConsortiumNow], now: Instant, zone: Zone
) -> tuple[DueAsking, ...]:
    today, to_come = day_of(now, zone), _taken_up_by_sessions_to_come(snapshot, now)
    unanswered = {one.consortium_id: one for one in waiting(snapshot)}
    to_look = snapshot.execute(
        select(Consortium.id, Consortium.look_again_on).where(Consortium.look_again_on <= today)
    )
    looked_at = {key: (today - day).days for key, day in to_look if day is not None}
    found = []
    for key, one in alive.items():
        left = unanswered.get(key)
        if key in looked_at:
            since = looked_at[key]
            found.append(DueAsking(one, Reason.LOOK_AGAIN, left, since, to_come.get(key)))
        elif left is not None and one.state in WITH_THE_CLUB:
            since = (today - day_of(left.written_at, zone)).days
            found.append(DueAsking(one, Reason.UNANSWERED, left, since, to_come.get(key)))
    return tuple(sorted(found, key=lambda one: -one.days))


def _taken_up_by_sessions_to_come(snapshot: Snapshot, now: Instant) -> dict[int, int]:
    """The next session of each consortium that one to come has taken up."""
    found = snapshot.execute(
        select(TakenUp.consortium_id, Session)
        .join(Session, Session.id == TakenUp.session_id)
        .where(Session.status != SessionStatus.CLOSED, Session.trashed_at.is_(None))
        .order_by(Session.id)
    )
    by_nearness = sorted(found, key=lambda row: how_near(row[1], now), reverse=True)
    return {key: session.id for key, session in by_nearness}
