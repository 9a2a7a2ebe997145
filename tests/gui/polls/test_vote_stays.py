"""What was voted stays: no undo takes a voter's presence or an older step, and no paper by hand is
blank, or somebody else's, by a key too many."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from kdc_desktop.app import Club, Program
from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.polls.stages import KINDS
from kdc_desktop.domain.polls.states import Channel, Secrecy
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.services.attendance import door
from kdc_desktop.services.polls import electors as poll_electors
from kdc_desktop.services.polls import papers, running
from kdc_desktop.services.polls import questions as poll_questions
from kdc_desktop.services.sessions import agenda
from kdc_desktop.settings import Settings
from tests.gui.polls.watched import Watched, click, vote
from tests.gui.test_jobs import wait_until
from tests.rooms.poll_room import Room, make_room

SESSION = POLL = 1


def by_key(screen: Watched, typed: str, *keys: Qt.Key) -> None:
    page = screen.pages.open_page
    page.search_edit.setFocus()
    page.search_edit.clear()
    QTest.keyClicks(page.search_edit, typed)
    QTest.keyClick(page.search_edit, Qt.Key.Key_Return)
    for key in keys:
        focus = page.paper.paper.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def test_a_blank_paper_by_hand_needs_its_own_button(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    paper = screen.pages.open_page.paper
    by_key(screen, "aino ain", Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert poll_questions.turnout(room.database, screen.shown.id).voted == 0
    assert paper.left_label.text().startswith("Nothing is given yet.")
    assert paper.cast_button.text() == "Cast a blank paper"
    click(paper.cast_button)
    assert poll_questions.turnout(room.database, screen.shown.id).voted == 1


def test_enter_casts_what_was_given_by_hand(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    by_key(screen, "aino ain", Qt.Key.Key_2, Qt.Key.Key_Return)
    assert poll_questions.turnout(room.database, screen.shown.id).by_hand == 1


@pytest.mark.parametrize("meanwhile", [False, True])
def test_a_paper_by_hand_says_that_somebody_has_voted(
    room: Room, screen: Watched, meanwhile: bool
) -> None:
    screen.show_poll(room.open_poll(secrecy=Secrecy.NAMED))
    page = screen.pages.open_page
    page.roll_choice.set_current(1)
    for late in (not meanwhile, meanwhile):
        if late:
            vote(screen, [0], 1)
            screen.touch()
        else:
            by_key(screen, "aino ain")
    assert page.paper.voted_label.isVisible()
    assert page.paper.voted_label.text().startswith("Has voted at the kiosk.")
    by_key(screen, "aino eer")
    assert not page.paper.voted_label.isVisible()


@pytest.fixture
def voting(tmp_path: Path, qapp: QApplication, theme: object) -> Iterator[Club]:
    """A club in whose live session a poll is open."""
    room = make_room(tmp_path / "club.kdc")
    agenda.add_stage(room.database, SESSION, KINDS[0])
    agenda.go_live(room.database, SESSION)
    room.open_poll()
    room.database.close()
    program = Program(qapp, Settings(tmp_path / "settings.ini"), lambda _window: None)
    club = program.open(tmp_path / "club.kdc")
    wait_until(lambda: not club.jobs.busy)
    club.window.show()
    club.window.open_session(SESSION)
    yield club
    club.close()


def test_what_cannot_be_undone_says_so_and_nothing_older_is_taken(voting: Club) -> None:
    quiet, undoing = voting.window.frame.quiet, voting.window.undoing
    door.walk_in(voting.database, SESSION, "Larry Late")
    running.close_poll(voting.database, POLL)
    before = undoing.newest
    undoing.undo()
    assert quiet.text.startswith("“Closed the poll “")
    assert "stays: it cannot be undone. Undo once more to take back" in quiet.text
    assert undoing.newest == before
    undoing.undo()
    assert undoing.newest < before


def test_no_undo_takes_back_that_a_voter_has_come(voting: Club) -> None:
    quiet, undoing = voting.window.frame.quiet, voting.window.undoing
    person = poll_electors.electorate(voting.database, POLL)[0].person_id
    door.leave(voting.database, SESSION, person)
    door.come_back(voting.database, SESSION, person)
    papers.cast_paper(voting.database, POLL, person, {}, Channel.KIOSK)
    undoing.undo()  # of the paper
    before = undoing.newest
    undoing.undo()
    assert "so the check-in stays" in quiet.text
    assert undoing.newest < before  # it is passed over
    with voting.database.read() as snapshot:
        state = snapshot.scalar(select(Attendance.state).where(Attendance.person_id == person))
    assert state == AttendanceState.PRESENT
