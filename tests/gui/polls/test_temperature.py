"""One key asks the room how it is with what it looks at, and the hands are kept."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kdc_desktop.services.polls.hands import hands_raised
from tests.gui.polls.watched import Watched, click
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
    screen.reveal_poll()
    (row,) = room.result(poll_id).rows
    assert (row.title, row.spread) == ("Yard cargo bikes from next spring", (3, 0, 0, 0, 0, 0))
    assert screen.problems == []
