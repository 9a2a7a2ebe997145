"""Winners are chosen with keys alone, from the reveal on, and none by a key too many."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.services.winners.questions import winners
from tests.gui.polls.watched import Watched, click, vote
from tests.rooms.poll_room import TOPICS, Room

ENTER = Qt.Key.Key_Return


def _press(*keys: Qt.Key) -> None:
    for key in keys:
        focused: QWidget | None = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def _reveal_by_keys(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll(secrecy=Secrecy.SECRET))
    vote(screen, range(6), 2, 2)
    vote(screen, range(6, 9), 0)
    screen.window().activateWindow()
    screen.close_poll()
    assert screen.pages.closed_page.button.hasFocus()
    screen.pages.closed_page.button.click()


def test_the_result_has_the_keys_once_it_is_revealed(room: Room, screen: Watched) -> None:
    _reveal_by_keys(room, screen)
    assert QApplication.focusWidget() is screen.pages.result_page.table
    _press(ENTER)  # pressed once more in haste
    assert winners(room.database, screen.room.session_id) == []


def test_w_shows_what_it_would_mark_and_then_marks_it(room: Room, screen: Watched) -> None:
    _reveal_by_keys(room, screen)
    act = screen._acts["mark_as_winner"]
    act.trigger()
    assert winners(room.database, room.session_id) == []
    selected = screen.pages.result_page.table.selected_rows()
    assert [row.title for row in selected] == [TOPICS[2]]
    act.trigger()
    assert [won.title for won in winners(room.database, room.session_id)] == [TOPICS[2]]


def test_the_first_are_those_with_votes_and_their_number_is_told(
    room: Room, screen: Watched
) -> None:
    _reveal_by_keys(room, screen)  # two have votes, and four are third with none
    page = screen.pages.result_page
    assert page.further.first_spin.value() == 3
    assert page.further.first_button.text() == "Make the first 3 winners"
    click(page.further.first_button)
    won = {won.title for won in winners(room.database, room.session_id)}
    assert won == {TOPICS[0], TOPICS[2]}


def test_a_click_in_the_head_leaves_the_caret_where_numbers_are_typed(
    room: Room, screen: Watched
) -> None:
    screen.show_poll(room.open_poll())
    vote(screen, [0], 1)
    screen.window().activateWindow()
    screen.count_hands()
    people = screen.pages.open_page.hands.people_spin
    QTest.keyClicks(people, "7")
    click(screen.head.close_button)
    box = screen.window().findChild(QMessageBox, "close_poll_box")
    assert box is not None
    box.reject()
    screen.window().activateWindow()
    assert people.hasFocus()
