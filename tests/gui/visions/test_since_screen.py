"""The stage that looks back: the same lines for the facilitator and the room, some left out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kdc_desktop.app import Club
from kdc_desktop.audience.visions.since_slide import SinceSlide
from kdc_desktop.domain.sessions.stages import SINCE
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.since_screen import SinceScreen
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.sessions import agenda, questions
from kdc_desktop.settings import Settings
from tests.gui.test_jobs import wait_until
from tests.rooms.club_year import ClubYear, make_year


@pytest.fixture
def year(tmp_path: Path) -> ClubYear:
    return make_year(tmp_path / "harbour.kdc")


@pytest.fixture
def club(theme: Theme, tmp_path: Path, year: ClubYear) -> Iterator[Club]:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    made = Club(year.database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.show()
    stage_id = agenda.add_stage(year.database, year.sessions[-1], SINCE)
    made.window.open_session(year.sessions[-1])
    agenda.go_live(year.database, year.sessions[-1])
    made.window.walk.go_to(stage_id)
    made.window.look_wanted.emit(stage_id)
    yield made
    made.close()


def screen_of(club: Club) -> SinceScreen:
    shown = club.window.screen_shown
    assert isinstance(shown, SinceScreen)
    return shown


def in_room(club: Club) -> SinceSlide:
    wait_until(lambda: club.window.feed.is_up_to_date)
    slide = club.room.offered
    assert isinstance(slide, SinceSlide)
    return slide


def test_the_room_reads_the_lines_that_the_facilitator_sees(club: Club) -> None:
    slide = in_room(club)
    assert [line.name for line in slide.lines] == [row.name for row in screen_of(club)._model.rows]
    assert (slide.target, slide.unit, slide.goal) == (
        "60",
        "minutes a day: our goal",
        "One more hour a day",
    )
    assert "Since we last met" in slide.description
    assert "8 Sep to tonight" in slide.description


def test_space_leaves_a_line_out_and_undo_tells_it_again(club: Club) -> None:
    screen = screen_of(club)
    first = screen._model.rows[0].name
    screen.lines_table.selectRow(0)
    QTest.keyClick(screen.lines_table, Qt.Key.Key_Space)
    wait_until(lambda: first not in [line.name for line in in_room(club).lines])
    assert "1 line is left out." in screen.summary_label.text()
    club.window.undoing.undo()
    wait_until(lambda: first in [line.name for line in in_room(club).lines])


def test_several_lines_that_are_ticked_at_once_are_one_step_of_undo(club: Club) -> None:
    screen = screen_of(club)
    screen.lines_table.selectAll()
    QTest.keyClick(screen.lines_table, Qt.Key.Key_Space)
    wait_until(lambda: not in_room(club).lines)
    assert "6 lines are left out." in screen.summary_label.text()
    club.window.undoing.undo()
    wait_until(lambda: len(in_room(club).lines) == 6)


def test_many_lines_take_pages_of_four(club: Club) -> None:
    slide = in_room(club)
    assert len(slide.lines) == 6
    assert (slide.pages, slide.turns_itself) == (2, True)


def test_an_evening_that_is_over_says_whose_day_it_shows(club: Club, year: ClubYear) -> None:
    agenda.close_session(year.database, year.sessions[-1])
    club.window.look_wanted.emit(questions.stages(year.database, year.sessions[-1])[-1].id)
    screen = screen_of(club)
    assert "That evening is over: here stands how it is today." in screen.summary_label.text()
    year.clock.wall = year.clock.wall.replace(day=25)
    take_up_in = year.sessions[1]
    club.window.open_session(take_up_in)
    vision = club.window.show_session_screen("vision")
    assert isinstance(vision, VisionScreen)
    vision.show_consortium(year.consortia["Yard bikes"])
    assert vision.from_label.text().endswith(
        "Vision and members as they are today; on 12.05.2026 there was no vision yet."
    )
