"""The agenda's clock: what is planned, what happened, and how the rest of the evening shifts."""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from kdc_desktop.domain.sessions.states import ClockLevel, SlotState
from kdc_desktop.i18n import _, day_moment_text, span_text, time_text
from kdc_desktop.instants import Instant, Zone

AMBER_PART = 0.20
RED_PART = 0.05
ANOTHER_DAY = timedelta(hours=6)
ONE_DAY = 24 * 60  # minutes
OVER_MIDNIGHT = timedelta(hours=6)


class StageTime(NamedTuple):
    """One stage's plan and clock; `paused_seconds` are past pauses, `paused_at` the running one."""

    id: int
    title: str
    planned_minutes: int
    started_at: Instant | None = None
    ended_at: Instant | None = None
    paused_at: Instant | None = None
    paused_seconds: int = 0


class StageSlot(NamedTuple):
    """Where a stage lies in the evening.

    `actual_minutes` is wall-clock time, pauses included, so far for the running stage; None for a
    stage still to come and 0 for one that was passed over. A stage that stood still for
    `ANOTHER_DAY` or longer was gone on with later: that time moves the plan and is no delay.
    """

    id: int
    title: str
    planned_minutes: int
    planned_start: Instant
    planned_end: Instant
    expected_start: Instant
    expected_end: Instant
    actual_minutes: float | None
    state: SlotState


class Countdown(NamedTuple):
    """What the clock of a stage shows; `seconds_left` is negative when it runs over."""

    seconds_left: int
    level: ClockLevel
    text: str
    paused: bool


class Shift(NamedTuple):
    """By how many minutes the evening ends late (negative: early), and when; None for no agenda.

    `over`: it has ended.
    """

    minutes: int
    ends_at: Instant | None
    over: bool = False

    def sentence(self, zone: Zone) -> str:
        """When the evening ends where it is held, and how that is against the plan."""
        if self.ends_at is None:
            return _("The agenda is empty: add a stage.")
        ends_at = self.ends_at.in_zone(zone)
        if abs(self.minutes) >= ONE_DAY:  # another day: how late that is says nothing any more
            moment = day_moment_text(ends_at)
            ended = _("The evening ended {when}.", when=moment)
            return ended if self.over else _("The evening ends {when}.", when=moment)
        time = time_text(ends_at)
        return _ended(time, self.minutes) if self.over else _ends(time, self.minutes)


def _ends(when: str, late: int) -> str:
    span = span_text(abs(late))
    if late == 0:
        return _("The evening ends at {time}, as the agenda says.", time=when)
    if late > 0:
        return _("The evening ends at {time}, {span} late.", time=when, span=span)
    return _("The evening ends at {time}, {span} earlier than planned.", time=when, span=span)


def _ended(when: str, late: int) -> str:
    span = span_text(abs(late))
    if late == 0:
        return _("The evening ended at {time}, as the agenda says.", time=when)
    if late > 0:
        return _("The evening ended at {time}, {span} late.", time=when, span=span)
    return _("The evening ended at {time}, {span} earlier than planned.", time=when, span=span)


def timeline(stages: Sequence[StageTime], session_start: Instant, now: Instant) -> list[StageSlot]:
    """Planned and expected times of every stage, in the order given.

    A stage never started that lies before a started one was passed over: it counts as done.
    For a closed session pass the time of closing as `now`.
    """
    last_started = max((i for i, stage in enumerate(stages) if stage.started_at), default=-1)
    running = any(stage.started_at and not stage.ended_at for stage in stages)
    lengths = [timedelta(minutes=stage.planned_minutes) + _away(stage, now) for stage in stages]
    planned_end = session_start + sum(lengths, timedelta())
    planned = session_start
    cursor: Instant | None = None
    slots = []
    for index, stage in enumerate(stages):
        start, end, state = _expected(stage, cursor or planned, now, index < last_started)
        if state is SlotState.NEXT and not running and index == last_started + 1:
            waits = cursor is not None or now < planned_end
            start = max(start, now) if waits else start
            end = start + lengths[index]
        slots.append(
            StageSlot(
                stage.id,
                stage.title,
                stage.planned_minutes,
                planned,
                planned + lengths[index],
                start,
                end,
                _actual_minutes(stage, now, state),
                state,
            )
        )
        planned += lengths[index]
        cursor = end if cursor is None else max(cursor, end)
    return slots


def _expected(
    stage: StageTime, cursor: Instant, now: Instant, passed: bool
) -> tuple[Instant, Instant, SlotState]:
    if stage.started_at is None:
        if passed:
            return cursor, cursor, SlotState.DONE
        return cursor, cursor + timedelta(minutes=stage.planned_minutes), SlotState.NEXT
    if stage.ended_at is not None:
        return stage.started_at, stage.ended_at, SlotState.DONE
    due = stage.started_at + timedelta(minutes=stage.planned_minutes) + _paused(stage, now)
    return stage.started_at, max(due, now), SlotState.NOW


def is_another_day(planned: datetime, now: datetime) -> bool:
    """Whether an evening that begins now is not the one that was planned for this wall time.

    On the day itself it is, however early; past a midnight only with less than `OVER_MIDNIGHT`.
    """
    return planned.date() != now.date() and abs(now - planned) >= OVER_MIDNIGHT


def _paused(stage: StageTime, now: Instant) -> timedelta:
    running = now - stage.paused_at if stage.paused_at is not None else timedelta()
    return timedelta(seconds=stage.paused_seconds) + max(timedelta(), running)


def _away(stage: StageTime, now: Instant) -> timedelta:
    paused = _paused(stage, now)
    return paused if paused >= ANOTHER_DAY else timedelta()


def _actual_minutes(stage: StageTime, now: Instant, state: SlotState) -> float | None:
    if stage.started_at is None:
        return 0.0 if state is SlotState.DONE else None
    taken = (stage.ended_at or now) - stage.started_at - _away(stage, now)
    return max(0.0, taken.total_seconds() / 60)


def countdown(stage: StageTime, now: Instant) -> Countdown:
    """The clock of one stage: the whole time before it starts, standing still while paused.

    A stage planned with 0 minutes has no limit and stays calm.
    """
    total = stage.planned_minutes * 60
    left = total
    if stage.started_at is not None:
        until = stage.ended_at or stage.paused_at or now
        spent = (until - stage.started_at).total_seconds() - stage.paused_seconds
        left = math.ceil(total - max(0.0, spent))
    paused = stage.paused_at is not None and stage.ended_at is None
    return Countdown(left, _level(left, total), clock_text(left), paused)


def _level(left: int, total: int) -> ClockLevel:
    if total == 0 or left > total * AMBER_PART:
        return ClockLevel.CALM
    return ClockLevel.AMBER if left > total * RED_PART else ClockLevel.RED


def clock_text(seconds: int) -> str:
    """mm:ss, or -mm:ss for time overrun; minutes may pass 99."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'-' if seconds < 0 else ''}{minutes:02d}:{rest:02d}"


def shift(slots: Sequence[StageSlot]) -> Shift:
    """How far the end of the evening has moved from the plan, in whole minutes."""
    if not slots:
        return Shift(0, None)
    ends_at = max(slot.expected_end for slot in slots)
    minutes = round((ends_at - slots[-1].planned_end).total_seconds() / 60)
    return Shift(minutes, ends_at, all(slot.state is SlotState.DONE for slot in slots))
