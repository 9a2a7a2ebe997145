"""Sessions and stages as rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from kdc_desktop.domain.sessions.agenda import StageSlot, StageTime, is_another_day, timeline
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.instants import Instant, Zone, laptop_zone


class SessionRow(NamedTuple):
    """A session as the list on Home shows it; `counts` are those that were asked for.

    It is planned by the clock on the wall of the room, which is in `zone`.
    """

    id: int
    title: str
    place: str
    goal: str
    starts_at: datetime
    zone: Zone
    status: SessionStatus
    silent: bool
    programme: str
    closed_at: Instant | None
    counts: tuple[int, ...] = ()

    @property
    def is_planned(self) -> bool:
        """Whether it has not been live yet."""
        return self.status is SessionStatus.PLANNED

    @property
    def is_over(self) -> bool:
        """Whether its evening is closed."""
        return self.status is SessionStatus.CLOSED

    @property
    def planned_start(self) -> Instant:
        """When it is to begin."""
        return Instant.of(self.starts_at, self.zone)

    def is_for_another_day(self, now: Instant) -> bool:
        """Whether it is planned for another day than that of the room, in which the laptop is."""
        here = now.in_zone(laptop_zone())
        return self.is_planned and is_another_day(self.starts_at, here)

    def moment(self, now: Instant) -> Instant:
        """The time that its agenda is looked at: before it is live the plan, then now or its end.

        A door that is not open yet is never late.
        """
        return self.planned_start if self.is_planned else self.closed_at or now


class StageRow(NamedTuple):
    """One stage of an agenda, with its clock."""

    id: int
    kind: str
    title: str
    prompt: str
    notes: str
    planned_minutes: int
    started_at: Instant | None
    ended_at: Instant | None
    paused_at: Instant | None
    paused_seconds: int

    @property
    def is_current(self) -> bool:
        """Whether the session stands in this stage now."""
        return self.started_at is not None and self.ended_at is None

    def time(self) -> StageTime:
        """What the agenda's clock needs."""
        return StageTime(
            self.id,
            self.title,
            self.planned_minutes,
            self.started_at,
            self.ended_at,
            self.paused_at,
            self.paused_seconds,
        )


def current_of(stages: Sequence[StageRow]) -> StageRow | None:
    """The stage in which a session with this agenda stands."""
    return next((stage for stage in stages if stage.is_current), None)


def following_of(stages: Sequence[StageRow]) -> StageRow | None:
    """The stage to which a live session goes on: the first, where it stands in none."""
    current = current_of(stages)
    place = 0 if current is None else stages.index(current) + 1
    return stages[place] if place < len(stages) else None


def evening(session: SessionRow, stages: Sequence[StageRow], now: Instant) -> list[StageSlot]:
    """The times of the stages, as everything that shows them to somebody has them."""
    return timeline([stage.time() for stage in stages], session.planned_start, session.moment(now))
