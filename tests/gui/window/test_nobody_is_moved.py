"""Data that changes moves nobody: only the facilitator navigates."""

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from kdc_desktop.app import Club
from kdc_desktop.services.attendance import door
from kdc_desktop.services.polls import preparing
from kdc_desktop.services.polls import running as poll_running
from kdc_desktop.services.sessions import agenda, planning, questions
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage.acting import acting
from tests.gui.walks import WAYS
from tests.gui.window.sample_window import SESSION, look_at, run, trigger, undo
from tests.gui.window.still import HELPER, fields, state, type_half, what_moves

MENUS = ("board/colours", "consortia/open_roles", "consortia/role")
ELSEWHERE = ("club/start", "polls/kiosk", "window/overlay", "window/frame", "_slide", *MENUS)
PLACES = [place for place in WAYS if not any(part in place for part in ELSEWHERE)]


def settle() -> None:
    for _again in range(3):
        QCoreApplication.processEvents()


@pytest.mark.parametrize("place", PLACES)
def test_what_others_write_leaves_everything_where_it_was(
    evening: Club, qtbot: Any, place: str
) -> None:
    evening.shared_screen.close()
    WAYS[place](evening, qtbot)
    settle()
    moved = what_moves(evening, None)
    for number, field in enumerate(fields(evening)):
        if not isValid(field) or not field.isVisible():
            continue
        type_half(field)
        found = what_moves(evening, field, at_once=number > 0)
        moved += [f"{field.objectName()}: {one}" for one in found]
    assert moved == []


def test_what_is_edited_in_place_on_the_board_stays_open(evening: Club) -> None:
    screen = look_at(evening, "ideas")
    view, in_place = screen.view, screen.in_place
    note = next(iter(view.contents.notes))
    view.select([note])
    for begin in (
        in_place.edit_selected,
        lambda: in_place.edit_name(next(iter(view.contents.clusters))),
    ):
        begin()
        editor: Any = QApplication.focusWidget()
        assert editor in (in_place.note_editor, in_place.name_editor)
        type_half(editor)
        assert what_moves(evening, editor) == []
        QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_who_is_asked_what_they_would_join_is_asked_on(evening: Club) -> None:
    run(evening, "interests")
    screen: Any = evening.window.screen_shown
    screen.ask(next(iter(screen.finder.people)))
    screen.winners.setFocus()
    before = screen._asking, screen.winners.choices
    assert what_moves(evening, screen.asked.offers_edit) == []
    assert (screen._asking, screen.winners.choices) == before


def test_a_walk_in_leaves_the_form_of_a_poll_over_the_board(evening: Club) -> None:
    run(evening, "ideas")
    board: Any = evening.window.screen_shown
    board.view.select(list(board.view.contents.notes)[:2])
    QTest.keyClick(board.view, Qt.Key.Key_P)
    settle()
    screen: Any = evening.window.screen_shown
    assert screen.objectName() != "board_screen"
    edit = screen.pages.plan_page.question_edit
    edit.clear()
    QTest.keyClicks(edit, "What first")
    before = state(evening, edit)
    door.walk_in(evening.database, SESSION, "Late Larsson", "", None)
    agenda.toggle_clock(evening.database, SESSION)
    settle()
    assert state(evening, edit) == before


def test_a_stage_that_somebody_else_begins_moves_nobody(evening: Club) -> None:
    look_at(evening, "cluster")
    before = state(evening, None)
    with acting(HELPER):
        agenda.next_stage(evening.database, SESSION)
    settle()
    assert state(evening, None) == before
    evening.window.go("people")
    before = state(evening, None)
    with acting(HELPER):
        agenda.close_session(evening.database, SESSION)
    settle()
    assert state(evening, None) == before


def test_the_next_stage_is_seen_in_the_room_wherever_one_looks(evening: Club) -> None:
    evening.window.go("people")
    before, running = current(evening), evening.window.feed.running
    agenda.next_stage(evening.database, SESSION)  # not by this window
    settle()
    assert evening.window.feed.running != running
    assert evening.window.feed.running.stage_id == current(evening) != before
    assert evening.window.screen_shown.objectName() == "people_screen"


def test_the_agenda_stays_open_while_it_is_edited_live(evening: Club) -> None:
    evening.window.whereabouts.show_agenda()
    shown = evening.window.screen_shown
    stage = evening.window.walk.stages[1]
    agenda.change_stage(evening.database, stage.id, minutes=33)
    settle()
    assert evening.window.screen_shown is shown


def test_undo_of_another_stage_never_opens_the_agenda(evening: Club) -> None:
    for place in ("people", "consortia", "settings"):
        evening.window.go("session")
        trigger(evening, "act_next_stage")
        evening.window.go(place)
        shown = evening.window.screen_shown
        assert undo(evening) is shown


@pytest.mark.parametrize("looks", ["there", "into another session", "at no session"])
def test_undo_takes_no_stage_away_from_under_an_open_poll(evening: Club, looks: str) -> None:
    other = planning.plan_session(evening.database, "Spring", _starts(evening), templates()[0])
    trigger(evening, "act_next_stage")
    stage = current(evening)
    plan = preparing.PollPlan(question="Which first?", option_ids=(1, 2))
    poll_id = preparing.create_poll(evening.database, SESSION, plan)
    poll_running.open_poll(evening.database, poll_id)
    if looks == "into another session":
        evening.window.open_session(other)
    elif looks == "at no session":
        evening.window.walk.session = None
    undo(evening)
    assert "stays: it cannot be undone." in evening.window.frame.quiet.text
    undo(evening)
    assert current(evening) == stage
    assert evening.window.frame.quiet.text == (
        "“Which first?” is open, and this would take its stage away. Close the vote first."
    )
    poll_running.close_poll(evening.database, poll_id)
    undo(evening)
    undo(evening)
    assert current(evening) != stage


def _starts(club: Club) -> Any:
    session = club.window.session
    assert session is not None
    return session.starts_at


def current(club: Club) -> int:
    stages = questions.stages(club.database, SESSION)
    return next(stage.id for stage in stages if stage.is_current)
