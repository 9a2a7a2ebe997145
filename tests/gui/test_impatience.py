"""Double clicks do once what one click does, and closing the window loses nothing typed."""

import shutil
from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from sqlalchemy import select

from kdc_desktop.app import Club
from kdc_desktop.domain.sessions.stages import BREAK, TALK
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import Cluster, Idea
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.visions.commitment_panel import CommitmentRowView
from kdc_desktop.screens.visions.reservation_card import ReservationCard
from kdc_desktop.services.board import questions as board_questions
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.services.polls import preparing, running
from kdc_desktop.services.sessions import agenda, listing
from kdc_desktop.services.sessions.questions import stages
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from kdc_desktop.storage.checking import check_database
from tests.gui.polls.watched import asked_to_close
from tests.rooms.pseudo_room import ONE_EVENING

STARTS = datetime(2026, 11, 3, 19, 30)
EVENING = Instant.of(STARTS, laptop_zone())
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def open_club(qtbot, theme, tmp_path):
    made: list[Club] = []
    path = tmp_path / "club.kdc"
    shutil.copyfile(ONE_EVENING, path)
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False

    def open_again() -> Club:
        for club in made:
            club.close()
        database = open_database(path, lambda: EVENING)
        if listing.session(database, 1).status == "closed":
            agenda.reopen_session(database, 1)
        made.append(Club(database, theme, settings, lambda *_asked: None, lambda _window: None))
        made[-1].window.show()
        qtbot.waitExposed(made[-1].window)
        made[-1].window.open_session(1)
        return made[-1]

    yield open_again
    for club in made:
        club.close()
    assert check_database(path) == []


def look_at(club: Club, kind: str):
    stage = next(stage for stage in stages(club.database, 1) if stage.kind == kind)
    club.window.walk.look_at(stage.id)
    return club.window.screen_shown


def double_click(widget) -> None:
    QTest.mouseClick(widget, LEFT)
    QTest.mouseDClick(widget, LEFT)


def asked(club: Club) -> int:
    with club.database.read() as snapshot:
        clusters = tuple(snapshot.scalars(select(Cluster.id)))
    plan = preparing.PollPlan(question="What first?", option_ids=clusters)
    return preparing.create_poll(club.database, 1, plan)


def test_a_double_click_on_next_goes_one_stage(open_club):
    club = open_club()
    agenda.go_to_stage(club.database, stages(club.database, 1)[0].id)
    double_click(club.window.frame.strip.steps.next)
    assert club.window.walk.current.title == stages(club.database, 1)[1].title


def test_a_double_click_on_undo_takes_one_thing_back(open_club):
    club = open_club()
    agenda.add_stage(club.database, 1, TALK)
    agenda.add_stage(club.database, 1, BREAK)
    number = len(stages(club.database, 1))
    double_click(club.window.frame.quiet.undo_button)
    assert len(stages(club.database, 1)) == number - 1


def test_a_double_click_closes_a_poll_and_leaves_it_closed(open_club):
    club = open_club()
    poll_id = asked(club)
    running.open_poll(club.database, poll_id)
    screen = look_at(club, "poll")
    screen.show_poll(poll_id)
    double_click(screen.head.close_button)
    double_click(asked_to_close(screen))
    double_click(screen.head.reopen_button)
    assert screen.poll.state == "open"


def test_a_double_click_opens_one_poll(open_club):
    club = open_club()
    poll_id = asked(club)
    screen = look_at(club, "poll")
    screen.show_poll(poll_id)
    before = len(screen._polls)
    double_click(screen.pages.plan_page.open_button)
    assert (len(screen._polls), screen.poll.state) == (before, "open")


NAMES = (
    *("winner_button", "take_first_button", "merge_same_button", "not_same_button"),
    *("suggest_button", "confirm_button", "remove_button", "forget_button"),
)
HOLDERS = (EmptyState, ReservationCard, CommitmentRowView)


def test_the_second_press_is_not_for_what_has_taken_the_place_of_the_first(open_club):
    club, pressed = open_club(), []
    for kind in ("result", "cluster", "consortia", "vision"):
        look_at(club, kind)
    club.window.whereabouts.show_agenda()
    club.window.go("people")
    window = club.window
    parts = [[one for one in window.findChildren(QPushButton) if one.objectName() in NAMES]]
    for holder in HOLDERS:
        holders = window.findChildren(holder)
        parts.append([one for each in holders for one in each.findChildren(QPushButton)])
    found = [button for part in parts for button in part]
    for button in found:
        button.setEnabled(True)
        button.pressed.connect(lambda button=button: pressed.append(button.objectName()))
        middle = QPointF(button.rect().center())
        twice = QMouseEvent(QEvent.Type.MouseButtonDblClick, middle, middle, LEFT, LEFT, NO_KEY)
        QCoreApplication.sendEvent(button, twice)
    assert pressed == []
    assert {button.objectName() for button in parts[0]} == set(NAMES)
    assert all(parts)


def test_a_held_key_acts_once(open_club):
    club = open_club()
    actions = [*club.window.actions(), *look_at(club, "poll").actions()]
    assert not [action.text() for action in actions if action.autoRepeat() and action.text()]


def test_notes_of_a_stage_outlive_the_window(open_club):
    club = open_club()
    screen = look_at(club, "welcome")
    screen.notes_edit.setFocus()
    screen.notes_edit.setPlainText("Thank the hosts")
    club.window.let_go()
    notes = {stage.kind: stage.notes for stage in stages(club.database, 1)}
    assert notes["welcome"] == "Thank the hosts"


def test_a_prompt_in_the_agenda_outlives_the_window(open_club):
    club = open_club()
    club.window.whereabouts.show_agenda()
    screen = club.window.screen_shown
    screen.card.prompt_edit.setFocus()
    screen.card.prompt_edit.setPlainText("Who is missing?")
    club.window.let_go()
    assert "Who is missing?" in [stage.prompt for stage in stages(club.database, 1)]


def test_a_note_that_is_being_written_outlives_the_window(open_club, qtbot):
    club = open_club()
    screen = look_at(club, "ideas")
    with club.database.read() as snapshot:
        idea_id = snapshot.scalar(select(Idea.id).where(Idea.parent_id.is_(None)))
    screen.in_place.edit_note(idea_id)
    screen.in_place.note_editor.setPlainText("Half a thought")
    club.window.let_go()
    assert board_questions.idea(club.database, idea_id, BOARD.marks.of).text == "Half a thought"


def test_the_draft_of_a_vision_comes_back_in_another_window(open_club):
    screen = look_at(open_club(), "vision")
    screen.write()
    screen.editor.text_edit.setPlainText("Every yard shares a bike")
    screen = look_at(open_club(), "vision")
    screen.write()
    assert screen.editor.text_edit.toPlainText() == "Every yard shares a bike"
    screen.editor.keep()
    screen.write()
    screen.editor.text_edit.setPlainText("")
    screen.editor.close()


def test_the_window_closes_with_a_kiosk_a_job_and_a_dialog_open(open_club, qtbot):
    club = open_club()
    poll_id = asked(club)
    running.open_poll(club.database, poll_id)
    club.window.show_session_screen("poll").kiosk_wanted.emit(poll_id)
    club.jobs.run("Waiting", lambda progress: progress.cancelled(), lambda _done: None)
    club.window.go("home")
    club.window.screen_shown.starting.plan()
    again = open_club()
    assert again.window.walk.session.status == "live"
