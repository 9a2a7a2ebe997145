"""One key asks the room how it is with what it looks at, and the hands are kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QPushButton

from kdc_desktop.app import Club
from kdc_desktop.audience.polls.poll_slide import PollSlide
from kdc_desktop.errors import UserError
from kdc_desktop.services.polls import questions
from kdc_desktop.services.polls.hands import HandsFor, hands_raised, set_hands
from kdc_desktop.services.polls.holding import ask_otherwise
from tests.gui.polls.stand import polls_of
from tests.gui.polls.watched import Watched, click
from tests.gui.test_jobs import wait_until
from tests.rooms.poll_room import Room


def test_the_temperature_of_what_is_on_the_screen_is_one_key_away(
    room: Room, screen: Watched
) -> None:
    screen.on_screen = lambda: "Yard cargo bikes from next spring"
    screen.window().activateWindow()
    screen._acts["take_the_temperature"].trigger()
    panel = screen.pages.open_page.hands
    assert panel.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    for _hand in range(3):
        QTest.keyClick(focused, Qt.Key.Key_Space)
    click(panel.save_button)
    poll_id = screen.shown.id
    (option,) = room.options(poll_id)
    assert hands_raised(room.database, poll_id) == (3, {(option, 0, None): 3})
    screen.close_poll()
    screen.revealing.reveal()
    (row,) = room.result(poll_id).rows
    assert (row.title, row.spread) == ("Yard cargo bikes from next spring", (3, 0, 0, 0, 0, 0))
    assert screen.problems == []


def test_its_result_is_how_many_showed_what_and_makes_no_winner(
    room: Room, screen: Watched
) -> None:
    poll_id = taken(screen)
    (option,) = room.options(poll_id)
    shown = {HandsFor(option, 2): 1, HandsFor(option, 4): 2}
    set_hands(room.database, poll_id, 3, shown)
    screen.close_poll()
    screen.revealing.reveal()
    page = screen.pages.result_page
    assert [(row.name, row.voters, row.is_middle) for row in page.levels.levels.rows] == [
        ("Five: I will lead", 0, False),
        ("Four: good", 2, True),
        ("Three: can live with it", 0, False),
        ("Two: some doubts", 1, False),
        ("One: strong doubts", 0, False),
        ("Fist: no", 0, False),
    ]
    assert page.levels.isVisible()
    further = page.further
    for gone in (page.table, further.winner_button, further.first_button, further.first_spin):
        assert not gone.isVisible()
    said = page.told_label.text()
    assert said.startswith("“Bikes”: 1 says “Two: some doubts”, 2 say “Four: good”. The median is")


def test_hands_are_not_said_to_be_secret(room: Room, screen: Watched) -> None:
    poll_id = taken(screen)
    told = "By show of hands: everybody sees them, and only their number is kept."
    assert told in screen.head.rule_label.text()
    slide = screen.slide()
    assert isinstance(slide, PollSlide)
    assert slide.secrecy == told
    room.cast(poll_id, 0, {room.options(poll_id)[0]: 3})
    assert "Secret: no name" in screen.head.rule_label.text()  # papers are


def test_what_it_asks_is_changed_before_anybody_has_answered(room: Room, screen: Watched) -> None:
    poll_id = taken(screen)
    assert screen.why_not_now("ask_otherwise") == ""
    screen._acts["ask_otherwise"].trigger()
    dialog = screen.findChild(QInputDialog)
    assert dialog.textValue() == "How are you with this?"
    dialog.setTextValue("Shall we start in May?")
    dialog.accept()
    assert screen.shown.question == "Shall we start in May?"
    assert [one.title for one in questions.options(room.database, poll_id)] == [
        "Shall we start in May?"
    ]
    set_hands(room.database, poll_id, 1, {HandsFor(room.options(poll_id)[0], 2): 1})
    with pytest.raises(UserError, match="Take the temperature again to ask another"):
        ask_otherwise(room.database, poll_id, "Or in June?")
    assert screen.why_not_now("ask_otherwise").startswith("Some have answered")


def test_no_other_poll_is_asked_otherwise_once_it_is_open(room: Room) -> None:
    with pytest.raises(UserError, match="Only a temperature"):
        ask_otherwise(room.database, room.open_poll(), "Or what?")


def taken(screen: Watched) -> int:
    """The temperature of something, open."""
    screen.on_screen = lambda: "Bikes"
    screen._acts["take_the_temperature"].trigger()
    return screen.shown.id


def test_the_room_sees_it_at_once_whatever_poll_was_shown(evening: Club) -> None:
    polls = polls_of(evening)
    (before,) = questions.polls(evening.database, 1)
    polls._acts["pause_the_poll"].trigger()  # the room looks at what was worked on last
    wait_until(lambda: "Paused" in evening.shared_screen.slide.description)
    polls._acts["take_the_temperature"].trigger()
    taken_now = questions.polls(evening.database, 1)[-1]
    assert taken_now.id != before.id
    wait_until(lambda: evening.shared_screen.slide.title == "How are you with this?")


def test_hands_do_not_leave_everybody_as_somebody_who_has_not_voted(
    room: Room, screen: Watched
) -> None:
    poll_id = taken(screen)
    page = screen.pages.open_page
    words = [button.text() for button in page.roll_choice.findChildren(QPushButton)]
    assert words == ["Has not voted", "Everybody"]
    set_hands(room.database, poll_id, 7, {HandsFor(room.options(poll_id)[0], 2): 7})
    words = [button.text() for button in page.roll_choice.findChildren(QPushButton)]
    assert words == ["Without a paper", "Everybody"]
    assert page.channels_label.text() == (
        "7 by show of hands = 7 of 20 who may vote. Whose hands they were is not noted."
    )
