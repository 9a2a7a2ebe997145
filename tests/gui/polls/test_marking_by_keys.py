"""Winners are chosen with keys alone, from the reveal on, and none by a key too many."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.services.winners.questions import winners
from tests.gui.polls.watched import Watched, vote
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
