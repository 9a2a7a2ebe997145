"""The agenda's clock says when things happen and how late the evening is."""

from datetime import UTC, datetime, timedelta

from kdc_desktop.domain.sessions.agenda import (
    Countdown,
    StageTime,
    countdown,
    shift,
    timeline,
)
from kdc_desktop.domain.sessions.states import ClockLevel
from kdc_desktop.domain.stage_kinds import BY_KEY, STAGE_KINDS
from kdc_desktop.instants import Instant

START = Instant.of(datetime(2026, 9, 10, 17, 0), UTC)


def at(minutes: float) -> Instant:
    return START + timedelta(minutes=minutes)


EVENING = [
    StageTime(1, "Check-in", 30),
    StageTime(2, "Ideas", 40),
    StageTime(3, "Poll", 20),
]


def test_before_it_starts_everything_is_as_planned() -> None:
    slots = timeline(EVENING, START, at(-60))
    assert [(s.planned_start, s.expected_end, s.state) for s in slots] == [
        (at(0), at(30), "next"),
        (at(30), at(70), "next"),
        (at(70), at(90), "next"),
    ]
    assert shift(slots).sentence(UTC) == "The evening ends at 18:30, as the agenda says."


def test_an_overrun_moves_what_comes_after() -> None:
    stages = [
        EVENING[0]._replace(started_at=at(0), ended_at=at(35)),
        EVENING[1]._replace(started_at=at(35)),
        EVENING[2],
    ]
    slots = timeline(stages, START, at(80))
    assert [s.state for s in slots] == ["done", "now", "next"]
    assert [s.actual_minutes for s in slots] == [35, 45, None]
    assert (slots[1].expected_end, slots[2].expected_end) == (at(80), at(100))
    late = shift(slots)
    assert (late.minutes, late.sentence(UTC)) == (10, "The evening ends at 18:40, 10 min late.")


def test_ending_early_brings_the_rest_forward() -> None:
    stages = [EVENING[0]._replace(started_at=at(0), ended_at=at(29)), *EVENING[1:]]
    assert shift(timeline(stages, START, at(29))).sentence(UTC) == (
        "The evening ends at 18:29, 1 min earlier than planned."
    )


def test_a_stage_passed_over_takes_no_time() -> None:
    stages = [EVENING[0], EVENING[1]._replace(started_at=at(0)), EVENING[2]]
    slots = timeline(stages, START, at(10))
    assert (slots[0].state, slots[0].actual_minutes) == ("done", 0)
    assert shift(slots).minutes == -30


def test_a_pause_stops_the_countdown_and_moves_the_end() -> None:
    stage = EVENING[1]._replace(started_at=at(0), paused_seconds=60, paused_at=at(11))
    assert countdown(stage, at(25)) == Countdown(30 * 60, ClockLevel.CALM, "30:00", True)
    assert timeline([stage], START, at(25))[0].expected_end == at(55)


def test_the_countdown_turns_amber_then_red_then_negative() -> None:
    stage = EVENING[1]._replace(started_at=at(0))
    shown = [countdown(stage, at(m)) for m in (31.9, 32, 37.9, 38, 41.5)]
    assert [c.level for c in shown] == ["calm", "amber", "amber", "red", "red"]
    assert [c.text for c in shown] == ["08:06", "08:00", "02:06", "02:00", "-01:30"]
    assert countdown(EVENING[1], at(500)).text == "40:00"


def test_an_empty_agenda_says_so() -> None:
    assert shift(timeline([], START, START)).sentence(UTC) == "The agenda is empty: add a stage."


def test_stage_kinds_have_keys_of_their_own() -> None:
    assert len(BY_KEY) == len(STAGE_KINDS) == 17
    assert all(kind.minutes > 0 and str(kind.purpose).endswith(".") for kind in STAGE_KINDS)
