"""Whoever shows when a stage begins shows the same: the table, the strip, the room."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QAction

from kdc_desktop.app import Club
from kdc_desktop.audience.sessions.welcome import WelcomeSlide
from kdc_desktop.domain.sessions.stages import TALK
from kdc_desktop.i18n import time_text
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.screens.sessions.agenda_screen import AgendaScreen
from kdc_desktop.screens.sessions.talk_screen import TalkScreen
from kdc_desktop.services.joined.sessions import SESSIONS
from kdc_desktop.services.sessions import agenda, planning, questions
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.gui.test_jobs import wait_until

STARTS = datetime(2026, 11, 3, 17, 30)


class Clock:
    now = Instant.of(STARTS, laptop_zone())

    def __call__(self) -> Instant:
        return self.now


class Evening:
    """A session whose agenda is looked at, and its clock."""

    def __init__(self, club: Club, clock: Clock) -> None:
        self.club, self.clock, self.database = club, clock, club.database
        self.id = planning.plan_session(self.database, "Autumn", STARTS, templates()[0])
        club.window.open_session(self.id)
        screen = club.window.screen_shown
        assert isinstance(screen, AgendaScreen)
        self.agenda = screen

    @property
    def stage_ids(self) -> list[int]:
        return [stage.id for stage in questions.stages(self.database, self.id)]

    def later(self, minutes: int) -> None:
        self.clock.now += timedelta(minutes=minutes)

    def look_at_agenda(self) -> None:
        self.club.window.whereabouts.show_agenda()

    def table(self) -> list[str]:
        model = self.agenda.stages_table.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def strip(self) -> list[str]:
        segments = self.club.window.frame.strip.timeline.segments
        return [time_text(each.slot.expected_start.in_zone(each.zone)) for each in segments]

    def room(self) -> list[str]:
        """What the room reads when it is shown the agenda."""
        self.club.window.findChild(QAction, "act_show_this").trigger()
        wait_until(lambda: self.club.window.feed.is_up_to_date)
        slide = self.club.room.offered
        assert isinstance(slide, WelcomeSlide)
        return [line.time for line in slide.agenda]


@pytest.fixture
def evening(qtbot, theme, tmp_path: Path):
    clock = Clock()
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    database = open_database(tmp_path / "club.kdc", clock)
    club = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    club.window.show()
    yield Evening(club, clock)
    club.close()


def _make_longer(evening: Evening) -> None:
    agenda.change_stage(evening.database, evening.stage_ids[1], minutes=77)


def _begin_later(evening: Evening) -> None:
    planning.change_session(
        evening.database,
        evening.id,
        title="Autumn",
        place="",
        goal="",
        programme="",
        starts_at=STARTS + timedelta(minutes=25),
    )


def _move(evening: Evening) -> None:
    agenda.move_stages(evening.database, [evening.stage_ids[3]], -2)


def _add(evening: Evening) -> None:
    agenda.add_stage(evening.database, evening.id, TALK, evening.stage_ids[0])


def _remove(evening: Evening) -> None:
    agenda.remove_stages(evening.database, [evening.stage_ids[1]], SESSIONS.stage_checks)


def _go_live_late(evening: Evening) -> None:
    evening.later(12)
    agenda.go_live(evening.database, evening.id)


def _go_on_early(evening: Evening) -> None:
    agenda.go_live(evening.database, evening.id)
    evening.later(2)
    agenda.next_stage(evening.database, evening.id)


def _pause(evening: Evening) -> None:
    agenda.go_live(evening.database, evening.id)
    agenda.toggle_clock(evening.database, evening.id)
    evening.later(40)


def _go_over(evening: Evening) -> None:
    agenda.go_live(evening.database, evening.id)
    evening.later(64)


def _close_and_reopen(evening: Evening) -> None:
    _go_on_early(evening)
    agenda.close_session(evening.database, evening.id)
    evening.later(30)
    agenda.reopen_session(evening.database, evening.id)


def _take_back(evening: Evening) -> None:
    _make_longer(evening)
    evening.club.window.undoing.undo()


CHANGES = [
    *(_make_longer, _begin_later, _move, _add, _remove, _go_live_late),
    *(_go_on_early, _pause, _go_over, _close_and_reopen, _take_back),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.strip("_"))
def test_table_strip_and_room_tell_the_same_times_without_being_opened_anew(
    evening: Evening, change: Callable[[Evening], None]
) -> None:
    before = evening.table()
    assert before == evening.strip() == evening.room()
    change(evening)
    evening.club.window.upkeep.tick()
    evening.look_at_agenda()
    shown = evening.table()
    assert shown == evening.strip() == evening.room()
    assert (shown == before) == (change is _take_back)


def test_a_stage_that_runs_over_moves_the_times_of_what_comes_while_one_looks(evening: Evening):
    agenda.go_live(evening.database, evening.id)
    evening.look_at_agenda()
    before = evening.table()
    evening.later(45)
    evening.club.window.upkeep.tick()
    after = evening.table()
    assert after[0] == before[0]
    assert after[1:] != before[1:]
    assert after == evening.strip() == evening.room()


def test_the_room_sees_the_prompt_of_the_welcome_that_the_facilitator_sees(evening: Evening):
    welcome = evening.stage_ids[1]
    agenda.change_stage(evening.database, welcome, prompt="Find a seat")
    agenda.go_live(evening.database, evening.id)
    agenda.go_to_stage(evening.database, welcome)
    evening.club.window.open_session(evening.id)
    wait_until(lambda: evening.club.window.feed.is_up_to_date)
    slide = evening.club.room.offered
    assert isinstance(slide, WelcomeSlide)
    screen = evening.club.window.screen_shown
    assert isinstance(screen, TalkScreen)
    assert slide.prompt == screen.prompt_label.text() == "Find a seat"
