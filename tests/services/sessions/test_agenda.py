"""Planning a session and walking through its agenda."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kdc_desktop.domain.sessions.agenda import Shift, countdown, shift, timeline
from kdc_desktop.domain.sessions.stages import TALK
from kdc_desktop.errors import UserError
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.services.joined.sessions import SESSIONS
from kdc_desktop.services.sessions import agenda, listing, planning, questions
from kdc_desktop.services.sessions import rows as session_rows
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import Database, open_database

STARTS = datetime(2026, 11, 3, 17, 30)
EVENING = Instant.of(STARTS, laptop_zone())


class Clock:
    def __init__(self) -> None:
        self.now = EVENING

    def __call__(self) -> Instant:
        return self.now

    def later(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def database(tmp_path: Path, clock: Clock):
    opened = open_database(tmp_path / "club.kdc", clock)
    yield opened
    opened.close()


@pytest.fixture
def session_id(database: Database) -> int:
    return planning.plan_session(database, "Autumn", STARTS, templates()[0], place="Library")


def kinds(database: Database, session_id: int) -> list[str]:
    return [stage.kind for stage in questions.stages(database, session_id)]


def current(database: Database, session_id: int) -> str | None:
    return next(
        (stage.kind for stage in questions.stages(database, session_id) if stage.is_current), None
    )


def test_a_new_session_has_the_agenda_of_its_template(database, session_id):
    assert kinds(database, session_id) == [stage.kind for stage in templates()[0].stages]


def test_the_session_and_its_agenda_are_one_undo(database, session_id):
    database.undo()
    assert listing.sessions(database) == []


def test_a_session_is_put_into_the_trash_and_undo_says_so(database, session_id):
    planning.trash_sessions(database, [session_id])
    assert listing.sessions(database) == []
    assert str(database.undo().label) == "Put Autumn into the trash"
    assert len(listing.sessions(database)) == 1


def test_a_session_needs_a_name(database):
    with pytest.raises(UserError, match="name"):
        planning.plan_session(database, "  ", STARTS, templates()[0])


def test_going_live_starts_the_first_stage(database, session_id):
    agenda.go_live(database, session_id)
    row = listing.session(database, session_id)
    assert (row.status, current(database, session_id)) == ("live", "check_in")


def test_next_ends_a_stage_and_keeps_how_long_it_took(database, session_id, clock):
    agenda.go_live(database, session_id)
    clock.later(34)
    agenda.next_stage(database, session_id)
    first = questions.stages(database, session_id)[0]
    assert first.started_at is not None
    assert first.ended_at is not None
    assert (first.ended_at - first.started_at, current(database, session_id)) == (
        timedelta(minutes=34),
        "welcome",
    )


def test_previous_goes_on_with_the_clock_of_the_stage_before(database, session_id, clock):
    agenda.go_live(database, session_id)
    clock.later(10)
    agenda.next_stage(database, session_id)
    clock.later(1)
    agenda.previous_stage(database, session_id)
    first, second, *_ = questions.stages(database, session_id)
    assert (first.started_at, first.ended_at, second.started_at) == (EVENING, None, None)


def test_a_stage_gone_back_to_has_the_time_that_it_had_left(database, session_id, clock):
    agenda.go_live(database, session_id)
    clock.later(10)
    left = clock_text(database, session_id, clock.now)
    agenda.next_stage(database, session_id)
    clock.later(90)
    agenda.next_stage(database, session_id)
    agenda.go_to_stage(database, questions.stages(database, session_id)[0].id)
    assert clock_text(database, session_id, clock.now) == left


@pytest.mark.parametrize("days", [-7, -1, 1, 30])
def test_an_evening_that_runs_on_another_day_is_one_of_that_day(database, session_id, clock, days):
    planned = listing.session(database, session_id)
    assert not planned.is_for_another_day(clock.now)
    clock.later(days * 24 * 60 + 20)
    assert planned.is_for_another_day(clock.now)
    agenda.go_live(database, session_id)
    ran = listing.session(database, session_id)
    assert ran.starts_at == planned.starts_at + timedelta(days=days, minutes=20)
    assert evening_of(database, session_id, clock.now).minutes == 0
    database.undo()
    assert listing.session(database, session_id) == planned


def test_a_pause_does_not_count(database, session_id, clock):
    agenda.go_live(database, session_id)
    clock.later(5)
    assert agenda.toggle_clock(database, session_id) is True
    clock.later(7)
    assert agenda.toggle_clock(database, session_id) is False
    assert questions.stages(database, session_id)[0].paused_seconds == 7 * 60


def test_closing_destroys_nothing_and_can_be_reopened(database, session_id):
    agenda.go_live(database, session_id)
    agenda.next_stage(database, session_id)
    agenda.close_session(database, session_id)
    assert current(database, session_id) is None
    agenda.reopen_session(database, session_id)
    assert (listing.session(database, session_id).status, current(database, session_id)) == (
        "live",
        "welcome",
    )


def test_the_last_stage_says_that_it_is_the_last(database, session_id):
    agenda.go_live(database, session_id)
    for _ in kinds(database, session_id)[1:]:
        agenda.next_stage(database, session_id)
    with pytest.raises(UserError, match="last stage"):
        agenda.next_stage(database, session_id)


def test_stages_can_be_added_moved_and_removed(database, session_id):
    before = kinds(database, session_id)
    first = questions.stages(database, session_id)[0]
    added = agenda.add_stage(database, session_id, TALK, after_id=first.id)
    assert kinds(database, session_id) == [before[0], "talk", *before[1:]]
    agenda.move_stages(database, [added], -1)
    assert kinds(database, session_id) == ["talk", *before]
    agenda.move_stages(database, [added], 99)
    assert kinds(database, session_id) == [*before, "talk"]
    agenda.remove_stages(database, [added], SESSIONS.stage_checks)
    assert kinds(database, session_id) == before


def test_the_running_stage_cannot_be_removed(database, session_id):
    agenda.go_live(database, session_id)
    first = questions.stages(database, session_id)[0].id
    with pytest.raises(UserError, match="is running"):
        agenda.remove_stages(database, [first], SESSIONS.stage_checks)


@pytest.mark.parametrize("minutes", [0, 601])
def test_a_stage_takes_a_sensible_time(database, session_id, minutes):
    stage = questions.stages(database, session_id)[0]
    with pytest.raises(UserError, match="between 1 and 600"):
        agenda.change_stage(database, stage.id, minutes=minutes)


def test_a_session_that_was_put_away_comes_back_with_undo(database, session_id):
    planning.trash_sessions(database, [session_id])
    assert listing.sessions(database) == []
    database.undo()
    assert [row.id for row in listing.sessions(database)] == [session_id]


def clock_text(database: Database, session_id: int, now: Instant) -> str:
    stage = next(one for one in questions.stages(database, session_id) if one.is_current)
    return countdown(stage.time(), now).text


def evening(database: Database, session_id: int, now: Instant) -> Shift:
    stages = [stage.time() for stage in questions.stages(database, session_id)]
    return shift(timeline(stages, EVENING, now))


def evening_of(database: Database, session_id: int, now: Instant) -> Shift:
    return shift(
        session_rows.evening(
            listing.session(database, session_id), questions.stages(database, session_id), now
        )
    )


def test_a_stage_left_backwards_starts_afresh_without_its_old_pauses(database, session_id, clock):
    agenda.go_live(database, session_id)
    agenda.next_stage(database, session_id)
    whole = clock_text(database, session_id, clock.now)
    agenda.toggle_clock(database, session_id)
    clock.later(8)
    agenda.previous_stage(database, session_id)
    agenda.next_stage(database, session_id)
    clock.later(1)
    minutes = int(whole[:2])
    assert clock_text(database, session_id, clock.now) == f"{minutes - 1:02d}:00"


def test_the_time_between_closing_and_reopening_is_neither_spent_nor_late(
    database, session_id, clock
):
    agenda.go_live(database, session_id)
    clock.later(2)
    left, late = clock_text(database, session_id, clock.now), evening(database, session_id, clock())
    agenda.close_session(database, session_id)
    clock.later(24 * 60)
    agenda.reopen_session(database, session_id)
    assert clock_text(database, session_id, clock.now) == left
    again = evening(database, session_id, clock.now)
    here = laptop_zone()
    assert (again.minutes, again.sentence(here)) == (late.minutes, late.sentence(here))
    assert late.ends_at is not None
    assert again.ends_at == late.ends_at + timedelta(days=1)


def test_a_session_that_a_clock_ahead_has_closed_can_be_reopened(database, session_id, clock):
    agenda.go_live(database, session_id)
    clock.later(60)
    agenda.close_session(database, session_id)
    clock.later(-30)
    agenda.reopen_session(database, session_id)
    assert listing.session(database, session_id).status == "live"


def test_sessions_of_one_programme_share_it(database, session_id):
    other = planning.plan_session(
        database, "Winter", STARTS, templates()[0], programme="Agile  piloting"
    )
    row = listing.session(database, session_id)
    planning.change_session(
        database,
        session_id,
        title=row.title,
        place=row.place,
        goal=row.goal,
        starts_at=row.starts_at,
        programme="Agile piloting ",
    )
    assert questions.programmes(database) == ["Agile piloting"]
    assert [listing.session(database, each).programme for each in (session_id, other)] == [
        "Agile piloting"
    ] * 2
