"""An undo moves the room, or uncovers something there, only just after that, or named before."""

import pytest
from PySide6.QtWidgets import QPushButton

from kdc_desktop.app import Club
from kdc_desktop.services.board import clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.sessions import agenda, listing, planning, questions
from kdc_desktop.storage import Database
from tests.gui.window.sample_window import SESSION, look_at, redo, run, settle, undo


@pytest.fixture
def live(sample: Club) -> Club:
    """At Close, which just began, with an evening that has been reopened."""
    agenda.reopen_session(sample.database, SESSION)
    run(sample, "vision")
    run(sample, "close")
    return sample


def stage_that_runs(club: Club) -> str:
    return club.window.walk.current.kind


def test_the_room_is_moved_by_an_undo_where_that_was_just_done_and_else_at_the_second_press(live):
    assert (undo(live).objectName(), stage_that_runs(live)) == ("vision_screen", "vision")
    redo(live)
    assert stage_that_runs(live) == "close"
    shown = look_at(live, "consortia")
    for step, told, now in (
        (undo, "The room would see that: Ctrl+Z once more undoes “Went to Close”.", "vision"),
        (redo, "The room would see that: Ctrl+Y once more does “Went to Close” again.", "close"),
    ):
        before = stage_that_runs(live)
        look_at(live, "ideas")
        shown = look_at(live, "consortia")
        step(live)
        assert (live.window.frame.quiet.text, stage_that_runs(live)) == (told, before)
        assert step(live) is shown
        assert stage_that_runs(live) == now


def test_an_undo_after_something_was_refused_or_taken_back_does_not_move_the_room_at_once(live):
    live.window.screen_shown.problem.emit("Somebody stays where they are.")
    undo(live)
    assert stage_that_runs(live) == "close"
    board_ideas.add_idea(live.database, SESSION, "A ferry")
    undo(live)
    undo(live)
    assert stage_that_runs(live) == "close"
    undo(live)
    assert stage_that_runs(live) == "vision"


def test_what_is_hidden_in_the_room_is_uncovered_by_no_undo_that_was_not_named(live):
    database = live.database
    run(live, "ideas")
    idea_id = board_ideas.add_idea(database, SESSION, "Everybody is late again")
    cluster_id = clusters.add_cluster(database, SESSION, "Grumbles", [idea_id])
    for hide in (
        lambda: board_ideas.set_silent(database, SESSION, True),
        lambda: clusters.remove_cluster(database, cluster_id, ()),
        lambda: board_ideas.trash_ideas(database, [idea_id]),
    ):
        look_at(live, "ideas")
        hide()
        (step, _forth), before = database.next_steps(), settle(live)
        away = look_at(live, "consortia")
        assert undo(live) is away
        told = f"The room would see that: Ctrl+Z once more undoes “{step.label}”."
        assert (live.window.frame.quiet.text, settle(live)) == (told, before)
        assert undo(live).objectName() == "board_screen"
        assert settle(live) != before
        look_at(live, "consortia")
        redo(live)
        assert settle(live) == before, "what covers it again is done at once"
        undo(live)
        assert settle(live) != before


def test_the_link_that_names_what_it_undoes_does_it_at_once(live):
    look_at(live, "consortia")
    live.window.frame.foot.findChild(QPushButton, "undo_link").click()
    assert stage_that_runs(live) == "vision"


def trash(database: Database, session_id: int) -> None:
    planning.trash_sessions(database, [session_id])


@pytest.mark.parametrize("ended_by", [agenda.close_session, trash, agenda.next_stage])
def test_no_evening_begins_ends_or_moves_unnamed_in_a_club_that_was_just_opened(at_home, ended_by):
    database = at_home.database
    agenda.reopen_session(database, SESSION)
    if ended_by is agenda.next_stage:
        agenda.previous_stage(database, SESSION)
    ended_by(database, SESSION)
    at_home.window.frame.screen_shown.emit()  # hands are on nothing any more
    step, _forth = database.next_steps()
    before = how_it_stands(database)
    undo(at_home)
    told = at_home.window.frame.quiet.text
    assert f"Ctrl+Z once more undoes “{step.label}”" in told
    assert how_it_stands(database) == before
    undo(at_home)
    undone = how_it_stands(database)
    assert undone != before
    at_home.window.frame.screen_shown.emit()
    redo(at_home)
    assert how_it_stands(database) == undone
    assert f"Ctrl+Y once more does “{step.label}” again" in at_home.window.frame.quiet.text
    redo(at_home)
    assert how_it_stands(database) == before


def how_it_stands(database: Database) -> object:
    stages = [(one.id, one.ended_at) for one in questions.stages(database, SESSION)]
    return [(one.id, one.status) for one in listing.sessions(database)], stages


def test_what_moves_no_evening_is_undone_at_home_at_once(at_home):
    title = listing.sessions(at_home.database)[0].title
    planning.rename_session(at_home.database, SESSION, "Another evening")
    at_home.window.frame.screen_shown.emit()
    undo(at_home)
    assert listing.sessions(at_home.database)[0].title == title
