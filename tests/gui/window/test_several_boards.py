"""The room keeps to the board of its stage, whichever the facilitator looks at or writes on."""

import pytest
from sqlalchemy import select

from kdc_desktop.app import Club
from kdc_desktop.audience.board.board_slide import BoardSlide
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Idea
from kdc_desktop.services.board import boards
from kdc_desktop.services.board.ideas import add_idea
from tests.gui.board.hands import action
from tests.gui.window.sample_window import SESSION, look_at, settle, trigger


@pytest.fixture
def second(evening: Club) -> int:
    board_id = boards.add_board(evening.database, SESSION, "Obstacles")
    for text in ("Permits", "Money"):
        add_idea(evening.database, SESSION, text, board_id=board_id)
    return board_id


def seen(club: Club) -> set[str]:
    slide = settle(club)
    assert isinstance(slide, BoardSlide)
    return {note.text for column in slide.clusters for note in column.notes}


def test_looking_shows_nothing_until_one_shows_it(evening: Club, second: int) -> None:
    before, screen = seen(evening), look_at(evening, "cluster")
    screen.boards.turn_to(second)
    assert seen(evening) == before
    add_idea(evening.database, SESSION, "Time", board_id=second)
    assert seen(evening) == before, "nor does writing there"
    trigger(evening, "act_show_this")
    assert seen(evening) == {"Permits", "Money", "Time"}
    screen.boards.turn_to(None)
    assert seen(evening) == {"Permits", "Money", "Time"}
    evening.window.frame.room.back_button.click()
    assert seen(evening) == before


def test_the_stage_shows_another_board_once_that_is_said(evening: Club, second: int) -> None:
    before, screen = seen(evening), look_at(evening, "cluster")
    screen.boards.turn_to(second)
    action(screen, "board_of_the_stage").trigger()
    assert seen(evening) == {"Permits", "Money"}
    evening.database.undo()
    assert seen(evening) == before


def test_a_board_that_is_shown_and_goes_gives_way_to_the_stage(evening: Club, second: int) -> None:
    before, screen = seen(evening), look_at(evening, "cluster")
    screen.boards.turn_to(second)
    trigger(evening, "act_show_this")
    assert seen(evening) == {"Permits", "Money"}
    database = evening.database
    with database.edit(lazy("Nothing left")) as edit:
        for idea in edit.scalars(select(Idea).where(Idea.board_id == second)):
            edit.delete(idea)
    boards.remove_board(database, SESSION, second)
    assert seen(evening) == before
    assert screen.boards.shown.board_id is None
    assert not screen.boards.titles.isVisible()
