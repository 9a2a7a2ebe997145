"""The window that the room sees, and what reaches it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.kit.blank import BlankSlide
from kdc_desktop.audience.kit.overlay import Overlay
from kdc_desktop.audience.kit.picture import picture
from kdc_desktop.audience.polls.result_picture import ResultPicture, RevealRow
from kdc_desktop.audience.polls.reveal import RevealSlide
from kdc_desktop.audience.sessions.prompt import PromptSlide
from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.state import RoomMode, RoomView

SMALL = QSize(268, 150)
PROMPT = PromptSlide(session="Club evening", prompt="What would give you back one hour?")
REVEAL = RevealSlide(
    result=ResultPicture("Which?", tuple(RevealRow(str(n), "Bikes", 9) for n in range(12)))
)


@pytest.fixture
def screen(qtbot: QtBot) -> SharedScreen:
    window = SharedScreen(motion=False)
    qtbot.addWidget(window)
    return window


def test_it_is_never_empty(screen: SharedScreen) -> None:
    assert isinstance(screen.slide, BlankSlide)
    assert screen.windowTitle() == "Shared screen: One moment, please"


def test_it_says_to_a_screen_reader_what_it_shows(screen: SharedScreen) -> None:
    screen.show_slide(PROMPT)
    screen.overlay = Overlay(message="Coffee is ready")
    assert screen.accessibleName() == "What the room sees"
    assert screen.accessibleDescription() == f"Coffee is ready. {PROMPT.prompt}"


def test_a_ticking_clock_is_no_new_slide(screen: SharedScreen, qtbot: QtBot) -> None:
    screen.show_slide(PROMPT)
    with qtbot.assertNotEmitted(screen.slide_changed), qtbot.waitSignal(screen.picture_changed):
        screen.show_slide(replace(PROMPT, clock="09:31"))
    assert screen.slide.clock == "09:31"


def test_what_is_on_the_window_is_what_the_picture_shows(
    screen: SharedScreen, qtbot: QtBot
) -> None:
    screen.show_slide(PROMPT)
    screen.resize(960, 540)
    screen.show()
    qtbot.waitExposed(screen)
    assert screen.picture(QSize(960, 540)).toImage() == picture(PROMPT, QSize(960, 540)).toImage()
    grabbed = screen.grab().toImage()
    assert grabbed.pixelColor(2, 2).name() == PROMPT.palette.paper.lower()
    assert grabbed.size() == QSize(960, 540)


def test_a_new_slide_is_painted_after_the_window_that_has_sent_it(
    screen: SharedScreen, qtbot: QtBot
) -> None:
    screen.show()
    qtbot.waitUntil(lambda: screen._canvas.still() is not None)
    screen.show_slide(PROMPT)
    QCoreApplication.sendPostedEvents()
    assert screen._canvas.still() is None
    qtbot.waitUntil(lambda: screen._canvas.still() is not None)


def test_the_reveal_plays_and_ends_complete(qtbot: QtBot) -> None:
    screen = SharedScreen()
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitExposed(screen)
    with qtbot.waitSignal(screen._canvas.finished, timeout=5000):
        screen.show_slide(REVEAL)
        assert screen._canvas.animating
        screen._canvas.finish()
    assert screen.picture(SMALL).toImage() == picture(REVEAL, SMALL).toImage()


def test_without_motion_the_reveal_is_there_at_once(screen: SharedScreen) -> None:
    screen.show()
    screen.show_slide(REVEAL)
    assert screen._canvas.moment == 1.0


def test_page_keys_turn_pages(screen: SharedScreen, qtbot: QtBot) -> None:
    screen.show_slide(REVEAL)
    QTest.keyClick(screen, Qt.Key.Key_PageDown)
    assert screen.slide.page == 1
    QTest.keyClick(screen, Qt.Key.Key_PageDown)
    assert screen.slide.page == 1
    QTest.keyClick(screen, Qt.Key.Key_PageUp)
    assert screen.slide.page == 0


def test_the_kiosk_takes_the_slides_place_and_gives_it_back(
    screen: SharedScreen, qtbot: QtBot
) -> None:
    kiosk = QLabel("Aino, where do your dots go?")
    screen.show_slide(PROMPT)
    screen.show()
    screen.show_kiosk(kiosk)
    assert kiosk.isVisible()
    with qtbot.waitSignal(kiosk.destroyed):
        screen.leave_kiosk()
        assert (kiosk.isVisible(), screen.slide) == (False, PROMPT)


def test_the_thumbnail_never_shows_a_paper(screen: SharedScreen, qtbot: QtBot) -> None:
    kiosk = QLabel("5 dots for Yard cargo bikes")
    screen.show_kiosk(kiosk)
    before = screen.picture(SMALL).toImage()
    kiosk.setText("5 dots for Rooftop greenhouse")
    assert screen.picture(SMALL).toImage() == before
    screen.leave_kiosk()


def test_after_a_bug_the_kiosk_that_is_there_is_covered(screen: SharedScreen) -> None:
    kiosk = QLabel("5 dots for Yard cargo bikes")
    screen.cover()
    screen.show_kiosk(kiosk, kiosk.clear)
    screen.cover()
    assert kiosk.text() == ""
    screen.leave_kiosk()


def test_a_window_with_a_kiosk_in_it_does_not_close(screen: SharedScreen, qtbot: QtBot) -> None:
    kiosk = QLabel("Next person")
    screen.show()
    screen.show_kiosk(kiosk)
    assert not screen.close()
    screen.leave_kiosk()
    assert screen.close()


def test_the_kiosk_does_not_leave_full_screen(screen: SharedScreen, qtbot: QtBot) -> None:
    kiosk = QLabel("Next person")
    screen.showFullScreen()
    screen.show_kiosk(kiosk)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
        QTest.keyClick(screen, key)
    assert screen.isFullScreen()
    screen.leave_kiosk()


def test_the_cursor_hides_over_a_slide(screen: SharedScreen) -> None:
    screen._cursor.rests.timeout.emit()
    assert screen.cursor().shape() == Qt.CursorShape.BlankCursor


@pytest.fixture
def room(qapp: object) -> RoomView:
    return RoomView()


def test_follow_shows_what_is_offered_at_once(room: RoomView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.shown) as shown:
        room.offer(PROMPT)
    assert shown.args == [PROMPT]


def test_hold_keeps_the_slide_while_its_clock_goes_on(room: RoomView) -> None:
    room.offer(PROMPT)
    room.mode = RoomMode.HOLD
    room.offer(replace(REVEAL, clock="09:31"))
    assert (room.current, room.current.clock) == (PROMPT, "09:31")
    room.mode = RoomMode.FOLLOW
    assert room.current == REVEAL


def test_blank_keeps_title_and_clock(room: RoomView) -> None:
    room.offer(replace(PROMPT, clock="09:32"))
    room.mode = RoomMode.BLANK
    assert room.current == BlankSlide(session="Club evening")
    assert room.current.clock == "09:32"


def test_hold_after_blank_holds_the_blank(room: RoomView) -> None:
    room.offer(PROMPT)
    room.mode = RoomMode.BLANK
    room.mode = RoomMode.HOLD
    room.offer(REVEAL)
    assert isinstance(room.current, BlankSlide)


def test_blank_after_hold_and_back_to_hold_does_not_show_what_was_only_offered(
    room: RoomView,
) -> None:
    room.offer(PROMPT)
    room.mode = RoomMode.HOLD
    room.offer(REVEAL)
    room.mode = RoomMode.BLANK
    assert REVEAL.question not in room.current.description


def test_ctrl_w_closes_this_window_and_no_other(screen: SharedScreen, qtbot: QtBot) -> None:
    unused: list[int] = []
    screen.key_unused.connect(lambda event: unused.append(event.key()))
    screen.show()
    qtbot.keyClick(screen, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not screen.isVisible()
    assert Qt.Key.Key_W not in unused
