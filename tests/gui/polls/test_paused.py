"""A pause is told to everybody, and throws away nothing that somebody has begun."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kdc_desktop.app import Club
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.services.polls import holding, running
from kdc_desktop.services.polls import questions as poll_questions
from tests.gui.polls.stand import (
    MakeKiosk,
    Stand,
    headline,
    kiosk_of,
    polls_of,
    started,
    tap,
    typed,
)
from tests.gui.polls.watched import Watched, click, poll_slide
from tests.rooms.poll_room import Room

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def _begun(make_kiosk: MakeKiosk) -> Stand:
    kiosk = make_kiosk(secrecy=Secrecy.SECRET)
    typed(kiosk, "103", ENTER, "1", "1", "4")
    assert kiosk.stack.paper.paper.given == 3
    return kiosk


def _pause(kiosk: Stand) -> None:
    holding.pause_poll(kiosk.room.database, kiosk.poll_id)


def _go_on(kiosk: Stand) -> None:
    holding.let_go_on(kiosk.room.database, kiosk.poll_id)


def _say_that_one_is_here(kiosk: Stand) -> None:
    assert headline(kiosk).startswith("Are you still there")
    tap(kiosk, "kiosk_still_here")


def _voted(room: Room, poll_id: int) -> int:
    return poll_questions.turnout(room.database, poll_id).voted


def test_a_paper_at_the_kiosk_is_covered_and_comes_back(make_kiosk: MakeKiosk) -> None:
    kiosk = _begun(make_kiosk)
    marks = dict(kiosk.stack.paper.paper.marks)
    _pause(kiosk)
    assert (headline(kiosk), kiosk.has_ended) == ("The vote is paused", False)
    typed(kiosk, "1", ENTER)  # nothing is cast, nothing is changed
    _go_on(kiosk)
    _say_that_one_is_here(kiosk)
    assert kiosk.shows(kiosk.stack.paper)
    assert kiosk.stack.paper.paper.marks == marks
    typed(kiosk, ENTER, ENTER)
    assert _voted(kiosk.room, kiosk.poll_id) == 1


def test_a_paper_that_is_looked_at_once_more_comes_back_there(make_kiosk: MakeKiosk) -> None:
    kiosk = _begun(make_kiosk)
    typed(kiosk, ENTER)
    assert kiosk.shows(kiosk.stack.confirm)
    _pause(kiosk)
    typed(kiosk, ESCAPE)  # it is asked how the kiosk ends, and not meant
    typed(kiosk, ESCAPE)
    assert headline(kiosk) == "The vote is paused"
    _go_on(kiosk)
    _say_that_one_is_here(kiosk)
    assert kiosk.shows(kiosk.stack.confirm)
    typed(kiosk, ENTER)
    assert _voted(kiosk.room, kiosk.poll_id) == 1


def test_whoever_came_while_a_paper_was_covered_sees_nothing_of_it(make_kiosk: MakeKiosk) -> None:
    kiosk = _begun(make_kiosk)
    _pause(kiosk)
    _go_on(kiosk)
    tap(kiosk, "kiosk_still_other")
    assert kiosk.shows(kiosk.stack.pick)
    assert kiosk.stack.paper.paper.given == 0


def test_a_kiosk_without_a_paper_waits_for_the_next(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    _pause(kiosk)
    assert headline(kiosk) == "The vote is paused"
    _go_on(kiosk)
    assert kiosk.shows(kiosk.stack.pick)
    typed(kiosk, "103", ENTER, "1", ENTER, ENTER)
    assert kiosk.stack.told == "thanks"
    _pause(kiosk)
    assert kiosk.stack.told == "thanks"  # to the end
    kiosk.turns.start_over()
    assert headline(kiosk) == "The vote is paused"


def test_a_kiosk_that_waits_ends_with_the_vote(make_kiosk: MakeKiosk) -> None:
    kiosk = _begun(make_kiosk)
    _pause(kiosk)
    running.close_poll(kiosk.room.database, kiosk.poll_id)
    assert kiosk.has_ended
    assert kiosk.stack.paper.paper.marks == {}


def test_the_facilitators_key_leaves_the_kiosk_open(evening: Club) -> None:
    kiosk = started(evening)
    polls_of(evening)._acts["pause_the_poll"].trigger()
    assert kiosk_of(evening) is kiosk
    assert headline(kiosk) == "The vote is paused"
    polls_of(evening)._acts["pause_the_poll"].trigger()
    assert kiosk.stack.paper.paper.given == 3


def _hint(screen: Watched) -> list[str]:
    labels = screen.pages.open_page.hint.findChildren(QLabel)
    return [label.text() for label in labels if label.text()]


def test_page_and_room_say_that_nobody_votes_now(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    page = screen.pages.open_page
    assert _hint(screen)[0] == "The vote is open"
    click(screen.head.pause_button)
    assert page.turnout_label.text() == "Paused"
    assert _hint(screen)[0] == "The vote is paused"
    told = poll_slide(screen).description
    assert "Paused: nobody votes now. 0 of 20 have voted" in told
    click(page.hint.button)  # Let it go on
    assert page.turnout_label.text() == "0 of 20 have voted"
    assert _hint(screen)[0] == "The vote is open"
    assert "Paused" not in poll_slide(screen).description


def test_no_paper_is_opened_by_hand_and_no_hands_are_counted(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    holding.pause_poll(room.database, screen.shown.id)
    page = screen.pages.open_page
    page.search_edit.setFocus()
    QTest.keyClicks(page.search_edit, "104")
    QTest.keyClick(page.search_edit, ENTER)
    assert screen.problems == ["The poll is paused. Let it go on, then fill in the paper."]
    assert not page.is_entering
    why = screen.why_not_now("count_a_show_of_hands")
    assert why == "This poll is paused. Let it go on first."


def test_a_paper_by_hand_that_was_begun_is_kept(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    page = screen.pages.open_page
    page.enter_paper(next(iter(page.model.rows)))
    option = room.options(screen.shown.id)[0]
    QTest.keyClicks(page.paper.paper.focusWidget(), "1")
    given = dict(page.paper.paper.marks)
    assert {spot.option_id for spot in given} == {option}
    holding.pause_poll(room.database, screen.shown.id)
    assert not page.paper.cast_button.isEnabled()
    QTest.keyClick(page.paper, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert (screen.problems, _voted(room, screen.shown.id)) == ([], 0)
    holding.let_go_on(room.database, screen.shown.id)
    assert page.paper.paper.marks == given
    click(page.paper.cast_button)
    assert _voted(room, screen.shown.id) == 1
